"""Times of day in a sentence: 5.20am, 14:30, ten to five, noon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis import data
from analysis.comparison.differences.told import LONGEST, Told
from analysis.comparison.word_classes import word_class

HALF = 12 * 60  # minutes from midnight to noon, which a time without a.m. or p.m. leaves open
EXACT, ABOUT = 5, 25  # minutes by which two times may differ and be one, as they stand and where one is rough
ROUGH = word_class("rough")
BEFORE = ROUGH | word_class("before_hour")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at words first to last (excluded), in minutes; with is_half, in those after midnight or noon."""

    first: int
    last: int
    minutes: int
    is_half: bool
    is_rough: bool
    about = frozenset({"time of day"})

    @property
    def marked(self) -> tuple[int, int]:
        """The words to mark: its own, and the one that makes it rough."""
        return self.first - self.is_rough, self.last


def clocks(told: Told) -> list[Clock]:
    """The times of day of a sentence."""
    return list(_read(told))


def minutes_apart(one: Clock, other: Clock) -> int:
    """The minutes between two times of day, the shorter way around."""
    around = HALF if one.is_half or other.is_half else 2 * HALF
    apart = abs(one.minutes - other.minutes) % around
    return min(apart, around - apart)


def hours_apart(one: Clock, other: Clock) -> bool:
    """Whether the two times of day are not one, told more or less exactly."""
    return minutes_apart(one, other) > (ABOUT if one.is_rough or other.is_rough else EXACT)


def _read(told: Told) -> Iterator[Clock]:
    for hit in _pattern().finditer(told.text[:LONGEST]):
        start, end = told.start + hit.start(), told.start + hit.end()
        held = [n for n, word in enumerate(told.words) if word.start < end and start < word.end]
        before = told.word(held[0] - 1) if held else ""
        if held and (not hit["step"] or before in BEFORE):
            yield Clock(held[0], held[-1] + 1, *_minutes(hit.groupdict("")), before in ROUGH)


def _minutes(part: dict[str, str]) -> tuple[int, bool]:
    """The minutes of a time, and whether it leaves open in which half of the day."""
    part = {name: text.lower() for name, text in part.items()}
    if part["time"]:
        return _words("time")[part["time"]], False
    if part["long"]:
        return int(part["long"]) * 60 + int(part["past"]), False
    if part["step"]:
        step = _words("step")[part["step"]]
        return (_words("hour")[part["of"]] + (step if part["side"] == "past" else -step)) % HALF, True
    hour = int(part["hour"]) * 60 if part["hour"].isdigit() else _words("hour")[part["hour"]]
    return hour % HALF + int(part["minute"] or 0) + HALF * (part["half"] == "p"), not part["half"]


@cache
def _words(kind: str) -> dict[str, int]:
    """The minutes of every word of a class of clock.csv."""
    return {row["word"]: int(row["minutes"]) for row in data.rows(__package__, "clock.csv") if row["class"] == kind}


@cache
def _pattern() -> re.Pattern:
    times, hours, steps = ("|".join(_words(kind)) for kind in ("time", "hour", "step"))
    return re.compile(
        rf"\b(?:(?P<hour>\d{{1,2}}|{hours})(?:[.:](?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap])\.?m\b|o[’']clock\b)"
        rf"|(?P<long>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?![:\d])"
        rf"|(?P<step>{steps})\s(?P<side>past|to)\s(?P<of>{hours})\b"
        rf"|(?P<time>{times})\b)",
        re.IGNORECASE,
    )
