"""Dates, periods and stretches of time between them."""

from datetime import date

from analysis.figures.figure import Reading
from analysis.figures.grammar.dates import date_at, day_number
from analysis.figures.grammar.days import Days, moved
from analysis.figures.grammar.durations import time_unit
from analysis.figures.grammar.numbers import number_at
from analysis.figures.grammar.periods import period_at
from analysis.figures.grammar.time import Time, Tokens, calendar
from analysis.figures.grammar.tokens import DASHES

JOINTS = frozenset(["to", "until", "till", "through", "thru"])
AGO = frozenset(["ago", "earlier", "later", "hence", "before", "after"])
SECONDS = {"week": 604800, "month": 2592000, "year": 31536000, "decade": 315360000}


def time_at(tokens: Tokens, first: int, today: date | None) -> Reading | None:
    """The date or period that starts at token first; its days are ISO days, or None where they are not known."""
    try:
        time = _time(tokens, first, today)
    except (ValueError, OverflowError):  # a day before year 1 or after 9999
        return None
    if time is None:
        return None
    low, high = (time.days.low.isoformat(), time.days.high.isoformat()) if time.days else (None, None)
    return Reading(time.first, time.last, "date" if time.grain == "day" else "period", low=low, high=high)


def _time(tokens: Tokens, first: int, today: date | None) -> Time | None:
    opening = tokens[first].word if tokens[first].word in ("from", "between") else None
    start = first + (opening is not None)
    single = _single(tokens, start, today)
    return _stretch(tokens, first, start, single, today) or (None if opening else single)


def _single(tokens: Tokens, first: int, today: date | None) -> Time | None:
    return _ago(tokens, first, today) or date_at(tokens, first, today) or period_at(tokens, first, today)


def _stretch(tokens: Tokens, first: int, start: int, left: Time | None, today: date | None) -> Time | None:
    """From one time to another: "from 2019 to 2023", "4-22 January 1995", "between 2015 and January 5th 2018"."""
    number = None if left else day_number(tokens, start + (tokens[start].word == "the"))
    if left is None and number is None:
        return None
    last = left.last if left else number[1]
    last += tokens[last].text == "," and tokens[last + 1].word in JOINTS  # "May 1, 2014, to May 8, 2015"
    if not _joins(tokens, last, tokens[first].word):
        return None
    right = _single(tokens, last + 1, today)
    if right is None and left and left.grain == "day":
        found = day_number(tokens, last + 1)
        if found is None or left.days is None or tokens[found[1]].word.isalpha() and tokens[found[1]].glued:
            return None
        return _ended(first, found[1], left.days, found[0])
    if right is None or (number and right.grain != "day"):
        return None
    if number:
        return _started(first, right, number[0], today)
    _share_year(left, right, today)
    days = left.days and right.days and Days(left.days.low, right.days.high)
    if days and days.low >= days.high:
        return None
    return Time(first, right.last, "stretch", days)


def _joins(tokens: Tokens, at: int, opening: str) -> bool:
    if opening == "between":
        return tokens[at].word == "and" or tokens[at].text in DASHES
    return tokens[at].word in JOINTS or tokens[at].text in DASHES


def _ended(first: int, last: int, start: Days, number: int) -> Time | None:
    """A stretch whose last day is given by its number: "March 5-7"."""
    try:
        end = start.low.replace(day=number)
    except ValueError:
        return None
    return Time(first, last, "stretch", Days(start.low, moved(end, "day", 1))) if end > start.low else None


def _started(first: int, right: Time, number: int, today: date | None) -> Time | None:
    """A stretch whose first day is given by its number: "4 to 22 January"."""
    if right.days is None:
        return Time(first, right.last, "stretch")
    if number >= right.days.low.day:
        return None
    return Time(first, right.last, "stretch", Days(right.days.low.replace(day=number), right.days.high))


def _share_year(left: Time, right: Time, today: date | None) -> None:
    """Give a time without year the year of the other."""
    if left.of_year and right.days:
        of_right = (left.of_year(right.days.low.year - step) for step in (0, 1))
        left.days = next((days for days in of_right if days and days.low < right.days.high), None)
    elif right.of_year and left.days:
        of_left = (right.of_year(left.days.low.year + step) for step in (0, 1))
        right.days = next((days for days in of_left if days and days.low >= left.days.low), None)


def _ago(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Two years ago, a week from now, in 3 weeks; "two days later" is a day that the text does not tell."""
    count, last = _counted(tokens, first)
    if count is None:
        return None
    parts = [(count, time_unit(tokens, last))]
    if parts[0][1] is None:
        return None
    last += 1
    while (
        (part := number_at(tokens, last + (tokens[last].word == "and"), joined=False))
        and part.value
        and time_unit(tokens, part.last)
    ):
        parts.append((part.value, time_unit(tokens, part.last)))
        last = part.last + 1
    word = tokens[last].word
    if word == "ago":
        return Time(first, last + 1, *_shifted(today, parts, -1))
    named = calendar("relative day").get(tokens[last + 1].word)
    if word in ("from", "after") and named is not None:
        return Time(
            first, last + 2, "day", _shifted(today and moved(today, "day", int(named)), parts, 1, grain="day")[1]
        )
    if word == "hence" or (word == "from" and tokens[last + 1].word == "now"):
        return Time(first, last + 1 + (word == "from"), *_shifted(today, parts, 1))
    if word in ("later", "earlier"):
        return Time(first, last + 1, "day" if parts[-1][1][0] == "day" else "span")
    return None


def _counted(tokens: Tokens, at: int) -> tuple[float | None, int]:
    word = tokens[at].word
    if word in ("a", "an") and time_unit(tokens, at + 1):
        return 1, at + 1
    few = at + (word == "a")
    if tokens[few].word in ("few", "several", "couple"):
        return (2 if tokens[few].word == "couple" else 3), few + 1 + (tokens[few + 1].word == "of")
    number = number_at(tokens, at, joined=False)
    if number is None:
        return None, at
    return number.value, number.last + (number.value == 0.5 and tokens[number.last].word in ("a", "an"))


def _shifted(today: date | None, parts: list, sign: int, grain: str | None = None) -> tuple[str, Days | None]:
    """The grain and days of a time some units away: of years the year, of months the month, of days the day."""
    unit = parts[-1][1][0]
    grain = grain or (
        "day" if unit == "day" or len(parts) > 1 else {"decade": "year", "century": "decade"}.get(unit, unit)
    )
    if today is None or unit in ("second", "minute", "hour"):
        return grain, None
    try:
        for count, (name, _) in parts:
            today = moved(today, name, sign * count)
    except (ValueError, OverflowError):
        return grain, None
    from analysis.figures.grammar.days import around

    return grain, around(today, grain if grain != "fortnight" else "week")
