"""Where sentences begin and end."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from analysis import data
from analysis.language.span import Span

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
OPENING = "\"'“‘«([—–-"
ENDING = 24  # characters before a break in which its last word is looked at
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
LAST_WORD = re.compile(r"\b([^\W\d_]+)\.$")


def split_sentences(text: str) -> list[Span]:
    """Sentences of text, in order, without outer blanks; each line's end ends a sentence.

    Punkt (Kiss and Strunk 2006) with abbreviations and sentence starters of our own. No break before a lower-case word,
    after initials ("J.K. Rowling") and before the number of "No. 1". An abbreviation ends a sentence only where one of
    the starters follows ("… in the U.S. The …"); a single letter ("plan B. It …") never does.
    """
    spans = []
    for line in LINE.finditer(text):
        start = line.start()
        for piece in _pieces(line.group()):
            stripped = piece.strip()
            if stripped:
                begin = start + len(piece) - len(piece.lstrip())
                spans.append(Span(begin, begin + len(stripped), stripped))
            start += len(piece)
    return spans


def of_article(article: dict) -> list[dict]:
    """Rows of table `sentences` for an article (columns article, title, headings and text)."""
    text = article["text"]
    headings = set(article["headings"] or ())
    titled = isinstance(article["title"], str)
    rows, paragraph, seen = [], 0, 0
    for number, span in enumerate(split_sentences(text)):
        paragraph += text.count("\n\n", seen, span.start)
        seen = span.start
        kind = "headline" if titled and paragraph == 0 else "heading" if paragraph in headings else "body"
        rows.append(
            {
                "article": article["article"],
                "sentence": number,
                "start": span.start,
                "end": span.end,
                "paragraph": paragraph,
                "kind": kind,
                "text": span.text,
            }
        )
    return rows


def holding(starts: Sequence[int], place: int) -> int:
    """Which sentence, from 0, holds a character, by the starts of all in order; the first for one before them all."""
    return max(0, bisect_right(starts, place) - 1)


def _pieces(line: str) -> list[str]:
    """The line cut before each sentence; the pieces together are the line."""
    starts = [start for start, _ in _punkt().span_tokenize(line)][1:]
    cuts = [0, *(start for start in starts if not _goes_on(line, start)), len(line)]
    return [line[a:b] for a, b in pairwise(cuts)]


def _goes_on(line: str, start: int) -> bool:
    """Whether the sentence goes on where Punkt sees another start."""
    after = line[start : start + ENDING].lstrip(OPENING)
    before = line[max(0, start - ENDING) : start].rstrip()
    if after[:1].islower():
        return True
    first = FIRST_WORD.match(after)
    if first and first[0] in _words("starter"):
        return False
    word = LAST_WORD.search(before)
    if word and (word[1] in _words("capital") or (after[:1].isdigit() and word[1].lower() in _words("number"))):
        return True
    return INITIALS.search(before) is not None


@cache
def _punkt():
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_words("always"))
    parameters.sent_starters = {word.lower() for word in _words("starter")}
    return PunktSentenceTokenizer(parameters)


@cache
def _words(name: str) -> frozenset[str]:
    """The words of a class of abbreviations.csv."""
    rows = data.rows(__package__, "abbreviations.csv")
    return frozenset(word for row in rows if row["class"] == name for word in row["words"].split())
