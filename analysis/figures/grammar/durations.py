"""Durations ("six-year", "two and a half hours") and ages ("17-year-old", "aged 45", "in their 40s")."""

from functools import cache

from analysis.figures.figure import Reading
from analysis.figures.grammar.numbers import Number, digits_value, number_at
from analysis.figures.grammar.tokens import HYPHENS, Tokens, rows, words

YEAR = 31536000
WHOLE = frozenset(["all", "whole", "full", "entire", "another"])
AFTER_WHICH = frozenset(["for", "in", "within", "over", "than", "nearly", "almost", "about", "after", "lasting", "lasted", "lasts", "took", "takes", "take", "taking", "spent", "spend"])  # fmt: skip  # noqa: E501
OWNERS = frozenset(["his", "her", "their", "my", "our", "your", "its"])
AGED = frozenset(("age", "aged", "ages"))
OLDEST = 120


@cache
def _units() -> dict[str, tuple[str, float, bool]]:
    return {row["word"]: (row["unit"], float(row["seconds"]), row["glued"] == "yes") for row in rows("time_units.csv")}


def time_unit(tokens: Tokens, at: int) -> tuple[str, float] | None:
    """The unit of time that a token names, and its seconds."""
    found = _units().get(tokens[at].word)
    return found[:2] if found and (not found[2] or (tokens[at].glued and tokens[at - 1].numeric)) else None


def duration_after(tokens: Tokens, number: Number) -> Reading | None:
    """A duration in seconds, or an age in years, from the number before its unit of time."""
    at = _past_hyphens(tokens, number.last)
    at += tokens[at].word in words("kind of day")
    if number.spelled and number.value is not None and number.value < 1 and tokens[at].word in ("a", "an", "of"):
        at += 2 if tokens[at].word == "of" and tokens[at + 1].word in ("a", "an") else 1
    unit = time_unit(tokens, at)
    if unit is None:
        return None
    seconds = unit[1]
    if age := _age_end(tokens, at + 1):
        value = number.value if seconds == YEAR else None if number.value is None else number.value * seconds / YEAR
        return Reading(number.first, age, "age", value, unit="year", magnitude=number.magnitude)
    if number.magnitude:
        low, high = number.magnitude
        return Reading(number.first, at + 1, "duration", unit="second", magnitude=(low * seconds, high * seconds))
    return _with_parts(tokens, Reading(number.first, at + 1, "duration", number.value * seconds, unit="second"))


def _past_hyphens(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens[at].text in HYPHENS else at


def _age_end(tokens: Tokens, at: int) -> int | None:
    at = _past_hyphens(tokens, at)
    if tokens[at].word in ("old", "olds"):
        return at + 1
    return at + 2 if tokens[at].word == "of" and tokens[at + 1].word == "age" else None


def _with_parts(tokens: Tokens, reading: Reading) -> Reading:
    """Extend "1 hour" over "20 minutes", "a year" over "and a half"."""
    seconds = 0.0
    while True:
        seconds = (time_unit(tokens, reading.last - 1) or (None, seconds))[1]
        at = reading.last + (tokens[reading.last].word == "and")
        part = number_at(tokens, at, joined=False)
        if part is None or part.value is None:
            return reading
        unit = time_unit(tokens, part.last)
        if unit:
            reading.value, reading.last = reading.value + part.value * unit[1], part.last + 1
        elif at > reading.last and 0 < part.value < 1 and part.spelled and tokens[part.last].word != "of":
            reading.value, reading.last = reading.value + part.value * seconds, part.last
        else:
            return reading


def duration_at(tokens: Tokens, first: int) -> Reading | None:
    """A duration without number: "an hour" after "for", "another week", "a few days", "a couple of months"."""
    word, before = tokens[first].word, tokens[first - 1].word
    if word in WHOLE:
        unit = time_unit(tokens, _past_hyphens(tokens, first + 1))
        last = _past_hyphens(tokens, first + 1) + 1
        return (
            Reading(first, last, "duration", unit[1], unit="second")
            if unit and tokens[last - 1].word[-1] != "s"
            else None
        )
    if word in ("a", "an") and (before in AFTER_WHICH or tokens[first + 2].word == "and"):
        unit = time_unit(tokens, first + 1)
        if unit and tokens[first + 1].word[-1] != "s":
            reading = _with_parts(tokens, Reading(first, first + 2, "duration", unit[1], unit="second"))
            return reading if before in AFTER_WHICH or reading.last > first + 2 else None
    few = first + (word in ("a", "the"))
    if tokens[few].word in ("few", "several"):
        unit = time_unit(tokens, few + 1)
        return unit and Reading(first, few + 2, "duration", unit="second", magnitude=(2 * unit[1], 10 * unit[1]))
    if tokens[few].word == "couple":
        at = few + 1 + (tokens[few + 1].word == "of")
        unit = time_unit(tokens, at)
        return unit and Reading(first, at + 1, "duration", 2 * unit[1], unit="second", approximation="about")
    return None


def age_at(tokens: Tokens, first: int) -> Reading | None:
    """An age that is known by the words before it: "aged 45", "John Smith, 45,", "in their 40s"."""
    token = tokens[first]
    value = digits_value(token.text) if token.text.isdecimal() and len(token.text) <= 3 else None
    if value is None or not 0 < value <= OLDEST:
        return None
    before, after = tokens[first - 1], tokens[first + 1]
    if before.word in AGED or (before.word in ("between", "from") and tokens[first - 2].word in AGED):
        return Reading(first - (before.word == "age"), first + 1, "age", value, unit="year")
    if after.word in ("and", "or") and tokens[first + 2].word in ("older", "over", "younger", "under", "above"):
        return Reading(first, first + 1, "age", value, unit="year")
    if after.word == "s" and (after.glued or tokens[first + 2].glued) and value % 10 == 0 and before.word in OWNERS:
        return Reading(first, first + 2, "age", low=value, high=value + 10, unit="year")
    if after.word == "yo":
        return Reading(first, first + 2, "age", value, unit="year")
    named = (
        before.text == ","
        and tokens[first - 2].capital
        and tokens[first - 3].capital
        and tokens[first - 2].text.isalpha()
    )
    if named and after.text in ",.)" and after.text != "\n" and not tokens[first + 2].numeric:
        return Reading(first, first + 1, "age", value, unit="year")
    return None
