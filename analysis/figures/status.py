"""Whether what a figure measures has happened, or is planned, possible, demanded or denied."""

import re
from bisect import bisect_left
from functools import cache

from analysis.figures.clauses import Clause, rows, word_lists
from analysis.figures.denied import is_denied
from analysis.figures.grammar.tokens import words as grammar
from analysis.figures.things import TIMES

# What starts another main clause: ", and the union may strike", but not ", and in plain words, by March"
ANOTHER = re.compile(
    r",\s+(?:(?:and|but|or|nor|so|yet)(?!\s+(?:in|by|at|on|for|with|from|then|not)\b)"
    r"|because|as(?!\s+(?:planned|expected|promised|well|usual)\b))\b",
    re.I,
)
RELATIVE = re.compile(r",\s+(?:who|which|whose|whom|where)\s*$", re.I)
OPENING = 10  # characters before a stretch that hold the comma and the "which" that open it
# What goes on with the verb before it: "would hold 34,000 people and cost £280 million", "would leave it with 40".
GOES_ON = re.compile(
    r"(?<!,)\s(?:with\b[^,]*|(?:and|or)\s+([a-z]+)\s+(?:(?:in|on|at|to|for|about|around|nearly)\s+)?)$"
)
SAYING = 40  # characters before a time that hold the word of saying whose time it is
GONE = re.compile(r"(?:late |early )?(?:last|yesterday|the (?:last|past))\b|.*\bago$", re.I)
SINCE = re.compile(r"\bsince\s+$", re.I)
JUST_THEN = re.compile(r"\s*(?:on|in|at)?\s*", re.I)


def status_of(sentence: str, spans: list[tuple[int, int]], place: int, clause: Clause, row: dict) -> str:
    """happened, planned, possible, demanded or denied: of the figure at this place among the spans of its sentence.

    By denials.csv where it is denied, else by the words of statuses.csv in its own stretch; not by those of another
    main clause behind a comma, nor of a relative clause that a comma has closed, nor by those of a figure ("in May").
    Main clauses with no comma between them are taken for one: "It will move and sales rose 5 percent".
    """
    start, end = spans[place]
    bounded = start - max(0, (row["wording"] or "").find(row["text"]))
    if is_denied(sentence, bounded, end, row["kind"]):
        return "denied"
    if row["kind"] in TIMES and _is_gone(sentence[max(0, start - SAYING) : start], row["text"]):
        return "happened"
    low, high = _reach(sentence, start, end, clause)
    near = spans[max(0, bisect_left(spans, (low, 0)) - 1) : bisect_left(spans, (high, 0))]
    for status, governs, pattern in _statuses():
        for found in pattern.finditer(sentence, low, high):
            if any(found.start() < last and first < found.end() for first, last in near):
                continue
            told_then = row["kind"] in TIMES and JUST_THEN.fullmatch(sentence, found.end(), start)
            if governs == "both" or (found.end() <= start and not told_then):
                return status
    return "happened"


def _is_gone(before: str, time: str) -> bool:
    """Whether a time lies behind, whatever is told of it: "last week", "since 2016", "it said on Monday it will"."""
    return bool(GONE.match(time) or SINCE.search(before) or _said().search(before))


def _reach(sentence: str, start: int, end: int, clause: Clause) -> tuple[int, int]:
    """The part of its clause that a figure shares a verb with."""
    low, high = clause.own_start, clause.own_end
    goes_on = GOES_ON.search(sentence, clause.start, start)
    if goes_on and (goes_on[1] is None or _is_infinitive(goes_on[1])):
        low = clause.start
    if RELATIVE.search(sentence, max(0, clause.start - OPENING), clause.start):
        closed, closing = sentence.find(",", clause.start, start), sentence.find(",", end, high)
        low, high = max(low, closed + 1), closing if closed < 0 <= closing else high
    for found in ANOTHER.finditer(sentence, low, start):
        low = found.end()
    following = ANOTHER.search(sentence, end, high)
    high = following.start() if following else high
    if _speakers().match(sentence, end, high):
        low = max(low, sentence.rfind(",", low, start) + 1)
    return low, high


def _is_infinitive(word: str) -> bool:
    """Whether a word behind "and" may be a verb that goes on with "will": neither "paid" nor "sales" is."""
    return not word.endswith(("ed", "s")) and word not in word_lists()["function"] and word not in grammar("behind")


@cache
def _speakers() -> re.Pattern:
    """What stands behind the number of those who speak: "(the two) men said"."""
    return re.compile(rf"\s+(?:\w+\s+){{0,2}}(?:{'|'.join(sorted(word_lists()['say']))})\b", re.I)


@cache
def _said() -> re.Pattern:
    """What stands before the time when something was said."""
    return re.compile(rf"\b(?:{'|'.join(sorted(word_lists()['say']))})\s+(?:\w+\s+)?(?:on\s+)?$", re.I)


@cache
def _statuses() -> list[tuple[str, str, re.Pattern]]:
    return [
        (row["status"], row["governs"], re.compile(rf"\b(?:{row['words']})\b", re.I)) for row in rows("statuses.csv")
    ]
