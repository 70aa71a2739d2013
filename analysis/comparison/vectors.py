"""Articles as vectors of weighted terms, each of length 1, so that their dot product is their cosine."""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.comparison.terms import weighted_terms

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LEAD = 300  # characters: a title and a first paragraph
LEAD_WEIGHT = 2  # news says in its lead what the story is
NAME_WEIGHT = 2  # look-alike events differ in whom and where more than in what
# Articles of news at large that stand beside those compared. Of five articles on one story, what all say would
# otherwise look common, and what one says rare.
BESIDE = 3000
ARTICLE = 20  # sentences, for background.csv counts sentences


def article_counts(texts: Sequence[str]) -> tuple["csr_matrix", list[str]]:
    """A row of term counts a text, with names and the lead counted more than once, and the term of each column."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    def analyze(text: str) -> list[str]:
        return weighted_terms(text, LEAD, LEAD_WEIGHT, NAME_WEIGHT) or [""]

    vectorizer = CountVectorizer(analyzer=analyze, dtype=np.float32)
    return vectorizer.fit_transform(texts), list(vectorizer.get_feature_names_out())


def vectors_among(counts: "csr_matrix") -> "csr_matrix":
    """Rows of counts weighed by TF-IDF taken among these rows alone: what tells them apart from one another."""
    from sklearn.feature_extraction.text import TfidfTransformer

    return TfidfTransformer(sublinear_tf=True).fit_transform(counts)


def vectors_in_news(counts: "csr_matrix", terms: Sequence[str]) -> "csr_matrix":
    """Rows of counts weighed by TF-IDF taken among these rows and BESIDE articles of news: what each is about."""
    import numpy as np
    from sklearn.preprocessing import normalize

    count = counts.shape[0]
    found = np.bincount(counts.indices, minlength=len(terms))
    usual = BESIDE * np.array([_background().get(term, 0) for term in terms])
    rarity = np.log((1 + count + BESIDE) / (1 + found + usual)).astype(counts.dtype)
    weighed = counts.copy()
    weighed.data = (1 + np.log(counts.data)) * rarity[counts.indices]
    return normalize(weighed)


@cache
def _background() -> dict[str, float]:
    """The share of articles of news in which a term stands."""
    text = files(__package__).joinpath("background.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    return {row["term"]: 1 - (1 - float(row["share"])) ** ARTICLE for row in rows}
