"""Who a figure is about: the names of its clause, the one who acts first."""

import re

from analysis.figures.clauses import Clause, word_lists, words

PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him|them|both|who|which|whose)\b", re.I)
BY = re.compile(r"\bby\s+(?:the\s+)?$", re.I)
RELATIVE = 6  # letters before a clause that hold the "who" or "which" that opens it
BESIDE = 3  # words between a name and a word of saying that make the name the speaker's


def names_of(sentence: str, mentions: list[dict], clause: Clause, figure: int, before: list[str]) -> list[str]:
    """Names that a figure is about, each once: those between its commas, else of its own stretch, else of its clause.

    mentions: rows of table mentions in this sentence with start and end as offsets in the sentence. A name that is
    only said to speak ("the ministry said") is left out. Where the clause names nobody but has a pronoun, the names
    before it in the sentence stand for it, else `before`, those of the sentence before.
    """
    told = [mention for mention in mentions if not _speaks(sentence, mention)]
    comma = sentence.rfind(",", clause.own_start, figure) + 1 or clause.own_start
    after = sentence.find(",", figure, clause.own_end)
    part = (comma, clause.own_end if after < 0 else after)
    for start, end in (part, (clause.own_start, clause.own_end), (clause.start, clause.end)):
        held = [mention for mention in told if start <= mention["start"] < end]
        if held:
            return _in_roles(sentence, [*_antecedent(sentence, told, clause), *held])
    if PRONOUN.search(sentence, max(0, clause.start - RELATIVE), clause.own_end):
        earlier = [mention for mention in told if mention["start"] < clause.own_start]
        return _in_roles(sentence, earlier) or before
    return []


def _antecedent(sentence: str, mentions: list[dict], clause: Clause) -> list[dict]:
    """The name that a "who" or "which" at the start of the clause stands for."""
    if not PRONOUN.search(sentence, max(0, clause.start - RELATIVE), clause.start):
        return []
    return [mention for mention in mentions if mention["end"] <= clause.start][-1:]


def _in_roles(sentence: str, mentions: list[dict]) -> list[str]:
    agents = [mention for mention in mentions if BY.search(sentence, 0, mention["start"])]
    return list(dict.fromkeys(mention["name"] for mention in [*agents, *mentions]))


def _speaks(sentence: str, mention: dict) -> bool:
    say = word_lists()["say"]
    before = words(sentence[max(0, mention["start"] - 40) : mention["start"]])[-BESIDE:]
    after = words(sentence[mention["end"] : mention["end"] + 40])[:1]
    said_before = [word.lower for word in before]
    return any(word.lower in say for word in after) or (
        said_before[-1:] != ["that"] and bool(say & {*said_before[-2:]})
    )
