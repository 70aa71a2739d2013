"""Where articles of a story contradict each other: differences, by kind, with the words in question."""

from analysis.comparison.differences.find import differences

__all__ = ["differences"]
