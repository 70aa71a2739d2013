"""Sentences of articles as quotations, the words in question marked, the source named by its letter and colour."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from analysis.evidence.shown import Shown

if TYPE_CHECKING:
    import pandas as pd

COLOURS = 8  # classes s0 … s7 of evidence.css; a ninth source has the first colour again, and its own letter


def key(letter: str) -> Shown:
    """The letter of a source, in its colour."""
    return Shown(f'<span class="key {colour_class(letter)}">{escape(letter)}</span>')


def colour_class(letter: str) -> str:
    """The class that gives a source its colour, by the place of its letter: A, B … Z, AA …"""
    place = 0
    for sign in letter:
        place = place * 26 + ord(sign) - ord("A") + 1
    return f"s{(place - 1) % COLOURS}"


def quotations(findings: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame") -> Shown:
    """Every finding (columns article, start, end; note, if it has one) in its sentence, marked, its source named.

    Findings of one sentence that stand side by side are marked in one quotation. A finding that goes on behind the
    sentence in which it starts is marked to that sentence's end. Raises ValueError, naming the span, for one that
    stands in no sentence.
    """
    told = _Sentences(articles, sentences)
    grouped: list[tuple[dict, list[tuple[int, int]], list[str]]] = []
    notes = findings["note"] if "note" in findings else [None] * len(findings)
    for (article, start, end), note in zip(_spans(findings), notes, strict=True):
        sentence = told.holding(article, start, end)
        if not grouped or grouped[-1][0] is not sentence:
            grouped.append((sentence, [], []))
        grouped[-1][1].append((start, end))
        if isinstance(note, str) and note not in grouped[-1][2]:
            grouped[-1][2].append(note)
    return Shown("\n".join(told.quoted(*group) for group in grouped))


def pairs(found: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame") -> Shown:
    """Each row of table `differences` as two quotations side by side, the words that differ marked and as its title."""
    told = _Sentences(articles, sentences)
    return Shown("\n".join(_pair(told, row) for row in found.to_dict("records")))


def _pair(told: "_Sentences", row: dict) -> str:
    quoted = []
    for side in "ab":
        start, words = row[f"start_{side}"], row[f"words_{side}"]
        sentence = told.holding(row[f"article_{side}"], start, row[f"end_{side}"])
        start = sentence["start"] + max(0, sentence["text"].find(words, start - sentence["start"]))
        quoted.append(told.quoted(sentence, [(start, start + len(words))]))
    title = f"“{escape(row['words_a'])}” against “{escape(row['words_b'])}”"
    return (
        f'<section class="pair"><p class="title"><span class="kind">{escape(row["kind"])}</span> {title}</p>'
        f"<div>{''.join(quoted)}</div></section>"
    )


def texts_of(sentences: "pd.DataFrame") -> dict[tuple[str, int], str]:
    """The text of every row of table `sentences`, by article and sentence."""
    return {(row.article, row.sentence): row.text for row in sentences.itertuples(index=False)}


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text as HTML, every character of it escaped, with the spans (start, end) marked, each character once."""
    html, done = [], 0
    for start, end in sorted(spans):
        start, end = max(start, done), min(end, len(text))
        if start < end:
            html += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
            done = end
    return "".join([*html, escape(text[done:])])


class _Sentences:
    """The sentences of a story by article, to quote them."""

    def __init__(self, articles: "pd.DataFrame", sentences: "pd.DataFrame"):
        self._sources = {row["article"]: row for row in articles.to_dict("records")}
        self._rows = {name: rows.to_dict("records") for name, rows in sentences.groupby("article", sort=False)}

    def holding(self, article: str, start: int, end: int) -> dict:
        """The sentence in which a span starts."""
        for row in self._rows.get(article, ()):
            if row["start"] <= start < row["end"]:
                return row
        raise ValueError(f"{article}: characters {start} to {end} stand in no sentence")

    def quoted(self, sentence: dict, spans: Iterable[tuple[int, int]], notes: Iterable[str] = ()) -> str:
        """The sentence as a quotation with the spans, which are of the article, marked, unless one is all of it."""
        source = self._sources[sentence["article"]]
        within = [(start - sentence["start"], end - sentence["start"]) for start, end in spans]
        within = [(start, end) for start, end in within if start > 0 or end < len(sentence["text"])]
        place = f"sentence {sentence['sentence'] + 1} of {len(self._rows[sentence['article']])}"
        where = " · ".join(map(escape, [source["label"], place, *notes]))
        return (
            f'<blockquote class="{colour_class(source["letter"])}">{marked(sentence["text"], within)}'
            f"<footer>{key(source['letter']).html} {where}</footer></blockquote>"
        )


def _spans(findings: "pd.DataFrame") -> Iterable[tuple[str, int, int]]:
    return findings[["article", "start", "end"]].itertuples(index=False, name=None)
