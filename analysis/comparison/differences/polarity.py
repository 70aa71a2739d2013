"""Polarity: one sentence says that a thing is so, the other that it is not, or says the opposite of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import FADE, Finding, Pair, Told

LOOSE = 0.65  # weight of a difference in negation alone, where the words themselves are the same


@dataclass(frozen=True, slots=True)
class Stance:
    """Words of a sentence, what they are about, the sense they take of it, and the negation they stand under."""

    first: int
    last: int
    concept: str
    senses: frozenset[str]
    opposites: frozenset[str]
    negation: int | None

    @property
    def weight(self) -> float:
        """What the negation counts here: less the more words stand between."""
        return 1.0 if self.negation is None else FADE ** (self.first - self.negation)

    @property
    def marked(self) -> tuple[int, int]:
        return (self.first if self.negation is None else self.negation), self.last


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding by opposite words, and the surest by negation."""
    found = []
    for ours, theirs, context in pair.aligned(_stances(pair.a), _stances(pair.b), _related):
        opposed = bool(ours.senses & theirs.opposites) and not ours.senses & theirs.senses
        if opposed != ((ours.negation is None) != (theirs.negation is None)):
            rule, weight = ("opposite words", 1.0) if opposed else ("said and negated", LOOSE)
            weight *= ours.weight * theirs.weight
            found.append(pair.finding("polarity", rule, ours.marked, theirs.marked, context * weight))
    yield from sorted(found, key=lambda finding: -finding.sure)[:1]


def _related(ours: Stance, theirs: Stance) -> bool:
    return ours.concept == theirs.concept or bool(ours.senses & (theirs.senses | theirs.opposites))


def _stances(told: Told) -> list[Stance]:
    negated = negations(told)
    covered: dict[int, Hit] = {place: hit for hit in told.hits("senses") for place in range(hit.first, hit.last)}
    stances = []
    for place, word in enumerate(told.words):
        hit = covered.get(place, Hit(place, place + 1, ()))
        if place == hit.first and (hit.rows or word.content):
            senses = frozenset(row["sense"] for row in hit.rows)
            opposites = frozenset(row["opposite"] for row in hit.rows if row["opposite"])
            about = word.concept if hit.last - hit.first == 1 else min(senses | opposites)
            stances.append(Stance(hit.first, hit.last, about, senses, opposites, negated.get(place)))
    return stances


def negations(told: Told) -> dict[int, int]:
    """The place of the negation over every place that stands under one."""
    under = {}
    marks = [(hit.first, hit.last, int(hit.rows[0]["reach"])) for hit in told.hits("negations")]
    marks += [(n, n + 1, 4) for n, word in enumerate(told.words) if word.text.lower().endswith(("n't", "n’t"))]
    for first, last, reach in sorted(marks):
        for place in range(last, min(last + reach, len(told.words))):
            if told.words[place].clause != told.words[first].clause:
                break
            under[place] = first
    return under
