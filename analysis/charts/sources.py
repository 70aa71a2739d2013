"""Charts of who speaks in the sources, whom they lean on, how alike they are and which claims they tell."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from analysis.charts.axes import downward, headings, source_rows, spaced
from analysis.charts.chart import Chart, colour, drawing, nothing
from analysis.corpus import letters_of
from analysis.language import holding
from analysis.wording import agreeing, counted, number

if TYPE_CHECKING:
    import pandas as pd

WRITER = "the writer"
# Voices by the type of their source (attributions.source_type), in the order of the chart.
VOICES = {
    "named person": "people",
    "organisation": "organisations",
    "outlet": "outlets",
    "document": "documents",
    "unnamed": "unnamed",
    "unspecified": "not said",
}
SAID = ("speech", "report", "no comment")  # kinds of attribution in which somebody else than the writer speaks
MOST = 0.5  # share of a sentence that somebody else must fill to be its voice
ROW, MARGIN = 26, 40  # pixels: height of a source's row, and of what stands above all rows
BAR = 0.55  # width of a full bar, of a column's width
MOST_ORIGINS = 15  # outlets drawn: those that most articles credit
PALEST, DARKEST = 0.04, 0.34  # ink in the cells of the least and the most alike: text stays readable on both
NUMBERED = 12  # articles up to which the map of likeness has a number in every cell


def voices(sentences: "pd.DataFrame", attributions: "pd.DataFrame", articles: "pd.DataFrame") -> Chart:
    """The share of each source's sentences in the writer's own voice, and in that of every type of source.

    A sentence has the voice that fills most of it in table `attributions` (SAID), else the writer's; plans and thoughts
    that the writer tells of are the writer's.
    """
    counts = _voices(sentences, attributions)
    columns = [WRITER, *(voice for voice in VOICES.values() if any(count[voice] for count in counts.values()))]
    shares = {
        source.letter: [counts[source.article][voice] / max(counts[source.article].total(), 1) for voice in columns]
        for source in articles.itertuples()
    }
    with drawing(720, MARGIN + ROW * len(articles)) as drawn:
        for place, (letter, of_source) in enumerate(shares.items()):
            for column, share in enumerate(of_source):
                drawn.axes.barh(place, BAR * share, left=column, height=0.6, color=colour(letter))
                drawn.axes.text(column + BAR * share + 0.04, place, f"{share:.0%}", va="center", fontsize=11)
        source_rows(drawn.axes, articles)
        headings(drawn.axes, columns)
        drawn.axes.set_xlim(0, len(columns))
    own = sorted((of_source[0], letter) for letter, of_source in shares.items())
    (least, whose_least), (most, whose_most) = own[0], own[-1]
    title = f"The writer speaks in {most:.0%} of the sentences of {whose_most}"
    title += f", in {least:.0%} of those of {whose_least}." if len(own) > 1 else "."
    told = "; ".join(
        f"{letter}: " + ", ".join(f"{voice} {share:.0%}" for voice, share in zip(columns, of_source, strict=True))
        for letter, of_source in shares.items()
    )
    return Chart(title, f"Share of sentences by voice. {told}.", drawn.svg)


def chain(origins: "pd.DataFrame", articles: "pd.DataFrame") -> Chart:
    """Which source credits which outlet: a line for each, thicker for more credits; outlets of the story are marked."""
    credited = origins[origins["type"] == "outlet"]
    counts = Counter(zip(credited["origin"], credited["article"], strict=True))
    spread = Counter(origin for origin, _ in counts)
    outlets = sorted(spread, key=lambda origin: (-spread[origin], origin))[:MOST_ORIGINS]
    letters = letters_of(articles)
    own = dict(zip(credited["origin"], credited["chain"].map(letters), strict=True))
    if not outlets:
        return nothing("No source credits an outlet.")
    height = max(len(articles), len(outlets))
    with drawing(720, MARGIN // 2 + ROW * height) as drawn:
        for place, source in enumerate(articles.itertuples()):
            for other, outlet in enumerate(outlets):
                if times := counts[outlet, source.article]:
                    ends = [spaced(place, len(articles), height), spaced(other, len(outlets), height)]
                    drawn.axes.plot([0.02, 0.98], ends, color=colour(source.letter), linewidth=1 + min(times, 4))
        for other, outlet in enumerate(outlets):
            told = f"{outlet} ({own[outlet]} of this story)" if isinstance(own[outlet], str) else outlet
            drawn.axes.text(1, spaced(other, len(outlets), height), told, va="center")
        source_rows(drawn.axes, articles, height)
        drawn.axes.set_xlim(0, 1.6)
        drawn.axes.set_xticks([])
    leaning = len({article for _, article in counts})
    few = (
        f"{number(leaning).capitalize()} of {counted(len(articles), 'source')} {agreeing(leaning, 'credit')} an outlet"
    )
    title = f"{few}; {outlets[0]} is credited by {number(spread[outlets[0]])}."
    if len(articles) == 1:
        title = f"The source credits {counted(len(spread), 'outlet')}."
    told = "; ".join(
        f"{outlet} by " + ", ".join(letter for article, letter in letters.items() if counts[outlet, article])
        for outlet in outlets
    )
    note = (
        f"{len(spread) - len(outlets)} more outlets are credited by fewer sources." if spread.keys() - outlets else ""
    )
    return Chart(title, f"Outlets credited: {told}.", drawn.svg, note)


def likeness_map(likeness: "pd.DataFrame", articles: "pd.DataFrame") -> Chart:
    """How alike every two sources are, the darker the more; sources that are alike stand side by side."""
    letters = letters_of(articles)
    scores = {frozenset((letters[row.article_a], letters[row.article_b])): row.score for row in likeness.itertuples()}
    if not scores:
        return nothing("There is one source, and nothing to compare it with.")
    order = _neighbours(list(letters.values()), scores)
    side = 44 if len(order) <= NUMBERED else 22
    least, top = min(scores.values()), max(scores.values())
    with drawing(720, MARGIN + side * len(order)) as drawn:
        axes = drawn.axes
        for y, one in enumerate(order):
            for x, other in enumerate(order):
                score = scores.get(frozenset((one, other)), 0.0)
                if one != other:
                    shade = PALEST + (DARKEST - PALEST) * (score - least) / ((top - least) or 1)
                    axes.barh(y, 0.96, left=x - 0.48, height=0.96, color=colour("ink"), alpha=max(shade, 0))
                    if len(order) <= NUMBERED:
                        axes.text(x, y, f"{score:.2f}", ha="center", va="center", fontsize=11)
        downward(axes, len(order))
        axes.set_xlim(-0.5, max(len(order), 720 / side) - 0.5)
        axes.set_yticks(range(len(order)), order)
        headings(axes, order, "center")
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set_color(colour(label.get_text()))
            label.set_fontweight("bold")
    ranked = sorted(scores, key=lambda pair: (-scores[pair], sorted(pair)))
    closest = " and ".join(sorted(ranked[0]))
    told = "; ".join(f"{' and '.join(sorted(pair))} {scores[pair]:.2f}" for pair in ranked[:20])
    title = f"{closest} are the most alike, at {scores[ranked[0]]:.2f} of 1."
    return Chart(title, f"Likeness of every two sources, the most alike first: {told}.", drawn.svg)


def _voices(sentences: "pd.DataFrame", attributions: "pd.DataFrame") -> dict[str, Counter]:
    """How many sentences of each article each voice has."""
    said = defaultdict(list)
    for row in attributions[attributions["kind"].isin(SAID)].to_dict("records"):
        said[row["article"]] += [(start, end, VOICES[row["source_type"]]) for start, end in row["content_spans"]]
    counts = defaultdict(Counter)
    told = sentences[sentences["kind"] == "body"]
    for article, rows in told.groupby("article", sort=False):
        starts = list(rows["start"])
        filled = defaultdict(Counter)
        for start, end, voice in said[article]:
            for place in range(holding(starts, start), holding(starts, end) + 1):
                row = rows.iloc[place]
                filled[place][voice] += max(0, min(end, row["end"]) - max(start, row["start"]))
        for place, row in enumerate(rows.itertuples()):
            voice, characters = filled[place].most_common(1)[0] if filled[place] else (WRITER, 0)
            counts[article][voice if characters > MOST * (row.end - row.start) else WRITER] += 1
    return counts


def _neighbours(letters: list[str], scores: dict[frozenset[str], float]) -> list[str]:
    """The letters from one end of a chain in which each is followed by the most alike of those that are left."""
    start = min(
        letters, key=lambda letter: (sum(scores.get(frozenset((letter, other)), 0) for other in letters), letter)
    )
    order, left = [start], [letter for letter in letters if letter != start]
    while left:
        following = max(left, key=lambda letter: (scores.get(frozenset((order[-1], letter)), 0), -left.index(letter)))
        order.append(following)
        left.remove(following)
    return order
