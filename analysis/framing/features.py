"""What the trained models look at: stems of a text, and the frames that codebooks find in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.framing.codebook import Codebook
from analysis.language import stem, words

if TYPE_CHECKING:
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer


def vectorizers() -> "tuple[TfidfVectorizer, TfidfVectorizer]":
    """TF-IDF of stems and pairs of them, and of parts of words, which spelling and endings matter less to."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return (
        TfidfVectorizer(tokenizer=stems, token_pattern=None, ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True),
    )


def stems(text: str) -> list[str]:
    """The stem of every word."""
    return [stem(word.text.lower()) for word in words(text)]


def frame_counts(texts: Sequence[str], codebooks: Sequence[Codebook]) -> "np.ndarray":
    """Weight of the terms found in each text (row) for each frame of each codebook (column)."""
    import numpy as np

    places = [(codebook.name, frame) for codebook in codebooks for frame in codebook.names]
    column = {place: number for number, place in enumerate(places)}
    found = np.zeros((len(texts), len(places)))
    for row, text in enumerate(texts):
        for codebook in codebooks:
            for match in codebook.index.find(text):
                found[row, column[codebook.name, match.frame]] += match.weight
    return found


def counts_by_weight(texts: Sequence[str], codebook: Codebook) -> "np.ndarray":
    """Terms in each text (row): for each frame and weight, then for each weight, then of these a word (columns)."""
    import numpy as np

    weights = sorted({rule.weight for frame in codebook.frames for rule in frame.rules if rule.weight})
    found = np.zeros((len(texts), len(codebook.names), len(weights)))
    for row, text in enumerate(texts):
        for match in codebook.index.find(text):
            found[row, codebook.names.index(match.frame), weights.index(match.weight)] += 1
    of_weight = found.sum(axis=1)
    sizes = np.array([[max(1, len(words(text)))] for text in texts])
    return np.hstack([found.reshape(len(texts), -1), of_weight, of_weight / sizes])
