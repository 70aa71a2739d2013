"""Figures or times of two articles that are not told alike, and how likely they are of one thing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from analysis import data
from analysis.comparison.differences.clock import Clock
from analysis.comparison.differences.pairs import Pair
from analysis.comparison.differences.quantities import Quantity
from analysis.comparison.differences.told import Told

if TYPE_CHECKING:
    import pandas as pd

MOST = 50_000  # rivals of a story that are judged, those of its best matches first
LISTED = 20  # figures of a sentence that are compared: what has more is a table
Place = tuple[str, int]  # article and start of a figure


@dataclass(frozen=True)
class Rivals:
    """A figure or time of either sentence of a pair, and in what the two differ."""

    pair: Pair
    one: Quantity | Clock
    other: Quantity | Clock
    rule: str

    @property
    def places(self) -> tuple[Place, Place]:
        """Article and start of the two."""
        return _place(self.pair.a, self.one), _place(self.pair.b, self.other)

    @property
    def context(self) -> float:
        """How sure it is by what stands around the two, and by the sentences, that they are of one thing."""
        common = max(sorted(self.one.about & self.other.about), key=self.pair.weight, default="")
        return self.pair.sure(self.pair.context(self.one, self.other, common))


@dataclass(frozen=True)
class Ledger:
    """What table `ledger` says of rivals.

    facts: of each figure by its article and start; in_parts: facts, each with an article that gives it in parts.
    """

    facts: Mapping[Place, int]
    in_parts: frozenset[tuple[int, str]]

    @classmethod
    def of(cls, ledger: "pd.DataFrame | None") -> "Ledger":
        """From table `ledger`; of none, that of a story without facts."""
        if ledger is None:
            return cls({}, frozenset())
        parts = ledger.dropna(subset="part_of")
        in_parts = frozenset(zip(parts["part_of"], parts["article"], strict=True))
        return cls(ledger.set_index(["article", "start"])["fact"].to_dict(), in_parts)

    def joins(self, rivals: Rivals) -> bool:
        """Whether it has both under one fact."""
        one, other = map(self.facts.get, rivals.places)
        return one is not None and one == other

    def adds_up(self, rivals: Rivals) -> bool:
        """Whether the article of one gives the other in parts, be this one of them or not."""
        one, other = rivals.places
        return any(
            (self.facts.get(whole), article) in self.in_parts for whole, (article, _) in ((one, other), (other, one))
        )


def likelihood(kind: str, features: Mapping[str, float]) -> float:
    """How likely (0 to 1) rivals are of one thing: a logistic regression with the kind's weights in rivals.csv."""
    weights = _weights(kind)
    return 1 / (1 + exp(-weights["constant"] - sum(weights[name] * value for name, value in features.items())))


def likeliest(likely: Iterable[tuple[float, Rivals]]) -> Iterator[tuple[float, Rivals]]:
    """The rivals, the likeliest first: a figure has one in another article at most, told once or repeatedly."""
    told: dict[tuple, object] = {}
    for sure, rivals in sorted(likely, key=lambda found: (-found[0], found[1].places)):
        one, other = rivals.places
        sides = {(one, other[0]): _value(rivals.other), (other, one[0]): _value(rivals.one)}
        if all(told.get(side, value) == value for side, value in sides.items()):
            told |= sides
            yield sure, rivals


def _value(found: Quantity | Clock) -> object:
    return found.value if isinstance(found, Quantity) else found.minutes


def _place(told: Told, found: Quantity | Clock) -> Place:
    start = found.span[0] if isinstance(found, Quantity) else told.words[found.first].start
    return told.article, start


@cache
def _weights(kind: str) -> dict[str, float]:
    rows = data.rows(__package__, "rivals.csv")
    return {row["feature"]: float(row["weight"]) for row in rows if row["kind"] == kind}
