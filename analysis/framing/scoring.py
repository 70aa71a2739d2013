"""Frames of sentences by a codebook, with the terms that show each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.framing.codebook import SHIPPED, Codebook, load_codebook
from analysis.framing.matching import Match
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd


CARRIES = 2  # score from which a sentence carries a frame: a word hardly seen without it, or two often seen with it


def score_frames(sentences: list[str], codebook: Codebook | str) -> "pd.DataFrame":
    """Frames that each sentence shows: columns sentence (from 0), frame, score, terms.

    codebook: one that was loaded, or the name or path of one. The score is the sum of the weights of the terms found;
    terms lists their spans (start, end) in the sentence. A sentence without any term has no row. Words are matched, not
    meanings: irony and metaphor count like plain speech.
    """
    import pandas as pd

    if isinstance(codebook, str):
        codebook = load_codebook(codebook)
    rows = [
        (number, frame, sum(match.weight for match in matches), [(match.start, match.end) for match in matches])
        for number, sentence in enumerate(sentences)
        for frame, matches in _by_frame(sentence, codebook)
    ]
    return pd.DataFrame(rows, columns=["sentence", "frame", "score", "terms"])


def best_frame(sentences: list[str], codebook: Codebook) -> list[str | None]:
    """The frame with the highest score of each sentence; of equals, the one the codebook lists first.

    A sentence without any term is the codebook's `rest`, which is None where the codebook names none.
    """
    best: list[str | None] = [codebook.rest] * len(sentences)
    for number, sentence in enumerate(sentences):
        scores = {frame: sum(match.weight for match in matches) for frame, matches in _by_frame(sentence, codebook)}
        if scores:
            best[number] = max(scores, key=scores.get)
    return best


def of_article(article: dict, sentences: Sequence[dict], codebook: str | None = None) -> list[dict]:
    """Rows of table `frames`, one a term, for an article's rows of `sentences`, by the codebooks that ship.

    A codebook of the user's, given as a file's path, stands beside them, or in the place of one of the same name.
    """
    read = [load_codebook(name) for name in (*SHIPPED, codebook) if name]
    codebooks = {codebook.name: codebook for codebook in read}.values()
    return [row for codebook in codebooks for row in _rows(sentences, codebook)]


def terms(sentences: "pd.DataFrame", codebook: Codebook) -> "pd.DataFrame":
    """The terms of any codebook in table `sentences`, as table `frames`."""
    return table("frames", _rows(sentences.to_dict("records"), codebook))


def _rows(sentences: Sequence[dict], codebook: Codebook) -> list[dict]:
    return [
        {
            "article": sentence["article"],
            "sentence": sentence["sentence"],
            "codebook": codebook.name,
            "frame": frame,
            "score": sum(match.weight for match in matches),
            "start": sentence["start"] + match.start,
            "end": sentence["start"] + match.end,
            "term": sentence["text"][match.start : match.end],
        }
        for sentence in sentences
        for frame, matches in _by_frame(sentence["text"], codebook)
        for match in matches
    ]


def _by_frame(sentence: str, codebook: Codebook) -> Iterator[tuple[str, list[Match]]]:
    """The frames found in a sentence, in the codebook's order, each with its terms in reading order."""
    found: dict[str, list[Match]] = defaultdict(list)
    for match in codebook.index.find(sentence):
        found[match.frame].append(match)
    return ((name, found[name]) for name in codebook.names if name in found)
