"""Charts of tone: of every source toward a target, and along each article."""

from typing import TYPE_CHECKING

from analysis.charts.axes import source_rows
from analysis.charts.chart import Chart, colour, drawing
from analysis.corpus import letters_of
from analysis.wording import leaning, signed

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

ROW, MARGIN = 26, 48  # pixels: height of a source's row, and of the axis below all rows
POINTS = 60  # places along an article at which its tone is drawn
REACH = 0.08  # standard deviation of the smoothing, of the article's length
ARC, TALL = 36, 0.45  # pixels: height of an article's row; of it, the height of the strongest smoothed tone


def stance(target_tone: "pd.DataFrame", articles: "pd.DataFrame", target: str) -> Chart:
    """The tone of each source that mentions a target, from negative to positive, with its interval.

    Filled where table `target_tone` gives a verdict, hollow where it gives none; on the right, the number of mentions.
    """
    toned = target_tone[target_tone["target"] == target].drop(columns="label")  # articles have a label of their own
    ours = articles.merge(toned, on="article")
    with drawing(720, MARGIN + ROW * max(len(ours), 1)) as drawn:
        axes = drawn.axes
        axes.axvline(0, color=colour("line"))
        for place, row in enumerate(ours.itertuples()):
            ink = colour(row.letter)
            if row.low == row.low:
                axes.plot([row.low, row.high], [place, place], color=ink, linewidth=2)
            filled = ink if isinstance(row.verdict, str) else colour("paper")
            axes.plot(row.tone, place, "o", color=ink, markerfacecolor=filled, markersize=9, markeredgewidth=2)
            axes.text(1.04, place, f"{row.mentions}", va="center", color=colour("soft"))
        source_rows(axes, ours)
        axes.set_xlim(-1, 1.12)
        axes.set_xticks([-1, 0, 1], ["negative", "neutral", "positive"])
    told = "; ".join(_told(row) for row in ours.itertuples())
    return Chart(_stances(ours, target), f"Tone toward {target}, from −1 to 1. {told}.", drawn.svg)


def arcs(tone: "pd.DataFrame", articles: "pd.DataFrame", turned: "pd.DataFrame") -> Chart:
    """The tone of sentences along each article, smoothed; above its line positive, below it negative.

    turned: the rows of sentiment.turns whose halves differ beyond chance.
    """
    letters = letters_of(articles)
    smoothed = {
        article: _smoothed(own["place"].to_numpy(), own["tone"].to_numpy()) for article, own in tone.groupby("article")
    }
    strongest = max((abs(smooth).max() for _, smooth in smoothed.values()), default=0) or 1
    with drawing(720, MARGIN + ARC * len(articles)) as drawn:
        for place, row in enumerate(articles.itertuples()):
            drawn.axes.axhline(place, color=colour("line"), linewidth=0.8)
            if row.article in smoothed:
                along, smooth = smoothed[row.article]
                drawn.axes.plot(along, place - TALL * smooth / strongest, color=colour(row.letter), linewidth=2)
        source_rows(drawn.axes, articles)
        drawn.axes.set_xlim(0, 1)
        drawn.axes.set_xticks([0, 0.5, 1], ["beginning", "middle", "end"])
    named = ", ".join(letters[article] for article in turned["article"])
    title = f"The tone of {named} turns on the way." if named else "No source's tone turns on the way, beyond chance."
    halves = tone.groupby(["article", tone["place"].lt(0.5).map({True: "first", False: "second"})])["tone"].mean()
    told = "; ".join(
        f"{letters[article]} " + " and ".join(f"{signed(mean)} in its {half}" for (_, half), mean in means.items())
        for article, means in halves.groupby("article")
    )
    note = f"The line that rises or falls most is at {strongest:.2f} of 1."
    return Chart(title, f"Mean tone of sentences, from −1 to 1, by half: {told}.", drawn.svg, note)


def _stances(ours: "pd.DataFrame", target: str) -> str:
    """Who has a verdict, in words."""
    verdicts = {
        verdict: ", ".join(ours.loc[ours["verdict"] == verdict, "letter"])
        for verdict in ("negative", "neutral", "positive")
    }
    told = "; ".join(f"{letters} {leaning(verdict)}" for verdict, letters in verdicts.items() if letters)
    if not told:
        return f"No source's tone toward {target} can be told from neutral."
    rest = "; the others cannot be told from neutral" if ours["verdict"].isna().any() else ""
    return f"Toward {target}: {told}{rest}."


def _told(row) -> str:
    between = f", interval {signed(row.low)} to {signed(row.high)}" if row.low == row.low else ""
    return f"{row.letter} {signed(row.tone)}{between}, {row.mentions} {'mention' if row.mentions == 1 else 'mentions'}"


def _smoothed(place: "np.ndarray", tone: "np.ndarray") -> "tuple[np.ndarray, np.ndarray]":
    """Places along an article and the mean tone around each, nearer sentences weighing more (a Gaussian kernel)."""
    import numpy as np

    along = np.linspace(0, 1, POINTS)
    weights = np.exp(-(((along[:, None] - place[None, :]) / REACH) ** 2) / 2) + 1e-12
    return along, weights @ tone / weights.sum(axis=1)
