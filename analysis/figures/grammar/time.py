"""What the rules of time share: a time read from tokens, the words of the calendar, and tense."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from analysis.figures.grammar.days import Days
from analysis.figures.grammar.tokens import Tokens, rows, words

APOSTROPHES = frozenset("'’‘")
TITLE = 4  # letters of Gov., Sen. and Mr., whose full stop ends no sentence
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
    """Words of one class of calendar.csv with what they mean."""
    return {row["word"]: row["value"] for row in rows("calendar.csv") if row["class"] == name}


@cache
def counted(name: str) -> dict[str, int]:
    """Words of a class of calendar.csv whose meanings are numbers: months, weekdays, steps, relative days, decades."""
    return {word: int(value) for word, value in calendar(name).items()}


@cache
def unsure() -> frozenset[str]:
    """Words of the calendar that mean something else as often ("may", "sun")."""
    return frozenset(row["word"] for row in rows("calendar.csv") if row["sure"] == "no")


def yearless(
    tokens: Tokens, first: int, last: int, grain: str, of_year: Callable[[int], Days | None], today: date | None
) -> Time:
    """A time that names no year, in the year it most likely means.

    Its next occurrence where it lies ahead, or where its tense is not told and that is near; else its last one.
    """
    if today is None:
        return Time(first, last, grain, None, of_year)
    years = range(9)  # a 29 February may be eight years away
    behind = next((days for step in years if (days := of_year(today.year - step)) and days.low <= today), None)
    ahead = next((days for step in years if (days := of_year(today.year + step)) and days.high > today), None)
    tense = tense_at(tokens, first)
    near = tense is None and ahead and behind and 3 * (ahead.low - today) < today - behind.high
    return Time(first, last, grain, ahead if near or tense == "ahead" else behind, of_year)


def tense_at(tokens: Tokens, first: int) -> str | None:
    """Whether the time at a token lies "ahead" ("will open on Friday", "by March") or "behind"; None where none tells.

    The words before it in its sentence decide, from the nearest on; at a sentence's start those after it.
    """
    before = (tokens[first - 1].word, tokens[first - 2].word)
    if before[0] in ("by", "until", "till"):
        return "ahead"
    if not words("told").isdisjoint(before):
        return "behind"
    step = 1 if before[1] in ("\n", ".", "“", '"') else -1
    past = None
    for at in range(first + step, first + step * NEAR, step):
        if not 0 <= at < len(tokens) or tokens[at].word in ("\n", ";", "but", "after", "since"):
            break
        if tokens[at].text == "." and not (tokens[at - 1].capital and len(tokens[at - 1].text) <= TITLE):
            break
        if tokens[at].word in words("ahead"):
            return "ahead"
        if tokens[at].word in words("behind") or tokens[at].word.endswith("ed"):
            past = "behind"
    return past
