"""Charts: one function a chart, each returns a Chart with its finding as title and its alternative text."""

from analysis.charts.chart import Chart, colour, drawing

__all__ = ["Chart", "colour", "drawing"]
