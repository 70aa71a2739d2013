"""A stretch of text and where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters start to end (excluded) of a text, and the words that stand there."""

    start: int
    end: int
    text: str
