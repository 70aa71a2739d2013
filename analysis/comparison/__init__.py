"""What articles share and what they do not: matches, claims, differences, shared passages, likeness and stories."""

from analysis.comparison.claims import claims, coverage
from analysis.comparison.differences import differences
from analysis.comparison.grouping import group_by_story, likeness
from analysis.comparison.matching import match_sentences, matches
from analysis.comparison.novelty import novelty
from analysis.comparison.passages import passages, reuse

__all__ = [
    "claims",
    "coverage",
    "differences",
    "group_by_story",
    "likeness",
    "match_sentences",
    "matches",
    "novelty",
    "passages",
    "reuse",
]
