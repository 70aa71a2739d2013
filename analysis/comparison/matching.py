"""Sentences of different articles that tell the same thing."""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.comparison.grouping import SAME_STORY, article_vectors, group_by_story, togetherness
from analysis.comparison.terms import numbers, stems
from analysis.tables import table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from scipy.sparse import csr_matrix

FLOOR = 0.05  # cosine of stems under which a pair is not reported: such pairs share at most a common word
ONE_LOOK = 200  # articles above which only those of one group are compared: more are a collection, not a story
# Lengths of the n-grams within words, which forgive endings, compounds and slips; 5 adds time and no precision.
LETTERS = (3, 4)
BLOCK = 500  # sentences multiplied at once, which bounds the memory
CHUNK = 50_000  # pairs whose cosines are computed at once
PAIR = ("article_a", "sentence_a", "article_b", "sentence_b")
SENTENCE = ("article", "sentence", "start", "end")
FEATURES = ("letters", "articles", "story", "numbers", "clash", "length")


def match_sentences(articles: Sequence[Sequence[str]]) -> "pd.DataFrame":
    """Pairs of sentences of different articles, each article a list of its sentences in order.

    Columns article_a, sentence_a, article_b, sentence_b (from 0, article_a < article_b), score (0 to 1) and matched.
    Every pair is there whose stems have a cosine of FLOOR or more; above ONE_LOOK articles, those within one group.
    Logistic regression on how alike sentences, articles and numbers are, with the weights of weights.csv. It knows no
    synonyms: the same thing told in quite other words is missed. In stories of a few sentences it matches too much.
    """
    import numpy as np
    import pandas as pd
    from scipy.special import expit

    weights = _weights()
    frames = [pd.DataFrame({**dict.fromkeys(PAIR, np.zeros(0, dtype=int)), "score": np.zeros(0)})]
    for part in _parts(articles):
        pairs, features = pair_features([articles[index] for index in part])
        pairs |= {column: part[pairs[column]] for column in ("article_a", "article_b")}
        total = weights["constant"] + sum(weights[name] * values for name, values in features.items())
        frames.append(pd.DataFrame({**pairs, "score": expit(total)}))
    frame = pd.concat(frames).sort_values(list(PAIR), ignore_index=True)
    return frame.assign(score=frame["score"].round(4), matched=frame["score"] >= weights["threshold"])


def matches(sentences: "pd.DataFrame") -> "pd.DataFrame":
    """Table `matches` from table `sentences` of one story; headlines take part, section headings do not."""
    told = sentences[sentences["kind"] != "heading"].sort_values(["article", "sentence"], kind="stable")
    grouped = [rows.to_dict("records") for _, rows in told.groupby("article", sort=False)]
    rows = []
    for pair in match_sentences([[row["text"] for row in rows] for rows in grouped]).itertuples(index=False):
        a, b = grouped[pair.article_a][pair.sentence_a], grouped[pair.article_b][pair.sentence_b]
        sides = {f"{column}_{side}": row[column] for side, row in (("a", a), ("b", b)) for column in SENTENCE}
        rows.append({**sides, "score": pair.score, "matched": pair.matched})
    return table("matches", rows)


def pair_features(articles: Sequence[Sequence[str]]) -> tuple[dict[str, "np.ndarray"], dict[str, "np.ndarray"]]:
    """The pairs above FLOOR, and what weights.csv weighs of each: an array a feature, in the order of the pairs.

    letters   cosine of the sentences' character n-grams
    articles  cosine of the articles over the sentences of the longer: the likeness one pair may account for
    story     togetherness of the articles
    numbers   share of the two sentences' numbers that both have;  clash: both have numbers, and none in common
    length    logarithm of the mean number of sentences an article
    """
    import numpy as np

    lengths = np.array([len(article) for article in articles], dtype=int)
    texts = [text for article in articles for text in article]
    owner = np.repeat(np.arange(len(lengths)), lengths)
    if not texts:
        return dict.fromkeys(PAIR, owner), dict.fromkeys(FEATURES, np.zeros(0))
    first, second = _candidates(_stem_vectors(texts), owner)
    a, b = owner[first], owner[second]
    wholes = article_vectors([" ".join(article) for article in articles])
    sets = [frozenset(numbers(text)) for text in texts]
    both = [(sets[i], sets[j]) for i, j in zip(first.tolist(), second.tolist(), strict=True)]
    features = {
        "letters": _rowwise(_letter_vectors(texts), first, second),
        "articles": _rowwise(wholes, a, b) / np.maximum(lengths[a], lengths[b]),
        "story": togetherness(wholes)[a, b] if len(articles) <= ONE_LOOK else np.full(len(a), SAME_STORY),
        "numbers": np.array([len(x & y) / max(len(x | y), 1) for x, y in both], dtype=float),
        "clash": np.array([bool(x and y and not x & y) for x, y in both], dtype=float),
        "length": np.full(len(first), np.log(lengths[lengths > 0].mean())),
    }
    starts = np.cumsum(lengths) - lengths
    return dict(zip(PAIR, (a, first - starts[a], b, second - starts[b]), strict=True)), features


def _parts(articles: Sequence[Sequence[str]]) -> list["np.ndarray"]:
    """Indices of the articles that are compared with one another."""
    import numpy as np

    if len(articles) <= ONE_LOOK:
        return [np.arange(len(articles))]
    group = np.array(group_by_story([" ".join(article) for article in articles]))
    order = np.argsort(group, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(group[order])) + 1)


def _candidates(words: "csr_matrix", owner: "np.ndarray") -> tuple["np.ndarray", "np.ndarray"]:
    import numpy as np

    found = []
    for start in range(0, len(owner), BLOCK):
        cosines = (words[start : start + BLOCK] @ words.T).tocoo()
        rows, columns = cosines.row + start, cosines.col
        kept = (cosines.data >= FLOOR) & (owner[rows] < owner[columns])
        found.append(np.stack([rows[kept], columns[kept]]))
    first, second = np.concatenate(found, axis=1)
    return first, second


def _stem_vectors(texts: list[str]) -> "csr_matrix":
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer=lambda text: stems(text) or [""], sublinear_tf=True).fit_transform(texts)


def _letter_vectors(texts: list[str]) -> "csr_matrix":
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=LETTERS, sublinear_tf=True, dtype=np.float32)
    return vectorizer.fit_transform([text if text.strip() else "-" for text in texts])


def _rowwise(vectors: "csr_matrix", first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Dot products of the rows `first` with the rows `second`, pair by pair."""
    import numpy as np

    sums = [
        np.asarray(vectors[first[i : i + CHUNK]].multiply(vectors[second[i : i + CHUNK]]).sum(axis=1)).ravel()
        for i in range(0, len(first), CHUNK)
    ]
    return np.concatenate([np.zeros(0), *sums])


@cache
def _weights() -> dict[str, float]:
    text = files(__package__).joinpath("weights.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(lines)}
