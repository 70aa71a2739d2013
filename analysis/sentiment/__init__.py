"""Tone: of sentences and along an article, and toward a target, with the voice it is in."""

from analysis.sentiment.lexicon import sentence_tone
from analysis.sentiment.target import TargetTone, target_tone
from analysis.sentiment.targets import leading_names, target_mentions, target_tone_by_article
from analysis.sentiment.voices import of_article

__all__ = [
    "TargetTone",
    "leading_names",
    "of_article",
    "sentence_tone",
    "target_mentions",
    "target_tone",
    "target_tone_by_article",
]
