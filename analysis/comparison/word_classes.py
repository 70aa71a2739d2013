"""The classes of words that the rules of this folder go by."""

from functools import cache

from analysis import data


def word_class(name: str) -> frozenset[str]:
    """The words of a class of words.csv; KeyError where there is no such class."""
    return frozenset(word_order(name))


def word_order(name: str) -> tuple[str, ...]:
    """The same, in the order of the file."""
    return _classes()[name]


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {row["class"]: tuple(row["words"].split()) for row in data.rows(__package__, "words.csv")}
