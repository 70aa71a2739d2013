"""Numbers in digits and in words, exact and vague, and ordinals."""

from dataclasses import dataclass, replace
from math import inf

from analysis.figures.grammar.fractions import VULGAR, fraction_at, ratio_at, slashed_at, with_fraction
from analysis.figures.grammar.numerals import (
    LONGEST,
    below_hundred,
    below_thousand,
    digits_value,
    is_scale,
    number_words,
    numerals,
    scales_at,
)
from analysis.figures.grammar.tokens import Tokens, past, past_hyphen

MINUS = frozenset("-−")
NEGATIVE = frozenset(("minus", "negative"))
MOST_GROUPS = 8  # groups of three digits that one number may have


@dataclass(slots=True)
class Number:
    """A number at tokens first to last (excluded). scale: its last word of scale (1 without one)."""

    first: int
    last: int
    value: float | None
    scale: float = 1
    magnitude: tuple[float, float] | None = None
    spelled: bool = False
    about: bool = False


def number_at(tokens: Tokens, first: int, *, joined: bool = True) -> Number | None:
    """The number that starts at token first: with its sign, fraction and scale. joined: "and" may stand inside it."""
    token = tokens[first]
    if token.text in MINUS or token.text == "+":
        standing = not (tokens[first - 1].numeric or (token.glued and tokens[first - 1].word.isalpha()))
        if not (standing and tokens[first + 1].glued and (tokens[first + 1].numeric or tokens[first + 1].text == ".")):
            return None
        return _signed(number_at(tokens, first + 1, joined=joined), first, -1 if token.text in MINUS else 1)
    if token.word in NEGATIVE and tokens[first - 1].word != "or" and tokens[first + 1].word not in NEGATIVE:
        return _signed(number_at(tokens, first + 1, joined=joined), first, -1)
    if token.numeric or token.word in number_words() or token.text in VULGAR or token.text == ".":
        return _vague(tokens, first) or _cardinal(tokens, first, joined)
    return None


def _signed(number: Number | None, first: int, sign: int) -> Number | None:
    if number is None or number.value is None:
        return None
    return replace(number, first=first, value=sign * number.value)


def _cardinal(tokens: Tokens, first: int, joined: bool) -> Number | None:
    """A head (digits, words, a fraction) with its scales, then smaller parts: "three million, two hundred"."""
    if ratio := ratio_at(tokens, first):
        return Number(first, ratio[1], ratio[0])
    part = _head(tokens, first, joined)
    if part is None:
        return None
    value, end = part
    spelled = not tokens[first].numeric and tokens[first].text != "."
    total, scale, limit = 0.0, 1.0, inf
    while True:
        factor, end_of_part = scales_at(tokens, end)
        if factor >= limit:
            break
        total, limit, end = total + value * factor, factor, end_of_part
        scale = max(scale, factor)
        if factor == 1 or not joined:
            break
        part = _next_part(tokens, end, factor, spelled)
        if part is None:
            break
        value, end_of_next = part
        if scales_at(tokens, end_of_next)[0] >= limit:
            break
        end = end_of_next
    return Number(first, end, total, scale, spelled=spelled)


def _next_part(tokens: Tokens, end: int, factor: float, spelled: bool) -> tuple[float, int] | None:
    """What may follow a scale: a smaller number, or "and a half" of the scale itself.

    After digits, and after a comma, only a hundred or more: "6 crore and two hundred", but not "$9bn two-year loan".
    """
    comma, joint = tokens[end].text == ",", tokens[end].word in ("and", "&")
    start = end + (comma or joint)
    if joint and (part := fraction_at(tokens, start)):
        value, last = part
        return (value * factor, last) if scales_at(tokens, last)[0] == 1 else part
    if tokens[start].numeric:
        value = digits_value(tokens[start].text)
        scaled = start == end and value is not None and 1 < scales_at(tokens, start + 1)[0] < factor
        return (value, start + 1) if scaled else None
    part = below_thousand(tokens, start)
    small = part and part[0] < 100 and scales_at(tokens, part[1])[0] == 1
    return None if small and (comma or not spelled) else part


def _head(tokens: Tokens, first: int, joined: bool) -> tuple[float, int] | None:
    token = tokens[first]
    if token.numeric or (token.text == "." and not token.glued and tokens[first + 1].glued):
        return _digits(tokens, first)
    if token.text in VULGAR:
        return VULGAR[token.text], first + 1
    if part := fraction_at(tokens, first):
        value, end = part
        if tokens[end].word == "of" and tokens[end + 1].word in ("a", "an") and is_scale(tokens[end + 2]):
            return value, end + 2
        if tokens[end].word in ("a", "an") and is_scale(tokens[end + 1]):
            return value, end + 1
        return part
    if token.word in ("a", "an"):
        return (1.0, first + 1) if is_scale(tokens[first + 1]) else None
    part = below_thousand(tokens, first, joined)
    if part is None:
        return None
    value, end = _pointed(tokens, *part)
    return with_fraction(tokens, value, end)


def _digits(tokens: Tokens, first: int) -> tuple[float, int] | None:
    if tokens[first].text == ".":
        inner = tokens[first + 1].text
        return (float("0." + inner), first + 2) if inner.isdecimal() and len(inner) < LONGEST else None
    value, end = digits_value(tokens[first].text), first + 1
    if value is None:
        return None
    if tokens[end].text == "/" and (part := slashed_at(tokens, first)):
        return part
    if len(tokens[first].text) <= 3 and tokens[first].text.isdecimal():
        value, end = _spaced(tokens, first, value)
    if tokens[end].text in VULGAR:
        return value + VULGAR[tokens[end].text], end + 1
    if tokens[end].numeric and not tokens[end].glued and (part := slashed_at(tokens, end)):
        return value + part[0], part[1]
    return with_fraction(tokens, value, end)


def _spaced(tokens: Tokens, first: int, value: float) -> tuple[float, int]:
    """Thousands set apart by blanks, as in 1 234 567; one group alone only where it is 000 or the blank unbreakable."""
    end = first + 1
    while end - first < MOST_GROUPS and _is_group(tokens, end):
        end += 1
    if end - first > 2 or (end - first == 2 and tokens[first + 1].text == "000"):
        return float("".join(token.text for token in tokens[first:end])), end
    return value, first + 1


def _is_group(tokens: Tokens, at: int) -> bool:
    text = tokens[at].text
    return len(text) == 3 and text.isdecimal() and tokens[at].start - tokens[at - 1].end == 1


def _pointed(tokens: Tokens, value: float, end: int) -> tuple[float, int]:
    """Decimals in words: "two hundred point zero three"."""
    if tokens[end].word != "point":
        return value, end
    decimals, at = "", end + 1
    while len(decimals) < LONGEST and (part := below_hundred(tokens, at)):
        decimals, at = f"{decimals}{part[0]:.0f}", part[1]
    return (value + float("0." + decimals), at) if decimals else (value, end)


def _vague(tokens: Tokens, first: int) -> Number | None:
    """Numbers known only by their size: "tens of thousands", "several hundred", "a few million"."""
    word, plural = tokens[first].word, numerals("plural")
    if word in plural:
        low, end = plural[word], first + 1
        step = 10 if low <= 100 else 1000
        if tokens[end].word == "of" and (scale := plural.get(tokens[end + 1].word)) and low < scale:
            return Number(first, end + 2, None, scale, (low * scale, low * scale * step))
        if word == "tens" or (word == "scores" and tokens[end].word != "of"):
            return None
        return Number(first, end, None, low, (2 * low, 100) if low < 100 else (low, low * step))
    if word.startswith("multi") and (multiple := _multiple(tokens, first)):
        return multiple
    few = past(tokens, first, "a")
    if tokens[few].word in ("few", "several") and is_scale(tokens[few + 1]):
        factor, end = scales_at(tokens, few + 1)
        return Number(first, end, None, factor, (2 * factor, 10 * factor))
    if tokens[few].word == "couple":
        at = past(tokens, few + 1, "of")
        if is_scale(tokens[at]):
            factor, end = scales_at(tokens, at)
            return Number(first, end, 2 * factor, factor, about=True)
    return None


def _multiple(tokens: Tokens, first: int) -> Number | None:
    """Multi-billion, multimillion."""
    at = past_hyphen(tokens, first + 1) if tokens[first].word == "multi" else first
    scale = numerals("scale").get(tokens[at].word.removeprefix("multi"), 0)
    return Number(first, at + 1, None, scale, (scale, 1000 * scale)) if scale >= 1e6 else None


def past_of(tokens: Tokens, number: Number) -> int:
    """The token after a number, and after the "of a" of a fraction: "a quarter of a mile", "half an hour"."""
    if not number.spelled or number.value is None or not 0 < number.value < 1:
        return number.last
    return past(tokens, past(tokens, number.last, "of"), "a", "an")


def ordinal_at(tokens: Tokens, first: int) -> Number | None:
    """The ordinal that starts at token first: "21st", "twenty-first", "two hundredth"."""
    token = tokens[first]
    if token.numeric:
        value = digits_value(token.text)
        suffixed = tokens[first + 1].glued and tokens[first + 1].word in ("st", "nd", "rd", "th")
        return Number(first, first + 2, value) if suffixed and value is not None and value == int(value) else None
    if token.word in numerals("ordinal"):
        return Number(first, first + 1, numerals("ordinal")[token.word], spelled=True)
    if token.word in numerals("ten"):
        at = past_hyphen(tokens, first + 1)
        unit = numerals("ordinal").get(tokens[at].word, 0)
        return Number(first, at + 1, numerals("ten")[token.word] + unit, spelled=True) if 0 < unit < 10 else None
    if token.word not in number_words():
        return None
    number = _cardinal(tokens, first, True)
    if number is None:
        return None
    if factor := numerals("ordinal scale").get(tokens[number.last].word):
        return Number(first, number.last + 1, number.value * factor, spelled=True)
    return None
