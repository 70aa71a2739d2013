"""Framing across sources: a chart of how much of each source every frame takes, and tables of the words of each."""

from typing import TYPE_CHECKING

from analysis.charts.axes import headings, source_rows
from analysis.charts.chart import Chart, colour, drawing
from analysis.corpus import letters_of
from analysis.evidence import Shown, finding, key, listed
from analysis.evidence.listing import WIDE

if TYPE_CHECKING:
    import pandas as pd

ROW, MARGIN = 26, 56  # pixels: height of a source's row, and of what stands above all rows
OF_MANY = "Words, with the number of sources that use them"
BAR = 0.6  # width of a full bar, of a column's width


def frame_shares(shares: "pd.DataFrame", apart: "pd.DataFrame", articles: "pd.DataFrame") -> Chart:
    """The share of each source's sentences that shows each frame, with its interval.

    shares: one part of framing.shares; apart: the rows of framing.apart that stand beyond chance, for the title.
    """
    frames = list(dict.fromkeys(shares["frame"]))
    letters = letters_of(articles)
    rows = {(row.article, row.frame): row for row in shares.itertuples()}
    with drawing(720, MARGIN + ROW * len(articles)) as drawn:
        for place, (article, letter) in enumerate(letters.items()):
            for column, frame in enumerate(frames):
                row = rows.get((article, frame))
                if row is None:
                    continue
                drawn.axes.barh(place, BAR * row.share, left=column, height=0.5, color=colour(letter), alpha=0.55)
                ends = [column + BAR * row.low, column + BAR * row.high]
                drawn.axes.plot(ends, [place, place], color=colour("ink"), linewidth=1)
                text = f"{row.share:.0%}"
                drawn.axes.text(column + BAR + 0.03, place, text, va="center", fontsize=10, color=colour("soft"))
        source_rows(drawn.axes, articles)
        headings(drawn.axes, [spoken(frame).replace(" ", "\n") for frame in frames], fontsize=10)
        drawn.axes.set_xlim(0, len(frames))
    told = "; ".join(
        f"{letter}: " + ", ".join(_told(rows[article, frame]) for frame in frames if (article, frame) in rows)
        for article, letter in letters.items()
    )
    return Chart(_title(apart, letters), f"Share of sentences by frame. {told}.", drawn.svg)


def worded(found: "pd.DataFrame", articles: "pd.DataFrame", caption: str, most: int = 6) -> Shown:
    """The words (column term) of each kind (column frame) by source, the `most` frequent with their number.

    Of many sources, the words of all of them with how many use each.
    """
    import pandas as pd

    letters = letters_of(articles)
    wide = len(letters) > WIDE
    rows = []
    for frame, ours in found.assign(term=_as_usual(found["term"])).groupby("frame", sort=False):
        row = {"Kind": spoken(frame), "In all": len(ours)}
        if wide:
            users = ours.groupby("term")["article"].nunique()
            row[OF_MANY] = _most(users, 2 * most)
        for article, letter in () if wide else letters.items():
            row[letter] = _most(ours.loc[ours["article"] == article, "term"].value_counts(), most)
        rows.append(row)
    frame = pd.DataFrame(rows, columns=["Kind", "In all", *([OF_MANY] if wide else letters.values())], dtype=object)
    return listed(frame.rename(columns={letter: key(letter) for letter in letters.values()}), caption)


def tallied(found: "pd.DataFrame", what: str) -> Shown:
    """How many words were found, and how many of each kind (column frame), the most frequent first."""
    counts = found["frame"].value_counts()
    kinds = ", ".join(f"{spoken(kind)} {count}" for kind, count in counts.items())
    return finding(f"{what}: {len(found)} in all, {kinds}." if kinds else f"{what}: none.")


def _as_usual(terms: "pd.Series") -> "pd.Series":
    """Each term as it is most often written, whatever its case where it stands."""
    folded = terms.str.lower()
    usual = terms.groupby(folded).agg(lambda written: written.value_counts().sort_index(ascending=False).idxmax())
    return folded.map(usual)


def _most(counts: "pd.Series", most: int) -> str | None:
    """Words with their numbers, the most frequent first; a number of 1 goes without saying."""
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    told = [f"{word} {count}" if count > 1 else word for word, count in order[:most]]
    return ", ".join(told + ["…"] * (len(order) > most)) or None


def spoken(frame: str) -> str:
    """A frame's name as pages say it."""
    return frame.replace("_", " ")


def _told(row) -> str:
    return f"{spoken(row.frame)} {row.share:.0%} ({row.found} of {row.of})"


def _title(apart: "pd.DataFrame", letters: dict[str, str]) -> str:
    if apart.empty:
        return "No source differs from the others in a frame beyond chance."
    told = [
        f"{letters[row.article]} has {'more' if row.share > row.others else 'less'} {spoken(row.frame)}"
        for row in apart.itertuples()
    ]
    return f"Beyond chance, {', '.join(told)} than the others."
