"""Ranges of quantities: "$3 to $4 billion", "between 40 and 45 percent", "5-7%"; and units that two numbers share."""

from dataclasses import replace

from analysis.figures.figure import Reading
from analysis.figures.grammar.money import read_letter
from analysis.figures.grammar.numbers import number_at
from analysis.figures.grammar.numerals import number_words
from analysis.figures.grammar.quantities import Quantity, one_at, unnumbered_at
from analysis.figures.grammar.tokens import DASHES, Tokens, past_hyphen, words

JOINTS = frozenset(("to", "or", "till", "until"))
RANGED = frozenset(("money", "percent", "number", "measure", "age", "duration"))
SHARED = frozenset(("percent", "measure", "duration"))
ALIKE = 20  # how many times as large a number may be as the one whose scale it shares ("from 52 to 41 million")


def quantity_at(tokens: Tokens, first: int) -> Reading | None:
    """The quantity or range that starts at token first."""
    opening = tokens[first].word if tokens[first].word in ("between", "from") else None
    left = one_at(tokens, first + (opening is not None), joined=opening != "between")
    if left is None:
        return None if opening else unnumbered_at(tokens, first)
    at = _joint(tokens, left.reading.last, opening)
    if opening == "from" and at and tokens[at - 1].text in DASHES:
        return None  # "from $20-$21bn": the range stands alone
    right = _second(tokens, at, left, opening) if at else None
    if right and not _is_change(tokens, first, at, left):
        low, high = _sharing(left, right), right.reading
        if _is_range(tokens, first, at, low, high, opening) and not _is_score(tokens, left, at, right):
            return Reading(first, high.last, high.kind, low=low.value, high=high.value, unit=high.unit)
        if tokens[at - 1].word in ("and", "or") or tokens[first - 1].word == "from":
            return low  # "45 and 50 mg", "from 52 to 41 million"
    return None if opening or left.reading.kind is None else left.reading


def _is_change(tokens: Tokens, first: int, at: int, left: Quantity) -> bool:
    """Whether two quantities tell a change and its result: "cut by 25 points to 3 percent", "rose $2 to $45"."""
    if tokens[at - 1].word != "to" or (left.reading.kind == "number" and left.number.value >= 1):
        return False
    changed = any(tokens[first - step].word in words("change") for step in (1, 2, 3))
    return tokens[first - 1].word == "by" or (changed and tokens[first].word != "from")


def _joint(tokens: Tokens, at: int, opening: str | None) -> int | None:
    """The token after the word or dash that joins two quantities."""
    word = tokens[at].word
    if word == "and" or (opening == "between" and word == "to"):
        return at + 1
    joint = past_hyphen(tokens, at)
    if tokens[joint].word in JOINTS:
        return past_hyphen(tokens, joint + 1)  # 8- to 16-metre, three-to-five-year
    glued = tokens[at].glued or tokens[at].glued == tokens[at + 1].glued
    return at + 1 if tokens[at].text in DASHES and glued else None


def _is_score(tokens: Tokens, left: Quantity, at: int, right: Quantity) -> bool:
    """Whether two bare numbers tell a result ("lost 3-6, 4-6", "a 52-48 vote") and no range."""
    first, last = left.number.first, right.number.last
    if right.reading.kind != "number" or tokens[at - 1].text not in DASHES or last - first != 3:
        return False
    near = (*tokens[first - 4 : first], *tokens[last : last + 2])
    beside = tokens[last].text == "," and tokens[last + 2].text in DASHES or tokens[first - 3].text in DASHES
    return beside or any(token.word in words("score") for token in near)


def _second(tokens: Tokens, at: int, left: Quantity, opening: str | None) -> Quantity | None:
    """The quantity after a joint, where it is of the kind of the one before it."""
    right = one_at(tokens, at)
    loose = opening is None and tokens[at - 1].word in JOINTS
    if right and left.reading.kind == "money" and right.reading.kind in ("number", "measure"):
        right = _of_currency(tokens, at, left.reading.unit, loose)
    if right is None or right.reading.kind not in RANGED or None in (right.number.value, left.number.value):
        return None
    one, two = left.reading, right.reading
    if one.kind == "age" and two.kind == "number":
        two.kind, two.unit = one.kind, one.unit
    if tokens[at - 1].word == "and" and opening != "between" and (one.kind != "number" or two.kind not in SHARED):
        return None
    return right if one.kind in (None, "number") or (one.kind, one.unit) == (two.kind, two.unit) else None


def _of_currency(tokens: Tokens, first: int, currency: str | None, loose: bool) -> Quantity | None:
    """The upper bound of "$3-4bn"; after a mere "to" it must have a scale, for "$5 to 3 people" is no range."""
    number = number_at(tokens, first)
    if number is None:
        return None
    read_letter(tokens, number)
    if loose and number.scale == 1:
        return None
    return Quantity(number, Reading(first, number.last, "money", number.value, unit=currency))


def _sharing(left: Quantity, right: Quantity) -> Reading:
    """The left quantity with unit and scale of the right one where it has none: "3 to 4 billion", "45 and 50 mg"."""
    one, two = replace(left.reading), right.reading
    if one.kind in (None, "number"):
        worth = two.value / right.number.value if right.number.value else 1
        one.kind, one.unit, one.value = two.kind, two.unit, left.number.value * worth
    alike = left.number.value < ALIKE * right.number.value / right.number.scale
    if left.number.scale == 1 < right.number.scale and alike:
        one.value *= right.number.scale
    return one


def _is_range(tokens: Tokens, first: int, at: int, one: Reading, two: Reading, opening: str | None) -> bool:
    if tokens[at - 1].word == "and" and opening != "between":
        return False
    origin = first if opening == "from" else first - 1
    if tokens[origin].word == "from" and any(tokens[origin - step].word in words("change") for step in (1, 2, 3)):
        return False  # "rose from 3 to 4" tells two values
    if tokens[at - 1].word == "or" and not (tokens[at].numeric or tokens[at].word in number_words()):
        return False
    return one.value < two.value
