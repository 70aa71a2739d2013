"""What a text is compared by: its stems, its names and its numbers."""

import re
from functools import cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
LONGEST_WORD = 40  # longer runs of letters are addresses and left-overs, and stemming them costs more than it tells


def stems(text: str) -> list[str]:
    """Stems (Snowball English) of the words that are no stop words, then the numbers as they stand."""
    stopped = _stopwords()
    words = (POSSESSIVE.sub("", word).lower() for word in WORD.findall(text))
    return [_stem(word) for word in words if len(word) <= LONGEST_WORD and word not in stopped] + numbers(text)


def names(text: str) -> list[str]:
    """Stems of capitalised words, a rough stand-in for names.

    A first word counts too, unless it is a stop word; a text all in capitals or in title case has every word a name.
    """
    stopped = _stopwords()
    words = (POSSESSIVE.sub("", word) for word in WORD.findall(text) if word[0].isupper())
    return [_stem(word.lower()) for word in words if len(word) <= LONGEST_WORD and word.lower() not in stopped]


def numbers(text: str) -> list[str]:
    """Numbers written in digits, without the commas that set thousands apart."""
    return [number.replace(",", "") for number in NUMBER.findall(text)]


@cache
def _stopwords() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return ENGLISH_STOP_WORDS | {"said", "says", "say"}


@cache
def _stemmer():
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@cache
def _stem(word: str) -> str:
    return _stemmer().stem(word)
