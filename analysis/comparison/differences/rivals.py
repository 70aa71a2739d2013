"""Figures or times of two articles that are not told alike, and how likely they are of one thing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from analysis import data
from analysis.comparison.differences.clock import Clock
from analysis.comparison.differences.pairs import Pair
from analysis.comparison.differences.quantities import Quantity
from analysis.comparison.differences.told import Told


@dataclass(frozen=True)
class Rivals:
    """A figure or time of either sentence of a pair, and in what the two differ."""

    pair: Pair
    one: Quantity | Clock
    other: Quantity | Clock
    rule: str

    @property
    def places(self) -> tuple[tuple[str, int], tuple[str, int]]:
        """Article and start of the two."""
        return _place(self.pair.a, self.one), _place(self.pair.b, self.other)

    @property
    def context(self) -> float:
        """How sure it is by what stands around the two, and by the sentences, that they are of one thing."""
        common = max(sorted(self.one.about & self.other.about), key=self.pair.weight, default="")
        return self.pair.sure(self.pair.context(self.one, self.other, common))

    def are_one_fact(self, facts: Mapping[tuple[str, int], int]) -> bool:
        """Whether the ledger has both under one fact; facts: by article and start of a figure."""
        one, other = map(facts.get, self.places)
        return one is not None and one == other


def likelihood(kind: str, features: Mapping[str, float]) -> float:
    """How likely (0 to 1) rivals are of one thing: a logistic regression with the kind's weights in rivals.csv."""
    weights = _weights(kind)
    return 1 / (1 + exp(-weights["constant"] - sum(weights[name] * value for name, value in features.items())))


def likeliest(likely: Iterable[tuple[float, Rivals]]) -> Iterator[tuple[float, Rivals]]:
    """The rivals, the likeliest first, so that of one article a figure has one rival at most."""
    taken: set[tuple] = set()
    for sure, rivals in sorted(likely, key=lambda found: (-found[0], found[1].places)):
        one, other = rivals.places
        if taken.isdisjoint(sides := {(one, other[0]), (other, one[0])}):
            taken |= sides
            yield sure, rivals


def _place(told: Told, found: Quantity | Clock) -> tuple[str, int]:
    start = found.span[0] if isinstance(found, Quantity) else told.words[found.first].start
    return told.article, start


@cache
def _weights(kind: str) -> dict[str, float]:
    rows = data.rows(__package__, "rivals.csv")
    return {row["feature"]: float(row["weight"]) for row in rows if row["kind"] == kind}
