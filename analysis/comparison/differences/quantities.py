"""How two figures of one thing differ, from the normal form that table `figures` gives them."""

import re
from dataclasses import dataclass
from datetime import date
from math import inf

from analysis.comparison.word_classes import word_order

TIMES = frozenset({"date", "period"})
ABOUT = 0.1  # "about 200" is taken to mean what lies within this share of 200, and "about 2,800" within 100 of it
ROUNDED = 0.03  # share by which two exact values may differ and be one value, rounded
LOWER, UPPER = frozenset({"over", "at_least"}), frozenset({"under", "up_to"})
PLAIN = "number"  # unit of a number of things, which by itself ties two figures to nothing
SHARE = "share"  # approximation of a share told in words: nobody who writes "a third" means 33.33 percent
DIFFER, BOUND, BEYOND = "figures differ", "a bound against a figure", "until against beyond"
ROUGH = "a rough figure against an exact one"
DAY, YEAR = re.compile(r"(?<![\d:.])\d{1,2}(?![\d:.])"), re.compile(r"(?<!\d)\d{4}(?!\d)")
# Names of days and months, of which a time without a year or day of its own is known.
CALENDAR = tuple(map(word_order, ("day", "month", "season")))
WEEKDAYS, MONTHS = CALENDAR[:2]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: its characters, its words first to last (excluded), what and whose it is, the bounds of its value."""

    span: tuple[int, int]
    first: int
    last: int
    text: str
    unit: tuple[str, str | None, str | None]
    about: frozenset[str]
    counted: frozenset[str]
    who: frozenset[str]
    low: float
    high: float
    point: float | None
    approximation: str | None
    value: tuple

    @property
    def is_time(self) -> bool:
        """Whether it is a date or a period."""
        return self.unit[0] == "time"


def value_of(row: dict) -> tuple:
    """The value of a row of table `figures`: its unit and bounds, or, of a time that nobody resolved, its words."""
    return (*_unit(row), *_bounds(row), row["text"].lower() if row["kind"] in TIMES else None)


def quantity(row: dict, first: int, last: int, counted: frozenset[str]) -> Quantity:
    """A row of table `figures` at words first to last (excluded) of its sentence; counted: concepts of its `what`."""
    unit = _unit(row)
    low, high = _bounds(row)
    text = row["text"].lower()
    if row["kind"] in TIMES:
        counted = frozenset()
        about = frozenset(f"time {form}" for form in _forms(text))
    else:
        about = counted | {f"figure {text}", " ".join(filter(None, unit))}
    return Quantity(
        span=(row["start"], row["end"]),
        first=first,
        last=last,
        text=text,
        unit=unit,
        about=about,
        counted=counted,
        who=frozenset(row["who"] or ()),
        low=low,
        high=high,
        point=row["value"],
        approximation=row["approximation"],
        value=value_of(row),
    )


def apart(ours: Quantity, theirs: Quantity) -> str | None:
    """In what the two differ, or None where both may be true of one thing."""
    if ours.is_time:
        return _times_apart(ours, theirs)
    bounds = {ours.approximation, theirs.approximation}
    if max(ours.low, theirs.low) > min(ours.high, theirs.high):
        near = ours.point is not None and theirs.point is not None and bounds == {None}
        return None if near and abs(ours.low - theirs.low) <= ROUNDED * min(abs(ours.low), abs(theirs.low)) else DIFFER
    if ours.point is None or theirs.point is None:  # "billions", which more than five billion are too
        return None
    if bounds <= LOWER or bounds <= UPPER:
        return BOUND if ours.point != theirs.point or len(bounds) > 1 else None
    if ours.approximation != theirs.approximation and bounds & (LOWER | UPPER):
        return BOUND
    is_rough = bounds == {None, "about"} and ours.point == theirs.point
    return ROUGH if is_rough and not _is_round(ours.point) else None


def _is_round(value: float | None) -> bool:
    """Whether a value has one digit that is no zero: who writes 2,000 may well mean about as many."""
    return value is not None and len(f"{value:g}".partition("e")[0].strip("-0.")) == 1


def equal(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the two are the same value in the same unit, told the same way."""
    if ours.unit != theirs.unit or apart(ours, theirs):
        return False
    return ours.text == theirs.text or ((ours.low, ours.high) == (theirs.low, theirs.high) and ours.low != -inf)


def _times_apart(ours: Quantity, theirs: Quantity) -> str | None:
    both = (ours, theirs), (theirs, ours)
    if any(one.approximation in LOWER and other.approximation in UPPER for one, other in both):
        return BEYOND
    for names in CALENDAR:
        named, other = ({name for name in names if name in quantity.text} for quantity in (ours, theirs))
        if named and other:
            if any(_within_bound(*sides) for sides in both):
                return None
            dated = [[set(form.findall(quantity.text)) for quantity in (ours, theirs)] for form in (DAY, YEAR)]
            return DIFFER if not named & other or any(a and b and not a & b for a, b in dated) else None
    years, other_years = (YEAR.findall(quantity.text) for quantity in (ours, theirs))
    if len(years) == len(other_years) == 2 and years != other_years:
        return DIFFER
    return DIFFER if max(ours.low, theirs.low) >= min(ours.high, theirs.high) else None


def _within_bound(bound: Quantity, exact: Quantity) -> bool:
    """Whether a day or month is no later than "by" another, or no earlier than "since" another."""
    limit, day = place_in_year(bound.text), place_in_year(exact.text)
    if exact.approximation or limit is None or day is None:
        return False
    return (bound.approximation in UPPER and day <= limit) or (bound.approximation in LOWER and day >= limit)


def place_in_year(text: str) -> tuple[int, int] | None:
    """Month and day, 0 where the text names none."""
    words = set(re.findall("[a-z]+", text))
    months = [number for number, name in enumerate(MONTHS) if words & {name, name[:3], name[:4]}]
    days = DAY.findall(text)
    return (months[0], int(days[0]) if days else 0) if months else None


def _forms(text: str) -> list[str]:
    """How a time is told: by the names of which line of CALENDAR, or by none."""
    return [names[0] for names in CALENDAR if any(name in text for name in names)] or ["other"]


def _unit(row: dict) -> tuple[str, str | None, str | None]:
    return ("time", None, None) if row["kind"] in TIMES else (row["kind"], row["unit"], row["per"])


def _bounds(row: dict) -> tuple[float, float]:
    if row["kind"] in TIMES:
        low, high = (_day(row[column]) for column in ("low", "high"))
        return (-inf if low is None else low), (inf if high is None else high)
    if row["value"] is None:
        low, high = row["magnitude"] or (row["low"], row["high"])
        return (-inf if low is None else float(low)), (inf if high is None else float(high))
    value = row["value"]
    if row["approximation"] in LOWER:
        return value, inf
    if row["approximation"] in UPPER:
        return -inf, value
    slack = min(ABOUT, _last_digit(value)) * abs(value) if row["approximation"] in {"about", SHARE} else 0
    return value - slack, value + slack


def _last_digit(value: float) -> float:
    """What the last of the first two digits of a value counts, as a share of the value: of 2,800 a twenty-eighth."""
    digits = f"{value:.1e}".partition("e")[0].replace(".", "").strip("-0")
    return 1 / int(digits) if digits else 0


def _day(day: str | None) -> float | None:
    return None if day is None else float(date.fromisoformat(day[:10]).toordinal())
