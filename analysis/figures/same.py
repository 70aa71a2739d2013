"""Whether two figures state one fact: when what, who and when agree, and by which rule; not because their values do."""

from dataclasses import dataclass
from math import inf

from analysis.figures.values import AGREES, COMPATIBLE, DIFFERS, Value, relation

LIKE = 0.25  # cosine of the words around two figures from which these are taken to speak of one thing
LITTLE = 0.1  # the same, where both state one value that is unlikely to meet by chance
VERY_LIKE = 0.45  # the same, where nothing but the words speaks for it
# How many times the smaller the larger of two differing values may be, of counts and of others: where names or words
# agree too, and where not or what is counted is not listed in things.csv. Counts rise from report to report; sums,
# shares and sizes do not.
FURTHEST = {True: (5, 2), False: (2.5, 1.5)}
POINT = 1  # percentage point: so close two differing shares may be, however small
YEAR = 365  # days
YEARS = 3 * YEAR  # days that two differing times of one thing may lie apart
GRAINS = 4  # how many times the shorter the longer of these may last: a day is no other reading of a quarter
# Digits of a value from which on it is not met by chance, and the same of sums and decimals where no year parts them.
EXACT, FINE = 3, 2
LARGE = 1000  # counts from which on they are rather exact
SMALL = 12  # counts up to this one meet by chance
MET_BY_CHANCE = {"money", "percent"}  # kinds of which a story has many that measure the like of different parties
# Of differing values: what is planned in one report has happened in the next, but what is expected may well be missed.
ALIKE = ({"happened", "planned"}, {"planned", "possible"})


@dataclass(frozen=True)
class Stated:
    """A figure with what its row of table `figures` and its sentence say of it, ready to be compared."""

    number: int  # of its row
    article: str
    start: int
    headline: bool
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
    opening: bool  # the first weekday of its article, in the first sentence
    definite: bool  # "the five"
    part: bool  # "eight of the injured"
    status: str | None
    earlier: bool  # the value before ("from 500")
    anchor: bool  # the time of a quantity beside it
    time: int | None  # number of the time it is anchored to, if that is another figure
    weights: dict[str, float]  # of the stems around it, of length 1

    @property
    def times(self) -> bool:
        """Whether the figure is a time."""
        return self.kind == "time"


@dataclass(frozen=True)
class Verdict:
    """Whether two figures state one fact, the rule that says so or the reason against it, and how alike they are.

    firm: a reason against that holds for any two figures of the two facts, so that these are never joined.
    """

    same: bool
    rule: str
    likeness: float
    firm: bool = False


def compare(a: Stated, b: Stated) -> Verdict:
    """Judge two figures of one kind and unit."""
    likeness = _cosine(a.weights, b.weights)
    reading = relation(a.value, b.value, a.times)
    vague = a.value.point is None or b.value.point is None
    if a.article == b.article and (reading == DIFFERS or (reading == COMPATIBLE and not vague)):
        return Verdict(False, "one article states both values", likeness, True)
    if reason := _against(a, b, reading, likeness):
        return Verdict(False, reason, likeness, True)
    if reading != AGREES and not a.times and a.dated != b.dated and (a if a.dated else b).status == "happened":
        return Verdict(False, f"only one is dated: {(a if a.dated else b).when_text}", likeness)
    rule = RULES[reading](a, b, likeness)
    return Verdict(rule is not None, rule or f"{APART[reading]}, and too little else is alike", likeness)


def _of_equal(a: Stated, b: Stated, likeness: float) -> str | None:
    """The rule by which two figures of equal value are one fact, if so."""
    names, rare = bool(a.who & b.who), telling(a) and telling(b)
    if a.article == b.article and a.headline != b.headline and rare:
        return "the same value, in the headline and below it"
    if a.calendar and b.calendar and (a.value.point is not None or a.value.stated == b.value.stated):
        return "the same day of the calendar"
    if a.opening and b.opening:
        return "the same weekday, the first in both leads"
    if a.times:
        alike = likeness >= LIKE or (one_thing(a, b) and (names or likeness >= LITTLE))
        return "the same time of the same thing" if alike else None
    if a.counted & b.counted or (one_thing(a, b) and (names or rare or likeness >= LIKE)):
        return "the same value of the same thing"
    if a.definite and b.definite and one_thing(a, b):
        return "the same value of a thing both take for known"
    if _exact(a, b):
        return "the same value, too exact to meet by chance"
    if rare and names:
        return "the same value, the same names"
    if likeness >= (LITTLE if rare else VERY_LIKE):
        return "the same value in like words"
    return None


def _of_compatible(a: Stated, b: Stated, likeness: float) -> str | None:
    """The rule by which two figures that admit each other's value are one fact, if so."""
    alike = bool(a.who & b.who) or likeness >= LIKE
    if a.times and (a.value.loose or b.value.loose) and abs(a.value.point - b.value.point) > YEAR:
        return None  # "by October" admits every time before it
    if a.times or a.value.point is None or b.value.point is None:
        if one_thing(a, b) and alike:
            return "a time or sum of the same thing that holds the other"
    elif (one_thing(a, b) or likeness >= VERY_LIKE) and _near(a, b, alike):
        return "a bound of the same thing that admits the other value"
    return None


def _of_differing(a: Stated, b: Stated, likeness: float) -> str | None:
    """The rule by which two figures of differing values are one fact, if so: all else must agree."""
    alike = bool(a.who & b.who) or likeness >= LIKE
    listed = bool(a.counted & b.counted)
    if not one_thing(a, b) or (a.anchor and b.anchor) or not (listed or likeness >= LIKE):
        return None
    if (alike or a.kind not in MET_BY_CHANCE) and _near(a, b, alike and listed and a.fated and b.fated):
        return "the same thing, and nothing else told apart; the values differ"
    return None


APART = {AGREES: "equal values", COMPATIBLE: "values that admit each other", DIFFERS: "differing values"}
RULES = {AGREES: _of_equal, COMPATIBLE: _of_compatible, DIFFERS: _of_differing}


def one_thing(a: Stated, b: Stated) -> bool:
    """Whether both count a thing of things.csv, or, where neither does, are named by a word in common."""
    return bool(a.counted & b.counted) or (not a.counted | b.counted and bool(a.others & b.others))


def _against(a: Stated, b: Stated, reading: str, likeness: float) -> str | None:
    """Why the two cannot be one fact, if so."""
    if a.times and (a.value.point is None) != (b.value.point is None):
        return "nobody can say which day one of them is"
    timely = a.times and reading == AGREES  # two things may well be told of one day
    if a.counted and b.counted and not (a.counted & b.counted or timely or _telltale(a, b, likeness)):
        return f"another thing: {_listed(a.counted)} against {_listed(b.counted)}"
    if reading != AGREES and a.states and b.states and not a.states & b.states:
        return f"another state: {_listed(a.states)} against {_listed(b.states)}"
    if reading != AGREES and a.part != b.part:
        return "a part of them against all"
    if reading != AGREES and a.per and b.per and a.per != b.per:
        return f"another rate: {a.per} against {b.per}"
    if a.who and b.who and not a.who & b.who and _rivals(a, b, reading):
        return f"other names: {_listed(a.who)} against {_listed(b.who)}"
    if a.way != b.way and ((a.way and b.way) or (a.kind == "percent" and reading != AGREES)):
        return "a rise, a fall or a level"
    if not a.times and a.when and b.when and _apart(a.when, b.when):
        return f"another time: {a.when_text} against {b.when_text}"
    if reading == DIFFERS and a.earlier != b.earlier:
        return "one is the value before"
    if reading == DIFFERS or (reading == AGREES and a.value.point != b.value.point):
        if not a.times and a.dated and b.dated and (not a.when or not b.when) and a.when_text != b.when_text:
            return f"nobody can say that {a.when_text} is {b.when_text}"
        if not a.times and a.status != b.status and {a.status, b.status} not in ALIKE:
            return f"{a.status} against {b.status}"
    return None


def _rivals(a: Stated, b: Stated, reading: str) -> bool:
    """Whether other names tell two figures apart: of equal values not a person and a firm, nor a guessed name."""
    return reading != AGREES or (a.named and b.named and (not telling(a) or a.persons == b.persons))


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two times share no day; a day of the news and the year that a figure is for may lie a year apart."""
    short, long = sorted((one, other), key=lambda time: time[1] - time[0])
    slack = YEAR if short[1] - short[0] <= 1 and long[1] - long[0] > 31 else 0
    return max(short[0], long[0]) - min(short[1], long[1]) >= slack


def _near(a: Stated, b: Stated, agreeing: bool) -> bool:
    """Whether two differing values lie close enough to be two readings of one thing."""
    low, high = sorted(figure.value.high if figure.value.point is None else figure.value.point for figure in (a, b))
    if a.times:
        spans = sorted(figure.value.high - figure.value.low for figure in (a, b))
        return high - low <= YEARS and (spans[1] <= GRAINS * spans[0] or spans[1] == inf)
    if a.kind == "percent" and high - low <= POINT:
        return True
    return low > 0 and high <= FURTHEST[a.kind == "number"][not agreeing] * low


def telling(figure: Stated) -> bool:
    """Whether two figures of this value are unlikely to meet by chance: it is no small count."""
    point = figure.value.point
    return figure.kind not in {"number", "ordinal", "duration", "age"} or point is None or abs(point) > SMALL


def _digits(figure: Stated) -> int:
    """Digits of the value without zeros before and behind: of 12.6 three, of 400 one."""
    point = figure.value.point
    return 0 if point is None else len(f"{point:.12g}".partition("e")[0].replace(".", "").strip("-0"))


def _telltale(a: Stated, b: Stated, likeness: float) -> bool:
    """Whether two figures of one exact value may be one fact although they seem to count two things, which was misread.

    Shares are not: inflation and unemployment may well both be at 3.2 percent.
    """
    return _exact(a, b) and (a.kind != "percent" or likeness >= LITTLE)


def _exact(a: Stated, b: Stated) -> bool:
    """Whether two figures state one value too exact to meet by chance; fewer digits do for sums and decimals."""
    if a.value.point is None or a.value.point != b.value.point:
        return False
    large = a.kind == "money" or a.value.point >= LARGE or a.value.point != round(a.value.point)
    fine = large and a.dated == b.dated
    return _digits(a) >= (FINE if fine else EXACT)


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
