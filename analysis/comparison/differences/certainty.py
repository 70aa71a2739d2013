"""Certainty: the same act told as settled here, as planned, reported, considered or possible there."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.pairs import Finding, Pair, Told

GOVERNED = 5  # words beside a cue among which the verb or noun that it is about is looked for
DATED = frozenset({"in", "on", "of", "by", "since", "until", "last", "next", "this", "early", "late"})  # May the month


@dataclass(frozen=True, slots=True)
class Act:
    """A content word, the certainty it is told with, and the words that show it: the cue to the word."""

    first: int
    last: int
    certainty: str
    marked: tuple[int, int]


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair."""

    def same(ours: Act, theirs: Act) -> bool:
        return pair.a.words[ours.first].concept == pair.b.words[theirs.first].concept

    found = [
        pair.finding("certainty", f"{ours.certainty} against {theirs.certainty}", ours.marked, theirs.marked, context)
        for ours, theirs, context in pair.aligned(_acts(pair.a), _acts(pair.b), same)
        if ours.certainty != theirs.certainty
    ]
    yield from sorted(found, key=lambda finding: -finding.sure)[:1]


def _acts(told: Told) -> list[Act]:
    """Every content word that is no name or number; of two cues, the one nearest to the word rules."""
    cues = [hit for hit in told.hits("certainty") if not _is_month(told, hit.first)]
    inside = {place for hit in cues for place in range(hit.first, hit.last)}
    open_places = {n for n, word in enumerate(told.words) if word.content and word.is_common and n not in inside}
    acts = {place: Act(place, place + 1, "settled", (place, place + 1)) for place in open_places}
    for hit in cues:
        reach = range(hit.last, hit.last + GOVERNED)
        if hit.rows[0]["side"] == "after":
            reach = range(hit.first - 1, hit.first - 1 - GOVERNED, -1)
        clause = told.words[hit.first].clause
        for place in reach:
            if place in open_places and told.words[place].clause == clause:
                marked = min(hit.first, place), max(hit.last, place + 1)
                acts[place] = Act(place, place + 1, hit.rows[0]["certainty"], marked)
                break
    return [acts[place] for place in sorted(acts)]


def _is_month(told: Told, place: int) -> bool:
    if told.words[place].text != "May":
        return False
    before = told.words[place - 1].text.lower() if place else ""
    after = told.words[place + 1].text if place + 1 < len(told.words) else ""
    return before in DATED or before.isdigit() or after.isdigit()
