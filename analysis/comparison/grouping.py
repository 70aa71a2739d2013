"""Articles as wholes: how alike two of them are, and which tell the same story."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from analysis.comparison.vectors import article_counts, article_vectors, article_vectors_apart
from analysis.tables import table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from scipy.sparse import csr_matrix

SAME_STORY = 0.13  # mean cosine at which two groups of articles are one story
TOGETHER = 0.22  # the same, of weights that are taken among the articles alone
APART = 0.55  # two parts of a story less alike than this share of how alike each is in itself are two stories
PART = 3  # articles that a part must have: of fewer, how alike they are in themselves says little
# An article that stands alone joins the story with this mean cosine, if no other story has half of it.
LONE, CLEAR = 0.06, 2
WINDOW = 30  # days: two articles further apart are taken for two stories, unless a date is unknown
BLOCK = 500  # articles multiplied at once, which bounds the memory
LARGEST = 10_000  # articles that one clustering can hold: its distances take 0.4 GB, twice


def group_by_story(texts: Sequence[str], published: Sequence[str | None] | None = None) -> list[int]:
    """The story of each text, numbered from 0, the largest first; texts of one story tell of one event.

    published: ISO days, where known; articles more than WINDOW days apart count as unlike. Average-link clustering of
    cosines within the connected parts of the graph of alike articles, which gives the same groups for less memory; a
    part of more than LARGEST articles is cut into runs in order of publication. Each group is then weighed again by
    itself, where look-alike events no longer hide in what they share, and cut where it falls APART. An article left
    alone joins the story it is clearly most like within WINDOW days, if there is one.
    """
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    if not len(texts):
        return []
    days = _days(published, len(texts))
    order = np.argsort(days, kind="stable")  # where the day is unknown last
    counts, terms = article_counts(texts)
    days, counts = days[order], counts[order]
    vectors = article_vectors(counts, terms)
    _, component = connected_components(_alike(vectors, days), directed=False)
    labels = np.full(len(texts), -1)
    for members in by_label(component):
        for start in range(0, len(members), LARGEST):
            part = members[start : start + LARGEST]
            for group in by_label(_cluster(vectors[part], days[part])):
                for story in _told_apart(counts, days, part[group]):
                    labels[story] = labels.max() + 1
    return _by_size(_lone_joined(vectors, days, labels)[np.argsort(order)])


def by_label(labels: "np.ndarray") -> list["np.ndarray"]:
    """Where each label stands: arrays of indices in their order, the lowest label first."""
    import numpy as np

    order = np.argsort(labels, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)


def togetherness(vectors: "csr_matrix") -> "np.ndarray":
    """Mean cosine of the two groups in which each pair of articles first meets, 0 to TOGETHER: from there, one story.

    A square of all articles: for hundreds of them, not for thousands.
    """
    import numpy as np
    from scipy.cluster.hierarchy import cophenet
    from scipy.spatial.distance import squareform

    count = vectors.shape[0]
    if count < 2:
        return np.full((count, count), TOGETHER)
    met = 1 - squareform(cophenet(_tree(vectors, np.full(count, np.nan))))
    return np.minimum(met, TOGETHER)


def likeness(sentences: "pd.DataFrame") -> "pd.DataFrame":
    """Table `likeness` from table `sentences`: cosine of every pair of articles, 0 to 1."""
    texts = sentences.groupby("article", sort=False)["text"].agg(" ".join)
    articles = list(texts.index)
    vectors = article_vectors(*article_counts(texts)) if articles else None
    cosines = (vectors @ vectors.T).toarray() if articles else []
    return table(
        "likeness",
        [
            {"article_a": a, "article_b": b, "score": round(min(float(cosines[i][j]), 1.0), 4)}
            for i, a in enumerate(articles)
            for j, b in enumerate(articles)
            if i < j
        ],
    )


def _days(published: Sequence[str | None] | None, count: int) -> "np.ndarray":
    import numpy as np

    known = published if published is not None else [None] * count
    return np.array([date.fromisoformat(day[:10]).toordinal() if isinstance(day, str) else np.nan for day in known])


def _alike(vectors: "csr_matrix", days: "np.ndarray") -> "csr_matrix":
    """Which articles, in order of their days, have a cosine of SAME_STORY or more; each pair once."""
    import numpy as np
    from scipy.sparse import coo_matrix

    count, known = len(days), np.isfinite(days).sum()
    found = []
    for start in range(0, count, BLOCK):
        end = min(start + BLOCK, count)
        near = np.searchsorted(days[:known], days[end - 1] + WINDOW, side="right") if end <= known else known
        later = np.r_[start:near, max(start, known) : count]
        cosines = (vectors[start:end] @ vectors[later].T).tocoo()
        rows, columns = cosines.row + start, later[cosines.col]
        alike = (cosines.data >= SAME_STORY) & ~(abs(days[rows] - days[columns]) > WINDOW)
        found.append(np.stack([rows[alike], columns[alike]]))
    rows, columns = np.concatenate(found, axis=1)
    return coo_matrix((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(count, count))


def _cluster(vectors: "csr_matrix", days: "np.ndarray") -> "np.ndarray":
    import numpy as np
    from scipy.cluster.hierarchy import fcluster

    if vectors.shape[0] == 1:
        return np.zeros(1, dtype=int)
    return fcluster(_tree(vectors, days), 1 - SAME_STORY, "distance") - 1


def _told_apart(counts: "csr_matrix", days: "np.ndarray", members: "np.ndarray") -> list["np.ndarray"]:
    """The members, cut in two as long as the two parts are stories of their own when weighed among themselves."""
    from scipy.cluster.hierarchy import fcluster

    stories, waiting = [], [members]
    while waiting:
        whole = waiting.pop()
        parts = [whole]
        if len(whole) >= 2 * PART:
            vectors = article_vectors_apart(counts[whole])
            parts = by_label(fcluster(_tree(vectors, days[whole]), 2, "maxclust"))
        if len(parts) == 2 and min(map(len, parts)) >= PART and _unlike(vectors, *parts):
            waiting += [whole[part] for part in parts]
        else:
            stories.append(whole)
    return stories


def _lone_joined(vectors: "csr_matrix", days: "np.ndarray", labels: "np.ndarray") -> "np.ndarray":
    """The labels, with each article that stands alone given to the story it is clearly most like, if there is one."""
    import numpy as np
    from scipy.sparse import csr_matrix

    sizes = np.bincount(labels)
    lone, stories = np.flatnonzero(sizes[labels] == 1), np.flatnonzero(sizes > 1)
    if not len(lone) or not len(stories):
        return labels
    shares = csr_matrix((1 / sizes[labels], (np.arange(len(labels)), labels)))[:, stories]
    centres = (vectors.T @ shares).tocsr()
    first, last = _span_of_days(days, labels, len(sizes))
    joined = labels.copy()
    for start in range(0, len(lone), BLOCK):
        block = lone[start : start + BLOCK]
        means = (vectors[block] @ centres).toarray()
        day = days[block, None]
        means[(day < first[stories] - WINDOW) | (day > last[stories] + WINDOW)] = 0
        best, second = means.max(axis=1), np.sort(np.c_[means, np.zeros(len(block))], axis=1)[:, -2]
        clear = (best >= LONE) & (best >= CLEAR * second)
        joined[block[clear]] = stories[means[clear].argmax(axis=1)]
    return joined


def _span_of_days(days: "np.ndarray", labels: "np.ndarray", count: int) -> tuple["np.ndarray", "np.ndarray"]:
    """The first and the last known day of each label; NaN, which is beyond no day, where none is known."""
    import numpy as np

    first, last = np.full(count, np.nan), np.full(count, np.nan)
    np.fmin.at(first, labels, days)
    np.fmax.at(last, labels, days)
    return first, last


def _unlike(vectors: "csr_matrix", one: "np.ndarray", other: "np.ndarray") -> bool:
    """Whether the mean cosine across two parts is less than APART of the geometric mean of those within them."""
    import numpy as np

    a, b = (np.asarray(vectors[part].sum(axis=0)).ravel() for part in (one, other))
    across = a @ b / (len(one) * len(other))
    within = [(sums @ sums - len(part)) / (len(part) * (len(part) - 1)) for sums, part in ((a, one), (b, other))]
    return across < APART * np.sqrt(max(within[0], 0) * max(within[1], 0))


def _tree(vectors: "csr_matrix", days: "np.ndarray") -> "np.ndarray":
    import numpy as np
    from scipy.cluster.hierarchy import linkage

    count = len(days)
    distances = []
    for start in range(0, count, BLOCK):
        cosines = (vectors[start : start + BLOCK] @ vectors.T).toarray()
        cosines[abs(days[start : start + BLOCK, None] - days) > WINDOW] = 0
        distances += [1 - cosine[start + row + 1 :] for row, cosine in enumerate(cosines)]
    return linkage(np.clip(np.concatenate(distances), 0, 1), "average")


def _by_size(labels: "np.ndarray") -> list[int]:
    import numpy as np

    _, first, group, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(first), dtype=int)
    rank[np.lexsort((first, -sizes))] = np.arange(len(first))
    return rank[group].tolist()
