"""Words with offsets, their stems, and the words too common to tell texts apart."""

import re
from functools import cache

from analysis import data
from analysis.language.span import Span

WORD = re.compile(r"[^\W_]+(?:[.,'’\-‑][^\W_]+)*")


def words(text: str) -> list[Span]:
    """Words and numbers of text: letters and digits with the apostrophes, hyphens, points and commas inside them.

    "OpenAI’s", "co-founded", "1,141" and "3.5" are one word each; "OpenAI–Microsoft", with a dash, is two.
    """
    return [Span(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]


@cache
def stem(word: str) -> str:
    """The Snowball stem (Porter 2001) of a word, lower case, without a possessive ending."""
    return _stemmer().stem(word.replace("’", "'"))


@cache
def stopwords() -> frozenset[str]:
    """English function words, lower case (stopwords.txt)."""
    return frozenset(word for line in data.lines(__package__, "stopwords.txt") for word in line.split())


@cache
def _stemmer():
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")
