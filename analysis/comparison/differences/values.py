"""Value: figures of one thing that cannot both be right, or of which one is a bound."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from math import log

from analysis.comparison.differences.pairs import Finding, Pair, with_bound
from analysis.comparison.differences.quantities import Quantity, apart, equal
from analysis.comparison.differences.rivals import LISTED, MOST, Ledger, Rivals, likeliest, likelihood
from analysis.comparison.differences.told import Told, concept_class
from analysis.comparison.word_classes import word_class

SMALL = 12  # counts up to this one stand in most articles for one thing or another
FARTHEST = 3  # logarithm of a ratio of values: whatever lies further apart is as far
UNKNOWN = 1  # the same, of a range or a vague sum
AHEAD, DUE = map(word_class, ("ahead", "due"))
LASTING = 0.35  # how alike what stands around two durations of one thing is at least
BESIDE = 2  # words before a figure, and one more behind it, that may tell the fate of those counted


def find(pairs: Iterable[Pair], told: Collection[Told], ledger: Ledger) -> Iterator[tuple[Pair, Finding]]:
    """The figures of these pairs of sentences that differ, as sure as they are likely to be of one thing.

    told: all sentences of the story. Nothing is set against a sum in an article that gives it in parts.
    """
    numbers = numbers_of(told)
    found = islice((rivals for rivals in rivals_of(pairs) if not ledger.adds_up(rivals)), MOST)
    likely = [(likelihood("value", features(rivals, numbers, ledger)), rivals) for rivals in found]
    for sure, rivals in likeliest(likely):
        yield rivals.pair, _finding(rivals, sure)


def rivals_of(pairs: Iterable[Pair]) -> Iterator[Rivals]:
    """Figures of two sentences that are of one unit, and differ; no times, and none of other fates (dead, injured)."""
    for pair in pairs:
        for one in pair.a.quantities[:LISTED]:
            for other in pair.b.quantities[:LISTED]:
                if one.unit != other.unit or one.is_time or _fates_apart(pair, one, other):
                    continue
                rule = apart(one, other)
                if rule and _may_be_one(rivals := Rivals(pair, one, other, rule)):
                    yield rivals


def _may_be_one(rivals: Rivals) -> bool:
    """Whether enough is alike around two durations for them to be of one thing: everything lasts."""
    return rivals.one.unit[0] != "duration" or rivals.context >= LASTING


def numbers_of(told: Iterable[Told]) -> Counter:
    """How many figures of each unit each article has."""
    return Counter((sentence.article, figure.unit) for sentence in told for figure in sentence.quantities)


def features(rivals: Rivals, numbers: Mapping[tuple[str, tuple], int], ledger: Ledger) -> dict[str, float]:
    """What speaks for two figures being of one thing, or against it; numbers: how many of a unit an article has.

    ratio     logarithm of the larger value over the smaller: reports of one thing lie close
    equal     1 where only the bounds of one value differ
    given     1 where an article has the other one's figure too
    apart     how far from each other they stand in their articles, as a share of them
    around    how alike what stands around them is, and how well the sentences match
    choice    logarithm of how many figures of the unit the articles have
    ledger    1 where the ledger has them under one fact
    unlike    1 where a share, a rank, a small count or an age is not of one thing or person, as far as can be read
    """
    pair, one, other = rivals.pair, rivals.one, rivals.other
    return {
        "ratio": _ratio(one.point, other.point),
        "equal": float(one.point == other.point),
        "given": float(_given(one, pair.b) or _given(other, pair.a)),
        "apart": abs(pair.a.place - pair.b.place),
        "around": rivals.context,
        "choice": log(1 + numbers[pair.a.article, one.unit]) + log(1 + numbers[pair.b.article, other.unit]),
        "ledger": float(ledger.joins(rivals)),
        "unlike": float(_unlike(one, other)),
    }


def _ratio(one: float | None, other: float | None) -> float:
    if not one or not other:
        return UNKNOWN
    return min(FARTHEST, abs(log(one / other))) if one * other > 0 else FARTHEST


def _given(figure: Quantity, told: Told) -> bool:
    """Whether the sentence gives this figure too, rounded or not, or its article does and chance is no explanation."""
    telling = figure.point is None or abs(figure.point) > SMALL
    here = any(equal(figure, other) or _may_be_equal(figure, other) for other in told.quantities)
    return here or (telling and figure.value in told.stated)


def _may_be_equal(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and None not in (one.point, other.point) and not apart(one, other)


def _unlike(one: Quantity, other: Quantity) -> bool:
    """Stories have many figures of these kinds, each of a thing of its own."""
    if one.unit[0] == "age":
        return one.who.isdisjoint(other.who)
    small = one.unit[0] == "number" and max(one.point or SMALL, other.point or SMALL) <= SMALL
    many = small or one.unit[0] in {"percent", "ordinal"}
    return many and (one.counted - concept_class("person")).isdisjoint(other.counted)


def _fates_apart(pair: Pair, one: Quantity, other: Quantity) -> bool:
    ours, theirs = _fates(pair.a, one), _fates(pair.b, other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _fates(told: Told, figure: Quantity) -> frozenset[str]:
    """What befell those counted: "killed 12 people", "12 people were killed"."""
    beside = range(figure.first - BESIDE, figure.last + BESIDE + 1)
    near = {told.words[place].concept for place in told.clause(figure.first) if place in beside}
    return concept_class("fate") & (figure.counted | near)


def _finding(rivals: Rivals, sure: float) -> Finding:
    a, b, one, other = rivals.pair.a, rivals.pair.b, rivals.one, rivals.other
    kind = "time" if _is_due(a, one) and _is_due(b, other) else "value"
    return Finding(kind, rivals.rule, with_bound(a, one), with_bound(b, other), sure)


def _is_due(told: Told, figure: Quantity) -> bool:
    """Whether a duration tells when something is to come: "in four weeks"."""
    before = [word.lower for word in told.words[: figure.first]]
    return figure.unit[0] == "duration" and told.word(figure.first - 1) in DUE and not AHEAD.isdisjoint(before)
