"""What each source calls the same thing: the leading names, and the event."""

import re
from typing import TYPE_CHECKING

from analysis.framing.codebook import load_codebook
from analysis.framing.scoring import terms

if TYPE_CHECKING:
    import pandas as pd

NOUNS = 7  # words of an apposition at most
_DETERMINER = r"(?:the|a|an|its|their|his|her|one of|maker|creator|owner|parent)\b"
# An apposition after a name: set off by a comma or dash on both sides, or up to the sentence's end.
_AFTER = re.compile(
    rf"[’']?s?\s?(?:,\s|\s?[—–]\s?|\s\()({_DETERMINER}(?:\s[\w’'-]+){{1,{NOUNS}}})(?=[,—–).;]|\s[—–]|$)", re.I
)
# A description right before a name, if its noun is a kind of party (events.yaml): "its largest backer, Acme".
_BEFORE = re.compile(r"\b(?:the|its|their|an?)\s(?:[a-z][\w’'-]*\s){0,3}([a-z][\w’'-]*),?\s$")
_TITLE = re.compile(r"(?:[A-Z][\w’'-]*\s)?(?:CEO|chief executive|founder|co-founder|chairman|president|director)\s$")
_REACH = 90  # characters on either side of a name that are looked at


def name_labels(sentences: "pd.DataFrame", mentions: "pd.DataFrame", names: list[str]) -> "pd.DataFrame":
    """What each source calls each of the names: its forms, and descriptions set beside it.

    From tables `sentences` and `mentions`. Columns name, article, label, kind (form or description), start, end. Only
    appositions ("Acme, its largest backer,") and descriptions right before a name are seen, no pronouns.
    """
    import pandas as pd

    texts = {(row.article, row.sentence): (row.start, row.text) for row in sentences.itertuples(index=False)}
    rows = []
    for mention in mentions[mentions["name"].isin(names)].itertuples(index=False):
        offset, text = texts[mention.article, mention.sentence]
        start, end = mention.start - offset, mention.end - offset
        spans = [("form", (start, end)), *(("description", span) for span in _descriptions(text, start, end))]
        for kind, (first, last) in spans:
            place = {"start": offset + first, "end": offset + last}
            row = {"name": mention.name, "article": mention.article, "label": text[first:last], "kind": kind}
            rows.append({**row, **place})
    return pd.DataFrame(rows, columns=["name", "article", "label", "kind", "start", "end"])


def event_labels(sentences: "pd.DataFrame") -> "pd.DataFrame":
    """The words that sources use for the same kinds of event, as table `frames`; a frame is a kind (events.yaml)."""
    found = terms(sentences, load_codebook("events"))
    return found.assign(term=found["term"].str.lower().str.replace(r"[’']s$", "", regex=True))


def _descriptions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    before = text[max(0, start - _REACH) : start]
    spans = []
    if after := _AFTER.match(text, end, min(len(text), end + _REACH)):
        spans.append(after.span(1))
    noun = _BEFORE.search(before)
    described = noun if noun and _is_party(noun[1]) else _TITLE.search(before)
    if described:
        first = start - len(before) + described.start()
        spans.append((first, first + len(described[0].rstrip(", "))))
    return spans


def _is_party(noun: str) -> bool:
    return any(match.frame == "parties" for match in load_codebook("events").index.find(noun))
