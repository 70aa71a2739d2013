"""Label: what the two sentences call one and the same thing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from analysis.comparison.differences.pairs import Finding, Pair, Place, surest
from analysis.comparison.differences.told import Told
from analysis.comparison.word_classes import word_order
from analysis.language import stem

NEAR = 0.5  # weight of what stands around a label: less than for acts, as one thing is named in many places
WEIGHTS = (0.8, 1.0, 1.25, 1.25)  # of a difference in label, by how far apart the labels are in charge
MIXED = 0.45  # the same, of a headline against a sentence of the text, which has its own headline to answer to
ENDINGS = word_order("ending")
APART = 2  # difference in charge from which labels are set against each other in sentences that do not match
UNMATCHED = 0.67  # weight of what stands around labels in such sentences
MOST = 50  # uses of the labels of a family that are looked at there


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
        pair.finding("label", min(families), one, other, min(1.0, context * _weight(pair, one, other)), NEAR)
        for one, other, context in pair.aligned(ours, theirs)
        if (families := (one.about & other.about) - agreed)
    ]
    yield from surest(found)


def _weight(pair: Pair, ours: Label, theirs: Label) -> float:
    mixed = MIXED if pair.a.is_headline != pair.b.is_headline else 1.0
    return mixed * WEIGHTS[abs(ours.charge - theirs.charge)]


def find_apart(told: Iterable[Told], weights: dict[str, float]) -> Iterator[tuple[Pair, Finding]]:
    """For every family, the two labels far apart in charge around which most is alike, each alone in its article.

    What articles call a thing in passing stands in sentences that tell different things, which no match joins.
    """
    uses: dict[str, list[tuple[Told, Label]]] = defaultdict(list)
    for sentence in told:
        for label in sentence.kept(labels) if not sentence.is_headline else ():
            for family in label.about:
                uses[family].append((sentence, label))
    for family, used in uses.items():
        count = Counter(sentence.article for sentence, _ in used)
        only = islice((use for use in used if count[use[0].article] == 1), MOST)
        found = []
        for (a, ours), (b, theirs) in combinations(only, 2):
            if abs(ours.charge - theirs.charge) >= APART and not ours.labels & theirs.labels:
                pair = Pair(a, b, 0.0, weights)
                sure = UNMATCHED * pair.context(ours, theirs, family)
                places = a.span(*ours.marked), b.span(*theirs.marked)
                found.append((pair, Finding("label", family, *places, sure)))
        yield from sorted(found, key=lambda item: -item[1].sure)[:1]


def labels(told: Told) -> list[Label]:
    """The labels of a sentence, in its order; no part of a name ("Accident Board") is one."""
    found = []
    for hit in told.hits("labels"):
        rows = [row for row in hit.rows if _fits(row, told.word(hit.last - 1))]
        if not rows or hit.first > 0 and told.words[hit.first].text[0].isupper() and not told.is_headline:
            continue
        pairs = frozenset((f"another word for a {row['family']}", row["label"]) for row in rows)
        charge = max((int(row["charge"]) for row in rows), key=abs)
        found.append(Label(hit.first, hit.last, frozenset(family for family, _ in pairs), pairs, charge))
    return found


def _fits(row: dict, word: str) -> bool:
    """Whether a word has the ending with which it is listed: "granted" is no grant, an attacker no attack."""
    listed = (phrase.split()[-1] for phrase in row["stems"].split("|"))
    return _ending(word) in {_ending(one) for one in listed if stem(one) == stem(word)}


def _ending(word: str) -> str:
    return next((ending for ending in ENDINGS if word.removesuffix("s").endswith(ending)), "")
