"""Times of day in a sentence: 5.20am, 14:30, ten to five, noon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.told import LONGEST, Told

HALF = 12 * 60  # minutes from midnight to noon, which a time without a.m. or p.m. leaves open
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
STEPS = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
WORDS = {"midnight": 0, "midday": HALF, "noon": HALF}
NAMED = "|".join(HOURS)
CLOCK = re.compile(
    rf"\b(?:(?P<hour>\d{{1,2}}|{NAMED})(?:[.:](?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap])\.?m\b|o[’']clock\b)"
    rf"|(?P<long>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?![:\d])"
    rf"|(?P<step>{'|'.join(STEPS)})\s(?P<side>past|to)\s(?P<named>{NAMED})\b"
    rf"|(?P<word>{'|'.join(WORDS)})\b)",
    re.IGNORECASE,
)
EXACT, ABOUT = 5, 25  # minutes by which two times may differ and be one, as they stand and where one is rough
ROUGH = frozenset({"about", "around", "before", "after", "nearly", "almost", "shortly", "roughly", "past", "towards"})
BEFORE = ROUGH | {"at", "by", "since", "until", "from"}  # what stands before "five to ten" that is an hour, no range


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


def hours_apart(one: Clock, other: Clock) -> bool:
    """Whether the two times of day are not one, told more or less exactly."""
    around = HALF if one.is_half or other.is_half else 2 * HALF
    apart = abs(one.minutes - other.minutes) % around
    return min(apart, around - apart) > (ABOUT if one.is_rough or other.is_rough else EXACT)


def _read(told: Told) -> Iterator[Clock]:
    for hit in CLOCK.finditer(told.text[:LONGEST]):
        start, end = told.start + hit.start(), told.start + hit.end()
        held = [n for n, word in enumerate(told.words) if word.start < end and start < word.end]
        before = told.words[held[0] - 1].text.lower() if held and held[0] else ""
        if held and (not hit["step"] or before in BEFORE):
            yield Clock(held[0], held[-1] + 1, *_minutes(hit.groupdict("")), before in ROUGH)


def _minutes(part: dict[str, str]) -> tuple[int, bool]:
    if part["word"]:
        return WORDS[part["word"].lower()], False
    if part["long"]:
        return int(part["long"]) * 60 + int(part["past"]), False
    if part["step"]:
        step = STEPS[part["step"].lower()]
        return (_hour(part["named"]) * 60 + (step if part["side"].lower() == "past" else -step)) % HALF, True
    minutes = _hour(part["hour"]) % 12 * 60 + int(part["minute"] or 0)
    return minutes + HALF * (part["half"].lower() == "p"), not part["half"]


def _hour(text: str) -> int:
    return int(text) if text.isdigit() else HOURS.index(text.lower()) + 1
