"""Years and longer, and seasons: "2019", "the 2024-25 season", "the 1990s", "the 21st century", "summer 2016"."""

from analysis.figures.grammar.days import year
from analysis.figures.grammar.numbers import number_at, ordinal_at
from analysis.figures.grammar.time import APOSTROPHES, Time, calendar, counted
from analysis.figures.grammar.tokens import DASHES, Token, Tokens, is_tight, past, past_hyphen, words

CERTAIN = range(1900, 2061)  # years that need no word of time before them
PIVOT = 40  # '39 is 2039, '40 is 1940


def year_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The year that stands at a token, and the token after it: 2019, '99, or in words, "nineteen seventy eight"."""
    token, after = tokens[at], tokens[at + 1]
    if token.numeric:
        number = int(token.text) if token.text.isdecimal() and len(token.text) == 4 else 0
        return (number, at + 1) if number >= 1000 else None
    if token.text in APOSTROPHES:
        short = after.numeric and after.glued and after.text.isdecimal() and len(after.text) == 2
        return (full_year(int(after.text)), at + 2) if short else None
    number = number_at(tokens, at)
    if number is None or number.value is None or not number.spelled:
        return None
    if number.value in (18, 19, 20):
        zero = past(tokens, number.last, "zero", "oh", "hundred")
        rest = number_at(tokens, zero)
        if rest and rest.spelled and rest.value is not None and 0 < rest.value < 100:
            return int(number.value * 100 + rest.value), rest.last
    return (int(number.value), number.last) if 1000 <= number.value <= 2100 else None


def full_year(number: int) -> int:
    """The year that two digits stand for."""
    return number + (2000 if number < PIVOT else 1900)


def years_at(tokens: Tokens, first: int) -> Time | None:
    """The year, decade, century or season that starts at a token; its days hang on no other day."""
    return _decade(tokens, first) or _century(tokens, first) or _year(tokens, first) or _season(tokens, first)


def _decade(tokens: Tokens, first: int) -> Time | None:
    """The 1990s, the 80s, '40s, the seventies, the nineteen seventies."""
    at = past(tokens, first, "the")
    marked = tokens[at].text in APOSTROPHES and tokens[at + 1].glued
    if tokens[at + marked].numeric:
        return _decade_in_digits(tokens, first, at + marked, marked or at > first)
    century = {"eighteen": 1800, "nineteen": 1900}.get(tokens[at].word)
    at += century is not None
    named = counted("decade").get(tokens[at].word)
    return (
        Time(first, at + 1, "decade", year((century or 1900) + named, 10))
        if named and tokens[first].word == "the"
        else None
    )


def _decade_in_digits(tokens: Tokens, first: int, at: int, marked: bool) -> Time | None:
    digits, last = tokens[at].text, at + 1
    last += tokens[last].text in APOSTROPHES and is_tight(tokens, last)
    decade = tokens[last].word == "s" and tokens[last].glued and digits.isdecimal() and digits[-1] == "0"
    if not decade or len(digits) not in (2, 4) or (len(digits) == 2 and not marked):
        return None
    if len(digits) == 2:
        return Time(first, last + 1, "decade", year(int(digits) + (2000 if int(digits) < 20 else 1900), 10))
    century = digits[-2:] == "00" and digits != "2000"
    start = int(digits)
    return Time(first, last + 1, "decade", year(start, 100 if century else 10)) if 1000 <= start <= 2100 else None


def _century(tokens: Tokens, first: int) -> Time | None:
    """The 21st century."""
    nth = ordinal_at(tokens, past(tokens, first, "the"))
    if nth is None or not 1 <= nth.value <= 30:
        return None
    last = past_hyphen(tokens, nth.last)
    named = tokens[last].word in ("century", "centuries")
    return Time(first, last + 1, "century", year(int(nth.value) * 100 - 99, 100)) if named else None


def _year(tokens: Tokens, first: int) -> Time | None:
    """2019; the 2024-25 season; fiscal 2025, whose days each company sets; the year 1066."""
    token = tokens[first]
    if token.word in ("fiscal", "fy"):
        found = year_at(tokens, past(tokens, first + 1, "year"))
        return Time(first, found[1], "year") if found else None
    if token.word == "year":
        number = number_at(tokens, first + 1)
        named = number and number.value and 1 <= number.value < 3000
        return Time(first, number.last, "year", year(int(number.value))) if named else None
    found = year_at(tokens, first) if token.numeric or token.text in APOSTROPHES else None
    if found is None or not _is_year(tokens, first, *found):
        return None
    number, last = found
    second = tokens[last + 1]
    if (
        tokens[last].text in DASHES | {"/"}
        and is_tight(tokens, last)
        and second.text.isdecimal()
        and len(second.text) == 2
    ):
        years = int(second.text) - number % 100 + 1
        if 1 < years < 50:
            return Time(first, last + 2, "year", year(number, years))
    return Time(first, last, "year", year(number))


def _is_year(tokens: Tokens, first: int, number: int, last: int) -> bool:
    """Whether four digits are a year: no count of things ("2000 people"), and no part of a name ("2024 YR4")."""
    before, after = tokens[first - 1], tokens[last]
    coded = after.capital and tokens[last + 1].numeric and tokens[last + 1].glued
    if coded or after.word in words("after count") or (after.glued and _is_unit(after)):
        return False
    if number in CERTAIN:
        round_count = number % 50 == 0 and after.word in words("counted")
        return not round_count and before.word not in words("count before")
    things = after.word.isalpha() and after.word.endswith("s") and not after.capital
    return before.word in words("year before") and not things


def _is_unit(token: Token) -> bool:
    return token.text in "%$€£°" or (token.word.isalpha() and token.word != "s")


def _season(tokens: Tokens, first: int) -> Time | None:
    """Summer 2016, next spring: without days, since hemispheres and calendars differ."""
    at = past(tokens, first, "the")
    season = past(tokens, at, *calendar("step"))
    if tokens[season].word not in calendar("season"):
        return None
    after = past(tokens, season + 1, "of")
    found = year_at(tokens, after) if tokens[after].numeric or after > season + 1 else None
    if found:
        return Time(first, found[1], "season")
    if season > at:
        return Time(at, season + 1, "season")
    alone = tokens[first - 1].word in words("before season") or tokens[season + 1].word == "\n"
    return Time(season, season + 1, "season") if alone and tokens[season].word != "fall" else None
