"""Label: what the two sentences call one and the same thing."""

from collections.abc import Iterator

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import Finding, Pair


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair; none in a family of which both sentences use one label."""
    ours, theirs = pair.a.hits("labels"), pair.b.hits("labels")
    shared = {(row["family"], row["label"]) for hit in ours for row in hit.rows}
    shared &= {(row["family"], row["label"]) for hit in theirs for row in hit.rows}
    agreed = {family for family, _ in shared}
    found = [
        pair.finding("label", family, (hit.first, hit.last), (other.first, other.last), context)
        for hit, other, context in pair.aligned(
            ours, theirs, lambda hit, other: bool(_families(hit) & _families(other))
        )
        for family in sorted((_families(hit) & _families(other)) - agreed)
    ]
    yield from sorted(found, key=lambda finding: -finding.sure)[:1]


def _families(hit: Hit) -> set[str]:
    return {row["family"] for row in hit.rows}
