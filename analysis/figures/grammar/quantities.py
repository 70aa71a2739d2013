"""Quantities: a number with its currency, unit or noun, and ranges of them."""

from dataclasses import dataclass

from analysis.figures.figure import Reading
from analysis.figures.grammar.durations import age_at, duration_after, duration_at
from analysis.figures.grammar.measures import measure_after, percent_after
from analysis.figures.grammar.money import is_bare_sum, money_after, money_before, read_letter
from analysis.figures.grammar.numbers import Number, Tokens, number_at, numerals, ordinal_at
from analysis.figures.grammar.tokens import DASHES, HYPHENS, words

JOINTS = frozenset(["to", "or", "till", "until"])
RANGED = frozenset(("money", "percent", "number", "measure", "age", "duration"))


@dataclass(slots=True)
class Quantity:
    """A reading and the number in it, whose scale a range may share."""

    number: Number
    reading: Reading


def quantity_at(tokens: Tokens, first: int) -> Reading | None:
    """The quantity or range that starts at token first."""
    opening = tokens[first].word if tokens[first].word in ("between", "from") else None
    start = first + (opening is not None)
    left = _single(tokens, start, joined=opening != "between")
    if left is None:
        return None if opening else _unnumbered(tokens, first)
    ranged = _range(tokens, first, left, opening)
    return ranged or (None if opening else left.reading if left.reading.kind else None)


def _unnumbered(tokens: Tokens, first: int) -> Reading | None:
    return duration_at(tokens, first) or _ordinal(tokens, first)


def _single(tokens: Tokens, first: int, *, joined: bool = True) -> Quantity | None:
    if found := money_before(tokens, first):
        return Quantity(*found)
    if reading := age_at(tokens, first):
        return Quantity(Number(first, reading.last, reading.value), reading)
    if ordinal := _ordinal(tokens, first):
        return Quantity(Number(first, ordinal.last, ordinal.value), ordinal)
    number = number_at(tokens, first, joined=joined)
    if number is None:
        return None
    reading = (
        percent_after(tokens, number)
        or money_after(tokens, number)
        or duration_after(tokens, number)
        or measure_after(tokens, number)
        or _count(tokens, number)
    )
    if number.about and reading.approximation is None:
        reading.approximation = "about"
    return Quantity(number, reading)


def _count(tokens: Tokens, number: Number) -> Reading:
    kind = "money" if is_bare_sum(tokens, number) else "number"
    reading = Reading(number.first, number.last, kind, number.value, magnitude=number.magnitude)
    if (
        number.spelled
        and tokens[number.first].word == "one"
        and number.last == number.first + 1
        and not _is_counted(tokens, number)
    ):
        reading.kind = None
    return reading


def _is_counted(tokens: Tokens, number: Number) -> bool:
    """Whether "one" counts something, and is no pronoun."""
    before, after = tokens[number.first - 1].word, tokens[number.last].word
    return (
        (after in words("counted by one") and before not in words("before pronoun one"))
        or (before in words("before one") and after.isalpha() and after not in words("after pronoun one"))
        or (after == "in" and number_at(tokens, number.last + 1) is not None)
    )


def _ordinal(tokens: Tokens, first: int) -> Reading | None:
    """An ordinal that ranks a noun: "the third woman", "21st", but no adverb ("first reported by")."""
    number = ordinal_at(tokens, first)
    if number is None:
        return None
    before, after = tokens[first - 1], tokens[number.last]
    if (
        number.spelled
        and number.last == first + 1
        and before.word != "the"
        and (before.word not in words("before ordinal") or not (after.word.isalpha() or after.text in HYPHENS))
    ):
        return None
    return Reading(first, number.last, "ordinal", number.value)


def _range(tokens: Tokens, first: int, left: Quantity, opening: str | None) -> Reading | None:
    """Two quantities of one kind joined as a range; the left one takes unit and scale from the right if it has none."""
    at = _joint(tokens, left, opening)
    if at is None:
        return None
    origin = first if opening == "from" else first - 1
    if tokens[origin].word == "from" and any(tokens[origin - step].word in words("change") for step in (1, 2, 3)):
        return None  # "rose from 3 to 4" tells two values, not a range
    if tokens[first - 1].word == "by" and tokens[at - 1].word == "to":
        return None  # "cut by 25 points to 3 percent"
    one = left.reading
    right = _single(tokens, at)
    if right and one.kind == "money" and right.reading.kind in ("number", "measure"):
        right = _of_currency(tokens, at, one.unit, loose=opening is None and tokens[at - 1].word in JOINTS)
    if right is None or right.reading.kind not in RANGED or None in (right.number.value, left.number.value):
        return None
    two = right.reading
    if one.kind == "age" and two.kind == "number":
        two.kind, two.unit = one.kind, one.unit
    bare = one.kind == "number"
    if not bare and (one.kind != two.kind or one.unit != two.unit):
        return None
    low = left.number.value * (two.value / right.number.value if bare and right.number.value else 1)
    low = low if bare else one.value
    if left.number.scale == 1 < right.number.scale and left.number.value < right.number.value / right.number.scale:
        low *= right.number.scale
    if low is None or two.value is None or not low < two.value:
        return None
    return Reading(first, two.last, two.kind, low=low, high=two.value, unit=two.unit)


def _of_currency(tokens: Tokens, first: int, currency: str | None, *, loose: bool) -> Quantity | None:
    """The upper bound of "$3-4bn"; after a mere "to" it must have a scale, for "$5 to 3 people" is no range."""
    number = number_at(tokens, first)
    if number is None:
        return None
    read_letter(tokens, number)
    if loose and number.scale == 1:
        return None
    return Quantity(number, Reading(first, number.last, "money", number.value, unit=currency))


def _joint(tokens: Tokens, left: Quantity, opening: str | None) -> int | None:
    """The token after the word or dash that joins a range."""
    at = left.reading.last
    if opening == "between":
        return at + 1 if tokens[at].word == "and" or tokens[at].word == "to" else None
    hyphen = tokens[at].text in HYPHENS and tokens[at + 1].word in JOINTS
    if tokens[at + hyphen].word in JOINTS:
        after = at + hyphen + 1
        after += tokens[after].text in HYPHENS
        return (
            after
            if tokens[at + hyphen].word != "or"
            or tokens[after].word in numerals("one") | numerals("teen")
            or tokens[after].numeric
            else None
        )
    if tokens[at].text in DASHES and (tokens[at].glued == tokens[at + 1].glued or tokens[at].glued):
        return at + 1
    return None
