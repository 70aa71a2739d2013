"""Numbers in digits and in words, and their values."""

import re
from dataclasses import dataclass, replace
from functools import cache
from math import inf

from analysis.figures.grammar.tokens import HYPHENS, Token, Tokens, rows, words

LONGEST = 30  # a longer run of digits is a serial number or a left-over
VULGAR = dict(zip("½⅓¼¾⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚", (1 / 2, 1 / 3, 1 / 4, 3 / 4, 2 / 3, 1 / 8, 3 / 8, 5 / 8, 7 / 8, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 6, 5 / 6), strict=False))  # fmt: skip  # noqa: E501
MINUS = frozenset("-−")
NEGATIVE = frozenset(("minus", "negative"))
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 64, 100, 1000))
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")


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


@cache
def numerals(name: str) -> dict[str, float]:
    """Words of one class of numerals.csv with their values."""
    return {row["word"]: float(row["value"]) for row in rows("numerals.csv") if row["class"] == name}


@cache
def number_words() -> frozenset[str]:
    """Words that a number or ordinal may start with."""
    multiples = {f"multi{scale}" for scale in numerals("scale")}
    return frozenset(
        {row["word"] for row in rows("numerals.csv")} | multiples | {"a", "an", "few", "several", "couple", "multi"}
    )


@cache
def _glued_scales() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("numerals.csv") if row["glued"] == "yes")


def digits_value(digits: str) -> float | None:
    """The value of a token of digits, points and commas; None where it is no number ("192.168.1.1", "1,2,3")."""
    if len(digits) > LONGEST:
        return None
    if _PLAIN.fullmatch(digits):
        return float(digits)
    if _GROUPED.fullmatch(digits):
        return float(digits.replace(",", ""))
    if _COMMA.fullmatch(digits):
        return float(digits.replace(",", "."))
    if _POINTS.fullmatch(digits):
        return float(digits.replace(".", ""))
    return None


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
    if ratio := _ratio(tokens, first):
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
        part = _next_part(tokens, end, factor)
        if part is None:
            break
        value, end_of_next = part
        if scales_at(tokens, end_of_next)[0] >= limit:
            break
        end = end_of_next
    return Number(first, end, total, scale, spelled=spelled)


def _next_part(tokens: Tokens, end: int, factor: float) -> tuple[float, int] | None:
    """What may follow a scale: a smaller number, or "and a half" of the scale itself."""
    start = end
    if tokens[start].text == "," and tokens[start + 1].word not in ("and", "&"):
        start += 1
    joint = tokens[start].word in ("and", "&")
    start += joint
    if joint and (part := _fraction(tokens, start)) and scales_at(tokens, part[1])[0] == 1:
        return part[0] * factor, part[1]
    if joint and part:
        return part
    if tokens[start].numeric:
        value = digits_value(tokens[start].text)
        if start == end and value is not None and 1 < scales_at(tokens, start + 1)[0] < factor:
            return value, start + 1
        return None
    return _below_thousand(tokens, start)


def _head(tokens: Tokens, first: int, joined: bool) -> tuple[float, int] | None:
    token = tokens[first]
    if token.numeric or (token.text == "." and not token.glued and tokens[first + 1].glued):
        return _digits(tokens, first)
    if token.text in VULGAR:
        return VULGAR[token.text], first + 1
    if part := _fraction(tokens, first):
        value, end = part
        if tokens[end].word == "of" and tokens[end + 1].word in ("a", "an") and _is_scale(tokens[end + 2]):
            return value, end + 2
        if tokens[end].word in ("a", "an") and _is_scale(tokens[end + 1]):
            return value, end + 1
        return part
    if token.word in ("a", "an"):
        return (1.0, first + 1) if _is_scale(tokens[first + 1]) else None
    part = _below_thousand(tokens, first, joined)
    if part is None:
        return None
    value, end = _pointed(tokens, *part)
    return _with_fraction(tokens, value, end)


def _digits(tokens: Tokens, first: int) -> tuple[float, int] | None:
    if tokens[first].text == ".":
        inner = tokens[first + 1].text
        return (float("0." + inner), first + 2) if inner.isdecimal() and len(inner) < LONGEST else None
    value, end = digits_value(tokens[first].text), first + 1
    if value is None:
        return None
    if tokens[end].text == "/" and (part := _slashed(tokens, first)):
        return part
    if len(tokens[first].text) <= 3 and tokens[first].text.isdecimal():
        value, end = _spaced(tokens, first, value)
    if tokens[end].text in VULGAR:
        return value + VULGAR[tokens[end].text], end + 1
    if tokens[end].numeric and not tokens[end].glued and (part := _slashed(tokens, end)):
        return value + part[0], part[1]
    return _with_fraction(tokens, value, end)


def _slashed(tokens: Tokens, first: int) -> tuple[float, int] | None:
    """A fraction such as 1/4."""
    over, under = tokens[first].text, tokens[first + 2].text
    if not (tokens[first + 1].text == "/" and over.isdecimal() and under.isdecimal() and len(under) <= 4):
        return None
    if len(over) > 3 or not 0 < int(over) < int(under) or int(under) not in DENOMINATORS:
        return None
    return (int(over) / int(under), first + 3) if tokens[first + 3].text != "/" else None


def _spaced(tokens: Tokens, first: int, value: float) -> tuple[float, int]:
    """Thousands set apart by blanks, as in 1 234 567; one group alone only where it is 000 or the blank unbreakable."""
    end = first + 1
    while _is_group(tokens, end):
        end += 1
    if end - first > 2 or (end - first == 2 and tokens[first + 1].text == "000"):
        return float("".join(token.text for token in tokens[first:end])), end
    return value, first + 1


def _is_group(tokens: Tokens, at: int) -> bool:
    text = tokens[at].text
    return len(text) == 3 and text.isdecimal() and tokens[at].start - tokens[at - 1].end == 1


def _below_hundred(tokens: Tokens, first: int) -> tuple[float, int] | None:
    word = tokens[first].word
    if word in numerals("ten"):
        unit = first + 1 + (tokens[first + 1].text in HYPHENS)
        one = numerals("one").get(tokens[unit].word, 0)
        return (numerals("ten")[word] + one, unit + 1) if one else (numerals("ten")[word], first + 1)
    value = numerals("one").get(word, numerals("teen").get(word))
    return None if value is None else (value, first + 1)


def _below_thousand(tokens: Tokens, first: int, joined: bool = True) -> tuple[float, int] | None:
    part = _below_hundred(tokens, first)
    if part is None:
        return None
    value, end = part
    at = end + (tokens[end].text in HYPHENS)
    if tokens[at].word != "hundred":
        return part
    value, end = value * 100, at + 1
    start = end + (joined and tokens[end].word in ("and", "&"))
    tail = _below_hundred(tokens, start)
    if tail and tail[0] and tokens[tail[1]].word != "hundred":
        return value + tail[0], tail[1]
    return value, end


def _pointed(tokens: Tokens, value: float, end: int) -> tuple[float, int]:
    """Decimals in words: "two hundred point zero three"."""
    if tokens[end].word != "point":
        return value, end
    decimals, at = "", end + 1
    while len(decimals) < LONGEST and (part := _below_hundred(tokens, at)):
        decimals, at = f"{decimals}{part[0]:.0f}", part[1]
    return (value + float("0." + decimals), at) if decimals else (value, end)


def _with_fraction(tokens: Tokens, value: float, end: int) -> tuple[float, int]:
    """A number and a fraction: "three and a half", "two-and-a-half"."""
    at = end + (tokens[end].text in HYPHENS)
    if tokens[at].word != "and":
        return value, end
    at += 1 + (tokens[at + 1].text in HYPHENS)
    part = _fraction(tokens, at)
    return (value + part[0], part[1]) if part else (value, end)


def _ratio(tokens: Tokens, first: int) -> tuple[float, int] | None:
    """One in five, nine out of 10. But "two in 12 homes" counts homes, and "two in 10 days" days."""
    at = first + 1
    out = tokens[at].word == "out" and tokens[at + 1].word == "of"
    if not out and tokens[at].word != "in":
        return None
    over, under = (_below_hundred(tokens, place) or _plain(tokens, place) for place in (first, at + 1 + out))
    if over is None or under is None or not 0 < over[0] < under[0]:
        return None
    usual = over[0] == 1 and under[0] <= 1000 or under[0] in (3, 4, 5, 10)
    timed = tokens[under[1]].word.rstrip("s") in ("second", "minute", "hour", "day", "week", "month", "year")
    return (over[0] / under[0], under[1]) if (out or usual) and not timed else None


def _plain(tokens: Tokens, at: int) -> tuple[float, int] | None:
    text = tokens[at].text
    return (float(text), at + 1) if text.isdecimal() and len(text) <= 4 else None


def _fraction(tokens: Tokens, first: int) -> tuple[float, int] | None:
    """A fraction in words: half, a quarter, two-thirds. Not "the second half", nor "a third term"."""
    names = numerals("fraction")
    word = tokens[first].word
    if word == "half" or (word == "quarter" and _is_scale(tokens[first + 1])):
        return 1 / names[word], first + 1
    if word in ("a", "an", "one"):
        at = first + 1 + (tokens[first + 1].text in HYPHENS)
        named = tokens[at].word
        if named in names and (word == "one" or named == "half" or _closes(named, tokens[at + 1])):
            return 1 / names[named], at + 1
        return None
    over = numerals("one").get(word)
    at = first + 1 + (tokens[first + 1].text in HYPHENS)
    if over and tokens[at].word in names and tokens[at].word[-1] == "s":
        return over / names[tokens[at].word], at + 1
    return None


def _closes(named: str, after: Token) -> bool:
    """Whether the token after "a third" shows a fraction, and no noun that it ranks ("a third term")."""
    if after.word == "of" or _is_scale(after) or not after.word.isalpha():
        return True
    if named not in ("third", "quarter") or after.word in ("is", "was", "has", "had"):
        return False
    return after.word in words("compared") or after.word in words("function")


def _is_scale(token: Token) -> bool:
    return token.word in numerals("scale") and token.word not in _glued_scales()


def scales_at(tokens: Tokens, at: int) -> tuple[float, int]:
    """The product of the words of scale that stand at a token (1 without one), and the token after them."""
    factor, end, scales = 1.0, at, numerals("scale")
    while True:
        token = tokens[end]
        if end == at and token.glued and token.text in _glued_scales():
            decimal = tokens[end - 1].text
            if token.text == "b" and "." not in decimal:
                return factor, end
            return factor * scales[token.text], end + 1
        if end == at and token.text == "m" and token.glued and tokens[end - 1].numeric and _are_millions(tokens, end):
            return factor * 1e6, end + 1
        hyphen = token.text in HYPHENS and token.glued and tokens[end + 1].glued
        token = tokens[end + hyphen]
        if not _is_scale(token):
            return factor, end
        factor, end = factor * scales[token.word], end + hyphen + 1


def _are_millions(tokens: Tokens, at: int) -> bool:
    """Whether the m of "2.1m" means millions and no metres: a counted noun follows, or millions were named before."""
    noun = tokens[at + 1].word
    counted = noun.isalpha() and noun.endswith("s") and noun not in words("measured")
    return counted or noun in words("counted") or any(token.word in ("million", "bn") for token in tokens[at - 15 : at])


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
    few = first + (word == "a")
    if tokens[few].word in ("few", "several") and _is_scale(tokens[few + 1]):
        factor, end = scales_at(tokens, few + 1)
        return Number(first, end, None, factor, (2 * factor, 10 * factor))
    if tokens[few].word == "couple":
        at = few + 1 + (tokens[few + 1].word == "of")
        if _is_scale(tokens[at]):
            factor, end = scales_at(tokens, at)
            return Number(first, end, 2 * factor, factor, about=True)
    return None


def _multiple(tokens: Tokens, first: int) -> Number | None:
    """Multi-billion, multimillion."""
    at = first + 1 + (tokens[first + 1].text in HYPHENS) if tokens[first].word == "multi" else first
    scale = numerals("scale").get(tokens[at].word.removeprefix("multi"), 0)
    return Number(first, at + 1, None, scale, (scale, 1000 * scale)) if scale >= 1e6 else None


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
        at = first + 1 + (tokens[first + 1].text in HYPHENS)
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
