"""How far apart two times lie, counted in what both are told in: weekdays, days, months, years or half hours."""

from analysis.comparison.differences.clock import Clock, minutes_between
from analysis.comparison.differences.quantities import MONTHS, WEEKDAYS, YEAR, Quantity, place_in_year

HOUR, WEEKDAY, DAY, MONTH, YEARS, MIXED = "hour", "weekday", "day", "month", "year", "mixed"
UNKNOWN = 3  # steps between times that are not told in one thing
HALF_HOUR, MONTH_DAYS, YEAR_DAYS = 30, 30.4, 365


def steps(one: Quantity | Clock, other: Quantity | Clock) -> tuple[str, float]:
    """What both times are told in, and how many steps of it they lie apart; (mixed, UNKNOWN) where there is no such."""
    if isinstance(one, Clock):
        return HOUR, abs(minutes_between(one, other)) / HALF_HOUR
    days, other_days = ([place for place, day in enumerate(WEEKDAYS) if day in time.text] for time in (one, other))
    if days and other_days:
        return WEEKDAY, _around(days[0] - other_days[0], len(WEEKDAYS))
    place, other_place = place_in_year(one.text), place_in_year(other.text)
    if place and other_place:
        months = place[0] - other_place[0]
        if place[1] and other_place[1]:
            return DAY, _around(MONTH_DAYS * months + place[1] - other_place[1], YEAR_DAYS)
        return MONTH, _around(months, len(MONTHS))
    years, other_years = (YEAR.findall(time.text) for time in (one, other))
    if years and other_years:
        return YEARS, abs(int(years[-1]) - int(other_years[-1]))
    return MIXED, UNKNOWN


def _around(apart: float, circle: float) -> float:
    """The shorter way around."""
    return min(abs(apart), circle - abs(apart))
