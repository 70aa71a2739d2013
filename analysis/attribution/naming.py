"""Which name of the story the source of an attribution goes by."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import tables
from analysis.attribution.voices import head_end, voices
from analysis.language import holding

if TYPE_CHECKING:
    import pandas as pd

TYPES = {"person": "named person", "organisation": "organisation", "outlet": "outlet"}  # of sources, by type of name
PART = re.compile(r",|$")  # where a part of a source between commas ends
PREPOSITION = re.compile(r"\b(?:of|for|at|from|in|with|to|by)\b")
THE = re.compile(r"^the (?:[a-z]+ )?(?P<noun>[a-z]+)$", re.I)  # "the trust", "the finance ministry"
NEAREST = 40  # mentions before a place that are looked at: two paragraphs hold no more
QUOTES = " ’'\"”"


@dataclass(frozen=True)
class Named:
    """The names in an article: mentions (start, end, name, sentence) in order, starts and paragraphs of its sentences.

    types: the type of each name of the story.
    """

    mentions: list[tuple[int, int, str, int]]
    starts: list[int]
    paragraphs: list[int]
    types: dict[str, str]

    def paragraph(self, place: int) -> int:
        """The paragraph in which a character stands."""
        return self.paragraphs[holding(self.starts, place)]

    def last(self, start: int, kinds: set[str], but: frozenset[str] = frozenset()) -> tuple[int, str | None]:
        """Where the last name of some types before `start` begins, and the name.

        No name unless it stands in the same or the previous paragraph, alone of its types in its sentence. but: words
        in lower case that names to be passed over hold.
        """
        before = self.mentions[: bisect_left(self.mentions, (start,))][-NEAREST:]
        fitting = [
            mention
            for mention in before
            if self.types.get(mention[2]) in kinds and not but.intersection(mention[2].lower().split())
        ]
        if not fitting:
            return -1, None
        begin, _, name, sentence = fitting[-1]
        alone = len({mention[2] for mention in fitting if mention[3] == sentence}) == 1
        return begin, name if alone and self.paragraph(start) - self.paragraph(begin) <= 1 else None

    def body(self, noun: str) -> str | None:
        """The only name of the story that ends in a noun for a body, or has it before "of": "the trust"."""
        fitting = [name for name in self.types if noun in (name.lower().split()[-1], name.lower().split(" of ")[0])]
        return fitting[0] if len(fitting) == 1 else None

    def within(self, start: int, words: str) -> str | None:
        """The name that ends the head of the noun phrase at `start`, or a person's beside it: "its head, Ana Ruiz"."""
        head = start + head_end(words)
        parts = {start + part.start() for part in PART.finditer(words)}
        first, after = (bisect_left(self.mentions, (place,)) for place in (start, start + len(words)))
        for begin, end, name, _ in self.mentions[first:after]:
            # "Ruiz’s lawyer" and "Acme executives" are not Ruiz and Acme.
            if end <= head and not words[end - start : head - start].strip(QUOTES):
                return name
            begins = end in parts and PREPOSITION.search(words[: begin - start].rpartition(",")[2]) is None
            if begins and (self.types.get(name) == "person" or words[: begin - start].endswith(", ")):
                return name
        return None


def of_story(
    attributions: "pd.DataFrame", sentences: "pd.DataFrame", names: "pd.DataFrame", mentions: "pd.DataFrame"
) -> "pd.DataFrame":
    """Table `attributions` with `source` resolved to a name of the story where the words allow it.

    A source's own words name it where a name ends its head, or a person's name stands beside it between commas. "He"
    and "she" stand for the last person named or quoted before them, "the company" and "it" for the last organisation
    that is no body of state: in the same or the previous paragraph, where only one is named in that sentence.
    Everything else stays empty. A resolved source is of the type of its name, and an outlet is credited as origin.
    """
    types = dict(zip(names["name"], names["type"], strict=True))
    of_article = dict(tuple(mentions.groupby("article", sort=False)))
    rows = []
    for article, ours in attributions.groupby("article", sort=False):
        there = sentences[sentences["article"] == article]
        found = of_article.get(article, mentions[:0])
        known = sorted(zip(found["start"], found["end"], found["name"], found["sentence"], strict=True))
        rows += _resolved(ours.to_dict("records"), Named(known, list(there["start"]), list(there["paragraph"]), types))
    return tables.table("attributions", rows)


def _resolved(rows: list[dict], named: Named) -> Iterator[dict]:
    """The rows of an article with source, source_type and origin."""
    speaker: tuple[int, str | None] = (-1, None)
    for row in rows:
        name = None
        if row["source_spans"]:
            start, end = row["source_spans"][0]
            words = row["source_text"][: end - start]
            name = _name(words, start, named, speaker)
            if row["source_type"] == "named person":
                speaker = (start, name)
        kind, origin = row["source_type"], row["origin"]
        if name:
            kind = TYPES.get(named.types.get(name), kind)
        if kind == "outlet" and not isinstance(origin, str):
            origin = name
        yield row | {"source": name, "source_type": kind, "origin": origin}


def _name(words: str, start: int, named: Named, speaker: tuple[int, str | None]) -> str | None:
    """The name of a source as written; speaker: where the last person before it was quoted, and that name."""
    if words.lower() in {"he", "she"}:
        begin, name = named.last(start, {"person"})
        return speaker[1] if speaker[0] > begin else name
    noun = THE.match(words)
    if noun and noun["noun"].lower() in voices()["body"]:
        return named.body(noun["noun"].lower())
    if words.lower() in voices()["company"]:
        return named.last(start, {"organisation", "outlet"}, but=voices()["state"])[1]
    return named.within(start, words)
