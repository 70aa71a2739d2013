"""Quantities and times that texts state, what they measure, and the ledger of facts across articles."""

from analysis.figures.figure import Figure
from analysis.figures.find import find_figures, of_article
from analysis.figures.ledger import ledger, nearly_joined
from analysis.figures.pivot import pivoted
from analysis.figures.stated import of_story

__all__ = ["Figure", "find_figures", "ledger", "nearly_joined", "of_article", "of_story", "pivoted"]
