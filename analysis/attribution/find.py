"""Attributions of a text by three patterns: a credit, a reported clause, and reportedly."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.language import Span, split_sentences

CREDIT = re.compile(r"\baccording to ([^,.;\n]+)", re.I)
REPORTEDLY = re.compile(r"\breportedly\b", re.I)
SPEAKER = re.compile(r" [^,.;“\"\n]+")
QUOTE = re.compile(r"[“\"]([^“”\"\n]+)[”\"]")


@dataclass(frozen=True)
class Attribution:
    """Who (source) reports (cue) what (content), as spans; certainty: plain, reported, hedged or denied."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: str
    certainty: str


@cache
def _cues() -> tuple[re.Pattern, dict[str, str]]:
    lines = Path(__file__).with_name("cues.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    classes = {form: row["class"] for row in rows for form in row["forms"].split()}
    return re.compile(rf"\b(?:{'|'.join(sorted(classes))})\b"), classes


def find_attributions(text: str) -> list[Attribution]:
    """Attributions in reading order, at most one a sentence; no plans, thoughts or quotations over sentences."""
    found = (_of_sentence(text, sentence.start, sentence.end) for sentence in split_sentences(text))
    return [attribution for attribution in found if attribution]


def _of_sentence(text: str, start: int, end: int) -> Attribution | None:
    if credit := CREDIT.search(text, start, end):
        before, after = (start, credit.start()), (credit.end(), end)
        content = max(before, after, key=lambda bounds: bounds[1] - bounds[0])
        return _attribution(text, credit.span(1), (credit.start(), credit.start(1)), content, "plain")
    pattern, classes = _cues()
    quoted = QUOTE.search(text, start, end)
    for cue in pattern.finditer(text, start, end):
        if quoted and quoted.start() <= cue.start() < quoted.end():
            continue
        certainty = {"hedged": "hedged", "denial": "denied"}.get(classes[cue.group()], "plain")
        if quoted and quoted.end() <= cue.start():
            before, after = (quoted.end(), cue.start()), SPEAKER.match(text, cue.end(), end)
            source = before if _trimmed(text, *before) or not after else after.span()
            return _attribution(text, source, cue.span(), quoted.span(1), certainty)
        return _attribution(text, (start, cue.start()), cue.span(), (cue.end(), end), certainty)
    if adverb := REPORTEDLY.search(text, start, end):
        return _attribution(text, None, adverb.span(), (start, adverb.start()), "reported", (adverb.end(), end))
    return None


def _attribution(text, source, cue, content, certainty, rest=None) -> Attribution | None:
    contents = _spans(text, content, rest)
    if not contents:
        return None
    inside = text[contents[0].start - 1 : contents[0].start] in {"“", '"'}
    return Attribution(_spans(text, source), _spans(text, cue), contents, "direct" if inside else "indirect", certainty)


def _spans(text: str, *bounds: tuple[int, int] | None) -> tuple[Span, ...]:
    return tuple(span for bound in bounds if bound and (span := _trimmed(text, *bound)))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip(' ,.;:“”"\n\t'))
    kept = text[start:end].rstrip(' ,.;:“”"\n\t')
    return Span(start, start + len(kept), kept) if kept else None
