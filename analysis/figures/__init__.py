"""Quantities and times that texts state, what they measure, and the ledger of facts across articles."""

from analysis.figures.ledger import ledger, nearly_joined
from analysis.figures.stated import of_story

__all__ = ["ledger", "nearly_joined", "of_story"]
