"""Fractions and ratios: "1/4", "two-thirds", "three and a half", "one in five"."""

from unicodedata import numeric

from analysis.figures.grammar.numerals import below_hundred, is_scale, numerals
from analysis.figures.grammar.tokens import FRACTIONS, Token, Tokens, past, past_hyphen, words

VULGAR = {mark: numeric(mark) for mark in FRACTIONS}
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 64, 100, 1000))


def slashed_at(tokens: Tokens, first: int) -> tuple[float, int] | None:
    """A fraction such as 1/4."""
    over, under = tokens[first].text, tokens[first + 2].text
    if not (tokens[first + 1].text == "/" and over.isdecimal() and under.isdecimal() and len(under) <= 4):
        return None
    if len(over) > 3 or not 0 < int(over) < int(under) or int(under) not in DENOMINATORS:
        return None
    return (int(over) / int(under), first + 3) if tokens[first + 3].text != "/" else None


def with_fraction(tokens: Tokens, value: float, end: int) -> tuple[float, int]:
    """A number and a fraction: "three and a half", "two-and-a-half"."""
    at = past_hyphen(tokens, end)
    if tokens[at].word != "and":
        return value, end
    at = past_hyphen(tokens, at + 1)
    part = fraction_at(tokens, at)
    return (value + part[0], part[1]) if part else (value, end)


def fraction_at(tokens: Tokens, first: int) -> tuple[float, int] | None:
    """A fraction in words: half, a quarter, two-thirds. Not "the second half", nor "a third term"."""
    names = numerals("fraction")
    word = tokens[first].word
    if word == "half" or (word == "quarter" and is_scale(tokens[first + 1])):
        return 1 / names[word], first + 1
    if word in ("a", "an", "one"):
        at = past_hyphen(tokens, first + 1)
        named = tokens[at].word
        if named in names and (word == "one" or named == "half" or _closes(named, tokens[at + 1])):
            return 1 / names[named], at + 1
        return None
    over = numerals("one").get(word)
    at = past_hyphen(tokens, first + 1)
    if over and tokens[at].word in names and tokens[at].word[-1] == "s":
        return over / names[tokens[at].word], at + 1
    return None


def _closes(named: str, after: Token) -> bool:
    """Whether the token after "a third" shows a fraction, and no noun that it ranks ("a third term")."""
    if after.word == "of" or is_scale(after) or not after.word.isalpha():
        return True
    if after.word in ("more", "less", "fewer"):
        return True
    if named not in ("third", "quarter") or after.word in ("is", "was", "has", "had"):
        return False
    return after.word in words("compared") or after.word in words("function")


def ratio_at(tokens: Tokens, first: int) -> tuple[float, int] | None:
    """One in five, nine out of 10. But "two in 12 homes" counts homes, and "two in 10 days" days."""
    at = first + 1
    out = tokens[at].word == "out" and tokens[at + 1].word == "of"
    if not out and tokens[at].word != "in":
        return None
    place = past(tokens, at + 1 + out, "every")
    over = below_hundred(tokens, first) or _plain(tokens, first)
    under = below_hundred(tokens, place) or _plain(tokens, place)
    if over is None or under is None or not 0 < over[0] < under[0]:
        return None
    usual = over[0] == 1 and under[0] <= 1000 or under[0] in (3, 4, 5, 10)
    timed = tokens[under[1]].word.rstrip("s") in ("second", "minute", "hour", "day", "week", "month", "year")
    return (over[0] / under[0], under[1]) if (out or usual) and not timed else None


def _plain(tokens: Tokens, at: int) -> tuple[float, int] | None:
    text = tokens[at].text
    return (float(text), at + 1) if text.isdecimal() and len(text) <= 4 else None
