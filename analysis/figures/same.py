"""Whether two figures state one fact: when what, who and when agree, and by which rule; not because their values do."""

from dataclasses import dataclass

from analysis.figures.values import AGREES, DIFFERS, Value, relation

LITTLE = 0.1  # the same, where both state one value that is unlikely to meet by chance
LIKE = 0.25  # cosine of the words around two figures above which these are taken to speak of one thing
VERY_LIKE = 0.45  # the same, where nothing but the words speaks for it
# How many times the smaller the larger of two differing values may be: where names or words agree too, and where not.
# Counts rise from report to report; sums, shares and sizes do not.
APART = {True: (5, 2), False: (2, 1.5)}
YEARS = 3 * 365  # days that two differing times of one thing may lie apart
SMALL = 12  # counts up to this one meet by chance
# Of differing values: what is planned in one report has happened in the next, but what is expected may well be missed.
ALIKE = ({"happened", "planned"}, {"planned", "possible"})


@dataclass(frozen=True)
class Stated:
    """A figure with what its row of table `figures` and its sentence say of it, ready to be compared.

    when: bounds in days of the time it is anchored to; dated: that time is not just the day or week of the news;
    earlier: it is the value before ("from 500"); anchor: it is the time of a quantity beside it; time:
    the number of the time it is anchored to, if that is another figure; weights: of the stems
    around it, of length 1.
    """

    number: int
    article: str
    start: int
    headline: bool
    kind: str
    unit: str | None
    value: Value
    counted: frozenset[str]
    others: frozenset[str]
    way: str | None
    who: frozenset[str]
    when: tuple[float, float] | None
    when_text: str | None
    dated: bool
    status: str | None
    earlier: bool
    anchor: bool
    time: int | None
    weights: dict[str, float]

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
    if a.article == b.article and reading == DIFFERS:
        return Verdict(False, "one article states both values", likeness, True)
    if reason := _against(a, b, reading):
        return Verdict(False, reason, likeness, True)
    one_thing = bool(a.counted & b.counted) or (not a.counted | b.counted and bool(a.others & b.others))
    names = bool(a.who & b.who)
    if reading == DIFFERS:
        if one_thing and not (a.anchor and b.anchor) and _near(a, b, names or likeness >= LIKE):
            return Verdict(True, "the same thing, and nothing else told apart; the values differ", likeness)
        return Verdict(False, "values differ, and too little else agrees", likeness)
    equal = "the same value" if reading != "compatible" else "values that admit each other"
    if a.article == b.article and a.headline != b.headline and reading == AGREES and _telling(a):
        return Verdict(True, f"{equal}, in the headline and below it", likeness)
    if a.times and likeness < LIKE and not (one_thing and names):
        return Verdict(False, f"{equal}, told of different things", likeness)
    if one_thing and (names or likeness >= LIKE or _telling(a) and _telling(b)):
        return Verdict(True, f"{equal} of the same thing", likeness)
    if reading == AGREES and _telling(a) and _telling(b) and (likeness >= LITTLE or names):
        return Verdict(True, f"{equal}, the same names" if names else f"{equal} in like words", likeness)
    if likeness >= VERY_LIKE:
        return Verdict(True, f"{equal} in like words", likeness)
    return Verdict(False, f"{equal}, but neither thing, names nor words agree enough", likeness)


def _against(a: Stated, b: Stated, reading: str) -> str | None:
    """Why the two cannot be one fact, if so."""
    if a.times and (a.value.point is None) != (b.value.point is None):
        return "nobody can say which day one of them is"
    if a.counted and b.counted and not a.counted & b.counted:
        return f"another thing: {_listed(a.counted)} against {_listed(b.counted)}"
    if a.who and b.who and not a.who & b.who:
        return f"other names: {_listed(a.who)} against {_listed(b.who)}"
    if a.way and b.way and a.way != b.way or bool(a.way) != bool(b.way) and a.kind == "percent":
        return "a rise, a fall or a level"
    if not a.times and a.when and b.when and not max(a.when[0], b.when[0]) < min(a.when[1], b.when[1]):
        return f"another time: {a.when_text} against {b.when_text}"
    if reading != AGREES and not a.times and a.dated != b.dated and (a if a.dated else b).status == "happened":
        return f"only one is dated: {(a if a.dated else b).when_text}"
    if reading == DIFFERS:
        if a.earlier != b.earlier:
            return "one is the value before"
        if not a.times and a.status != b.status and {a.status, b.status} not in ALIKE:
            return f"{a.status} against {b.status}"
    return None


def _near(a: Stated, b: Stated, agreeing: bool) -> bool:
    """Whether two differing values lie close enough to be two readings of one thing."""
    low, high = sorted(figure.value.high if figure.value.point is None else figure.value.point for figure in (a, b))
    if a.times:
        return high - low <= YEARS
    return low > 0 and high <= APART[a.kind == "number"][not agreeing] * low


def _telling(figure: Stated) -> bool:
    """Whether two figures of this value are unlikely to meet by chance."""
    point = figure.value.point
    return figure.kind not in {"number", "ordinal", "duration", "age"} or point is None or abs(point) > SMALL


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
