"""Times of day in a sentence: 5.20am, 14:30, ten to five, noon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis import data
from analysis.comparison.differences.told import LONGEST, Told
from analysis.comparison.word_classes import word_class

HALF = 12 * 60  # minutes from midnight to noon, which a time without a.m. or p.m. leaves open
EXACT, ABOUT = 5, 20  # minutes by which two times may differ and be one, and by how many more where one is rough
EARLIER, LATER = word_class("earlier_hour"), word_class("later_hour")
BEFORE = EARLIER | LATER | word_class("before_hour")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at words first to last (excluded), in minutes; with is_half, in those after midnight or noon.

    early, late: by how many minutes it may be meant earlier or later ("shortly before five").
    """

    first: int
    last: int
    minutes: int
    is_half: bool
    early: int = 0
    late: int = 0
    about = frozenset({"time of day"})

    @property
    def marked(self) -> tuple[int, int]:
        """The words to mark: its own, and the one that makes it rough."""
        return self.first - bool(self.early or self.late), self.last


def clocks(told: Told) -> list[Clock]:
    """The times of day of a sentence."""
    return list(_read(told))


def minutes_between(one: Clock, other: Clock) -> int:
    """The minutes from one time of day to the other, the shorter way around: below zero where it is the earlier."""
    half = HALF // 2 if one.is_half or other.is_half else HALF
    return (other.minutes - one.minutes + half) % (2 * half) - half


def hours_apart(one: Clock, other: Clock) -> bool:
    """Whether the two times of day are not one, told more or less exactly."""
    between = minutes_between(one, other)
    return between > EXACT + one.late + other.early or -between > EXACT + one.early + other.late


def _read(told: Told) -> Iterator[Clock]:
    for hit in _pattern().finditer(told.text[:LONGEST]):
        start, end = told.start + hit.start(), told.start + hit.end()
        held = [n for n, word in enumerate(told.words) if word.start < end and start < word.end]
        before = told.word(held[0] - 1) if held else ""
        if held and (not hit["step"] or before in BEFORE):
            yield Clock(held[0], held[-1] + 1, *_minutes(hit.groupdict("")), *_slack(before))


def _slack(before: str) -> tuple[int, int]:
    """By how many minutes the word before a time lets it be earlier, and later."""
    return ABOUT * (before in EARLIER), ABOUT * (before in LATER)


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
