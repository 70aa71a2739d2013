"""Label: what the two sentences call one and the same thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import Finding, Pair, Place, surest
from analysis.comparison.differences.told import Told

NEAR = 0.5  # weight of what stands around a label: less than for acts, as one thing is named in many places
WEIGHTS = (0.8, 1.0, 1.25, 1.25)  # of a difference in label, by how far apart the labels are in charge
VERBAL = ("ed", "ing")  # endings of forms of a verb: "granted" is no grant, "disputed" no dispute


@dataclass(frozen=True, slots=True)
class Label(Place):
    """Words first to last (excluded) that name a thing: the families it may be of, its label in each, its charge."""

    first: int
    last: int
    about: frozenset[str]
    labels: frozenset[tuple[str, str]]
    charge: int


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair; none in a family of which both sentences use one label."""
    ours, theirs = pair.a.kept(labels), pair.b.kept(labels)
    used, other_used = (frozenset().union(*(one.labels for one in found)) for found in (ours, theirs))
    agreed = {family for family, _ in used & other_used}
    found = [
        pair.finding(
            "label", min(families), one, other, min(1.0, context * WEIGHTS[abs(one.charge - other.charge)]), NEAR
        )
        for one, other, context in pair.aligned(ours, theirs)
        if (families := (one.about & other.about) - agreed)
    ]
    yield from surest(found)


def labels(told: Told) -> list[Label]:
    """The labels of a sentence, in its order."""
    found = []
    for hit in told.hits("labels"):
        if not _is_label(told, hit):
            continue
        pairs = frozenset((f"another word for a {row['family']}", row["label"]) for row in hit.rows)
        charge = max((int(row["charge"]) for row in hit.rows), key=abs)
        found.append(Label(hit.first, hit.last, frozenset(family for family, _ in pairs), pairs, charge))
    return found


def _is_label(told: Told, hit: Hit) -> bool:
    """Whether the words are no part of a name ("Accident Board") and no form of a verb that is not listed so."""
    word = told.word(hit.last - 1)
    is_name = hit.first > 0 and told.words[hit.first].text[0].isupper() and not told.is_headline
    listed = {phrase[-3:] for row in hit.rows for phrase in row["stems"].split("|")}
    return not is_name and not (word.endswith(VERBAL) and word[-3:] not in listed)
