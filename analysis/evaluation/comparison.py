"""Sentences of different articles that tell the same, what only one article tells, and articles of one story."""

from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.evaluation.benchmark import Benchmark, Measure

if TYPE_CHECKING:
    import numpy as np

# Cosine of TF-IDF at which two groups of articles are one story: what serves these articles best.
SAME_STORY = 0.2


def matched(items: list[dict], _: Path) -> list[dict]:
    """Scores and matches of the sentences of each item's articles, and how new each sentence is."""
    from analysis.comparison import match_sentences, novelty

    predictions = []
    for item in items:
        articles = [article["sentences"] for article in item["articles"]]
        rows = match_sentences(articles).to_numpy().tolist()
        new = [[i, a, weight] for i, article in enumerate(novelty(articles)) for a, weight in enumerate(article)]
        pairs = [[int(place) for place in row[:4]] for row in rows]
        predictions.append(
            {
                "id": item["id"],
                "scores": [[*pair, row[4]] for pair, row in zip(pairs, rows, strict=True)],
                "aligned": [pair for pair, row in zip(pairs, rows, strict=True) if row[5]],
                "novel": new,
            }
        )
    return predictions


def grouped(items: list[dict], _: Path) -> list[dict]:
    """The story of each article, by its text and, where known, its day."""
    from analysis.comparison import group_by_story

    stories = group_by_story(list(map(_text, items)), [item.get("date") for item in items])
    return [{"id": item["id"], "cluster": story} for item, story in zip(items, stories, strict=True)]


def by_likeness(likeness: Callable[[list[str]], "np.ndarray"]) -> Callable[[list[dict], Path], list[dict]]:
    """A tool that scores every pair of sentences by how alike they are among all sentences of the item."""

    def predict(items: list[dict], _: Path) -> list[dict]:
        return [{"id": item["id"], "scores": list(_scores(item["articles"], likeness))} for item in items]

    return predict


def tfidf(sentences: list[str]) -> "np.ndarray":
    """Cosine of TF-IDF (scikit-learn)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(sentences)
    return (vectors @ vectors.T).toarray()


def bm25(sentences: list[str]) -> "np.ndarray":
    """BM25 (rank_bm25), the mean of either sentence as the query."""
    import numpy as np
    from rank_bm25 import BM25Okapi

    from analysis.language import stopwords, words

    told = [[word.text.lower() for word in words(sentence)] for sentence in sentences]
    told = [[word for word in sentence if word not in stopwords()] or [""] for sentence in told]
    ranked = BM25Okapi(told)
    scores = np.array([ranked.get_scores(sentence) for sentence in told])
    return (scores + scores.T) / 2


def token_set(sentences: list[str]) -> "np.ndarray":
    """Ratio of the sets of words (rapidfuzz)."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import cdist

    return cdist(sentences, sentences, scorer=token_set_ratio)


def clustered(items: list[dict], _: Path) -> list[dict]:
    """Average-link clusters of articles by cosine of TF-IDF (scikit-learn)."""
    from sklearn.cluster import AgglomerativeClustering

    cosines = tfidf(list(map(_text, items)))
    clustering = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - SAME_STORY
    )
    clusters = clustering.fit_predict(1 - cosines).tolist() if len(items) > 1 else [0]
    return [{"id": item["id"], "cluster": cluster} for item, cluster in zip(items, clusters, strict=True)]


def _text(item: dict) -> str:
    return "\n\n".join(part for part in (item.get("title"), item["text"]) if part)


def _scores(articles: list[dict], likeness: Callable[[list[str]], "np.ndarray"]) -> Iterator[list]:
    places = [(i, a) for i, article in enumerate(articles) for a in range(len(article["sentences"]))]
    alike = likeness([articles[i]["sentences"][a] for i, a in places])
    rows: dict[int, list[int]] = {}
    for row, (i, _) in enumerate(places):
        rows.setdefault(i, []).append(row)
    for one, other in combinations(rows.values(), 2):
        for a, b in product(one, other):
            yield [*places[a], *places[b], float(alike[a, b])]


ECB = "ECB+ (Cybulska and Vossen, LREC 2014)"
BASIL = "BASIL (Fan et al., EMNLP 2019)"
PEERS = {"TF-IDF": by_likeness(tfidf), "BM25": by_likeness(bm25), "rapidfuzz": by_likeness(token_set)}

BENCHMARKS = (
    Benchmark(
        name="sentences on the same event, two look-alike events mixed",
        data=ECB,
        file="comparison/align_topic.dev.jsonl",
        part="dev, which the weights were fitted on",
        unit="topics",
        ours=matched,
        peers=PEERS,
        measures=(
            Measure("AP_micro", "average precision of pairs", "comparison"),
            Measure("bestF1_micro", "F1 of pairs, each tool at its best threshold", "comparison"),
        ),
        as_json=False,
    ),
    Benchmark(
        name="sentences of one event",
        data=ECB,
        file="comparison/align.dev.jsonl",
        unit="events",
        ours=matched,
        peers=PEERS,
        measures=(
            Measure("strong_AP_micro", "average precision of pairs that share most of what they tell", "comparison"),
            Measure("novel_AP", "average precision of sentences that tell what no other article does", "comparison"),
        ),
        as_json=False,
    ),
    Benchmark(
        name="articles by story",
        data=BASIL,
        file="comparison/events.dev.jsonl",
        unit="articles",
        ours=grouped,
        peers={"TF-IDF": clustered},
        measures=(Measure("B3_F1", "right story, B-cubed F1", "comparison"),),
        as_json=False,
    ),
    Benchmark(
        name="articles by story, look-alike events",
        data=ECB,
        file="comparison/events_ecb.dev.jsonl",
        unit="articles",
        ours=grouped,
        peers={"TF-IDF": clustered},
        measures=(Measure("B3_F1", "right story, B-cubed F1", "comparison"),),
        as_json=False,
    ),
)
