"""The words around a target, with the target and every other name masked: tone must not be a prior about who it is."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.language.vader import valences
from analysis.sentiment.lexicon import read_rows

TARGET, NAME, NUMBER = "<target>", "<name>", "<number>"
REACH = 500  # characters read on each side of the target, so that the cost of a mention does not grow with its text
TITLE_CASE = 4  # capitalised words from which a line without other words of substance is a headline
CONTRACTED = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}  # with not, irregularly
QUOTES = str.maketrans("‘’“”„«»", "''" + '"' * 5)
_TOKEN = re.compile(r"'s\b|[^\W\d_]+(?:-[^\W\d_]+)*(?:'(?!s\b)[^\W\d_]+)?|\d[\d.,]*|[^\w\s]")
_END = frozenset('.!?"(:')  # what a capital may follow without being a name's


@dataclass(frozen=True, slots=True)
class Context:
    """Words and marks in order, names masked, in lower case; target: the place of the target among them.

    In a headline, where every word has a capital, names other than the target cannot be told and stay.
    """

    words: list[str]
    target: int
    headline: bool


def context(sentence: str, start: int, end: int) -> Context:
    """The words around sentence[start:end]; names side by side are one, and a title before the target is part of it."""
    start, end = max(0, start), max(0, start, end)
    left, right = tokens(sentence[max(0, start - REACH) : start]), tokens(sentence[end : end + REACH])
    headline = _in_title_case(left + right)
    before, after = _masked(left, True, headline), _masked(right, False, headline)
    while before and before[-1] == NAME:
        before.pop()
    while after and after[0] == NAME:
        after = after[1:]
    return Context([*before, TARGET, *after], len(before), headline)


def tokens(text: str) -> list[str]:
    """The words, numbers and marks of a text in order, with straight quotation marks, and "'s" apart from its word."""
    return _TOKEN.findall(text.translate(QUOTES))


def expanded(word: str) -> list[str]:
    """A lower-case word, or the two that are contracted in it: "won't" is "will" and "not"."""
    return [CONTRACTED.get(word, word[:-3]), "not"] if word.endswith("n't") else [word]


def _in_title_case(found: list[str]) -> bool:
    """Whether capitals tell nothing about names, because every word has one but those of closed classes."""
    telling = [token for token in found if token[0].isalpha() and token.lower() not in _common()]
    return len(telling) >= TITLE_CASE and all(token[0].isupper() for token in telling)


def _masked(found: list[str], opening: bool, headline: bool) -> list[str]:
    words: list[str] = []
    for token in found:
        first, lower = token[0], token.lower()
        if first.isupper() and not headline and not (opening and is_common(lower)) and lower not in ("i", "i'm"):
            if not words or words[-1] != NAME:
                words.append(NAME)
        elif token == "'s" and words and words[-1] == NAME:
            pass  # of "McDonald's" as of "Acme's": a name's form must not matter
        elif first.isdigit():
            words.append(NUMBER)
        else:
            words += expanded(lower)
        opening = token in _END
    return words


def is_common(word: str) -> bool:
    """Whether a capitalised word at the start of a sentence is an ordinary one."""
    return word in _common() or word in valences() or word.endswith("n't")


@cache
def classes() -> dict[str, frozenset[str]]:
    """The closed classes of words.csv: the words of each."""
    return {row["class"]: frozenset(row["words"].split()) for row in read_rows("words.csv")}


@cache
def _common() -> frozenset[str]:
    return frozenset().union(*classes().values())
