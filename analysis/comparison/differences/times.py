"""Time: the same event told of another day, month, year or hour."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from analysis.comparison.differences.clock import Clock, clocks, hours_apart
from analysis.comparison.differences.pairs import MATCHING, Finding, Pair, with_bound
from analysis.comparison.differences.quantities import BEYOND, DIFFER, Quantity, apart, equal
from analysis.comparison.differences.told import Told
from analysis.comparison.word_classes import word_class

LEDGER = 0.6  # how sure a difference is that rests on the ledger
SAME_EVENT = 0.42  # how sure a difference is at least where the sentences tell of one event
ACTING = 0.07  # score from which this is looked at: the same act stands beside both times
SAME_ACT = 0.36  # how sure a difference is at least then
SPEECH, WAS = map(word_class, ("speech", "was"))
SAID = 3  # words before a time among which a verb of speech makes it its own


def find_in_ledger(told: Iterable[Told], facts: Mapping[tuple[str, int], int]) -> Iterator[tuple[Told, Told, Finding]]:
    """Every pair of times of different articles that are one fact, as table `ledger` has it, and differ."""
    members = defaultdict(list)
    for sentence in told:
        for time in sentence.quantities:
            if time.is_time and (fact := facts.get((sentence.article, time.span[0]))):
                members[fact].append((sentence, time))
    for times in members.values():
        for (a, one), (b, other) in combinations(times, 2):
            if a.article != b.article and (rule := apart(one, other)):
                yield a, b, _finding(rule, a, one, b, other, LEDGER)


def find(pair: Pair) -> Iterator[Finding]:
    """Every pair of times that differ; none that the other sentence gives too, and none of when something was said."""
    ours, theirs = pair.a.kept(_dates), pair.b.kept(_dates)
    ours, theirs = _lacking(ours, theirs, pair.b.stated), _lacking(theirs, ours, pair.a.stated)
    for one, other, context in pair.aligned(ours, theirs):
        if (rule := apart(one, other)) and not _before_and_after(pair, one, other):
            floor = _floor(pair, one, other) if one.approximation == other.approximation else 0
            sure = max(pair.sure(context), floor)
            yield _finding(rule, pair.a, one, pair.b, other, sure)
    for one, other, context in pair.aligned(pair.a.kept(clocks), pair.b.kept(clocks)):
        if hours_apart(one, other):
            sure = max(pair.sure(context), _floor(pair, one, other))
            yield Finding("time", DIFFER, pair.a.span(*one.marked), pair.b.span(*other.marked), sure)


def _finding(rule: str, a: Told, one: Quantity, b: Told, other: Quantity, sure: float) -> Finding:
    kind = "value" if rule == BEYOND else "time"
    return Finding(kind, rule, with_bound(a, one), with_bound(b, other), sure)


def _floor(pair: Pair, one: Quantity | Clock, other: Quantity | Clock) -> float:
    if pair.score >= MATCHING:
        return SAME_EVENT
    return SAME_ACT if pair.score >= ACTING and _acts_beside(pair.a, one) & _acts_beside(pair.b, other) else 0


def _dates(told: Told) -> list[Quantity]:
    """The days, months and years of a sentence, but not those of its saying."""
    return [
        time
        for time in told.quantities
        if time.is_time and not any(word.stem in SPEECH for word in told.words[max(0, time.first - SAID) : time.first])
    ]


def _before_and_after(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether one time is of what happened and one of what is to come."""
    return {_tense(pair.a, one), _tense(pair.b, other)} == {"past", "future"}


def _tense(told: Told, time: Quantity) -> str | None:
    """Of when the clause of a time tells; None where no verb shows it."""
    clause = told.clause(time.first)
    if any(told.word(place) == "will" for place in clause):
        return "future"
    return "past" if any(told.is_past(place) or told.word(place) in WAS for place in clause) else None


def _lacking(times: list[Quantity], others: list[Quantity], stated: Collection[tuple]) -> list[Quantity]:
    return [time for time in times if not any(equal(time, other) for other in others) and time.value not in stated]


def _acts_beside(told: Told, time: Quantity | Clock) -> frozenset[str]:
    """The acts in the clause of a time."""
    clause = told.clause(time.first)
    hits = [hit for hit in told.hits("acts") if hit.first in clause]
    return frozenset(row["act"] for hit in hits for row in hit.rows if row["form"] != "light")
