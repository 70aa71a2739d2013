"""Whether a figure is denied: a denial or a negation must govern it, and not only stand beside it."""

import re
from functools import cache
from itertools import pairwise

from analysis.figures.clauses import rows, word_lists
from analysis.figures.things import TIMES

REACH = 150  # characters before a figure in which what denies it is sought
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
BREAK = re.compile(r"[,;:()“”\"—–\n]")
DENIED = 10  # words between a denial and the figure: "denied reports in two papers that 40 people were hurt"
NEGATED = 5  # words between a negation and the figure: "did not cost the city $5 million"
TIMED = 4  # words between a negation and a time: "has not been open in March"
AMOUNTS = frozenset({"money", "percent", "measure"})
SPANS = TIMES | {"duration"}


def is_denied(sentence: str, start: int, end: int, kind: str) -> bool:
    """Whether the figure at start to end, with the words that bound it, is said not to be so.

    "Denied that 40 were hurt", "did not cost $5 million", "not 300 but 200". Not so where the negation stands behind it
    ("thirteen never came out": there were thirteen), nor where what is counted is there all the same ("did not name two
    men", "denied the three charges"). Reads the words before it, not a parse; what stands before a comma is not seen.
    """
    before = BREAK.split(sentence[max(0, start - REACH) : start])[-1]
    said = " ".join(word.replace("’", "'") for word in WORD.findall(before.lower())) + " "
    after = WORD.search(sentence, end, end + REACH)
    return _under_denial(said, after.group().lower() if after else "", kind) or _under_negation(said, kind)


def _under_denial(said: str, after: str, kind: str) -> bool:
    between = _behind("denial", said)
    if between is None or len(between) > DENIED or any(_is("open", word) and not _is("told", word) for word in between):
        return False
    if _any("withheld", between[:1]) or _any("definite", between[-1:]) or _any("charge", [after]):
        return False
    # "denied on Monday that": the time of the denial
    return kind not in SPANS or "that" in between or any(word.endswith("ing") for word in between)


def _under_negation(said: str, kind: str) -> bool:
    between = _behind("negation", said)
    if between is None or len(between) > (TIMED if kind in TIMES else NEGATED):
        return False
    if kind != "duration" and len(between) <= 2 and all(_is("beside", word) for word in between):
        return True  # "not 300 but 200", "not on Monday"
    if kind == "age" or _any("open", between) or _any("real", between) or _any("definite", between[-1:]):
        return False
    return _at_time(between) if kind in TIMES else _measured(between, kind)


def _at_time(between: list[str]) -> bool:
    """Whether a negated verb has a time to itself: "not open in March", and unlike it "not survive the fire in May"."""
    return _is("preposition", between[-1]) and not _any("definite", between) and not _any("article", between)


def _measured(between: list[str], kind: str) -> bool:
    """Whether a figure is the object of a negated verb ("cost the city", "want to pay") or its extent ("sell for").

    Not so of "sign contracts worth": what is not signed is there, and worth that much.
    """
    full = [
        word
        for word, following in pairwise([*between, None])
        if not _is("auxiliary", word) and not (word == "to" and following)  # "want to pay", and unlike it "rise to"
    ]
    if not _any("preposition", full):
        return True
    extent = kind in AMOUNTS or not word_lists()["change"].isdisjoint(full)
    return extent and _is("preposition", full[-1]) and len(full) <= 2


def _behind(does: str, said: str) -> list[str] | None:
    """The words behind the last denial or negation; None where there is none."""
    ends = [found.end() for found in _pattern(does).finditer(said)]
    return said[ends[-1] :].split() if ends else None


def _any(does: str, words: list[str]) -> bool:
    return any(_is(does, word) for word in words)


def _is(does: str, word: str) -> bool:
    return _pattern(does).fullmatch(f"{word} ") is not None


@cache
def _pattern(does: str) -> re.Pattern:
    """What stands for a row of denials.csv in lower-case words, a blank behind each."""
    listed = next(row["words"] for row in rows("denials.csv") if row["does"] == does)
    return re.compile(rf"\b(?:{listed}) ")
