"""Scope: how many of them, or alone or one of several."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import Finding, Pair, Place, surest
from analysis.comparison.differences.told import Told
from analysis.comparison.word_classes import word_class

OPPOSED = ({"all", "most"}, {"all", "some"}, {"all", "shared"}, {"most", "some"}, {"sole", "shared"})
APPROXIMATE, DETERMINERS, NUMBERS = map(word_class, ("approximate", "determiner", "number"))
BARE = 0.4  # weight where one of the two words of scope stands before no noun: "unanimously"


@dataclass(frozen=True, slots=True)
class Scope(Place):
    """Words of scope, their class, and the concepts of the noun phrase that they count."""

    first: int
    last: int
    kind: str
    counted: frozenset[str]
    about = frozenset({"scope"})


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair."""
    found = []
    for ours, theirs, context in pair.aligned(pair.a.kept(_scopes), pair.b.kept(_scopes)):
        counts_one = bool(ours.counted & theirs.counted)
        if {ours.kind, theirs.kind} in OPPOSED and (counts_one or not (ours.counted and theirs.counted)):
            weight = 1 if counts_one else BARE
            found.append(pair.finding("scope", f"{ours.kind} against {theirs.kind}", ours, theirs, context * weight))
    yield from surest(found)


def _scopes(told: Told) -> list[Scope]:
    scopes: list[Scope] = []
    for hit in sorted([*told.hits("scope"), *_numbered(told)], key=lambda hit: hit.first):
        ahead = told.words[hit.last : hit.last + 1]
        approximate = told.word(hit.first) in APPROXIMATE and ahead and ahead[0].text[0].isdigit()
        if not approximate:
            first, kind = hit.first, hit.row["class"]
            if kind == "highest":
                is_shared = scopes and scopes[-1].kind in ("shared", "rank") and _adjoin(told, scopes[-1].last, first)
                first, kind = (scopes.pop().first, "shared") if is_shared else (first, "sole")
            scopes.append(Scope(first, hit.last, kind, _counted(told, hit.last)))
    return scopes


def _counted(told: Told, first: int) -> frozenset[str]:
    """The concepts of the noun phrase from a place on: "of its four emergency exits were" counts emergency exits."""
    counted: set[str] = set()
    for word in told.words[first : told.clause(first).stop if first < len(told.words) else first]:
        if word.content and not word.text[0].isdigit():
            counted.add(word.concept)
        elif counted and word.lower != "of":
            break
    return frozenset(counted)


def _numbered(told: Told) -> Iterator[Hit]:
    """A number of a known set: "two of the exits", "14 of its 20 ships"."""
    listed = {place for hit in told.hits("scope") for place in range(hit.first, hit.last)}
    for place, word in enumerate(told.words[:-2]):
        is_number = word.lower.isdigit() or word.lower in NUMBERS
        if is_number and place not in listed and told.word(place + 1) == "of" and told.word(place + 2) in DETERMINERS:
            yield Hit(place, place + 3, ({"class": "some"},))


def _adjoin(told: Told, last: int, first: int) -> bool:
    """Whether nothing stands between two places but whose it is: "one of Europe's largest"."""
    return last == first or (last + 1 == first and told.word(last).endswith("'s"))
