"""Value and time: figures of one thing that cannot both be right, or of which one is a bound."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from analysis.comparison.differences.pairs import MATCHING, Finding, Pair, with_bound
from analysis.comparison.differences.quantities import BEYOND, BOUND, DIFFER, Quantity, apart, equal
from analysis.comparison.differences.told import Told, concept, concept_class
from analysis.comparison.word_classes import word_class

if TYPE_CHECKING:
    import pandas as pd

WEIGHTS = {BOUND: 0.7}  # weight of a difference, where it is not 1
UNLIKE = ("differs", "compatible")  # how the ledger calls figures of one fact that are not the same
LEDGER = 0.6  # how sure a difference is that rests on the ledger
SMALL = 12  # counts up to this one stand in most articles for one thing or another
COUNT = 0.45  # how sure a difference is at least: large counts of one thing, or matching sentences of one sum each
MEASURES = ("number", "money", "duration", "measure")
MAGNITUDE = 3  # how many times the smaller of them the larger may be
FAR = 9  # times the smaller value by which two may lie apart: more is no slip of two reports of one thing
AHEAD, DUE = map(word_class, ("ahead", "due"))
BESIDE = 2  # words before a figure, and one more behind it, that may tell it
OTHER_THING = 0.5  # weight where the two sentences count different things


def find_in_ledger(ledger: "pd.DataFrame", told: Iterable[Told]) -> Iterator[tuple[Told, Told, Finding]]:
    """Every pair of figures of different articles that table `ledger` puts under one fact and that differ."""
    placed = {
        (sentence.article, figure.span): (sentence, figure) for sentence in told for figure in sentence.quantities
    }
    for _, rows in ledger[ledger["relation"].isin(UNLIKE)].groupby("fact"):
        keys = [(row.article, (row.start, row.end)) for row in rows.itertuples(index=False)]
        for (a, one), (b, other) in combinations([placed[key] for key in keys if key in placed], 2):
            if a.article != b.article and (rule := apart(one, other)):
                yield a, b, _finding(rule, a, one, b, other, LEDGER * WEIGHTS.get(rule, 1.0))


def find(pair: Pair) -> Iterator[Finding]:
    """Every pair of figures that differ; none that the other article gives too."""
    ours = [figure for figure in pair.a.quantities if not figure.is_time and not _given(figure, pair.b)]
    theirs = [figure for figure in pair.b.quantities if not figure.is_time and not _given(figure, pair.a)]
    persons = concept_class("person")
    for one, other, context in pair.aligned(ours, theirs):
        if one.unit == other.unit and (rule := apart(one, other)) and not _incomparable(pair, one, other):
            weight = WEIGHTS.get(rule, 1.0) * (OTHER_THING if _other_things(one, other) else 1)
            lone = pair.score >= MATCHING and _is_lone(one, pair.a) and _is_lone(other, pair.b)
            alike = lone or (one.counted & other.counted) - (persons if pair.score < MATCHING else set())
            rival = rule == DIFFER and alike and _comparable(one, other)
            sure = max(pair.sure(context * weight), COUNT if rival else 0)
            yield _finding(rule, pair.a, one, pair.b, other, sure)


def _finding(rule: str, a: Told, one: Quantity, b: Told, other: Quantity, sure: float) -> Finding:
    is_when = one.is_time and rule != BEYOND or (_is_due(a, one) and _is_due(b, other))
    kind = "time" if is_when else "value"
    return Finding(kind, rule, with_bound(a, one), with_bound(b, other), sure)


def _is_due(told: Told, figure: Quantity) -> bool:
    """Whether a duration tells when something is to come: "in four weeks"."""
    before = [word.lower for word in told.words[: figure.first]]
    return figure.unit[0] == "duration" and told.word(figure.first - 1) in DUE and not AHEAD.isdisjoint(before)


def _other_things(one: Quantity, other: Quantity) -> bool:
    """Whether the figures are of different things, or one tells how a thing moved and one how it stands."""
    move, persons = concept("rise"), concept_class("person")
    moved = one.unit[0] == "percent" and (move in one.counted) != (move in other.counted)
    ours, theirs = (figure.counted - persons or figure.counted for figure in (one, other))
    return moved or bool(ours and theirs and not ours & theirs)


def _incomparable(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether the figures lie further apart than two reports of one thing would, or count other fates."""
    both = bool(one.point and other.point)
    far = both and abs(one.point - other.point) > FAR * min(abs(one.point), abs(other.point))
    ours, theirs = _fates(pair.a, one), _fates(pair.b, other)
    return far or bool(ours and theirs and not ours & theirs)


def _fates(told: Told, figure: Quantity) -> frozenset[str]:
    """What befell those counted: "killed 12 people", "12 people were killed"."""
    beside = range(figure.first - BESIDE, figure.last + BESIDE + 1)
    return concept_class("fate") & (
        figure.counted | {told.words[place].concept for place in told.clause(figure.first) if place in beside}
    )


def _is_lone(figure: Quantity, told: Told) -> bool:
    """Whether a sum of money is the only one of its sentence."""
    return figure.unit[0] == "money" and sum(other.unit == figure.unit for other in told.quantities) == 1


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two large numbers or sums are of one order of magnitude: 1.2 and 1.9 million."""
    if one.unit[0] not in MEASURES or not (one.point and other.point):
        return False
    less, more = sorted((one.point, other.point))
    return (less > SMALL or one.unit[0] != "number") and more <= MAGNITUDE * less


def _given(figure: Quantity, told: Told) -> bool:
    """Whether the sentence gives this figure too, or its article does and chance is no explanation."""
    telling = figure.point is None or abs(figure.point) > SMALL
    return any(equal(figure, other) for other in told.quantities) or (telling and figure.value in told.stated)
