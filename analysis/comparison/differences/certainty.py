"""Certainty: the same act told as settled here, as planned, reported, considered or possible there."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import Finding, Pair, surest
from analysis.comparison.differences.polarity import negations
from analysis.comparison.differences.told import BEING, Told

GOVERNED = 5  # words beside a cue among which the verb or noun that it is about is looked for
# Endings of nouns of acts, which state nothing by themselves: "negotiations", "the settlement".
ACT_NOUNS = ("tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ance", "ence", "ship", "ships")
NOUN_NEXT = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})  # "put the cost at"
DATED = frozenset({"in", "on", "of", "by", "since", "until", "last", "next", "this", "early", "late"})  # May the month


@dataclass(frozen=True, slots=True)
class Act:
    """A content word, the certainty it is told with, and the words that show it: the cue to the word."""

    first: int
    last: int
    about: frozenset[str]
    certainty: str
    marked: tuple[int, int]


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair."""
    found = [
        pair.finding("certainty", f"{ours.certainty} against {theirs.certainty}", ours, theirs, context)
        for ours, theirs, context in pair.aligned(pair.a.kept(_acts), pair.b.kept(_acts))
        if ours.certainty != theirs.certainty
    ]
    yield from surest(found)


def _acts(told: Told) -> list[Act]:
    """Every content word that is no name or number and not negated; of two cues, the nearest to the word rules."""
    cues = [hit for hit in told.hits("certainty") if not _is_month(told, hit.first)]
    inside = {place for hit in cues for place in range(hit.first, hit.last)}
    closed = inside | told.kept(negations).keys()
    open_places = {n for n, word in enumerate(told.words) if word.content and word.is_common and n not in closed}
    about = {place: frozenset({told.words[place].term}) for place in open_places}
    acts = {
        place: Act(place, place + 1, about[place], "settled", (place, place + 1))
        for place in open_places
        if _is_told(told, place)
    }
    for hit in cues:
        for place in _governed(told, hit, open_places):
            marked = min(hit.first, place), max(hit.last, place + 1)
            acts[place] = Act(place, place + 1, about[place], hit.rows[0]["certainty"], marked)
    return [acts[place] for place in sorted(acts)]


def _is_told(told: Told, place: int) -> bool:
    """Whether a word without a cue may state an act: no infinitive, participle or noun of an act by itself."""
    word, before = told.words[place].text.lower(), [near.text.lower() for near in told.words[max(0, place - 3) : place]]
    last = before[-1] if before else ""
    if word.endswith(ACT_NOUNS) or last in NOUN_NEXT:
        return any(verb.endswith("ed") for verb in before)  # "opened a criminal investigation"
    unfinished = word.endswith("ing") and last not in BEING
    bare = last == "to" or (last in ("and", "or") and not word.endswith(("ed", "s", "ing")))
    return not (unfinished or bare)


def _governed(told: Told, hit: Hit, open_places: set[int]) -> Iterator[int]:
    """The first open place beside a cue, and what "or" or "and" joins to it: "may pause or end"."""
    reach = range(hit.last, min(hit.last + GOVERNED, len(told.words)))
    if hit.rows[0]["side"] == "after":
        reach = range(hit.first - 1, max(hit.first - 1 - GOVERNED, -1), -1)
    clause = told.words[hit.first].clause
    if told.words[hit.last - 1].text.lower() == "to":  # what follows is the verb: "to keep its seat" is about no act
        reach = range(hit.last, min(hit.last + 1, len(told.words)))
    place = next((n for n in reach if n in open_places and told.words[n].clause == clause), None)
    while place is not None:
        yield place
        joined = place + 1 < len(told.words) and told.words[place + 1].text in ("or", "and")
        place = place + 2 if joined and place + 2 in open_places else None


def _is_month(told: Told, place: int) -> bool:
    if told.words[place].text != "May":
        return False
    before = told.words[place - 1].text.lower() if place else ""
    after = told.words[place + 1].text if place + 1 < len(told.words) else ""
    return before in DATED or before.isdigit() or after.isdigit()
