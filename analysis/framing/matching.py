"""Finds the terms of a codebook in a text: words with any ending, phrases, and pairs of words near each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NUMBER = "<number>"
JOINED = frozenset(" -‑&\N{NO-BREAK SPACE}")  # all that may stand between two words of a phrase
BREAK = re.compile(r"[.!?;:\n]")  # a pair and a negation do not reach across
NEGATION_REACH = 3  # words
REMEMBERED = 50_000  # word forms whose rules are kept at hand


@dataclass(frozen=True, slots=True)
class Rule:
    """Words of a phrase, or of a pair at most `within` words apart; weight None for a phrase that does not count.

    A word ending in * fits any ending; <number> fits digits. A term that follows one of the negators does not count.
    """

    words: tuple[str, ...]
    weight: float | None
    within: int | None
    negators: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A term found: the frame it shows, its characters in the text, its weight."""

    frame: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Hit:
    """A rule's words found: number of the first and of the last."""

    first: int
    last: int
    rule: Rule


def normal(word: str) -> str:
    """A word as rules compare it: lower case, straight apostrophe, no possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s")


class Index:
    """The rules of several frames by their first word, so that a text's words are each looked up once."""

    def __init__(self, frames: Mapping[str, Sequence[Rule]]):
        self._whole: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
        for frame, rules in frames.items():
            for rule in rules:
                first = rule.words[0]
                (self._stems[first[:-1]] if first.endswith("*") else self._whole[first]).append((frame, rule))
        self._longest = max(map(len, self._stems), default=0)
        self._known: dict[str, list[tuple[str, Rule]]] = {}

    def find(self, text: str) -> list[Match]:
        """Terms in the text in reading order. Within a frame none overlap: the longer wins, then the heavier."""
        spans = [match.span() for match in WORD.finditer(text)]
        tokens = [normal(text[start:end]) for start, end in spans]
        hits: dict[str, list[_Hit]] = defaultdict(list)
        for place, token in enumerate(tokens):
            for frame, rule in self._starting(token):
                last = place if len(rule.words) == 1 else _last(text, spans, tokens, place, rule)
                if last is not None:
                    hits[frame].append(_Hit(place, last, rule))
        found = [
            Match(frame, spans[hit.first][0], spans[hit.last][1], hit.rule.weight)
            for frame, frame_hits in hits.items()
            for hit in _apart(frame_hits)
            if hit.rule.weight is not None
            and not (hit.rule.negators and _negated(text, spans, tokens, hit.first, hit.rule.negators))
        ]
        return sorted(found, key=lambda match: (match.start, match.end))

    def _starting(self, token: str) -> list[tuple[str, Rule]]:
        """The rules whose first word fits the token."""
        if token not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            rules = [*self._whole.get(token, ()), *(self._whole.get(NUMBER, ()) if token[0].isdigit() else ())]
            for length in range(1, min(len(token), self._longest) + 1):
                rules += self._stems.get(token[:length], ())
            self._known[token] = rules
        return self._known[token]


def _last(text: str, spans: Sequence, tokens: Sequence[str], place: int, rule: Rule) -> int | None:
    """Number of the last word of a rule whose first word stands at place, if all of it stands there."""
    if rule.within is not None:
        near = range(place + 1, min(place + rule.within, len(tokens) - 1) + 1)
        ends = (other for other in near if _fits(rule.words[1], tokens[other]))
        end = next(ends, None)
        return None if end is None or BREAK.search(text, spans[place][1], spans[end][0]) else end
    last = place + len(rule.words) - 1
    if last >= len(tokens):
        return None
    for number, word in enumerate(rule.words[1:], place + 1):
        if not _fits(word, tokens[number]) or not JOINED.issuperset(text[spans[number - 1][1] : spans[number][0]]):
            return None
    return last


def _fits(word: str, token: str) -> bool:
    if word == NUMBER:
        return token[0].isdigit()
    return token.startswith(word[:-1]) if word.endswith("*") else token == word


def _apart(hits: Sequence[_Hit]) -> Iterator[_Hit]:
    """Hits that do not overlap: what does not count first, then the longer, then the heavier."""
    taken: set[int] = set()
    for hit in sorted(hits, key=_rank):
        places = range(hit.first, hit.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            yield hit


def _rank(hit: _Hit) -> tuple[bool, int, float]:
    return hit.rule.weight is not None, hit.first - hit.last, -(hit.rule.weight or 0)


def _negated(text: str, spans: Sequence, tokens: Sequence[str], place: int, negators: frozenset[str]) -> bool:
    for before in range(max(0, place - NEGATION_REACH), place):
        if tokens[before] in negators or tokens[before].endswith("n't"):
            return not BREAK.search(text, spans[before][1], spans[place][0])
    return False


def longest(matches: Sequence[Match]) -> list[Match]:
    """Of matches that overlap, whatever their frames, the longest; in reading order."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, match.start - match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
        elif match.end - match.start > kept[-1].end - kept[-1].start:
            kept[-1] = match
    return kept
