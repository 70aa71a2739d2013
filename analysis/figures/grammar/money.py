"""Sums of money before and after their currency: "$3.5bn", "Rs 500 crore", "20m euros", "billions of dollars"."""

from functools import cache

from analysis.figures.figure import Reading
from analysis.figures.grammar.numbers import MINUS, Number, number_at
from analysis.figures.grammar.numerals import scales_at
from analysis.figures.grammar.tokens import HYPHENS, Phrases, Tokens, rows, words

LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}  # scales that are letters, of money only
NEAR = 12  # tokens on either side in which a word may show that a sum is money


@cache
def _before() -> Phrases:
    """Currencies that stand before the number."""
    signs = [(row["form"], row["code"]) for row in rows("currencies.csv") if " " not in row["form"]]
    others = [(row["form"], row["code"]) for row in rows("currency_words.csv") if row["place"] in ("before", "both")]
    return Phrases(signs + others)


@cache
def _after() -> Phrases:
    """Currencies that stand after the number, with what one of them is worth in the unit of the code."""
    others = [row for row in rows("currency_words.csv") if row["place"] != "before"]
    return Phrases(
        [(row["form"], (row["code"], 1.0)) for row in rows("currencies.csv")]
        + [(row["form"], (row["code"] or None, float(row["factor"]))) for row in others]
    )


def currency_signs() -> set[str]:
    """First words of the currencies that may stand before a number."""
    return {word.lower() for word in _before().first_words()}


def money_before(tokens: Tokens, first: int) -> tuple[Number, Reading] | None:
    """A sum whose currency comes first."""
    negative = tokens[first].text in MINUS and tokens[first + 1].glued
    found = _before().at(tokens, first + negative)
    if found is None:
        return None
    code, at = found
    if tokens[first].text == "us" and not tokens[first + 1].glued:
        return None  # "gave us $5"
    if tokens[first].text == "Euro":
        return None  # Euro 2024, a tournament
    if not (tokens[at].numeric or tokens[at].text in MINUS or tokens[at].text == "."):
        return None
    number = number_at(tokens, at)
    if number is None or number.value is None:
        return None
    read_letter(tokens, number)
    if negative:
        number.value = -number.value
    rest = number_at(tokens, number.last + 1) if tokens[number.last].word == "and" and number.scale == 1 else None
    if rest and rest.spelled and rest.value and 1 < rest.value < 100 and not tokens[rest.last].word.isalpha():
        number.value, number.last = number.value + rest.value / 100, rest.last  # $100 and fifty
    following = _after().at(tokens, number.last)
    if following and following[0] == (code, 1.0) and not tokens[following[1]].glued:
        number.last = following[1]
    return number, Reading(first, number.last, "money", number.value, unit=code)


def money_after(tokens: Tokens, number: Number) -> Reading | None:
    """A sum whose currency follows its number."""
    letter, at = (1.0, number.last) if number.scale > 1 or number.spelled else _letter(tokens, number.last)
    at += number.magnitude is not None and tokens[at].word == "of"
    start = at + (tokens[at].text in HYPHENS and tokens[at + 1].word.isalpha())
    found = _after().at(tokens, start)
    if found is None or not _is_money(tokens, number, start):
        return None
    (code, worth), last = found
    if number.value is None:
        return Reading(number.first, last, "money", unit=code, magnitude=number.magnitude)
    late, last = scales_at(tokens, last) if number.scale == letter == 1 else (1.0, last)  # "75 USD million"
    number.value, number.scale = number.value * letter * late, number.scale * letter * late
    reading = Reading(number.first, last, "money", number.value * worth, unit=code)
    return _with_cents(tokens, reading) if worth == 1 else reading


def is_bare_sum(tokens: Tokens, number: Number) -> bool:
    """Whether a vague number without currency is money: "invested billions", but not "billions of people"."""
    if number.magnitude is None or tokens[number.last].word == "of":
        return False
    return number.magnitude[0] >= 1e9 or _is_near(tokens, number, "money")


def _is_near(tokens: Tokens, number: Number, what: str) -> bool:
    """Whether a word of money or weight stands near a number in its line."""
    for step, start in ((-1, number.first - 1), (1, number.last)):
        for at in range(start, start + step * NEAR, step):
            if not 0 <= at < len(tokens) or tokens[at].word == "\n":
                break
            if tokens[at].word in words(what):
                return True
    return False


def _is_money(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether a currency's name means money here: pounds may be weight, "won" a verb, $ the sign of the next number."""
    word = tokens[at].word
    if word in ("pound", "pounds"):
        if number.scale >= 1e6 or tokens[at + 1].word == "sterling":
            return True
        return _is_near(tokens, number, "money") and not _is_near(tokens, number, "weight")
    if word == "won":
        closed = not tokens[at + 1].word.isalpha() or tokens[at + 1].word in ("or", "and", "in", "per", "for")
        return (number.scale > 1 or (number.value or 0) >= 1000) and closed
    if word == "rand":
        return tokens[at].text == "rand"
    if word == "p":
        return tokens[at].glued and tokens[at].text == "p" and number.value is not None and number.value < 100
    return not (tokens[at + 1].numeric and tokens[at + 1].glued)


def _letter(tokens: Tokens, at: int) -> tuple[float, int]:
    factor = LETTERS.get(tokens[at].word) if tokens[at].start - tokens[at - 1].end <= 1 else None
    return (factor, at + 1) if factor else (1.0, at)


def read_letter(tokens: Tokens, number: Number) -> None:
    """Take a letter of scale ("$5m", "€20 m") into a number."""
    if number.scale == 1 and not number.spelled:
        factor, number.last = _letter(tokens, number.last)
        number.value, number.scale = number.value * factor, factor


def _with_cents(tokens: Tokens, reading: Reading) -> Reading:
    """Extend "13 dollars" over "and 45 cents", and over a bare "50" that closes the clause."""
    at = reading.last + (tokens[reading.last].word == "and")
    part = number_at(tokens, at, joined=False)
    if part is None or part.value is None or not 0 < part.value < 100 or part.value != int(part.value):
        return reading
    found = _after().at(tokens, part.last)
    if found and found[0][1] == 0.01:
        reading.value, reading.last = reading.value + part.value / 100, found[1]
    elif part.value >= 10 and not tokens[part.last].word.isalnum() and tokens[part.last].text not in "%-/":
        reading.value, reading.last = reading.value + part.value / 100, part.last
    return reading
