"""Sentences of different articles that tell the same thing."""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.comparison.grouping import article_vectors, group_by_story
from analysis.comparison.terms import names, numbers, stems
from analysis.tables import table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from scipy.sparse import csr_matrix

FLOOR = 0.05  # cosine of stems under which a pair is not reported: such pairs share at most a common word
ONE_LOOK = 200  # articles above which only those of one group are compared: more are a collection, not a story
BLOCK = 500  # sentences multiplied at once, which bounds the memory
CHUNK = 50_000  # pairs whose features are computed at once
COLUMNS = ("article_a", "sentence_a", "article_b", "sentence_b", "score", "matched")


def match_sentences(articles: Sequence[Sequence[str]]) -> "pd.DataFrame":
    """Pairs of sentences of different articles, each article a list of its sentences in order.

    Columns article_a, sentence_a, article_b, sentence_b (from 0, article_a < article_b), score (0 to 1) and matched. Every
    pair is there whose stems have a cosine of FLOOR or more; above ONE_LOOK articles, only pairs within one group. Logistic
    regression on the likeness of sentences, neighbours and articles, with the weights of weights.csv. It knows no synonyms:
    the same thing told in other words is missed.
    """
    import pandas as pd

    pairs, features = pair_features(articles)
    weights = _weights()
    score = _logistic(weights["constant"] + sum(weights[name] * values for name, values in features.items()))
    frame = pd.DataFrame({**pairs, "score": score.round(4), "matched": score >= weights["threshold"]})
    return frame.sort_values(list(COLUMNS[:4]), ignore_index=True)[list(COLUMNS)]


def matches(sentences: "pd.DataFrame") -> "pd.DataFrame":
    """Table `matches` from table `sentences` of one story; headlines take part, section headings do not."""
    told = sentences[sentences["kind"] != "heading"].sort_values(["article", "sentence"], kind="stable")
    grouped = [(article, rows.to_dict("records")) for article, rows in told.groupby("article", sort=False)]
    found = match_sentences([[row["text"] for row in rows] for _, rows in grouped])
    rows = []
    for pair in found.itertuples(index=False):
        sides = {}
        for side, article, number in (
            ("a", pair.article_a, pair.sentence_a),
            ("b", pair.article_b, pair.sentence_b),
        ):
            row = grouped[article][1][number]
            sides |= {f"{column}_{side}": row[column] for column in ("article", "sentence", "start", "end")}
        rows.append({**sides, "score": pair.score, "matched": pair.matched})
    return table("matches", rows)


def pair_features(articles: Sequence[Sequence[str]]) -> tuple[dict[str, "np.ndarray"], dict[str, "np.ndarray"]]:
    """The pairs above FLOOR, and what weights.csv weighs of each: an array a feature, in the order of the pairs."""
    import numpy as np

    texts = [text for article in articles for text in article]
    owner = np.repeat(np.arange(len(articles)), [len(article) for article in articles])
    place = np.concatenate([np.arange(len(article)) for article in articles]) if len(articles) else owner
    if not texts:
        return dict.fromkeys(COLUMNS[:4], owner), dict.fromkeys(_features(), owner.astype(float))
    wholes = [" ".join(article) for article in articles]
    group = np.array(group_by_story(wholes))
    words = _vectors([stems(text) for text in texts])
    parts = np.zeros(len(articles)) if len(articles) <= ONE_LOOK else group
    first, second = _candidates(words, owner, parts)
    alike = _rowwise(article_vectors(wholes), owner[first], owner[second])
    sets = [frozenset(numbers(text)) for text in texts]
    pairs = list(zip(first.tolist(), second.tolist(), strict=True))
    shared = np.array([bool(sets[a] & sets[b]) for a, b in pairs], dtype=float)
    clash = np.array([bool(sets[a] and sets[b]) for a, b in pairs], dtype=float) * (1 - shared)
    near = _neighbours(words, owner)
    features = {
        "stems": _rowwise(words, first, second),
        "letters": _rowwise(_letters(texts), first, second),
        "names": _rowwise(_vectors([names(text) for text in texts]), first, second),
        "contained": _contained(words, first, second),
        "neighbours": _rowwise(near, first, second),
        "articles": alike,
        "group": (group[owner[first]] == group[owner[second]]).astype(float),
        "number_shared": shared,
        "number_clash": clash,
    }
    sides = (owner[first], place[first], owner[second], place[second])
    return dict(zip(COLUMNS[:4], sides, strict=True)), features


def _candidates(words: "csr_matrix", owner: "np.ndarray", parts: "np.ndarray") -> tuple["np.ndarray", "np.ndarray"]:
    import numpy as np

    firsts, seconds = [np.zeros(0, dtype=int)], [np.zeros(0, dtype=int)]
    part = parts[owner]
    order = np.argsort(part, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(part[order])) + 1):
        inside = words[rows].T.tocsr()
        for start in range(0, len(rows), BLOCK):
            cosines = (words[rows[start : start + BLOCK]] @ inside).tocoo()
            kept = cosines.data >= FLOOR
            a, b = rows[cosines.row[kept] + start], rows[cosines.col[kept]]
            across = owner[a] < owner[b]
            firsts.append(a[across])
            seconds.append(b[across])
    return np.concatenate(firsts), np.concatenate(seconds)


def _vectors(lists: list[list[str]]) -> "csr_matrix":
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer=lambda terms: terms or [""], sublinear_tf=True).fit_transform(lists)


def _letters(texts: list[str]) -> "csr_matrix":
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
    return vectorizer.fit_transform([text if text.strip() else "-" for text in texts])


def _neighbours(words: "csr_matrix", owner: "np.ndarray") -> "csr_matrix":
    """The sentence before and the one after, as one vector of length one."""
    import numpy as np
    from scipy.sparse import diags
    from sklearn.preprocessing import normalize

    together = (np.diff(owner) == 0).astype(float)
    return normalize(diags([together, together], [-1, 1], shape=(len(owner), len(owner))) @ words)


def _rowwise(vectors: "csr_matrix", first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    import numpy as np

    sums = [
        np.asarray(vectors[first[i : i + CHUNK]].multiply(vectors[second[i : i + CHUNK]]).sum(axis=1)).ravel()
        for i in range(0, len(first), CHUNK)
    ]
    return np.concatenate([np.zeros(0), *sums])


def _contained(words: "csr_matrix", first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Share of the shorter sentence's weight that stands in the longer too: one long sentence may hold two short ones."""
    import numpy as np

    smaller = np.zeros(len(first))
    present = (words > 0).astype(float)
    mass = words.multiply(words)
    for a, b in ((first, second), (second, first)):
        shared = [
            np.asarray(mass[a[i : i + CHUNK]].multiply(present[b[i : i + CHUNK]]).sum(axis=1)).ravel()
            for i in range(0, len(a), CHUNK)
        ]
        smaller = np.maximum(smaller, np.concatenate([np.zeros(0), *shared]))
    return smaller


def _logistic(values: "np.ndarray") -> "np.ndarray":
    from scipy.special import expit

    return expit(values)


def _features() -> list[str]:
    return [name for name in _weights() if name not in ("constant", "threshold")]


@cache
def _weights() -> dict[str, float]:
    text = files(__package__).joinpath("weights.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(lines)}
