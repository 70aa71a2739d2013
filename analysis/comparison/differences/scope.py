"""Scope: how many of them, or alone or one of several."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.pairs import Finding, Pair, Place, surest
from analysis.comparison.differences.told import Told
from analysis.comparison.word_classes import word_class

GOVERNED = 4  # words after a word of scope among which the thing it counts is looked for
OPPOSED = ({"all", "most"}, {"all", "some"}, {"all", "shared"}, {"most", "some"}, {"sole", "shared"})
APPROXIMATE = word_class("approximate")
BARE = 0.4  # weight where the two words of scope stand before different nouns


@dataclass(frozen=True, slots=True)
class Scope(Place):
    """Words of scope, their class, and the concepts they may count."""

    first: int
    last: int
    kind: str
    counted: frozenset[str]
    about = frozenset({"scope"})


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair."""
    found = []
    for ours, theirs, context in pair.aligned(pair.a.kept(_scopes), pair.b.kept(_scopes)):
        if {ours.kind, theirs.kind} in OPPOSED:
            weight = 1 if ours.counted & theirs.counted else BARE
            found.append(pair.finding("scope", f"{ours.kind} against {theirs.kind}", ours, theirs, context * weight))
    yield from surest(found)


def _scopes(told: Told) -> list[Scope]:
    scopes = []
    for hit in told.hits("scope"):
        ahead = told.words[hit.last : hit.last + GOVERNED]
        approximate = told.word(hit.first) in APPROXIMATE and ahead and ahead[0].text[0].isdigit()
        if not approximate:
            counted = frozenset(word.concept for word in ahead if word.content and not word.text[0].isdigit())
            scopes.append(Scope(hit.first, hit.last, hit.row["class"], counted))
    return scopes
