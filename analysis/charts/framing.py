"""Charts of framing: how much of each source every frame takes, and the words that set sources apart."""

from typing import TYPE_CHECKING

from analysis.charts.chart import Chart, colour, drawing

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

ROW, MARGIN = 26, 56  # pixels: height of a source's row, and of what stands above all rows
BAR = 0.6  # width of a full bar, of a column's width


def frame_shares(shares: "pd.DataFrame", apart: "pd.DataFrame", articles: "pd.DataFrame") -> Chart:
    """The share of each source's sentences that shows each frame, with its interval.

    shares: one part of framing.shares; apart: the rows of framing.apart that stand beyond chance, for the title.
    """
    frames = list(dict.fromkeys(shares["frame"]))
    letters = dict(zip(articles["article"], articles["letter"], strict=True))
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
        _frame(drawn.axes, articles, frames)
    told = "; ".join(
        f"{letter}: " + ", ".join(_told(rows[article, frame]) for frame in frames if (article, frame) in rows)
        for article, letter in letters.items()
    )
    return Chart(_title(apart, letters), f"Share of sentences by frame. {told}.", drawn.svg)


def _frame(axes: "Axes", articles: "pd.DataFrame", frames: list[str]) -> None:
    axes.set_yticks(range(len(articles)), [f"{row.letter}  {row.label}" for row in articles.itertuples()])
    axes.set_ylim(max(len(articles), 1) - 0.5, -0.5)
    axes.xaxis.tick_top()
    names = [spoken(frame).replace(" ", "\n") for frame in frames]
    axes.set_xticks(range(len(frames)), names, ha="left", fontsize=10)
    axes.tick_params(axis="x", length=0)
    axes.set_xlim(0, len(frames))
    axes.spines["bottom"].set_visible(False)


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
