"""Words, numbers and signs of a text with their places, and phrases looked up among them."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis import data

FRACTIONS = "½⅓¼¾⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"
TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|[^\W\d_{FRACTIONS}]+|[\n\r\v\f\x85\u2028\u2029]|[^\s\w]|[_{FRACTIONS}]")
LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—~")
MARGIN = 6  # line ends put around the tokens, so that rules may look that far past either end


class Token(NamedTuple):
    """A word, number or sign; word: its text in lower case; glued: no blank before it; numeric: it is digits."""

    start: int
    end: int
    text: str
    word: str
    glued: bool
    numeric: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


Tokens = list[Token]


def tokenize(text: str) -> Tokens:
    """The tokens of text, between two margins of line ends."""
    margin = [Token(0, 0, "\n", "\n", False, False)] * MARGIN
    tokens, end = margin[:], -1
    for match in TOKEN.finditer(text):
        start, stop = match.span()
        written = match.group()
        word = "\n" if written in LINE_ENDS else written.lower()
        tokens.append(Token(start, stop, written, word, start == end, written[0].isdecimal()))
        end = stop
    return tokens + margin


def past(tokens: Tokens, at: int, *skipped: str) -> int:
    """The token after the one at a place if that is one of the words to skip, else the place itself."""
    return at + (tokens[at].word in skipped)


def past_hyphen(tokens: Tokens, at: int) -> int:
    """The token after a hyphen that stands at a place, else the place itself."""
    return at + (tokens[at].text in HYPHENS)


def is_tight(tokens: Tokens, at: int) -> bool:
    """Whether a sign touches the token on either side."""
    return tokens[at].glued and tokens[at + 1].glued


class Phrases:
    """Phrases of several words, each with what it means, found at or before a token; the longest counts.

    A phrase in lower case is found in any case, one with capitals only as it stands.
    """

    def __init__(self, meanings: Iterable[tuple[str, object]]):
        self._by_first: dict[str, list] = {}
        self._by_last: dict[str, list] = {}
        for phrase, meaning in meanings:
            words = [token.text for token in tokenize(phrase)[MARGIN:-MARGIN]]
            self._by_first.setdefault(words[0], []).append((words, meaning))
            self._by_last.setdefault(words[-1], []).append((words, meaning))
        for index in (self._by_first, self._by_last):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def first_words(self) -> set[str]:
        """The words, as written, that a phrase begins with."""
        return set(self._by_first)

    def at(self, tokens: Tokens, first: int):
        """The meaning of the longest phrase that starts at first, and the token after it; None without one."""
        token = tokens[first]
        for key in (token.text,) if token.text == token.word else (token.text, token.word):
            for words, meaning in self._by_first.get(key, ()):
                if _same(tokens, first, words):
                    return meaning, first + len(words)
        return None

    def before(self, tokens: Tokens, last: int):
        """The meaning of the longest phrase that ends before token last, and its first token; None without one."""
        token = tokens[last - 1]
        for key in (token.text,) if token.text == token.word else (token.text, token.word):
            for words, meaning in self._by_last.get(key, ()):
                if last >= len(words) and _same(tokens, last - len(words), words):
                    return meaning, last - len(words)
        return None


def _same(tokens: Tokens, first: int, words: list[str]) -> bool:
    return first + len(words) <= len(tokens) and all(
        word in (token.text, token.word) for word, token in zip(words, tokens[first : first + len(words)], strict=True)
    )


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a data file of this folder, without its comments."""
    return tuple(data.rows(__package__, name))


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of words.csv, in lower case; raises KeyError for a list that is not there."""
    lists: dict[str, set[str]] = {}
    for row in rows("words.csv"):
        lists.setdefault(row["list"], set()).update(row["words"].split("|"))
    return frozenset(lists[name])
