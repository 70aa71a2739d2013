"""A figure ready to be compared, with what its row of table `figures` and its sentence say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.figures.values import Value

SMALL = 12  # counts up to this one meet by chance


@dataclass(frozen=True)
class Stated:
    """A figure with what its row of table `figures` and its sentence say of it, ready to be compared."""

    number: int  # of its row
    article: str
    start: int
    place: float  # of its sentence in its article, from 0 to 1
    kind: str
    unit: str | None
    value: Value
    per: str | None  # the span of its rate ("year")
    counted: frozenset[str]  # things of things.csv
    others: frozenset[str]  # stems of the other words that say what is counted
    states: frozenset[str]  # what tells things counted apart ("cut" of jobs)
    fated: bool  # more is told of what is counted than that it is there
    way: str | None  # up or down, where it is the extent of a change
    who: frozenset[str]
    persons: bool  # all of who are people
    named: bool  # its sentence has a name of who, and no mere pronoun
    when: tuple[float, float] | None  # bounds in days of the time it is anchored to
    when_text: str | None
    dated: bool  # that time is not just the day or week of the news
    calendar: bool  # a day by its month ("May 4"), which other facts rarely share
    said: bool  # the time when something was said
    part: bool  # "eight of the injured", "71 of the 150 seats"
    status: str | None
    earlier: bool  # the value before ("from 500")
    time: int | None  # number of the time it is anchored to, if that is another figure
    weights: dict[str, float]  # of the stems around it, of length 1
    beside: Mapping[float | str, int] = field(default_factory=dict)  # how often its article has which value of its unit

    @property
    def times(self) -> bool:
        """Whether the figure is a time."""
        return self.kind == "time"


def one_thing(a: Stated, b: Stated) -> bool:
    """Whether both count a thing of things.csv, or, where neither does, are named by a word in common."""
    return bool(a.counted & b.counted) or (not a.counted | b.counted and bool(a.others & b.others))


def telling(figure: Stated) -> bool:
    """Whether two figures of this value are unlikely to meet by chance: it is no small count."""
    point = figure.value.point
    return figure.kind not in {"number", "ordinal", "duration", "age"} or point is None or abs(point) > SMALL
