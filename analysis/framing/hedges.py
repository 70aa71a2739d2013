"""Hedges and boosters: the words by which a text says how sure it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.framing.codebook import load_codebook
from analysis.framing.matching import longest


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters start to end (excluded) of a text, the words that stand there, and the class they are in."""

    start: int
    end: int
    text: str
    kind: str


def find_hedges(text: str) -> list[Marked]:
    """Hedges and boosters of text in reading order, none overlapping.

    kind: reported, unnamed, possible, expected, seeming, held, about; or booster. The classes, with what each rests on,
    are in hedges.yaml. Words are matched, not their scope: what is hedged is for the reader to see.
    """
    matches = longest(load_codebook("hedges").index.find(text))
    return [Marked(match.start, match.end, text[match.start : match.end], match.frame) for match in matches]


def of_article(article: dict, sentences: Sequence[dict]) -> list[dict]:
    """Rows of table `hedges` for an article's rows of `sentences`."""
    return rows_of(article, sentences, find_hedges)


def rows_of(article: dict, sentences: Sequence[dict], find: Callable[[str], list[Marked]]) -> list[dict]:
    """What `find` marks in each sentence of an article, as rows of article, sentence, start, end, text and kind."""
    return [
        {
            "article": article["article"],
            "sentence": sentence["sentence"],
            "start": sentence["start"] + marked.start,
            "end": sentence["start"] + marked.end,
            "text": marked.text,
            "kind": marked.kind,
        }
        for sentence in sentences
        for marked in find(sentence["text"])
    ]
