"""Loaded words of a text, by a list with reasons or by what a user's annotations teach."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.framing.codebook import load_codebook
from analysis.framing.hedges import Marked, rows_of
from analysis.framing.matching import longest

if TYPE_CHECKING:
    from analysis.framing.slant import LoadedClassifier

LOADED = 3  # weight from which the list's words are taken for loaded by themselves


def find_loaded(text: str, model: "LoadedClassifier | None" = None) -> list[Marked]:
    """Loaded words of text in reading order, none overlapping.

    By the list, whose classes with their reasons are in loaded.yaml, kind is drama, alarm, greatness, intensity,
    judgement, label or insinuation; by a model, kind is learned. The list knows words, not what they are said of.
    """
    if model:
        return [Marked(word.start, word.end, word.text, "learned") for word in model.spans(text)]
    matches = longest([match for match in load_codebook("loaded").index.find(text) if match.weight >= LOADED])
    return [Marked(match.start, match.end, text[match.start : match.end], match.frame) for match in matches]


def of_article(article: dict, sentences: Sequence[dict]) -> list[dict]:
    """Rows of table `loaded` for an article's rows of `sentences`, by the list."""
    return rows_of(article, sentences, find_loaded)
