"""Label: what the two sentences call one and the same thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.pairs import Finding, Pair, surest
from analysis.comparison.differences.told import Told


@dataclass(frozen=True, slots=True)
class Label:
    """Words first to last (excluded) that name a thing: the families it may be of, and its label in each."""

    first: int
    last: int
    about: frozenset[str]
    labels: frozenset[tuple[str, str]]

    @property
    def marked(self) -> tuple[int, int]:
        """The words to mark: its own."""
        return self.first, self.last


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair; none in a family of which both sentences use one label."""
    ours, theirs = pair.a.kept(labels), pair.b.kept(labels)
    used, other_used = (frozenset().union(*(one.labels for one in found)) for found in (ours, theirs))
    agreed = {family for family, _ in used & other_used}
    found = [
        pair.finding("label", min(families), one, other, context)
        for one, other, context in pair.aligned(ours, theirs)
        if (families := (one.about & other.about) - agreed)
    ]
    yield from surest(found)


def labels(told: Told) -> list[Label]:
    """The labels of a sentence, in its order."""
    found = []
    for hit in told.hits("labels"):
        pairs = frozenset((f"another word for a {row['family']}", row["label"]) for row in hit.rows)
        found.append(Label(hit.first, hit.last, frozenset(family for family, _ in pairs), pairs))
    return found
