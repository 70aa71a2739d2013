"""What values a figure admits, and how the values of two figures of one fact stand to each other."""

import re
from dataclasses import dataclass
from datetime import date
from math import inf

from analysis.figures.things import TIMES

ROUNDED = 0.1  # share of a value that its rounding may be at most: "$1 billion" is not said of 1.4
ABOUT = 0.1  # "about 200" admits what lies within this share of 200
SCALE = re.compile(r"hundred|thousand|million|billion|trillion|lakh|crore|[\d.](?:k|m|mn|bn|tn)\b", re.I)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
DAY = re.compile(
    rf"(?P<before>{MONTH})\.? (?P<after>\d\d?)(?:st|nd|rd|th)?|(?P<day>\d\d?)(?:st|nd|rd|th)? (?P<month>{MONTH})", re.I
)
DECIMALS = re.compile(r"\d[.]\d")
AGREES, COMPATIBLE, DIFFERS = "agrees", "compatible", "differs"


@dataclass(frozen=True)
class Value:
    """low and high bound what the figure admits (times in days, high excluded); grain is half of its last stated digit.

    point is None for ranges, vague sums and times that nobody resolved, but for days of a month, which are put into a
    year of their own and differ from all that were resolved; stated: as written, without case and spaces,
    the words of a time in one order ("4 May", "May 4").
    """

    low: float
    high: float
    point: float | None
    grain: float
    loose: bool
    stated: str

    @property
    def key(self) -> float | str:
        """What two equal values have in common: the point, or, where there is none, what is written."""
        return self.stated if self.point is None else self.point


def value_of(figure: dict) -> Value:
    """The value of a row of table `figures`."""
    stated = re.sub(r"\W+", "", figure["text"].lower())
    low, high, approximation = _number(figure["low"]), _number(figure["high"]), figure["approximation"]
    if figure["kind"] in TIMES:
        stated = "".join(sorted(re.findall(r"\w+", figure["text"].lower())))
        if low is None and high is None:
            day = _day_of_year(figure["text"])
            return (
                Value(-inf, inf, None, 0, False, stated) if day is None else Value(day, day + 1, day, 0, False, stated)
            )
        point = low if low is not None else high
        if approximation in {"up_to", "under"}:
            return Value(-inf, inf if high is None else high, point, 0, True, stated)
        if approximation in {"over", "at_least"}:
            begins = high if approximation == "over" and high is not None else low
            return Value(-inf if begins is None else begins, inf, point, 0, True, stated)
        return Value(
            *(low, high) if low is not None and high is not None else (point, point + 1), point, 0, False, stated
        )
    if figure["value"] is None:
        bounds = figure["magnitude"] if figure["magnitude"] is not None else (low, high)
        low, high = (-inf if bounds[0] is None else bounds[0]), (inf if bounds[1] is None else bounds[1])
        return Value(low, high, None, 0, True, stated)
    point = figure["value"]
    grain = _grain(figure["text"], figure["kind"], point)
    if approximation == "about":
        return Value(point - abs(point) * ABOUT, point + abs(point) * ABOUT, point, grain, True, stated)
    if approximation in {"over", "at_least"}:
        return Value(point, inf, point, grain, True, stated)
    if approximation in {"under", "up_to"}:
        return Value(-inf, point, point, grain, True, stated)
    return Value(point, point, point, grain, False, stated)


def relation(a: Value, b: Value, times: bool) -> str:
    """agrees, compatible or differs: equal within the coarser one's rounding, one admitting the other, or neither.

    Two ceilings ("up to 17", "up to 8") are two claims, and differ; two floors may both be on the way to one number.
    """
    if times:
        if (a.low, a.high) == (b.low, b.high) and (a.point is not None or a.stated == b.stated):
            return AGREES
        return COMPATIBLE if a.point is not None and max(a.low, b.low) < min(a.high, b.high) else DIFFERS
    if a.point is not None and b.point is not None:
        if a.point == b.point or (not a.loose and not b.loose and abs(a.point - b.point) <= max(a.grain, b.grain)):
            return AGREES
        if a.low == b.low == -inf:
            return DIFFERS
    elif (a.point, a.low, a.high) == (b.point, b.low, b.high):
        return AGREES
    slack = max(a.grain, b.grain) if a.loose != b.loose else 0
    return COMPATIBLE if max(a.low, b.low) <= min(a.high, b.high) + slack else DIFFERS


def apart(values: list[Value], times: bool) -> float | None:
    """How far the largest point stands from the smallest, in the figure's unit (times: days); None without two.

    Times that are bounds ("until 2030", "beyond 2030") are no days, and stand nowhere in particular.
    """
    points = {value.point for value in values if value.point is not None and not (times and value.loose)}
    return max(points) - min(points) if len(points) > 1 else None


def _grain(text: str, kind: str, point: float) -> float:
    """Half of the last digit stated, at most ROUNDED: of "13.2 billion" 0.05 billion, of "1,500" 50, of "200" 0."""
    digits = re.sub(r"\D", "", text)
    if not digits or not point:
        return 0
    if SCALE.search(text) or DECIMALS.search(text):
        return min(0.5 / max(int(digits), 1), ROUNDED) * abs(point)
    if kind == "percent":
        return min(0.5, ROUNDED * abs(point))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10**zeros if 1 < zeros < len(digits) - 1 else 0


def _day_of_year(text: str) -> float | None:
    """A day by its month ("May 4", "4 May"), in the leap year 4; None for any other time."""
    if not (found := DAY.fullmatch(text)):
        return None
    named = (found["month"] or found["before"])[:3].lower()
    try:
        return float(date(4, MONTHS.index(named) + 1, int(found["day"] or found["after"])).toordinal())
    except ValueError:
        return None


def _number(bound: str | None) -> float | None:
    """A bound as a number; of an ISO day its ordinal."""
    if bound is None:
        return None
    try:
        return float(bound)
    except ValueError:
        return float(date.fromisoformat(bound[:10]).toordinal())
