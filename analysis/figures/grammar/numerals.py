"""Digits, words of number and words of scale, with their values."""

import re
from functools import cache

from analysis.figures.grammar.tokens import HYPHENS, Token, Tokens, past_hyphen, rows, words

LONGEST = 30  # a longer run of digits is a serial number or a left-over
LARGEST = 1e30  # scales are read up to here
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?|\d{1,3}\.\d{3},\d{1,2}")  # as in much of Europe


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
        return float(digits.replace(".", "").replace(",", "."))
    return None


def below_hundred(tokens: Tokens, first: int) -> tuple[float, int] | None:
    """A number below a hundred in words, "twenty-one", and the token after it; None without one."""
    word = tokens[first].word
    if word in numerals("ten"):
        unit = past_hyphen(tokens, first + 1)
        one = numerals("one").get(tokens[unit].word, 0)
        return (numerals("ten")[word] + one, unit + 1) if one else (numerals("ten")[word], first + 1)
    value = numerals("one").get(word, numerals("teen").get(word))
    return None if value is None else (value, first + 1)


def below_thousand(tokens: Tokens, first: int, joined: bool = True) -> tuple[float, int] | None:
    """The same below a thousand, "two hundred and five"; joined: "and" may stand inside it."""
    part = below_hundred(tokens, first)
    if part is None:
        return None
    value, end = part
    at = past_hyphen(tokens, end)
    if tokens[at].word != "hundred":
        return part
    value, end = value * 100, at + 1
    start = end + (joined and tokens[end].word in ("and", "&"))
    tail = below_hundred(tokens, start)
    if tail and tail[0] and tokens[tail[1]].word != "hundred":
        return value + tail[0], tail[1]
    return value, end


def is_scale(token: Token) -> bool:
    """Whether a token is a word of scale that may stand by itself: "million", but not the "bn" of "3bn"."""
    return token.word in numerals("scale") and token.word not in _glued_scales()


def scales_at(tokens: Tokens, at: int) -> tuple[float, int]:
    """The product of the words of scale that stand at a token (1 without one), and the token after them."""
    factor, end, scales = 1.0, at, numerals("scale")
    while True:
        token = tokens[end]
        if end == at and token.glued and token.text in _glued_scales():
            lettered = token.text == "b" and "." not in tokens[end - 1].text  # flat 12b
            return (factor, end) if lettered else (factor * scales[token.text], end + 1)
        if end == at and token.text == "m" and token.glued and tokens[end - 1].numeric and _are_millions(tokens, end):
            return factor * 1e6, end + 1
        hyphen = token.text in HYPHENS and token.glued and tokens[end + 1].glued
        token = tokens[end + hyphen]
        if not is_scale(token) or factor > LARGEST:
            return factor, end
        factor, end = factor * scales[token.word], end + hyphen + 1


def _are_millions(tokens: Tokens, at: int) -> bool:
    """Whether the m of "2.1m" means millions and no metres: a counted noun follows, or millions were named before."""
    noun = tokens[at + 1].word
    counted = noun.isalpha() and noun.endswith("s") and noun not in words("measured")
    year = tokens[at + 2].text
    dated = noun == "in" and len(year) == 4 and year.isdecimal()  # 1.1m in 2023
    return (
        counted
        or dated
        or noun in words("counted")
        or any(token.word in ("million", "bn") for token in tokens[at - 15 : at])
    )
