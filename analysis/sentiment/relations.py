"""The relation between two names as a target of its own: "the partnership", "talks between …"."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from analysis.sentiment.lexicon import read_rows

LEAST = 3  # sentences that must name both parties and the relation before a story has one
AHEAD = 40  # characters after "between" or "with" in which a party must be named
# A determiner or possessive, and up to four words, right before the noun.
_BEFORE = re.compile(r"(?:\b(?:the|their|this|its|our|both|these)|['’]s?)(?:\s+[\w’'–-]+){0,4}\s+$", re.IGNORECASE)
_WITH = re.compile(r"\s+(?:between|with)\s", re.IGNORECASE)
BEHIND = 80  # characters before the noun that are searched for its determiner


def relation_name(first: str, second: str) -> str:
    """The target's name: both names in alphabetical order, joined by an en dash."""
    return "–".join(sorted((first, second)))


def relation_mentions(sentences: Iterable[dict], mentions: Iterable[dict], pair: tuple[str, str]) -> list[dict]:
    """Where sentences speak of the relation of the pair: article, sentence, start, end, kind; [] if the story has none.

    From rows of tables `sentences` and `mentions`, and the nouns of relations.csv: "their deal", "the alliance", "talks
    with" one of the pair; a quarrel also wherever both are named. kind: bond or quarrel. A sentence that names others
    and neither of the pair is passed over. Two relations of one
    pair are not told apart, nor is "the deal" with somebody else in a sentence that names a party.
    """
    named: dict[tuple[str, int], list[dict]] = {}
    for mention in mentions:
        named.setdefault((mention["article"], mention["sentence"]), []).append(mention)
    found, together = [], 0
    for sentence in sentences:
        key = {"article": sentence["article"], "sentence": sentence["sentence"]}
        here = named.get(tuple(key.values()), [])
        parties = [mention for mention in here if mention["name"] in pair]
        if here and not parties:
            continue
        starts = [mention["start"] - sentence["start"] for mention in parties]
        both = len({mention["name"] for mention in parties}) == 2
        spans = _spans(sentence["text"], starts, both)
        together += bool(spans) and both
        found += [
            {**key, "start": sentence["start"] + start, "end": sentence["start"] + end, "kind": kind}
            for start, end, kind in spans
        ]
    return found if together >= LEAST else []


def _spans(sentence: str, parties: Sequence[int], both: bool) -> list[tuple[int, int, str]]:
    """The relation's nouns with their kinds; parties: where the sentence names one, both: whether it names both."""
    spans = []
    for noun in _nouns().finditer(sentence):
        (start, end), kind = noun.span(), noun.lastgroup
        linked = _WITH.match(sentence, end)
        if linked:
            theirs = any(linked.end() <= party <= linked.end() + AHEAD for party in parties)
        elif kind == "quarrel" and both:
            theirs = True
        else:
            theirs = _BEFORE.search(sentence[max(0, start - BEHIND) : start]) is not None
        if theirs:
            spans.append((start, end, kind))
    return spans


@cache
def _nouns() -> re.Pattern:
    kinds: dict[str, list[str]] = {}
    for row in read_rows("relations.csv"):
        kinds.setdefault(row["kind"], []).append(row["noun"] + ("s" if row["number"] == "plural" else ""))
    named = "|".join(f"(?P<{kind}>{'|'.join(nouns)})" for kind, nouns in kinds.items())
    return re.compile(rf"\b(?:{named})\b", re.IGNORECASE)
