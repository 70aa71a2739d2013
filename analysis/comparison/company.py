"""Sentences by the company that their words keep: how alike they are where no word is the same."""

from collections.abc import Sequence
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from analysis import data

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

LETTERS = ascii_lowercase  # of word_vectors.csv: the steps of a dimension, the first the lowest
PRIOR = 10  # sentences on nothing in particular that count with those compared: of few, what all share is not known


def company_vectors(weighed: "csr_matrix", terms: Sequence[str]) -> "csr_matrix":
    """Of each sentence, a row of weighed terms, the mean vector of its words less what all sentences have in common.

    Its direction, that is: rows have length 1, or 0 where no word is known. What all sentences of a story share is its
    subject, which says nothing of which two tell the same (Arora, Liang and Ma, "A simple but tough-to-beat baseline
    for sentence embeddings", ICLR 2017). Word order and negation are lost, opposites keep much the same company, and
    names have no vectors.
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    place, vectors = _word_vectors()
    known = np.array([place.get(term, -1) for term in terms])
    sums = normalize(weighed @ np.where(known[:, None] >= 0, vectors[known], 0))
    told = sums.any(axis=1)
    sums[told] -= sums.sum(axis=0) / (told.sum() + PRIOR)
    return csr_matrix(normalize(sums))


@cache
def _word_vectors() -> tuple[dict[str, int], "np.ndarray"]:
    """The row of each stem of word_vectors.csv, and the rows, of length 1."""
    import numpy as np
    from sklearn.preprocessing import normalize

    rows = data.rows(__package__, "word_vectors.csv")
    steps = np.frombuffer("".join(row["vector"] for row in rows).encode(), np.uint8).reshape(len(rows), -1)
    centre = (ord(LETTERS[0]) + ord(LETTERS[-1])) / 2
    return {row["stem"]: place for place, row in enumerate(rows)}, normalize(steps.astype(np.float32) - centre)
