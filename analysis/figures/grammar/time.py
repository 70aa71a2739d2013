"""What the rules of time share: a time read from tokens, and the words of the calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from analysis.figures.grammar.days import FIRST_YEAR, LAST_YEAR, Days
from analysis.figures.grammar.tokens import Token, rows, words

Tokens = list[Token]
NEAR = 20  # tokens on either side in which a word may show that a time lies ahead


@dataclass(slots=True)
class Time:
    """A time at tokens first to last (excluded). days: None where they are not known.

    of_year: for a time that names no year, its days in a given year.
    """

    first: int
    last: int
    grain: str
    days: Days | None = None
    of_year: Callable[[int], Days | None] | None = None
    ahead: bool | None = None


@cache
def calendar(name: str) -> dict[str, str]:
    """Words of one class of calendar.csv with their values."""
    return {row["word"]: row["value"] for row in rows("calendar.csv") if row["class"] == name}


@cache
def unsure() -> frozenset[str]:
    """Words of the calendar that mean something else as often ("may", "sun")."""
    return frozenset(row["word"] for row in rows("calendar.csv") if row["sure"] == "no")


def looks_ahead(tokens: Tokens, first: int) -> bool:
    """Whether the time at a token lies ahead: "will open on Friday", "by March"; not "will open, it said on Friday"."""
    ahead, told = words("ahead"), words("told")
    if tokens[first - 1].word in ("by", "until", "till"):
        return True
    if tokens[first - 1].word in told or tokens[first - 2].word in told:
        return False
    step = 1 if tokens[first - 2].word == "\n" or tokens[first - 2].text in '.“"' else -1
    for at in range(first + step, first + step * NEAR, step):
        if not 0 <= at < len(tokens) or tokens[at].text in "\n.;" or tokens[at].word in ("but", "after", "since"):
            return False
        if tokens[at].word in ahead:
            return True
    return False


def placed(of_year: Callable[[int], Days | None], today: date | None, ahead: bool) -> Days | None:
    """A time without year, placed: its last occurrence, or its next where the text looks ahead."""
    if today is None:
        return None
    nearby = [days for step in range(-8, 9) if (days := of_year(today.year + step))]
    past = [days for days in nearby if days.low <= today]
    future = [days for days in nearby if days.high > today]
    if ahead:
        return future[0] if future else None
    return past[-1] if past else None


def valid_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR
