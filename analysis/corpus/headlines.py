"""Which line of a plain text is its title, and which are section headings."""

import re

from analysis.corpus.furniture import is_prose
from analysis.corpus.lines import Line

TITLE = 25  # words of the longest headline taken for one
UNSURE = 15  # the same where the text has no full stops, so that a first line without one says nothing
HEADING = 12  # words of a section heading
CAPITALISED_HEADING = 16  # the same where most words are capitalised
CHARACTERS = 200
_END = re.compile(r"[.,;:…][\"'”’»)\]]*$")
_HEADING_END = re.compile(r"[.,;:!…][\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|No|St)\.$")
_INNER_STOP = re.compile(r"[a-z]{3,}[.!?][\"”’]? +[\"“‘]?[A-Z]|,[\"”’] ")
_OPENING = re.compile(r"[\"“‘'(\[¿¡]*[\dA-ZÀ-ÖØ-Þ$£€#]")


def is_headline(lines: list[Line]) -> bool:
    """Whether the first line is a title: short, no full stop at its end or within it, followed by more text."""
    if len(lines) < 2:
        return False
    first, rest = lines[0], lines[1:]
    if first.level:
        return first.level == 1 or rest[0].level > 0
    count = len(first.text.split())
    stopped = sum(is_prose(line.text) and _END.search(line.text) is not None for line in rest)
    longest = TITLE if stopped else UNSURE
    if count > longest or len(first.text) > CHARACTERS or first.item or not re.search(r"[^\W\d_]", first.text):
        return False
    ended = _END.search(first.text) and not _ABBREVIATED.search(first.text)
    return not ended and not _INNER_STOP.search(first.text) and (stopped > 0 or len(rest[0].text) > len(first.text))


def heading_numbers(lines: list[Line]) -> list[int]:
    """Numbers of the lines that are section headings: marked as such, or short lines without final punctuation before a
    paragraph. Three or more such lines in a row are a list, not headings.
    """
    found, run = [], []
    for number, line in enumerate(lines):
        if line.level:
            found.append(number)
        elif _may_be_heading(line):
            run.append(number)
            continue
        elif 0 < len(run) < 3:
            found += run
        run = []
    return sorted(found)


def _may_be_heading(line: Line) -> bool:
    text = line.text
    tokens = text.split()
    if line.item or len(tokens) > CAPITALISED_HEADING or len(text) > CHARACTERS or not _OPENING.match(text):
        return False
    if _HEADING_END.search(text) and not _ABBREVIATED.search(text):
        return False
    if _INNER_STOP.search(text) or not re.search(r"[^\W\d_]", text):
        return False
    capitalised = sum(not token[0].islower() for token in tokens)
    return len(tokens) <= (CAPITALISED_HEADING if capitalised >= 0.6 * len(tokens) else HEADING)
