"""Durations ("six-year", "two and a half hours") and ages ("17-year-old", "aged 45", "in their 40s")."""

from functools import cache

from analysis.figures.figure import Reading
from analysis.figures.grammar.numbers import Number, number_at, past_of
from analysis.figures.grammar.numerals import digits_value
from analysis.figures.grammar.tokens import HYPHENS, Token, Tokens, past, past_hyphen, rows, words

YEAR = 31536000
WHOLE = frozenset(("all", "whole", "full", "entire", "another"))
OWNERS = frozenset(("his", "her", "their", "my", "our", "your", "its"))
AGED = frozenset(("age", "aged", "ages"))
OLDEST = 120


@cache
def _units() -> dict[str, tuple[str, float, bool]]:
    return {row["word"]: (row["unit"], float(row["seconds"]), row["glued"] == "yes") for row in rows("time_units.csv")}


def time_unit(tokens: Tokens, at: int) -> tuple[str, float] | None:
    """The unit of time that a token names, and its seconds."""
    token = tokens[at]
    unit, seconds, short = _units().get(token.word, (None, 0, False))
    if unit is None or (short and not (token.glued and token.text == token.word and tokens[at - 1].numeric)):
        return None
    return unit, seconds


def duration_after(tokens: Tokens, number: Number) -> Reading | None:
    """A duration in seconds, or an age in years, from the number before its unit of time."""
    at = past(tokens, past_hyphen(tokens, past_of(tokens, number)), *words("kind of day"))
    unit = time_unit(tokens, at)
    if unit is None:
        return None
    seconds = unit[1]
    if age := _age_end(tokens, at + 1):
        value = None if number.value is None else number.value * seconds / YEAR
        return Reading(number.first, age, "age", value, unit="year", magnitude=number.magnitude)
    if number.magnitude:
        low, high = number.magnitude
        return Reading(number.first, at + 1, "duration", unit="second", magnitude=(low * seconds, high * seconds))
    return _with_parts(tokens, Reading(number.first, at + 1, "duration", number.value * seconds, unit="second"))


def _age_end(tokens: Tokens, at: int) -> int | None:
    at = past_hyphen(tokens, at)
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
        at = past_hyphen(tokens, first + 1)
        unit = _one(tokens, at)
        return unit and Reading(first, at + 1, "duration", unit, unit="second")
    if word in ("a", "an") and (unit := _one(tokens, first + 1)):
        after = tokens[first + 2].word
        if tokens[first + 1].word == "second" and _is_rank(tokens, first + 2):
            return None
        if before == "in" and (after == "when" or (after == "in" and tokens[first + 3].word == "which")):
            return None  # in a year in which
        reading = _with_parts(tokens, Reading(first, first + 2, "duration", unit, unit="second"))
        return reading if before in words("before duration") or reading.last > first + 2 else None
    few = past(tokens, first, "a", "the")
    couple = tokens[few].word == "couple"
    at = past(tokens, few + 1, "of") if couple else few + 1
    unit = time_unit(tokens, at) if couple or tokens[few].word in ("few", "several") else None
    if unit is None:
        return None
    if couple:
        return Reading(first, at + 1, "duration", 2 * unit[1], unit="second", approximation="about")
    return Reading(first, at + 1, "duration", unit="second", magnitude=(2 * unit[1], 10 * unit[1]))


def _is_rank(tokens: Tokens, after: int) -> bool:
    """Whether "a second" before a token is a rank: "a second staircase", "a second or third try"."""
    word = tokens[after].word
    listed = word in ("and", "or") and tokens[past(tokens, after + 1, "a")].word == "third"
    return listed or (word.isalpha() and word not in words("function"))


def _one(tokens: Tokens, at: int) -> float | None:
    """The seconds of one unit of time, as "hour" but not "hours" names it."""
    unit = time_unit(tokens, at)
    return unit[1] if unit and not tokens[at].word.endswith("s") else None


def _owner(tokens: Tokens, first: int) -> str:
    """The word before "40s", "mid-40s" or "early 40s"."""
    at = first - 1 - (tokens[first - 1].text in HYPHENS)
    return tokens[at - 1 if tokens[at].word in ("mid", "early", "late") else at].word


def age_at(tokens: Tokens, first: int) -> Reading | None:
    """An age by the words around it: "aged 45", "a woman of 71", "John Smith, 45,", "a man, 45,", "in their 40s"."""
    token = tokens[first]
    value = digits_value(token.text) if token.text.isdecimal() and len(token.text) <= 3 else None
    if value is None or not 0 < value <= OLDEST:
        return None
    before, after = tokens[first - 1], tokens[first + 1]
    if before.word in AGED or (before.word in ("between", "from", "of") and tokens[first - 2].word in AGED):
        return Reading(first - (before.word == "age"), first + 1, "age", value, unit="year")
    ends = not after.text.isalnum() or after.word in words("function")
    if before.word == "of" and tokens[first - 2].word in words("someone") and ends and value >= 10:
        return Reading(first, first + 1, "age", value, unit="year")
    if after.word == "yo":
        return Reading(first, first + 2, "age", value, unit="year")
    if after.word == "s" and after.glued and value % 10 == 0 and _owner(tokens, first) in OWNERS:
        return Reading(first, first + 2, "age", low=value, high=value + 10, unit="year")
    compared = after.word in ("and", "or") and tokens[first + 2].word in ("older", "over", "younger", "under", "above")
    name = tokens[first - 2]
    someone = name.word in words("someone")
    named = before.text == "," and (someone or _is_name(name))
    full = someone or tokens[first - 3].capital or (after.text == "," and value >= 10)
    # the mayor, 48, who
    described = before.text == "," == after.text and tokens[first + 2].word in ("who", "whose", "said")
    kin = name.capital and tokens[first - 3].word in words("kin")  # her grandson Ewan, 16.
    being = before.word in ("is", "was") and name.word in ("who", "he", "she")  # the suspect, who is 26, was
    told = (named and (full or kin)) or described or being
    set_apart = told and after.text in ",.);" and not tokens[first + 2].numeric
    return Reading(first, first + 1, "age", value, unit="year") if compared or set_apart else None


def _is_name(token: Token) -> bool:
    return token.capital and token.text.isalpha() and token.word not in words("function")
