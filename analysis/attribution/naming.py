"""Which name of the story the source of an attribution goes by."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from analysis import tables
from analysis.attribution.voices import voices

if TYPE_CHECKING:
    import pandas as pd

# Types of names (names.type) that may stand for a source.
HEAD_ENDS = (",", " (", " of ", " for ", " at ", " in ", " from ", " with ", " who ", " to ")
BODIES = {"organisation", "outlet"}


def of_story(
    attributions: "pd.DataFrame", sentences: "pd.DataFrame", names: "pd.DataFrame", mentions: "pd.DataFrame"
) -> "pd.DataFrame":
    """Table `attributions` with `source` resolved to a name of the story where the words allow it.

    A name counts where the source's own words name it: the last name before any comma, "of" or "’s". "He" and "she"
    stand for the last person named before them in the same or the previous paragraph, "the company" and "it" for the
    last organisation, where only one is named in that sentence. Everything else stays empty.
    """
    types = dict(zip(names["name"], names["type"], strict=True))
    paragraphs = {
        article: (list(rows["start"]), list(rows["paragraph"]), list(rows["sentence"]))
        for article, rows in sentences.groupby("article", sort=False)
    }
    named = {
        article: sorted(zip(rows["start"], rows["end"], rows["name"], rows["sentence"], strict=True))
        for article, rows in mentions.groupby("article", sort=False)
    }
    sources = [
        _resolve(row, named.get(row["article"], []), paragraphs[row["article"]], types)
        for row in attributions.to_dict("records")
    ]
    resolved = attributions.assign(source=sources)
    kinds = {"person": "named person", "organisation": "organisation", "outlet": "outlet"}
    known = [
        kinds.get(types.get(source), kind) if isinstance(source, str) and kind in kinds.values() else kind
        for source, kind in zip(sources, attributions["source_type"], strict=True)
    ]
    return tables.table("attributions", resolved.assign(source_type=known))


def _resolve(
    row: dict, mentions: list[tuple], paragraphs: tuple[list, list, list], types: dict[str, str]
) -> str | None:
    if not row["source_spans"]:
        return None
    start, end = row["source_spans"][0]
    words = row["source_text"].split(" … ")[0]
    lower = words.lower()
    first, last = bisect_left(mentions, (start,)), bisect_left(mentions, (end,))
    if lower in {"he", "she"}:
        return _last_named(mentions[:first], start, paragraphs, {"person"}, types)
    if lower in voices()["company"]:
        return _last_named(mentions[:first], start, paragraphs, BODIES, types)
    head = words[: _head_end(words)]
    inside = [mention for mention in mentions[first:last] if mention[1] <= start + len(head)]
    if not inside:
        return None
    _, stop, name, _ = inside[-1]
    # "Ruiz’s lawyer" and "Acme executives" are not Ruiz and Acme.
    rest = head[stop - start :].strip(" ’'\"”")
    return name if not rest else None


def _head_end(words: str) -> int:
    """Where the head of a noun phrase ends: before a comma, a bracket or a preposition."""
    ends = [at for mark in HEAD_ENDS if (at := words.find(mark)) > 0]
    return min(ends, default=len(words))


def _last_named(
    mentions: list[tuple], start: int, paragraphs: tuple[list, list, list], kinds: set[str], types: dict[str, str]
) -> str | None:
    """The last name of these kinds, in the paragraph of `start` or the one before; None where its sentence has two."""
    starts, numbers, _ = paragraphs
    here = numbers[max(0, bisect_left(starts, start + 1) - 1)]
    candidates = [mention for mention in mentions[-40:] if types.get(mention[2]) in kinds]
    if not candidates:
        return None
    begin, _, name, sentence = candidates[-1]
    paragraph = numbers[max(0, bisect_left(starts, begin + 1) - 1)]
    several = {mention[2] for mention in candidates if mention[3] == sentence}
    return name if here - paragraph <= 1 and len(several) == 1 else None
