"""Days of publication, as ISO days."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

YEARS = (1700, 2100)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_FORMS = [
    re.compile(r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?P<year>\d{4})(?P<number>\d\d)(?P<day>\d\d)(?!\d)"),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})(?!\d)", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})(?!\d)", re.I),
]
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")


def iso_day(value: object) -> str:
    """The ISO day of a date, a time or a text that states one day, as written (no change of time zone).

    Raises ValueError, with the reason, for what is no day: nonsense, a month or year alone, a day outside of the years
    1700 to 2100, and numbers that may be read in two ways (03/04/2024).
    """
    if isinstance(value, date):
        return _checked(value.year, value.month, value.day)
    text = " ".join(str(value).split())
    day = _read(text, whole=True)
    if day:
        return day
    try:
        stamp = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        raise ValueError("not a day; write 2024-03-05") from None
    return _checked(stamp.year, stamp.month, stamp.day)


def day_in(text: str) -> str | None:
    """The first day that a line such as "Published March 5, 2024 at 10:15" states; None without a clear one."""
    try:
        return _read(text, whole=False)
    except ValueError:
        return None


def _read(text: str, *, whole: bool) -> str | None:
    """The day that a text starts with (whole: nothing but a time of day may follow), or that stands in it."""
    for form in _FORMS:
        match = form.match(text) if whole else form.search(text)
        if match and (not whole or re.fullmatch(r"(?:[T ,]+(?:at )?\d{1,2}[:.]\d\d.{0,40})?Z?", text[match.end() :])):
            parts = match.groupdict()
            month = int(parts["number"]) if "number" in parts else MONTHS.index(parts["month"][:3].lower()) + 1
            return _checked(int(parts["year"]), month, int(parts["day"]))
    numbers = _NUMBERS.match(text) if whole else _NUMBERS.search(text)
    if not numbers:
        return None
    first, second, year = (int(number) for number in numbers.groups())
    if first <= 12 and second <= 12 and first != second:
        raise ValueError("day and month may be either way round; write 2024-03-05")
    return _checked(year, min(first, second) if max(first, second) > 12 else second, max(first, second))


def _checked(year: int, month: int, day: int) -> str:
    try:
        checked = datetime(year, month, day)
    except (ValueError, OverflowError):
        raise ValueError("not a day of the calendar") from None
    if not YEARS[0] <= year <= YEARS[1]:
        raise ValueError(f"not a day between {YEARS[0]} and {YEARS[1]}")
    return checked.date().isoformat()
