"""Periods of the calendar as pairs of days, the second excluded, and steps from one to another."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(1)


class Days(NamedTuple):
    """From day low to before day high."""

    low: date
    high: date


def day(value: date) -> Days:
    """A single day."""
    return Days(value, value + DAY)


def year(number: int, years: int = 1) -> Days:
    """A year, or several from it on: a decade, a century."""
    return Days(date(number, 1, 1), date(number + years, 1, 1))


def month(number: int, of: int, months: int = 1) -> Days:
    """Months (a month, quarter or half) from one of a year on."""
    return Days(date(of, number, 1), add_months(date(of, number, 1), months))


def week(of: date) -> Days:
    """The week, from Monday, that holds a day."""
    monday = of - of.weekday() * DAY
    return Days(monday, monday + 7 * DAY)


def weekend(of: date) -> Days:
    """Saturday and Sunday of the week that holds a day."""
    return Days(week(of).low + 5 * DAY, week(of).high)


def add_months(of: date, months: int) -> date:
    """The same day some months on, or the month's last where it has no such day."""
    years, number = divmod(of.month - 1 + months, 12)
    return date(of.year + years, number + 1, min(of.day, monthrange(of.year + years, number + 1)[1]))


def around(of: date, unit: str, step: int = 0) -> Days:
    """The day, week, weekend, month, quarter, year, decade or century of a day, or one some steps away from it."""
    if unit == "day":
        return day(of + step * DAY)
    if unit in ("week", "fortnight"):
        return week(of + 7 * step * DAY)
    if unit == "weekend":
        return weekend(of + 7 * step * DAY)
    if unit == "month":
        moved = add_months(of.replace(day=1), step)
        return month(moved.month, moved.year)
    if unit == "quarter":
        moved = add_months(of.replace(day=1), 3 * step)
        return month(moved.month - (moved.month - 1) % 3, moved.year, 3)
    years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}[unit]
    first = 1 if years >= 100 else 0  # centuries begin with a year 1
    return year((of.year - first) // years * years + first + years * step, years)


def moved(of: date, unit: str, count: float) -> date:
    """The day that lies some days, weeks, months, quarters or years from a day."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}.get(unit)
    if months:
        return add_months(of, round(count * months))
    return of + timedelta(days=count * {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit, 0))


def part(days: Days, which: str) -> Days:
    """The early, middle or late part of a period: halves, or the half around the middle."""
    length = (days.high - days.low).days
    if length == 7:
        low, high = {"early": (0, 3), "mid": (1, 5), "late": (3, 7)}[which]
    elif 28 <= length <= 31:
        low, high = {"early": (0, 15), "mid": (10, 20), "late": (15, length)}[which]
    elif 365 <= length <= 366:
        months = {"early": (1, 6), "mid": (4, 6), "late": (7, 6)}[which]
        return month(months[0], days.low.year, months[1])
    elif length > 3000:
        years = days.high.year - days.low.year
        low, high = {"early": (0, 5), "mid": (3, 7), "late": (5, 10)}[which]
        return year(days.low.year + low * years // 10, (high - low) * years // 10)
    else:
        low, high = {"early": (0, length / 2), "mid": (length / 4, length * 3 / 4), "late": (length / 2, length)}[which]
    return Days(days.low + int(low) * DAY, days.low + int(high) * DAY)
