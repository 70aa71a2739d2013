"""The relation between two names as a target of its own: "the partnership", "talks between …", "their dispute"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import NamedTuple

from analysis.sentiment.context import classes, expanded, tokens
from analysis.sentiment.grammar import STOPS
from analysis.sentiment.lexicon import read_rows, stem

# Sentences that must name both parties and the relation, or mentions of a noun given to both, before a story has one.
LEAST = 3
AHEAD = 40  # characters after "between" or "with" in which a party must be named
AROUND = 80  # characters on each side of the noun that are searched
ENDINGS = {"singular": "", "plural": "s", "either": "s?"}
TOPICS = 3  # topic words that a noun has before it at most: "joint free trade deal"
EASED_BEFORE, EASED_AFTER = 5, 9  # words around the name of a quarrel that are searched for one that eases it
# A determiner or possessive, and up to four words, right before the noun.
_THEIRS = re.compile(r"(?:\b(?:the|their|this|its|our|both|these)|['’]s?)(?:\s+[\w’'–-]+){0,4}\s+$", re.IGNORECASE)
_NEW = re.compile(r"\ban?(?:\s+[\w’'–-]+){0,4}\s+$", re.IGNORECASE)
_WITH = re.compile(r"\s+(?:between|with)\s+", re.IGNORECASE)
_GIVEN = re.compile(r"\s+(?:between|with|of)\s", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\s+(?:in|at|within|with|between)\s+(?:the\s+)?", re.IGNORECASE)
_BOTH = re.compile(r"(?:the\s+)?(?:two|pair|both|them)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[–/,&-]|,?\s+and\b)\s*(?:the\s+)?", re.IGNORECASE)
_OVER = re.compile(r"[^,;:]*\b(?:is|are|was|were)\s+(?:now\s+)?over\b(?!\s+\w)", re.IGNORECASE)  # but not "is over pay"


def relation_name(first: str, second: str) -> str:
    """The target's name: both names in alphabetical order, joined by an en dash."""
    return "–".join(sorted((first, second)))


def relation_mentions(sentences: Iterable[dict], mentions: Iterable[dict], pair: tuple[str, str]) -> list[dict]:
    """Where sentences speak of the relation of the pair: article, sentence, start, end, kind; [] if the story has none.

    From rows of tables `sentences` and `mentions`, and the nouns of relations.csv: "their deal", "the alliance", "talks
    with" one of the pair; a quarrel also wherever both are named, unless it is another name's. kind: bond; quarrel;
    eased, for a quarrel that is said to be over, less or unlikely. A sentence that names others and neither of the pair
    is passed over. Where fewer than LEAST sentences name both with the relation, only nouns count that one of them
    gives to both ("A and B signed a treaty"). Two relations of one pair are not told apart, nor is "the deal" with
    somebody else in a sentence that names a party.
    """
    named: dict[tuple[str, int], list[dict]] = {}
    for mention in mentions:
        named.setdefault((mention["article"], mention["sentence"]), []).append(mention)
    found, together, given = [], 0, set()
    for sentence in sentences:
        key = {"article": sentence["article"], "sentence": sentence["sentence"]}
        here = named.get(tuple(key.values()), [])
        parties = [mention for mention in here if mention["name"] in pair]
        if here and not parties:
            continue
        offset = sentence["start"]
        places = [{**name, "start": name["start"] - offset, "end": name["end"] - offset} for name in here]
        spans = _spans(sentence["text"], places, pair)
        together += bool(spans) and len({party["name"] for party in parties}) == 2
        given |= {span.noun for span in spans if span.given}
        found += [
            (span.noun, {**key, "start": offset + span.start, "end": offset + span.end, "kind": span.kind})
            for span in spans
        ]
    theirs = [mention for noun, mention in found if together >= LEAST or noun in given]
    return theirs if len(theirs) >= LEAST else []


class _Span(NamedTuple):
    start: int
    end: int
    kind: str
    noun: str  # its stem, without topic words
    given: bool  # whether the sentence gives it to both parties


def _spans(sentence: str, names: Sequence[dict], pair: tuple[str, str]) -> list[_Span]:
    """Where a sentence, with the places of the names in it, names the relation of the pair."""
    parties = sorted((name for name in names if name["name"] in pair), key=itemgetter("start"))
    others = [name for name in names if name["name"] not in pair]
    ends_of_others, starts_of_others = ({name[edge] for name in others} for edge in ("end", "start"))
    starts = [party["start"] for party in parties]
    both = len({party["name"] for party in parties}) == 2
    joined = any(
        one["name"] != other["name"] and _AND.fullmatch(sentence, one["end"], other["start"])
        for one, other in pairwise(parties)
    )
    spans = []
    for found in _nouns().finditer(sentence):
        (start, end), kind = found.span(), found.lastgroup
        before, linked = sentence[max(0, start - AROUND) : start], _WITH.match(sentence, end)
        given = joined and bool(_NEW.search(before) or _GIVEN.match(sentence, end))
        of_others = _OF_OTHERS.match(sentence, end)
        if kind == "quarrel" and (start - 1 in ends_of_others or (of_others and of_others.end() in starts_of_others)):
            continue  # "the Oracle dispute", "the conflict in Sudan", "a dispute with Oracle"
        if linked:
            place = bisect_left(starts, linked.end())
            near = place < len(starts) and starts[place] <= linked.end() + AHEAD
            theirs = near or _BOTH.match(sentence, linked.end())
        else:
            theirs = given or (kind == "quarrel" and both) or _THEIRS.search(before)
        if theirs:
            eased = kind == "quarrel" and _eased(before, sentence[end : end + AROUND])
            noun = stem(found[kind].lower())
            spans.append(_Span(start, end, "eased" if eased else kind, noun, given))
    return spans


def _eased(before: str, after: str) -> bool:
    """Whether the clause says of a quarrel, named between its two parts, that it is over, less, unlikely or none."""
    openers = STOPS | classes()["clause"]
    apart = openers | classes()["preposition"] - {"of"}  # the talks that "ended in deadlock" did not end it
    words_before, words_after = (
        [word for token in tokens(part.lower()) for word in expanded(token)] for part in (before, after)
    )
    leading = takewhile(lambda word: word not in apart, words_before[::-1])
    following = takewhile(lambda word: word not in openers, words_after)
    (eases, denies), (eased, denied) = (
        (any(stem(word) in _easing() for word in words), any(word in classes()["negation"] for word in words))
        for words in (list(leading)[:EASED_BEFORE], list(following)[:EASED_AFTER])
    )
    return eases != denies or (eased and not denied) or _OVER.match(after) is not None


@cache
def _easing() -> frozenset[str]:
    return frozenset(stem(row["word"]) for row in read_rows("relations.csv") if row["kind"] == "easing")


@cache
def _nouns() -> re.Pattern:
    """A bond or a quarrel, the group named for its kind, with the topic words before it."""
    forms: dict[str, list[str]] = {}
    for row in read_rows("relations.csv"):
        forms.setdefault(row["kind"], []).append(row["word"] + ENDINGS[row["number"]])
    topic, bond, quarrel = ("|".join(forms[kind]) for kind in ("topic", "bond", "quarrel"))
    named = rf"(?:(?P<bond>{bond})|(?P<quarrel>{quarrel}))\b(?!\s+of\s+interest)"
    return re.compile(rf"\b(?:(?:{topic})\s){{0,{TOPICS}}}{named}", re.IGNORECASE)
