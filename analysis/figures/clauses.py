"""The words that a figure has to itself: its clause, and within it the stretch up to the figures beside it."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from analysis import data
from analysis.language import stem

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
REACH = 400  # characters of a sentence on each side that a figure is read in: a sentence may be a megabyte
BESIDE = 6  # figures on each side that one may be linked to
LONGEST_WORD = 40  # longer runs of letters are addresses and left-overs
JOINED = re.compile(r"[\s-]+")
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")


@dataclass(frozen=True)
class Word:
    """A word of a sentence: its offsets in the sentence, the word in lower case without possessive, and its stem."""

    start: int
    end: int
    lower: str
    stem: str


@dataclass(frozen=True)
class Clause:
    """What surrounds a figure: offsets in the sentence of its clause and of the stretch that is its own.

    linked: places (in the list of figures) of those in the same stretch, the figure itself among them.
    """

    start: int
    end: int
    own_start: int
    own_end: int
    linked: tuple[int, ...]


def clauses(sentence: str, spans: list[tuple[int, int]]) -> list[Clause]:
    """The clause of each figure; spans are offsets in the sentence, in reading order and apart.

    Clauses end at semicolons, colons, dashes, brackets, quotation marks and words such as "while" or "which", at REACH
    of the figure; no grammar is read beyond that. Between two figures of a clause a comma or a word such as "and"
    parts their stretches: what stands between the first and the last of these belongs to neither.
    """
    breaks, splits = _boundaries()
    hard, soft = [], []
    for before, after in pairwise([(0, 0), *spans, (len(sentence), len(sentence))]):
        hard.append([found.span() for found in breaks.finditer(sentence, before[1], after[0])])
        soft.append([found.span() for found in splits.finditer(sentence, before[1], after[0])])
    starts = list(accumulate((max((end for _, end in gap), default=0) for gap in hard[:-1]), max))
    ends = list(accumulate((min((start for start, _ in gap), default=len(sentence)) for gap in hard[:0:-1]), min))[::-1]
    found: list[Clause] = []
    group: list[int] = []
    for place in range(len(spans)):
        group.append(place)
        after = sorted(hard[place + 1] + soft[place + 1])
        if place + 1 < len(spans) and not after:
            continue
        first = group[0]
        before = sorted(hard[first] + soft[first]) if first else hard[first]
        own_start = before[-1][1] if before else 0
        own_end = ends[place] if place + 1 == len(spans) else after[0][0]
        for member in group:
            low, high = spans[member][0] - REACH, spans[member][1] + REACH
            at = member - first
            linked = tuple(group[max(0, at - BESIDE) : at + BESIDE + 1])
            bounds = (max(starts[first], low), min(ends[place], high), max(own_start, low), min(own_end, high))
            found.append(Clause(*bounds, linked))
        group = []
    return found


def words(sentence: str, spans: list[tuple[int, int]] = ()) -> list[Word]:
    """Words of the sentence outside the spans, in order; numbers are none, nor is what runs beyond 40 letters."""
    found = []
    held = iter([*spans, (len(sentence) + 1,) * 2])
    start, end = next(held)
    for match in WORD.finditer(sentence):
        while match.start() >= end:
            start, end = next(held)
        if match.end() > start or len(match.group()) > LONGEST_WORD:
            continue
        lower = POSSESSIVE.sub("", match.group()).lower()
        found.append(Word(match.start(), match.end(), lower, stem(lower)))
    return _as_expressions(sentence, found)


def expression(written: str) -> tuple[str, ...]:
    """The stems of an expression of things.csv: of "lost_their_lives" three."""
    return tuple(map(stem, written.split("_")))


def _as_expressions(sentence: str, single: list[Word]) -> list[Word]:
    """The words, those that make an expression of things.csv as one; the longest that fits."""
    found: list[Word] = []
    place = 0
    while place < len(single):
        first = single[place]
        for stems in _expressions().get(first.stem, ()):
            run = single[place : place + len(stems)]
            if tuple(word.stem for word in run) == stems and all(
                JOINED.fullmatch(sentence, one.end, other.start) for one, other in pairwise(run)
            ):
                written = "_".join(stems)
                found.append(Word(first.start, run[-1].end, written, written))
                place += len(stems)
                break
        else:
            found.append(first)
            place += 1
    return found


@cache
def _expressions() -> dict[str, list[tuple[str, ...]]]:
    """Expressions of things.csv by their first stem, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("things.csv"):
        for written in row["words"].split():
            if "_" in written:
                stems = expression(written)
                by_first.setdefault(stems[0], []).append(stems)
    return {first: sorted(held, key=len, reverse=True) for first, held in by_first.items()}


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Words by what they do: break, split, function, holder, say, up, down, and change for the last two together."""
    lists = {row["does"]: frozenset(row["words"].split()) for row in rows("clauses.csv")}
    return lists | {"change": lists["up"] | lists["down"]}


def rows(name: str) -> list[dict[str, str]]:
    """Rows of one of this package's CSV files; lines that start with # are remarks."""
    return data.rows(__package__, name)


@cache
def _boundaries() -> tuple[re.Pattern, re.Pattern]:
    breaks = "|".join(sorted(word_lists()["break"]))
    splits = "|".join(sorted(word_lists()["split"]))
    return re.compile(rf"[;:()\[\]“”\"—–\n]|\b(?:{breaks})\b", re.I), re.compile(rf",|\b(?:{splits})\b", re.I)
