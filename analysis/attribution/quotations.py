"""Quotations of a paragraph, whatever marks it uses and however they are unbalanced."""

import re
from dataclasses import dataclass
from itertools import zip_longest

MARK = re.compile(r"``|''|[\"“”„«»]")
SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
OPENS, CLOSES = {"“", "„", "«", "``"}, {"”", "»", "''"}
BEFORE_OPENING = " \t\xa0([{—–-/:"
AFTER_CLOSING = " \t\xa0)]}—–-/:,.;!?"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, characters start to end; closed is False where no mark ends it in its paragraph."""

    start: int
    end: int
    closed: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Outermost quotations of the paragraph text[start:end], in order; one left open runs to the paragraph's end.

    The blanks around a mark say whether it opens or closes; its shape decides where they do not. A closing mark with
    nothing to close is skipped, so a stray mark never reaches beyond its paragraph. Single marks count outside
    double ones; an apostrophe that ends a word ("companies’ plans") is told from a closing mark as far as it can be.
    """
    found, opened = [], None
    marks = list(MARK.finditer(text, start, end))
    for mark, following in zip_longest(marks, marks[1:]):
        opens = _opens(text, mark, start, end, opened is not None)
        if not opens and opened is None and following:
            # “He says,” there are many.”: the first mark is mistyped if another closes right after it.
            spaced = text[mark.end() : mark.end() + 1].isspace()
            opens = spaced and not _opens(text, following, start, end, True)
        if opens and opened is None:
            opened = mark.start()
        elif not opens and opened is not None:
            found.append(Quotation(opened, mark.end(), True))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, end, False))
    return _with_singles(text, start, end, found)


def _opens(text: str, mark: re.Match, start: int, end: int, inside: bool) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    opening, closing = before in BEFORE_OPENING, after in AFTER_CLOSING
    if opening != closing:
        return opening
    return mark.group() in OPENS or (mark.group() not in CLOSES and not inside)


def _with_singles(text: str, start: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    """Outermost quotations of both kinds of mark."""
    outermost: list[Quotation] = []
    for found in sorted([*doubles, *_singles(text, start, end)], key=lambda quotation: quotation.start):
        if not outermost or found.start >= outermost[-1].end:
            outermost.append(found)
    return outermost


def _singles(text: str, start: int, end: int) -> list[Quotation]:
    found, opened, closing = [], None, None
    for mark in SINGLE.finditer(text, start, end):
        if mark.group() == "‘" or not text[mark.start() - 1 : mark.start()].strip():
            if opened is None or closing is not None:
                if closing is not None:
                    found.append(Quotation(opened, closing, True))
                opened, closing = mark.start(), None
        elif opened is not None:
            # A mark after an s may be a possessive: it closes where no surer one follows.
            possessive = text[mark.start() - 1] == "s" and text[mark.end() : mark.end() + 1] == " "
            if closing is None or not possessive:
                closing = mark.end()
            if not possessive:
                found.append(Quotation(opened, closing, True))
                opened = closing = None
    if opened is not None and closing is not None:
        found.append(Quotation(opened, closing, True))
    return found
