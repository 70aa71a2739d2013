"""Who a figure is about: the names of its clause, the one who acts first."""

import re
from bisect import bisect_left

from analysis.figures.clauses import REACH, Clause, word_lists, words

PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them|both|who|which|whose)\b", re.I)
OPENING = re.compile(r"\b(?:who|which|whose|that)\b", re.I)
BY = re.compile(r"\bby\s+(?:the\s+)?$", re.I)
RELATIVE = 6  # letters before a clause that hold the "who" or "which" that opens it
BESIDE = 3  # words between a name and a word of saying that make the name the speaker's


def names_of(sentence: str, mentions: list[dict], clause: Clause, figure: int, before: list[str]) -> list[str]:
    """Names that a figure is about, each once: those between its commas, else of its own stretch, else of its clause.

    mentions: rows of table mentions in this sentence, speakers left out, with start and end as offsets in the sentence.
    The name before a "who" or "which" belongs to the clause it opens. Where the clause names nobody but has a pronoun,
    the names before it in the sentence stand for it, else `before`, those of the sentence before.
    """
    comma = sentence.rfind(",", clause.own_start, figure) + 1 or clause.own_start
    after = sentence.find(",", figure, clause.own_end)
    part = (comma, clause.own_end if after < 0 else after)
    opened = OPENING.search(sentence, max(0, clause.start - RELATIVE), clause.start)
    earlier = _between(mentions, clause.start - REACH, clause.start)
    for start, end in (part, (clause.own_start, clause.own_end), (clause.start, clause.end)):
        if held := _between(mentions, start, end):
            return _in_roles(sentence, [*(earlier[-1:] if opened else []), *held])
    if opened or PRONOUN.search(sentence, clause.start, clause.own_end):
        return _in_roles(sentence, earlier) or before
    return []


def without_speakers(sentence: str, mentions: list[dict]) -> list[dict]:
    """The mentions less those that are only said to speak ("the ministry said")."""
    return [mention for mention in mentions if not _speaks(sentence, mention)]


def _between(mentions: list[dict], start: int, end: int) -> list[dict]:
    first, last = (bisect_left(mentions, bound, key=lambda mention: mention["start"]) for bound in (start, end))
    return mentions[first:last]


def _in_roles(sentence: str, mentions: list[dict]) -> list[str]:
    agents = [mention for mention in mentions if BY.search(sentence[max(0, mention["start"] - 10) : mention["start"]])]
    return list(dict.fromkeys(mention["name"] for mention in [*agents, *mentions]))


def _speaks(sentence: str, mention: dict) -> bool:
    say = word_lists()["say"]
    before = words(sentence[max(0, mention["start"] - 40) : mention["start"]])[-BESIDE:]
    after = words(sentence[mention["end"] : mention["end"] + 40])[:1]
    said_before = [word.lower for word in before]
    return any(word.lower in say for word in after) or (
        said_before[-1:] != ["that"] and bool(say & {*said_before[-2:]})
    )
