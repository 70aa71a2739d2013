"""Footnote marks: digits, numbers in brackets and superscripts that point to notes and are not said in the sentence."""

import re

from analysis.corpus.lines import Line
from analysis.corpus.words import words

FEWEST = 3  # different footnote digits that a text must have before any is taken for one
LONGEST_SKIP = 2  # numbers by which the next footnote may run ahead of the highest so far
SENTENCE = 400  # characters before a digit in which its sentence is looked for
SHORTEST = 6  # words a sentence with a footnote has before it

# "technology 1." "technology1." "technology. 1" "technology.1 The": the word before, and the digits.
_DIGITS = re.compile(
    r"\b([^\W\d_][^\W_]*)[\"”’)]*"
    r"(?: ?(?P<inside>\d{1,2})(?=[.!?][\"”’)]*(?:\s|$))|[.!?][\"”’)]* ?(?P<after>\d{1,2})(?=\s+[A-Z“\"]|\s*$))"
)
_MAYBE = re.compile(r"\d[.!?]|[.!?][\"”’)]* ?\d")
_BRACKETS = re.compile(
    r" ?\[(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|note \d{1,3}|citation needed|edit)\](?=[\s.,;:!?”\"’)\[]|$)", re.IGNORECASE
)
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_SUPERSCRIPTS = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?”’\")]))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁾⁽ ]{0,2}[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,5}"
)


def drop_footnotes(lines: list[Line]) -> list[tuple[str, str]]:
    """Take the footnote marks out of the lines, in place; the (rule, text) of each.

    Plain digits go only where the whole article shows them to be notes: small numbers at ends of sentences that begin
    with 1 and ascend, FEWEST different ones or more, none after a word that takes a number ("Group 1.", "by 3.").
    Superscripts stay after units and other words of up to two letters ("km²"). A note in mid-sentence stays unseen.
    """
    removed: list[tuple[str, str]] = []
    for number, notes in _footnote_digits(lines).items():
        line = lines[number]
        removed += [("footnote mark", line.text[start:end]) for start, end in notes]
        for start, end in reversed(notes):
            line.text = line.text[:start].rstrip() + line.text[end:]
    for line in lines:
        if "[" in line.text:
            _drop(_BRACKETS, line, removed)
        if _SUPERSCRIPT.search(line.text):
            _drop(_SUPERSCRIPTS, line, removed)
    return removed


def _drop(pattern: re.Pattern, line: Line, removed: list[tuple[str, str]]) -> None:
    removed += [("footnote mark", match[0].strip()) for match in pattern.finditer(line.text)]
    line.text = pattern.sub("", line.text).strip()


def _footnote_digits(lines: list[Line]) -> dict[int, list[tuple[int, int]]]:
    """Spans of footnote digits by line; none unless the numbers of the whole article ascend from 1."""
    chain: list[tuple[int, int, int]] = []
    seen: set[int] = set()
    for number, line in enumerate(lines):
        for value, start, end in _candidates(line.text):
            highest = max(seen, default=0)
            if (value == 1 and not seen) or (seen and highest <= value <= highest + LONGEST_SKIP):
                seen.add(value)
                chain.append((number, start, end))
    found: dict[int, list[tuple[int, int]]] = {}
    if len(seen) >= FEWEST:
        for number, start, end in chain:
            found.setdefault(number, []).append((start, end))
    return found


def _candidates(text: str) -> list[tuple[int, int, int]]:
    """Value and span of each small number that ends a sentence without belonging to the word before it."""
    found: list[tuple[int, int, int]] = []
    if not _MAYBE.search(text):
        return found
    for match in _DIGITS.finditer(text):
        group = "inside" if match["inside"] else "after"
        before = text[max(0, match.start() - SENTENCE) : match.start()]
        sentence = before[max(before.rfind(mark) for mark in (". ", "? ", "! ")) + 1 :]
        if match[1].lower() not in words("numbered things") and len(sentence.split()) >= SHORTEST:
            found.append((int(match[group]), *match.span(group)))
    return found
