"""Time: the same event told of another day, month, year or hour."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import log

from analysis.comparison.differences.acts import POSSESSIVE
from analysis.comparison.differences.clock import Clock, clocks, hours_apart
from analysis.comparison.differences.pairs import Finding, Pair, with_bound
from analysis.comparison.differences.quantities import BEYOND, DIFFER, WEEKDAYS, YEAR, Quantity, apart, equal
from analysis.comparison.differences.rivals import LISTED, MOST, Ledger, Rivals, likeliest, likelihood
from analysis.comparison.differences.steps import MIXED, MONTH, WEEKDAY, YEARS, steps
from analysis.comparison.differences.told import Told, concept_class, concepts
from analysis.comparison.word_classes import word_class

SPEECH, WAS, DETERMINERS = map(word_class, ("speech", "was", "determiner"))
SAID = 3  # words before a time among which a verb of speech makes it its own
OPENING = 0.25  # share of an article within which a weekday may be that of the news itself
FIRST = 0.1  # the same, of weekdays next to each other that may be the day of the news told differently
ALIKE = {WEEKDAY: 0.3, YEARS: 0.5}  # how alike what stands around two of these is where nothing else speaks for them
FARTHEST = 60  # steps: what lies further apart is as far


def find(pairs: Iterable[Pair], told: Iterable[Told], ledger: Ledger) -> Iterator[tuple[Pair, Finding]]:
    """The times of these pairs of sentences that differ, as sure as they are likely to be of one event.

    told: all sentences of the story.
    """
    hours = hours_of(told)
    found = islice(rivals_of(pairs), MOST)
    told_with = [(features(rivals, hours, ledger), rivals) for rivals in found]
    likely = [(likelihood("time", known), rivals) for known, rivals in told_with if _may_be_one(rivals, known)]
    for sure, rivals in likeliest(likely):
        yield rivals.pair, _finding(rivals, sure)


def rivals_of(pairs: Iterable[Pair]) -> Iterator[Rivals]:
    """Days, months and years of two sentences that differ, and times of day; none of when something was said."""
    for pair in pairs:
        for one in pair.a.kept(_dates)[:LISTED]:
            for other in pair.b.kept(_dates)[:LISTED]:
                if (rule := apart(one, other)) and not _before_and_after(pair, one, other):
                    yield Rivals(pair, one, other, rule)
        for one in pair.a.kept(clocks)[:LISTED]:
            for other in pair.b.kept(clocks)[:LISTED]:
                if hours_apart(one, other):
                    yield Rivals(pair, one, other, DIFFER)


def groups(told: Iterable[Told]) -> tuple[list[Told], list[Told]]:
    """Sentences whose times may be of one event though they do not match: with an hour; with the day of the news."""
    told = [sentence for sentence in told if not sentence.is_headline]
    first = {}
    for sentence in told:
        if any(day in time.text for time in sentence.kept(_dates) for day in WEEKDAYS):
            first.setdefault(sentence.article, sentence)
    opening = [sentence for sentence in first.values() if sentence.place < OPENING]
    return [sentence for sentence in told if sentence.kept(clocks)], opening


def hours_of(told: Iterable[Told]) -> dict[str, list[Clock]]:
    """The times of day that each article gives."""
    hours = defaultdict(list)
    for sentence in told:
        hours[sentence.article] += sentence.kept(clocks)
    return hours


def features(rivals: Rivals, hours: Mapping[str, list[Clock]], ledger: Ledger) -> dict[str, float]:
    """What speaks for two times being of one event, or against it.

    around    how alike what stands around them is, and how well the sentences match
    given     1 where an article has the other one's time too
    ledger    1 where the ledger has them under one fact
    acts      1 where the same act stands beside both
    steps     logarithm of how many weekdays, days, months, years or half hours they lie apart
    weekdays  the same of weekdays alone, which in news are many and close
    mixed     1 where they are not told in one of these; month: 1 where they are told in months
    """
    pair, one, other = rivals.pair, rivals.one, rivals.other
    told_in, apart_by = steps(one, other)
    far = log(1 + min(FARTHEST, apart_by))
    return {
        "around": rivals.context,
        "given": float(_given(one, pair.b, hours) or _given(other, pair.a, hours)),
        "ledger": float(ledger.joins(rivals)),
        "acts": float(not _acts_beside(pair.a, one).isdisjoint(_acts_beside(pair.b, other))),
        "steps": far,
        "weekdays": far * (told_in == WEEKDAY),
        **{form: float(told_in == form) for form in (MIXED, MONTH)},
    }


def _may_be_one(rivals: Rivals, known: Mapping[str, float]) -> bool:
    """Whether something besides speaks for years or weekdays being of one event: articles have those of many events.

    known: the features of the rivals.
    """
    told_in, apart_by = steps(rivals.one, rivals.other)
    if told_in not in (WEEKDAY, YEARS) or known["ledger"]:
        return True
    if told_in == WEEKDAY and known["given"]:
        return False
    a, b = rivals.pair.a, rivals.pair.b
    is_of_news = told_in == WEEKDAY and apart_by == 1 and max(a.place, b.place) < FIRST
    shared = known["acts"] or _words_beside(a, rivals.one) & _words_beside(b, rivals.other)
    return bool(shared or is_of_news or known["around"] >= ALIKE[told_in])


def _words_beside(told: Told, time: Quantity) -> frozenset[str]:
    """The concepts in the clause of a time, without those of times."""
    words = (told.words[place] for place in told.clause(time.first) if not time.first <= place < time.last)
    return concepts(words) - concept_class("period")


def _finding(rivals: Rivals, sure: float) -> Finding:
    kind = "value" if rivals.rule == BEYOND else "time"
    sides = (rivals.pair.a, rivals.one), (rivals.pair.b, rivals.other)
    marked = [told.span(*time.marked) if isinstance(time, Clock) else with_bound(told, time) for told, time in sides]
    return Finding(kind, rivals.rule, *marked, sure)


def _dates(told: Told) -> list[Quantity]:
    """The days, months and years of a sentence, but not those of its saying, nor those that name an event."""
    return [
        time
        for time in told.quantities
        if time.is_time
        and not any(word.stem in SPEECH for word in told.words[max(0, time.first - SAID) : time.first])
        and (time.approximation or not _names_event(told, time))
    ]


def _names_event(told: Told, time: Quantity) -> bool:
    """Whether a year tells of which event there is talk: "the 2003 invasion"."""
    year, behind = time.last - 1, told.words[time.last : time.last + 1]
    before = told.word(year - 1)
    is_inside = before in DETERMINERS or before.endswith(POSSESSIVE)
    return bool(YEAR.fullmatch(told.word(year)) and is_inside and behind and behind[0].content)


def _before_and_after(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether one time is of what happened and one of what is to come."""
    return {_tense(pair.a, one), _tense(pair.b, other)} == {"past", "future"}


def _tense(told: Told, time: Quantity) -> str | None:
    """Of when the clause of a time tells; None where no verb shows it."""
    clause = told.clause(time.first)
    if any(told.word(place) == "will" for place in clause):
        return "future"
    return "past" if any(told.is_past(place) or told.word(place) in WAS for place in clause) else None


def _given(time: Quantity | Clock, told: Told, hours: Mapping[str, list[Clock]]) -> bool:
    """Whether an article gives this time too."""
    if isinstance(time, Clock):
        return any(not hours_apart(time, other) for other in hours[told.article])
    return time.value in told.stated or any(other.is_time and equal(time, other) for other in told.quantities)


def _acts_beside(told: Told, time: Quantity | Clock) -> frozenset[str]:
    """The acts in the clause of a time."""
    clause = told.clause(time.first)
    hits = [hit for hit in told.hits("acts") if hit.first in clause]
    return frozenset(row["act"] for hit in hits for row in hit.rows if row["form"] != "light")
