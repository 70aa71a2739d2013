"""Counts and lists in English words, for the sentences that findings are told in."""

from collections.abc import Iterable

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(count: int, noun: str) -> str:
    """A count and its noun, small numbers in words: "five articles", "1,141 claims", "no facts"."""
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def number(count: int) -> str:
    """A count, small ones in words."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def listing(words: Iterable[str]) -> str:
    """The words, of which there is one at least, as English lists them: "A", "A and B", "A, B and C"."""
    *head, last = words
    return f"{', '.join(head)} and {last}" if head else last
