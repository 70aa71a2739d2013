"""Two sentences side by side: how alike they are, and how alike what stands around two places in them is."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Protocol

from analysis.comparison.differences.quantities import Quantity
from analysis.comparison.differences.told import Told, Word, concepts

FADE = 0.8  # what a word counts less for every word that stands between it and the place looked at
BREAK = 3  # words that a comma, a semicolon, a bracket or a dash between counts for
REACH = 12  # words looked at to either side
ALIKE = 2  # sentences of likeness 1 / ALIKE are taken to match
NEAR = 0.7  # weight of what stands around a difference, against that of the match of the sentences


class Place(Protocol):
    """Words first to last (excluded) of a sentence, what they are about, and which words to mark for them."""

    first: int
    last: int
    about: frozenset[str]

    @property
    def marked(self) -> tuple[int, int]:
        """The words to mark: its own, unless it says otherwise."""
        return self.first, self.last


@dataclass(frozen=True)
class Finding:
    """A difference between two sentences: the characters in question in both articles, and how sure it is."""

    kind: str
    rule: str
    a: tuple[int, int]
    b: tuple[int, int]
    sure: float


def surest(found: Iterable[Finding]) -> list[Finding]:
    """The surest of the findings, the first of equals; none where there is none."""
    return sorted(found, key=lambda finding: -finding.sure)[:1]


def with_bound(told: Told, figure: Quantity) -> tuple[int, int]:
    """The characters of a figure with the words of its bound, which is what differs where the values do not."""
    for hit in told.hits("bounds"):
        between = told.words[hit.last : figure.first]
        if figure.approximation and hit.first < figure.first and not any(word.content for word in between):
            return told.words[hit.first].start, figure.span[1]
    return figure.span


class Pair:
    """Two sentences that may tell the same thing: score of their match, weight of every concept in the story."""

    def __init__(self, a: Told, b: Told, score: float, weights: dict[str, float]):
        self.a, self.b, self.score, self._weights = a, b, score, weights

    def context(self, hit: Place, other: Place, common: str) -> float:
        """How alike (0 to 1) what stands around two places is: the nearer a word, and the rarer, the more it counts.

        What the two places have in common counts as a word beside them.
        """
        near, other_near = self._around(self.a, hit), self._around(self.b, other)
        near[common] = other_near[common] = self.weight(common)
        shared = sum(sqrt(near[word] * other_near[word]) for word in near.keys() & other_near.keys())
        return shared / sqrt(sum(near.values()) * sum(other_near.values())) if shared else 0.0

    @cached_property
    def likeness(self) -> float:
        """How alike (0 to 1) the sentences are as wholes."""
        return self.alike(self.a.words, self.b.words)

    def alike(self, told: Iterable[Word], other: Iterable[Word]) -> float:
        """How alike (0 to 1) words of the two sentences are: cosine of the weights of their concepts."""
        ours, theirs = concepts(told), concepts(other)
        shared = sum(self.weight(word) ** 2 for word in ours & theirs)
        lengths = sqrt(sum(self.weight(word) ** 2 for word in ours) * sum(self.weight(word) ** 2 for word in theirs))
        return shared / lengths if shared else 0.0

    @cached_property
    def shared(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """In either sentence, the words from the first to the last that the other has too; None where there is none."""
        both = concepts(self.a.words) & concepts(self.b.words)
        places = [[n for n, word in enumerate(told.words) if word.concept in both] for told in (self.a, self.b)]
        return tuple((min(found), max(found) + 1) for found in places) if both else None

    def sure(self, context: float, near: float = NEAR) -> float:
        """How sure a difference is: the weighted geometric mean of its context and of how well the sentences match.

        near: the weight of the context. Matching knows no opposites, which likeness takes for one concept: the better
        of the two counts.
        """
        return context**near * max(self.score, min(1.0, ALIKE * self.likeness)) ** (1 - near)

    def aligned(self, ours: Iterable[Place], theirs: Iterable[Place], *, same_first: bool = False) -> list[tuple]:
        """Places of the two sentences that are about one thing: (place, place, context), each the other's best.

        same_first: those that have more of what they are about in common are put together first.
        """
        others = list(theirs)
        found = [
            (self.context(hit, other, max(common, key=self.weight)), hit, other, len(common) if same_first else 0)
            for hit in ours
            for other in others
            if (common := sorted(hit.about & other.about))
        ]
        found.sort(key=lambda item: (-item[3], -item[0], item[1].first, item[2].first))
        taken, other_taken, best = set(), set(), []
        for context, hit, other, _ in found:
            if hit.first not in taken and other.first not in other_taken:
                best.append((hit, other, context))
            taken.add(hit.first)
            other_taken.add(other.first)
        return best

    def finding(self, kind: str, rule: str, hit: Place, other: Place, context: float, near: float = NEAR) -> Finding:
        """A finding at these places of the two sentences, as sure as match and context together make it."""
        return Finding(kind, rule, self.a.span(*hit.marked), self.b.span(*other.marked), self.sure(context, near))

    def weight(self, concept: str) -> float:
        """How much a concept tells: the rarer it is in the story, the more."""
        return self._weights.get(concept, 1.0)

    def _around(self, told: Told, place: Place) -> dict[str, float]:
        near: dict[str, float] = {}
        first, last = place.first, place.last
        said = told.said_with(first)
        for at in range(max(said.start, first - REACH), min(said.stop, last + REACH)):
            word = told.words[at]
            if word.content and not first <= at < last:
                edge = first if at < first else last - 1
                away = abs(at - edge) - 1 + BREAK * abs(word.clause - told.words[edge].clause)
                weight = self.weight(word.concept) * FADE**away
                near[word.concept] = max(near.get(word.concept, 0.0), weight)
        return near
