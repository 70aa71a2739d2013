"""Percentages and measures: a number and the unit that follows it."""

from functools import cache

from analysis.figures.figure import Reading
from analysis.figures.grammar.numbers import Number, number_at
from analysis.figures.grammar.tokens import HYPHENS, Phrases, Tokens, rows

PERCENT = Phrases(
    [(form, (1.0, "percent")) for form in ("%", "percent", "per cent", "pct", "pct.", "percentage", "％")]
    + [
        (form, (1.0, "pp"))
        for form in (
            "percentage point",
            "percentage points",
            "percentage-point",
            "%-point",
            "pp",
            "ppt",
            "pts",
            "% point",
            "% points",
        )
    ]  # fmt: skip
    + [(form, (0.01, "percent")) for form in ("basis point", "basis points", "basis-point", "bps", "bp")]
)
PARTS = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("yard", "foot"): 3, ("meter", "centimeter"): 100}
SIZES = frozenset(["thick", "long", "wide", "tall", "high", "deep", "across"])
PER_TIME = {"second": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "h": "hour", "millisecond": "millisecond", "ms": "millisecond"}  # fmt: skip  # noqa: E501


@cache
def _units() -> Phrases:
    return Phrases((row["form"], (row["unit"], row["dimension"], row["glued"] == "yes")) for row in rows("units.csv"))


def percent_after(tokens: Tokens, number: Number) -> Reading | None:
    """A percentage: 5% and 5 percent are 5; 25 basis points are 0.25."""
    found = PERCENT.at(tokens, _past_hyphen(tokens, number.last)) or PERCENT.at(tokens, number.last)
    if found is None:
        fraction = number.spelled and tokens[number.last].word in ("a", "of")
        found = PERCENT.at(tokens, number.last + 1 + (tokens[number.last].word == "of")) if fraction else None
        if found is None:
            return None
    (factor, unit), last = found
    value = None if number.value is None else number.value * factor
    return Reading(number.first, last, "percent", value, unit=unit, magnitude=number.magnitude)


def measure_after(tokens: Tokens, number: Number) -> Reading | None:
    """A measure in pint's unit: "six feet two inches" is 6.17 foot, "50 metres per second" 50 meter / second."""
    found = _unit_at(tokens, number, _past_hyphen(tokens, number.last))
    if found is None:
        return None
    unit, dimension, last = found
    reading = Reading(number.first, last, "measure", number.value, unit=unit, magnitude=number.magnitude)
    if dimension in ("length", "data"):
        _read_rate(tokens, reading)
    return _with_parts(tokens, reading) if number.value is not None else reading


def _past_hyphen(tokens: Tokens, at: int) -> int:
    return at + (tokens[at].text in HYPHENS and (tokens[at + 1].glued or not tokens[at].glued))


def _unit_at(tokens: Tokens, number: Number, at: int) -> tuple[str, str, int] | None:
    token = tokens[at]
    if number.spelled and tokens[at].word in ("a", "an", "of") and number.value is not None and number.value < 1:
        at += 2 if tokens[at].word == "of" and tokens[at + 1].word in ("a", "an") else 1
    if tokens[at].text in '"″' and tokens[at + 1].word in SIZES:
        return "inch", "length", at + 1
    if tokens[at].word == "in" and not number.spelled:
        sized = tokens[at + 1].word in SIZES or (tokens[at + 1].word in ("\n", ")") and not number.spelled)
        return ("inch", "length", at + 1) if sized else None
    if (
        token.text in "'′"
        and token.glued
        and tokens[at + 1].numeric
        and tokens[at + 2].text in "\"″”'"
        and tokens[at + 1].glued
    ):
        return "foot", "length", at + 1
    found = _units().at(tokens, at)
    if found is None:
        return None
    (unit, dimension, glued), last = found
    symbol = len(tokens[at].text) <= 2 and last == at + 1
    if glued and not (token.glued and token.text != token.word or token.glued and tokens[at].text.islower()):
        return None
    if symbol and (
        tokens[last].glued and tokens[last].text == "." and tokens[last + 1].glued and tokens[last + 1].word.isalpha()
    ):
        return None
    if tokens[last].numeric and tokens[last].glued:
        if dimension != "length" or tokens[last].text not in ("2", "3"):
            return None
        return f"{unit} ** {tokens[last].text}", "power", last + 1
    return unit, dimension, last


def _read_rate(tokens: Tokens, reading: Reading) -> None:
    at = reading.last
    if tokens[at].word in ("per", "/", "a", "an") and (time := PER_TIME.get(tokens[at + 1].word)):
        reading.unit, reading.last = f"{reading.unit} / {time}", at + 2
        if reading.unit in ("mile / hour", "kilometer / hour"):
            reading.unit = reading.unit.replace(" / ", "_per_")


def _with_parts(tokens: Tokens, reading: Reading) -> Reading:
    """Extend feet over inches and pounds over ounces."""
    if tokens[reading.last].text in HYPHENS and reading.unit == "foot" and tokens[reading.last + 1].numeric:
        inches = number_at(tokens, reading.last + 1, joined=False)
        if inches and inches.value < 12 and _unit_at(tokens, inches, inches.last) is None:
            reading.value, reading.last = reading.value + inches.value / 12, inches.last
        return reading
    at = reading.last + (tokens[reading.last].text in "'′" or tokens[reading.last].word == "and")
    part = number_at(tokens, at, joined=False)
    if part is None or part.value is None:
        return reading
    if tokens[reading.last - 1].text in "'′" and tokens[part.last].text in '"″”':
        reading.value, reading.last = reading.value + part.value / 12, part.last + 1
        return reading
    if tokens[part.last].word == "in" and reading.unit == "foot":
        reading.value, reading.last = reading.value + part.value / 12, part.last + 1
        return reading
    found = _units().at(tokens, part.last)
    whole = found and PARTS.get((reading.unit, found[0][0]))
    if whole and part.value < whole:
        reading.value, reading.last = reading.value + part.value / whole, found[1]
    return reading
