"""Scores on data that people annotated, beside what other tools score on the same items."""

from analysis.evaluation.measuring import evaluate
from analysis.evaluation.scores import scores
from analysis.evaluation.sets import SETS

__all__ = ["SETS", "evaluate", "scores"]
