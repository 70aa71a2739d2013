"""VADER (Hutto and Gilbert, ICWSM 2014), whose lexicon several analyses read: it is loaded once."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer


@cache
def vader() -> "SentimentIntensityAnalyzer":
    """The authors' own implementation, which NLTK's departs from."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def valences() -> dict[str, float]:
    """VADER's lexicon: word or emoticon, and its mean valence as raters gave it, -4 to 4."""
    return vader().lexicon
