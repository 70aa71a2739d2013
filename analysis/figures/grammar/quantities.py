"""Quantities: a number with its currency, unit or noun."""

from dataclasses import dataclass

from analysis.figures.figure import Reading
from analysis.figures.grammar.durations import age_at, duration_after, duration_at
from analysis.figures.grammar.measures import measure_after, percent_after
from analysis.figures.grammar.money import is_bare_sum, money_after, money_before
from analysis.figures.grammar.numbers import Number, number_at, ordinal_at
from analysis.figures.grammar.tokens import HYPHENS, Tokens, words


@dataclass(slots=True)
class Quantity:
    """A reading and the number in it, whose scale a range may share."""

    number: Number
    reading: Reading


def unnumbered_at(tokens: Tokens, first: int) -> Reading | None:
    """A duration without number, or an ordinal."""
    return duration_at(tokens, first) or _ordinal(tokens, first)


def one_at(tokens: Tokens, first: int, *, joined: bool = True) -> Quantity | None:
    """The single quantity that starts at token first; kind None where its number is no figure (a pronoun "one")."""
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
    word, before, after = tokens[number.first].word, tokens[number.first - 1].word, tokens[number.last]
    alone = number.last == number.first + 1
    # the second half, half-price
    half = word == "half" and alone and (after.text in HYPHENS or ordinal_at(tokens, number.first - 1))
    zero = word == "zero" and alone and before not in words("before zero")  # net zero, zero tolerance
    pronoun = word == "one" and alone and not _is_counted(tokens, number)
    compound = after.text in HYPHENS and tokens[number.last + 1].word in words("hyphened")  # a two-way street
    suffixed = after.word in ("s", "st", "nd", "rd", "th") and after.glued  # highs in the 80s, the 9th Circuit
    if half or zero or pronoun or compound or suffixed:
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
    if after.text in HYPHENS and tokens[number.last + 1].word in words("hyphened"):
        return None
    if after.capital and after.word in words("ranked names"):
        return None  # the Fifth Amendment
    if (
        number.spelled
        and number.last == first + 1
        and before.word != "the"
        and (before.word not in words("before ordinal") or not (after.word.isalpha() or after.text in HYPHENS))
    ):
        return None
    return Reading(first, number.last, "ordinal", number.value)
