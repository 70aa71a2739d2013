"""Tone: of sentences and along an article, and toward a target, with the voice it is in."""

from analysis.sentiment.chance import one_against_others, turns
from analysis.sentiment.lexicon import article_tone, sentence_tone
from analysis.sentiment.target import TargetTone, target_tone
from analysis.sentiment.targets import (
    TargetError,
    check_targets,
    in_two_voices,
    leading_names,
    movers,
    target_mentions,
    target_tone_by_article,
    target_tone_by_voice,
)
from analysis.sentiment.voices import of_article

__all__ = [
    "TargetError",
    "TargetTone",
    "article_tone",
    "check_targets",
    "in_two_voices",
    "leading_names",
    "movers",
    "of_article",
    "one_against_others",
    "sentence_tone",
    "target_mentions",
    "target_tone",
    "target_tone_by_article",
    "target_tone_by_voice",
    "turns",
]
