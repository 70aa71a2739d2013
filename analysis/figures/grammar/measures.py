"""Percentages and measures: a number and the unit that follows it."""

from functools import cache

from analysis.figures.figure import Reading
from analysis.figures.grammar.numbers import Number, number_at, past_of
from analysis.figures.grammar.tokens import HYPHENS, Phrases, Tokens, is_tight, past_hyphen, rows

PERCENTAGES = {
    (1.0, "percent"): ("%", "percent", "per cent", "pct", "pct.", "percentage", "％"),
    (1.0, "pp"): (
        "percentage point",
        "percentage points",
        "percentage-point",
        "% point",
        "% points",
        "pp",
        "ppt",
        "pts",
    ),
    (0.01, "percent"): ("basis point", "basis points", "basis-point", "bps", "bp"),
}
PERCENT = Phrases((form, meaning) for meaning, forms in PERCENTAGES.items() for form in forms)
PARTS = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("yard", "foot"): 3, ("meter", "centimeter"): 100}
SIZES = frozenset(["thick", "long", "wide", "tall", "high", "deep", "across"])
PER_TIME = {"ms": "millisecond", "millisecond": "millisecond"} | {
    form: unit
    for unit, forms in {
        "second": ("second", "sec", "s"),
        "minute": ("minute", "min"),
        "hour": ("hour", "hr", "h"),
    }.items()
    for form in forms
}
QUOTES = frozenset("'′\"″”")


@cache
def _units() -> Phrases:
    return Phrases((row["form"], (row["unit"], row["dimension"], row["glued"] == "yes")) for row in rows("units.csv"))


def percent_after(tokens: Tokens, number: Number) -> Reading | None:
    """A percentage: 5% and 5 percent are 5; 25 basis points are 0.25; "half a percentage point" is 0.5."""
    at = past_of(tokens, number)
    found = PERCENT.at(tokens, at) or PERCENT.at(tokens, past_hyphen(tokens, at))
    if found is None:
        return None
    (factor, unit), last = found
    value = None if number.value is None else number.value * factor
    return Reading(number.first, last, "percent", value, unit=unit, magnitude=number.magnitude)


def measure_after(tokens: Tokens, number: Number) -> Reading | None:
    """A measure in pint's unit: "six feet two inches" is 6.17 foot, "50 metres per second" 50 meter / second."""
    at = past_of(tokens, number)
    found = _inches(tokens, number, at) or _unit_at(tokens, past_hyphen(tokens, at))
    if found is None:
        return None
    unit, dimension, last = found
    reading = Reading(number.first, last, "measure", number.value, unit=unit, magnitude=number.magnitude)
    if dimension in ("length", "data"):
        _read_rate(tokens, reading)
    return _with_parts(tokens, reading) if number.value is not None else reading


def _inches(tokens: Tokens, number: Number, at: int) -> tuple[str, str, int] | None:
    """Inches and feet written as "in" or quotation marks, which mean something else in most texts: 2 in thick, 6'2"."""
    token, after = tokens[at], tokens[at + 1]
    if token.text in QUOTES and after.word in SIZES:
        return "inch", "length", at + 1
    if token.word == "in" and not number.spelled and (after.word in SIZES or after.word in ("\n", ")")):
        return "inch", "length", at + 1
    feet = token.text in "'′" and is_tight(tokens, at) and after.numeric and tokens[at + 2].text in QUOTES
    return ("foot", "length", at + 1) if feet else None


def _unit_at(tokens: Tokens, at: int) -> tuple[str, str, int] | None:
    """Unit, dimension and end of the words of a unit; a letter counts only where it touches its number."""
    token = tokens[at]
    found = _units().at(tokens, at)
    if found is None:
        return None
    (unit, dimension, glued), last = found
    after = tokens[last]
    if glued and not (token.glued and (token.text != token.word or token.text.islower())):
        return None
    if len(token.text) <= 2 and after.text == "." and is_tight(tokens, last) and tokens[last + 1].word.isalpha():
        return None  # 5 C.E.
    if not (after.numeric and after.glued):
        return unit, dimension, last
    power = dimension == "length" and after.text in ("2", "3")
    return (f"{unit} ** {after.text}", "power", last + 1) if power else None


def _read_rate(tokens: Tokens, reading: Reading) -> None:
    """Extend a length or data over the time it is for: "km/h", "metres per second"."""
    at = reading.last
    if tokens[at].word in ("per", "/", "a", "an") and (time := PER_TIME.get(tokens[at + 1].word)):
        reading.unit, reading.last = f"{reading.unit} / {time}", at + 2
        if reading.unit in ("mile / hour", "kilometer / hour"):
            reading.unit = reading.unit.replace(" / ", "_per_")


def _with_parts(tokens: Tokens, reading: Reading) -> Reading:
    """Extend feet over inches and pounds over ounces: "6ft 4in", "5-foot-10", "7lb 3oz"."""
    after = tokens[reading.last]
    hyphened = after.text in HYPHENS and reading.unit == "foot"
    at = reading.last + (hyphened or after.text in "'′" or after.word == "and")
    part = number_at(tokens, at, joined=False)
    if part is None or part.value is None:
        return reading
    found = _units().at(tokens, part.last)
    inches = reading.unit == "foot" and part.value < 12
    if inches and hyphened and found is None:
        reading.value, reading.last = reading.value + part.value / 12, part.last
    elif inches and (tokens[part.last].text in '"″”' or tokens[part.last].word == "in"):
        reading.value, reading.last = reading.value + part.value / 12, part.last + 1
    elif found and (whole := PARTS.get((reading.unit, found[0][0]))) and part.value < whole:
        reading.value, reading.last = reading.value + part.value / whole, found[1]
    return reading
