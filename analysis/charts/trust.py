"""How well the measures do beside other tools and beside people."""

from typing import TYPE_CHECKING

from analysis.charts.chart import Chart, colour, drawing

if TYPE_CHECKING:
    import pandas as pd

ROW, MARGIN = 34, 60  # pixels of a measure, and of the axis below all


def beside_peers(measured: "pd.DataFrame", ours: str) -> Chart:
    """Each measure a row, from rows of analysis.evaluation.scores: our score, that of every other tool, and people's.

    Measures of which less is better are left out: they would read the wrong way round.
    """
    shown = measured[measured["score"].notna() & ~measured["lower"].astype(bool)]
    rows = [(f"{name}\n{measure}", tools) for (name, measure), tools in shown.groupby(["name", "measure"], sort=False)]
    ahead = 0
    with drawing(height=MARGIN + ROW * len(rows)) as drawn:
        axes = drawn.axes
        for place, (_, tools) in enumerate(rows):
            score = dict(zip(tools["tool"], tools["score"], strict=True))
            own = score.pop(ours)
            ahead += all(round(own, 2) > round(other, 2) for other in score.values())  # as a reader sees them
            axes.hlines(place, 0, 1, color=colour("line"), linewidth=1)
            axes.plot(own, place, "o", color=colour("A"), markersize=9)
            axes.annotate(
                f"{own:.2f}", (own, place), (0, 7), textcoords="offset points", ha="center", color=colour("A")
            )
            for other in score.values():
                axes.plot(other, place, "o", color=colour("paper"), markeredgecolor=colour("soft"), markersize=7)
            if score:
                best = max(score, key=score.get)
                below = {"textcoords": "offset points", "ha": "center", "va": "top", "fontsize": 10}
                axes.annotate(best, (score[best], place), (0, -6), color=colour("soft"), **below)
            people = tools["people"].dropna()
            if len(people):
                axes.plot(people.iloc[0], place, "|", color=colour("ink"), markersize=16, markeredgewidth=2)
        axes.set_yticks(range(len(rows)), [label for label, _ in rows], fontsize=10)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(0, 1.02)
        axes.set_xlabel("score, 0 to 1")
    told = "; ".join(
        f"{label.replace(chr(10), ', ')}: "
        + ", ".join(f"{row.tool} {row.score:.2f}" for row in tools.itertuples(index=False))
        for label, tools in rows
    )
    compared = sum(len(tools) > 1 for _, tools in rows)
    title = (
        f"{ours} is ahead of every other tool that was run on {ahead - (len(rows) - compared)} of {compared} measures."
    )
    note = (
        f"Filled: {ours}. Hollow: other tools, the best of them named. Bar: what two trained people reach, where known."
    )
    return Chart(title, told, drawn.svg, note)
