"""What a text is compared by: its terms, and those of them that are numbers."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from analysis import data
from analysis.language import stem, stopwords, words

JOINT = re.compile(r"[-‑]|(?<=\d)(?=[^\W\d])")  # within a word: a hyphen, or a number's end ("8.4bn", "19th")
# Who says something is for attribution: the verb tells no two texts apart. The rest are endings of ordinal numbers.
IGNORED = frozenset({"say", "says", "said", "st", "nd", "rd", "th"})
LONGEST_WORD = 40  # longer runs of letters are addresses and left-overs, and stemming them costs more than it tells
KNOWN_WORDS = 200_000  # words whose terms are kept: more than the vocabulary of 50,000 articles needs


def terms(text: str) -> list[str]:
    """Stems of the words that are no stop words, and numbers in digits without the commas that set thousands apart.

    Words of one line of synonyms.txt are one term; a hyphenated word has a term for each of its parts.
    """
    return [term for word in words(text) for term in _terms(word.text)]


def weighted_terms(text: str, lead: int, lead_weight: int, name_weight: int) -> list[str]:
    """Terms of text, those in its first `lead` characters and those of capitalised words more than once.

    Capitals are a rough stand-in for names: a first word counts too, unless it is a stop word; a text all in capitals
    or in title case has every word a name.
    """
    found = []
    for word in words(text):
        weight = 1 + (lead_weight - 1) * (word.start < lead) + (name_weight - 1) * word.text[0].isupper()
        found += _terms(word.text) * weight
    return found


def numbers(terms: Iterable[str]) -> set[str]:
    """Those of the terms that are numbers."""
    return {term for term in terms if term[0].isdigit()}


@lru_cache(KNOWN_WORDS)
def _terms(word: str) -> tuple[str, ...]:
    parts = [part.lower().replace("’", "'").removesuffix("'s") for part in JOINT.split(word)]
    found = [_term(part) for part in parts if len(part) <= LONGEST_WORD]
    return tuple(term for term in found if term)


def _term(word: str) -> str:
    """The term of a lower-case word, empty for a stop word."""
    if word[:1].isdigit():
        return word.replace(",", "")
    term = _synonyms().get(stem(word), stem(word))
    ignored = word in stopwords() or word in IGNORED
    return "" if ignored and not term.isdigit() else term  # "two" is a stop word, and a number


@cache
def _synonyms() -> dict[str, str]:
    """The term of each stem in synonyms.txt: the first word of its line."""
    groups = [line.split() for line in data.lines(__package__, "synonyms.txt")]
    return {stem(word): group[0] for group in groups for word in group}
