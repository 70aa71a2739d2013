"""Articles and sentences as vectors of weighted terms, each of length 1, so that their dot product is their cosine."""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from analysis import data
from analysis.comparison.terms import weighted_stems

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

LEAD = 300  # characters: a title and a first paragraph
LEAD_WEIGHT = 2  # news says in its lead what the story is
NAME_WEIGHT = 2  # look-alike events differ in whom and where more than in what
# Articles and sentences of news at large that stand beside those compared. Of five articles on one story, what all say
# would otherwise look common, and what one says rare. Sentences are compared within a story, so that few are enough.
ARTICLES, SENTENCES = 3000, 60
ARTICLE = 20  # sentences of an article of news
REFERRED = 0.3  # how much of a sentence goes for one that begins with a word that refers back to it


def article_counts(texts: Sequence[str]) -> tuple["csr_matrix", list[str]]:
    """A row of term counts a text, with names and the lead counted more than once, and the term of each column."""
    return _counts([weighted_stems(text, LEAD, LEAD_WEIGHT, NAME_WEIGHT) for text in texts])


def article_vectors(counts: "csr_matrix", terms: Sequence[str]) -> "csr_matrix":
    """Rows of counts weighed by TF-IDF taken among them and articles of news: what each is about."""
    return _weighed(counts, 1 - (1 - _shares(terms)) ** ARTICLE, ARTICLES)


def article_vectors_apart(counts: "csr_matrix") -> "csr_matrix":
    """Rows of counts weighed by TF-IDF taken among these rows alone: what tells them apart from one another."""
    from sklearn.feature_extraction.text import TfidfTransformer

    return TfidfTransformer(sublinear_tf=True).fit_transform(counts)


def sentence_vectors(sentences: Sequence[list[str]]) -> tuple["csr_matrix", list[str]]:
    """Terms of sentences weighed by TF-IDF taken among them and sentences of news, and the term of each column."""
    counts, terms = _counts(sentences)
    return _weighed(counts, _shares(terms), SENTENCES), terms


def with_antecedents(vectors: "csr_matrix", behind: Sequence[int]) -> "csr_matrix":
    """Rows of length 1, those of `behind` with REFERRED of the row before each: they speak of what it tells of."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    rows = np.array(behind, dtype=int)
    shares = np.full(len(rows), REFERRED, dtype=vectors.dtype)
    return normalize(vectors + csr_matrix((shares, (rows, rows - 1)), (vectors.shape[0],) * 2) @ vectors)


def _counts(told: Sequence[list[str]]) -> tuple["csr_matrix", list[str]]:
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    terms = sorted({"", *chain.from_iterable(told)})  # one that nothing has, as a matrix must have a column
    vectorizer = CountVectorizer(analyzer=list, vocabulary=terms, lowercase=False, dtype=np.float32)
    return vectorizer.fit_transform(told), terms


def _weighed(counts: "csr_matrix", usual: "np.ndarray", beside: int) -> "csr_matrix":
    """TF-IDF among the rows and so many others, of which a share has each column's term."""
    import numpy as np
    from sklearn.preprocessing import normalize

    rows, columns = counts.shape
    found = np.bincount(counts.indices, minlength=columns)
    rarity = np.log((1 + rows + beside) / (1 + found + beside * usual)).astype(counts.dtype)
    weighed = counts.copy()
    weighed.data = (1 + np.log(counts.data)) * rarity[counts.indices]
    return normalize(weighed)


def _shares(terms: Sequence[str]) -> "np.ndarray":
    """The share of sentences of news in which each term stands."""
    import numpy as np

    return np.array([_background().get(term, 0) for term in terms])


@cache
def _background() -> dict[str, float]:
    return {row["term"]: float(row["share"]) for row in data.rows(__package__, "background.csv")}
