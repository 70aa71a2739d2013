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


@cache
def calendar(name: str) -> dict[str, str]:
    """Words of one class of calendar.csv with their values."""
    return {row["word"]: row["value"] for row in rows("calendar.csv") if row["class"] == name}


@cache
def unsure() -> frozenset[str]:
    """Words of the calendar that mean something else as often ("may", "sun")."""
    return frozenset(row["word"] for row in rows("calendar.csv") if row["sure"] == "no")


def tense_at(tokens: Tokens, first: int) -> str | None:
    """Whether the time at a token lies "ahead" ("will open on Friday", "by March") or "behind"; None where none tells.

    The words before it in its sentence decide, from the nearest on; at a sentence's start those after it.
    """
    ahead, told, behind = words("ahead"), words("told"), words("behind")
    if tokens[first - 1].word in ("by", "until", "till"):
        return "ahead"
    if tokens[first - 1].word in told or tokens[first - 2].word in told:
        return "behind"
    step = 1 if tokens[first - 2].word == "\n" or tokens[first - 2].text in '.“"' else -1
    past = None
    for at in range(first + step, first + step * NEAR, step):
        if not 0 <= at < len(tokens) or tokens[at].text in "\n.;" or tokens[at].word in ("but", "after", "since"):
            break
        if tokens[at].word in ahead:
            return "ahead"
        if tokens[at].word in behind or tokens[at].word.endswith("ed"):
            past = "behind"
    return past


def placed(of_year: Callable[[int], Days | None], today: date | None, tense: str | None) -> Days | None:
    """A time without year, placed: its next occurrence ahead or, without tense, where it is near; else its last."""
    if today is None:
        return None
    years = range(9)  # a 29 February may be eight years away
    past = next((days for step in years if (days := of_year(today.year - step)) and days.low <= today), None)
    future = next((days for step in years if (days := of_year(today.year + step)) and days.high > today), None)
    if tense == "ahead" or (tense is None and past and future and 3 * (future.low - today) < today - past.high):
        return future
    return past


def valid_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR
