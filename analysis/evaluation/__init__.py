"""Scores on data that people annotated, beside what other tools score on the same items."""

from analysis.evaluation.benchmark import OURS
from analysis.evaluation.measuring import evaluate
from analysis.evaluation.scores import beside, scores
from analysis.evaluation.sets import SETS

__all__ = ["OURS", "SETS", "beside", "evaluate", "scores"]
