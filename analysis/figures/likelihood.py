"""How likely two figures state one fact: what speaks for it and against it, weighed by a logistic regression."""

from functools import cache
from math import exp, log

from analysis.figures.clauses import rows
from analysis.figures.statement import Stated, one_thing, telling
from analysis.figures.values import AGREES, COMPATIBLE, relation

FARTHEST = 3  # logarithm of a ratio of values: whatever lies further apart is as far
UNKNOWN = 1  # the same, of a range or a vague sum
LONGEST = 8  # logarithm of the days between two times: about eight years, or nobody knows
EXACT = 4  # digits from which on a value is as exact as can be
YEAR = 365  # days


def likelihood(a: Stated, b: Stated) -> float:
    """How likely (0 to 1) two figures of one kind and unit state one fact, by the weights of likelihood.csv.

    Equal values have weights of their own: they may well be one fact whatever is told of them, others must be alike.
    """
    weights = _weights("equal" if relation(a.value, b.value, a.times) == AGREES else "unequal")
    return 1 / (1 + exp(-weights["constant"] - sum(weights[name] * value for name, value in features(a, b).items())))


def features(a: Stated, b: Stated) -> dict[str, float]:
    """What speaks for two figures stating one fact, or against it.

    compatible   1 where one value admits the other
    ratio        logarithm of the larger quantity over the smaller, of shares that of their odds
    days         logarithm of the days between two times
    exact        digits of the quantities: exact ones do not meet by chance
    small        1 where one is a small count, as most articles have for one thing or another
    around       cosine of the words around them
    thing, word  1 where both count a thing of things.csv, or, where neither does, are named by a word in common
    other thing  1 where they count two things
    other names  1 where they are about other names
    given        in how many of the articles the other one's value stands too, where it is another
    choice       logarithm of how many figures of the unit the articles have
    apart, late  how far from each other they stand in their articles, and where the later one does, as shares of them
    dated        1 where only one quantity is dated
    other time   1 where quantities are dated, and to times that share no day
    other case   1 where they are about other names and only one is dated
    calendar     1 where both are days by their month
    said         1 where only one is the time at which something was said
    age          1 where they are ages
    """
    common, equal = a.counted & b.counted, relation(a.value, b.value, a.times) == AGREES
    bounds = not equal and a.value.key == b.value.key
    others, dated = rivals(a, b), not a.times and a.dated != b.dated
    return {
        "compatible": relation(a.value, b.value, a.times) == COMPATIBLE,
        "ratio": 0 if a.times else _ratio(_size(a), _size(b)),
        "days": _days(a.value.point, b.value.point) if a.times else 0,
        "exact": 0 if a.times else min(digits(a), digits(b), EXACT),
        "small": not telling(a) or not telling(b),
        "around": cosine(a.weights, b.weights),
        "thing": bool(common),
        "word": not common and one_thing(a, b),
        "other thing": bool(a.counted and b.counted and not common),
        "other names": others,
        "given": 0 if bounds else (b.value.key in a.beside) + (a.value.key in b.beside),
        "choice": log(sum(a.beside.values())) + log(sum(b.beside.values())),
        "apart": abs(a.place - b.place),
        "late": max(a.place, b.place),
        "dated": dated,
        "other time": _otherwise(a, b),
        "other case": others and dated,
        "calendar": a.calendar and b.calendar,
        "said": a.said != b.said,
        "age": a.kind == "age",
    }


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """The cosine of two weighted sets of words, each of length 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


@cache
def _weights(column: str) -> dict[str, float]:
    return {row["feature"]: float(row[column]) for row in rows("likelihood.csv")}


def rivals(a: Stated, b: Stated) -> bool:
    """Whether two figures are about other names: "Northgrain" and "Northgrain Cloud" are one."""
    ours, theirs = ({word for name in figure.who for word in name.split() if word[0].isupper()} for figure in (a, b))
    return bool(a.who and b.who) and a.who.isdisjoint(b.who) and ours.isdisjoint(theirs)


def _size(figure: Stated) -> float | None:
    """The value of a quantity, of a share its odds: 95 percent are further from 52 than 43 from 1."""
    point = figure.value.point
    return point / (100 - point) if figure.kind == "percent" and point is not None and 0 < point < 100 else point


def _ratio(one: float | None, other: float | None) -> float:
    if not one or not other:
        return UNKNOWN
    return min(FARTHEST, abs(log(one / other))) if one * other > 0 else FARTHEST


def _days(one: float | None, other: float | None) -> float:
    return LONGEST if one is None or other is None else min(LONGEST, log(1 + abs(one - other)))


def _otherwise(a: Stated, b: Stated) -> bool:
    """Whether two quantities are of times that share no day; a day of the news and a year may lie a year apart."""
    if a.times or not a.when or not b.when:
        return False
    short, long = sorted((a.when, b.when), key=lambda time: time[1] - time[0])
    slack = YEAR if short[1] - short[0] <= 1 and long[1] - long[0] > 31 else 0
    return max(short[0], long[0]) - min(short[1], long[1]) >= slack


def digits(figure: Stated) -> int:
    """Digits of the value without zeros before and behind: of 12.6 three, of 400 one."""
    point = figure.value.point
    return 0 if point is None else len(f"{point:.12g}".partition("e")[0].replace(".", "").strip("-0"))
