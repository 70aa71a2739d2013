"""What sentences say apart from who says it: two that share no more than a speaker do not tell the same thing."""

from typing import TYPE_CHECKING

from analysis.comparison.terms import terms

if TYPE_CHECKING:
    import pandas as pd

SAID = ("speech", "report")  # kinds of attributions whose source and cue are no part of what is said


def share_more_than_speakers(matches: "pd.DataFrame", contents: dict[tuple[str, int], set[str]]) -> list[bool]:
    """Whether the sentences of each row of table `matches` have a term in common beside who says it (see contents)."""
    sides = zip(*(zip(matches[f"article_{side}"], matches[f"start_{side}"], strict=True) for side in "ab"), strict=True)
    return [not contents[a].isdisjoint(contents[b]) for a, b in sides]


def contents(sentences: "pd.DataFrame", attributions: "pd.DataFrame") -> dict[tuple[str, int], set[str]]:
    """The terms of every sentence, by article and start, without the sources and cues of table `attributions`."""
    said = attributions[attributions["kind"].isin(SAID)]
    spans: dict[str, list[tuple[int, int]]] = {}
    for article, sources, cues in said[["article", "source_spans", "cue_spans"]].itertuples(index=False, name=None):
        spans.setdefault(article, []).extend((start, end) for start, end in [*sources, *cues])
    found = {}
    for row in sentences.itertuples(index=False):
        text = row.text
        for start, end in spans.get(row.article, ()):
            first, last = max(start, row.start) - row.start, min(end, row.end) - row.start
            if first < last:
                text = text[:first] + " " * (last - first) + text[last:]
        found[row.article, row.start] = set(terms(text))
    return found
