"""Months, and the numbered parts of a year: "March 2025", "the third quarter", "H1 2024", "third week of 2027"."""

from datetime import date

from analysis.figures.grammar.days import DAY, Days, month, week
from analysis.figures.grammar.numbers import ordinal_at
from analysis.figures.grammar.time import Time, counted, unsure, yearless
from analysis.figures.grammar.tokens import HYPHENS, Tokens, past, past_hyphen, words
from analysis.figures.grammar.years import year_at

PARTS = {"quarter": 4, "half": 2}


def month_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The month that a token names, and the token after it, past its full stop where a day or year follows."""
    number = counted("month").get(tokens[at].word)
    if number is None:
        return None
    stopped = len(tokens[at].word) <= 4 and tokens[at + 1].text == "." and tokens[at + 2].numeric
    return number, at + 1 + stopped


def months_at(tokens: Tokens, first: int, today: date | None, *, surely: bool = False) -> Time | None:
    """The month that starts at a token; surely: the words before it have shown that it is one."""
    start = past(tokens, first, "the")
    if tokens[start].word == "month" and tokens[start + 1].word == "of":
        start, surely = start + 2, True
    elif start > first:
        return None
    if tokens[start].numeric:
        return _year_first(tokens, start) or _in_digits(tokens, start)
    found = month_at(tokens, start)
    if found is None:
        return None
    number, last = found
    if named := _year_after(tokens, last, today):
        year_number, end = named
        return Time(first, end, "month", year_number and month(number, year_number))
    if not surely and not _is_month(tokens, start):
        return None
    if tokens[start - 1].word == "that":
        return Time(first, last, "month")
    return yearless(tokens, first, last, "month", lambda year_number: month(number, year_number), today)


def _year_after(tokens: Tokens, last: int, today: date | None) -> tuple[int | None, int] | None:
    """The year after a month: "2025", ", 2025", "of last year", "99"."""
    at = past(tokens, last, ",", "of")
    if found := year_at(tokens, at):
        return found
    token = tokens[at]
    if at == last and token.text.isdecimal() and len(token.text) == 2 and int(token.text) > 31:
        return 1900 + int(token.text), at + 1
    step = counted("step").get(token.word)
    if at > last and step is not None and tokens[at + 1].word == "year":
        return today and today.year + step, at + 2
    return None


def _is_month(tokens: Tokens, at: int) -> bool:
    """Whether a month's name means the month here, and no verb or person."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    timed = before.word in words("time before")
    if not token.capital:
        return before.word in words("before small month") and not after.word.isalpha()
    named = before.capital and not timed and before.text.isalpha()
    if token.word not in unsure():
        return not named
    if timed or before.text in HYPHENS:
        return True
    return token.word != "may" and not named and not after.capital and before.word != "\n"


def _year_first(tokens: Tokens, at: int) -> Time | None:
    """2016 june, 2016, nov."""
    found = year_at(tokens, at)
    named = found and month_at(tokens, past(tokens, found[1], ","))
    return Time(at, named[1], "month", month(named[0], found[0])) if named and not tokens[named[1]].numeric else None


def _in_digits(tokens: Tokens, at: int) -> Time | None:
    """2015-3, 3/2015. But 2010-11 is a season of two years, and 2015-3-1 a day."""
    one, sign, two, after = tokens[at : at + 4]
    chained = (after.text == sign.text and after.glued) or (tokens[at - 1].text == sign.text and one.glued)
    if sign.text not in ("-", "/") or chained or not (one.text.isdecimal() and two.text.isdecimal()):
        return None
    first, second = year_at(tokens, at), year_at(tokens, at + 2)
    if first and len(two.text) <= 2 and 1 <= int(two.text) <= 12 and int(two.text) != first[0] % 100 + 1:
        return Time(at, at + 3, "month", month(int(two.text), first[0]))
    if second and len(one.text) <= 2 and 1 <= int(one.text) <= 12:
        return Time(at, at + 3, "month", month(int(one.text), second[0]))
    return None


def part_of_year_at(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The quarter, half or numbered week of a year that starts at a token."""
    at = past(tokens, first, "the")
    leading = year_at(tokens, at) if tokens[at].numeric else None
    named = _numbered(tokens, leading[1] if leading else at)
    if named is None:
        return None
    unit, number, last, sure = named
    if leading:
        year_number = leading[0]
    else:
        year_number, last = year_named(tokens, last, today) or (-1, last)
    if unit == "week":
        return Time(first, last, unit, year_number and _week_of(year_number, number)) if year_number != -1 else None
    length = 12 // PARTS[unit]
    start = 1 + (number - 1) * length
    if year_number != -1:
        return Time(first, last, unit, year_number and month(start, year_number, length))
    return yearless(tokens, first, last, unit, lambda of: month(start, of, length), today) if sure else None


def _numbered(tokens: Tokens, at: int) -> tuple[str, int, int, bool] | None:
    """Unit, number and end of "Q3", "H1", "third quarter", "last week", and whether they need no year beside them."""
    token, after = tokens[at], tokens[at + 1]
    if token.word in ("q", "h"):
        unit = "quarter" if token.word == "q" else "half"
        glued = after.glued and not (tokens[at + 2].glued and tokens[at + 2].word.isalpha())
        known = glued and after.text in ("1", "2", "3", "4")[: PARTS[unit]]
        return (unit, int(after.text), at + 2, True) if known else None
    if token.word == "last" and after.word == "week" and tokens[at + 2].word == "of":
        return "week", -1, at + 2, False
    nth = ordinal_at(tokens, at)
    if nth is None:
        return None
    last = past(tokens, past_hyphen(tokens, nth.last), "fiscal", "financial")
    unit = tokens[last].word
    if unit == "week" or (unit in PARTS and 1 <= nth.value <= PARTS[unit]):
        return unit, int(nth.value), last + 1, unit == "quarter" or tokens[nth.last].text in HYPHENS
    return None


def year_named(tokens: Tokens, last: int, today: date | None) -> tuple[int | None, int] | None:
    """The year that a part belongs to: "of 2016", "this year", "of fiscal 2025" (whose days are not known)."""
    at = past(tokens, past(tokens, last, "of", "in", ","), "the")
    if tokens[at].word in ("fiscal", "fy"):
        found = year_at(tokens, past(tokens, at + 1, "year"))
        return (None, found[1]) if found else None
    if found := year_at(tokens, at):
        return found
    step = counted("step").get(tokens[at].word)
    if step is not None and tokens[at + 1].word == "year":
        return today and today.year + step, at + 2
    return (today and today.year, at + 1) if tokens[at].word == "year" and at > last + 1 else None


def _week_of(year_number: int, number: int) -> Days:
    """A numbered week of a year by ISO 8601, or its last one."""
    if number < 0:
        return week(date(year_number, 12, 31))
    return week(week(date(year_number, 1, 4)).low + 7 * (number - 1) * DAY)
