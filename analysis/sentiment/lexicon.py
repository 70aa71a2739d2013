"""VADER (Hutto and Gilbert, ICWSM 2014): its lexicon, and its tone of a sentence."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

LONGEST = 2000  # characters scored: VADER's time grows with the square of the length, and no sentence is longer
APOSTROPHES = str.maketrans("‘’", "''")


def sentence_tone(text: str) -> float:
    """VADER's compound score of a sentence, -1 to 1, by the authors' own implementation, which NLTK's departs from.

    Only the first LONGEST characters count. It adds up words: it does not know whom they are about.
    """
    return _analyzer().polarity_scores(text[:LONGEST].translate(APOSTROPHES))["compound"]


def valences() -> dict[str, float]:
    """The lexicon: word or emoticon, and its mean valence as raters gave it, -4 to 4."""
    return _analyzer().lexicon


@cache
def _analyzer() -> "SentimentIntensityAnalyzer":
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()
