"""Dates, periods and stretches of time between them."""

from datetime import date

from analysis.figures.figure import Reading
from analysis.figures.grammar.dates import date_at, day_number
from analysis.figures.grammar.days import DAY, Days
from analysis.figures.grammar.months import months_at, part_of_year_at
from analysis.figures.grammar.relative import away_at, relative_at, stepped_at
from analysis.figures.grammar.time import Time
from analysis.figures.grammar.tokens import DASHES, Tokens, past
from analysis.figures.grammar.years import year_at, years_at

JOINTS = frozenset(("to", "until", "till", "through", "thru"))


def time_at(tokens: Tokens, first: int, today: date | None) -> Reading | None:
    """The date or period that starts at token first; its days are ISO days, or None where they are not known."""
    start = past(tokens, first, "from", "between")
    try:
        single = _single(tokens, start, today)
        time = _stretch(tokens, first, start, single, today) or (single if start == first else None)
    except (ValueError, OverflowError):  # a day before year 1 or after 9999
        return None
    if time is None:
        return None
    low, high = (day.isoformat() for day in time.days) if time.days else (None, None)
    return Reading(time.first, time.last, "date" if time.grain == "day" else "period", low=low, high=high)


def _single(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The time at a token, by the first rule that reads one."""
    return (
        away_at(tokens, first, today)
        or date_at(tokens, first, today)
        or relative_at(tokens, first, today)
        or part_of_year_at(tokens, first, today)
        or stepped_at(tokens, first, today)
        or months_at(tokens, first, today)
        or years_at(tokens, first)
    )


def _stretch(tokens: Tokens, first: int, start: int, left: Time | None, today: date | None) -> Time | None:
    """From one time to another: "from 2019 to 2023", "4-22 January 1995", "between 2015 and January 5th 2018"."""
    number = None if left else day_number(tokens, past(tokens, start, "the"))
    if left is None and number is None:
        return None
    last = left.last if left else number[1]
    last += tokens[last].text == "," and tokens[last + 1].word in JOINTS  # "May 1, 2014, to May 8, 2015"
    if not _joins(tokens, last, tokens[first].word):
        return None
    right = _single(tokens, last + 1, today)
    if number:
        return _from_day(first, number[0], right) if right and right.grain == "day" else None
    if right is None:
        return _to_day(tokens, first, left, last + 1) if left.grain == "day" else None
    _share_year(left, right)
    days = Days(left.days.low, right.days.high) if left.days and right.days else None
    return Time(first, right.last, "stretch", days) if days is None or days.low < days.high else None


def _joins(tokens: Tokens, at: int, opening: str) -> bool:
    joint = tokens[at].word == "and" if opening == "between" else tokens[at].word in JOINTS
    return joint or tokens[at].text in DASHES


def _from_day(first: int, number: int, right: Time) -> Time | None:
    """A stretch whose first day is given by its number: "4 to 22 January"."""
    if right.days is None:
        return Time(first, right.last, "stretch")
    if number >= right.days.low.day:
        return None
    return Time(first, right.last, "stretch", Days(right.days.low.replace(day=number), right.days.high))


def _to_day(tokens: Tokens, first: int, left: Time, at: int) -> Time | None:
    """A stretch whose last day is given by its number: "March 5-7", "May 12 to 14, 2024"."""
    found = day_number(tokens, at)
    if found is None or (tokens[found[1]].glued and tokens[found[1]].word.isalpha()):
        return None
    number, last = found
    start = left.days
    if left.of_year and (year := year_at(tokens, past(tokens, last, ","))):
        start, last = left.of_year(year[0]), year[1]
    if start is None:
        return Time(first, last, "stretch")
    end = start.low.replace(day=number)
    return Time(first, last, "stretch", Days(start.low, end + DAY)) if end > start.low else None


def _share_year(left: Time, right: Time) -> None:
    """Give a time without year the year of the other."""
    if left.of_year and right.days:
        nearby = (left.of_year(right.days.low.year - step) for step in (0, 1))
        left.days = next((days for days in nearby if days and days.low < right.days.high), None)
    elif right.of_year and left.days:
        nearby = (right.of_year(left.days.low.year + step) for step in (0, 1))
        right.days = next((days for days in nearby if days and days.low >= left.days.low), None)
