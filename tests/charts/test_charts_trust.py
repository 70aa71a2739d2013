"""The chart of trust counts only measures on which another tool was run, and only those of which more is better."""

import pandas as pd

from analysis.charts.trust import beside_peers

COLUMNS = ["name", "measure", "lower", "tool", "score", "people"]


def test_being_ahead_is_counted_among_the_measures_that_others_were_run_on():
    rows = [
        ("tone", "F1", False, "Parallax", 0.7, 0.9),
        ("tone", "F1", False, "VADER", 0.5, 0.9),
        ("tone", "pairs", False, "Parallax", 0.3, None),
        ("tone", "pairs", False, "VADER", 0.4, None),
        ("tone", "recall", False, "Parallax", 0.6, None),
        ("tone", "recall", False, "VADER", None, None),
        ("tone", "error", True, "Parallax", 0.1, None),
    ]
    chart = beside_peers(pd.DataFrame(rows, columns=COLUMNS), "Parallax")
    assert chart.title == "Parallax is ahead of every other tool that was run on 1 of 2 measures."
    assert "tone, F1: Parallax 0.70, VADER 0.50" in chart.alternative
    assert "error" not in chart.alternative
