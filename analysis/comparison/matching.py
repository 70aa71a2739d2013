"""Sentences of different articles that tell the same thing."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from analysis import data
from analysis.comparison.company import company_vectors
from analysis.comparison.grouping import TOGETHER, by_label, group_by_story, togetherness
from analysis.comparison.saying import contents, share_more_than_speakers
from analysis.comparison.terms import numbers, refers_back, stems, terms
from analysis.comparison.vectors import article_counts, article_vectors_apart, sentence_vectors, with_antecedents
from analysis.tables import table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from scipy.sparse import csr_matrix

FLOOR = 0.05  # score under which a pair is not reported
ONE_LOOK = 200  # articles above which only those of one group are compared: more are a collection, not a story
EVERY_PAIR = 2000  # sentences above which each is compared with the NEAREST of later articles alone
NEAREST = 100
BLOCK = 200  # sentences multiplied at once, which bounds the memory
PAIRS = 5000  # pairs compared at once, for the same: each with all that both of its sentences are like
BRIDGE = 0.3  # how likely two sentences that are both like a third are like each other for that alone
PAIR = ("article_a", "sentence_a", "article_b", "sentence_b")
SENTENCE = ("article", "sentence", "start", "end")
FEATURES = ("words", "meaning", "company", "numbers", "lead", "apart", "articles", "story", "brevity")


def match_sentences(articles: Sequence[Sequence[str]]) -> "pd.DataFrame":
    """Pairs of sentences of different articles, each article a list of its sentences in order.

    Columns article_a, sentence_a, article_b, sentence_b (from 0, article_a < article_b), score (0 to 1) and matched.
    Every pair with a score of FLOOR or more is there; above ONE_LOOK articles, those within one group, and above
    EVERY_PAIR sentences, those most alike. Logistic regression on how alike sentences, numbers and articles are, with
    the weights of weights.csv; two that are both like a third are the more likely alike; what has no term in common is
    not matched. The same thing told in quite other words is mostly missed, and among articles of one or two sentences
    too much is matched. Raises TypeError for an article as one text.
    """
    if any(isinstance(article, str) for article in articles):
        raise TypeError("an article is a list of its sentences here, not one text: see language.split_sentences")
    import numpy as np
    import pandas as pd

    weights = _weights()
    none = {**dict.fromkeys(PAIR, np.zeros(0, dtype=int)), "score": np.zeros(0), "matched": np.zeros(0, dtype=bool)}
    frames = [pd.DataFrame(none)]
    for part in _parts(articles):
        pairs, features = pair_features([articles[index] for index in part])
        score = pair_scores(pairs, features, weights)
        pairs |= {column: part[pairs[column]] for column in ("article_a", "article_b")}
        # Of articles of one sentence each, the likeness of the articles is that of the sentences.
        shared = np.where(features["brevity"] < 1, features["meaning"], features["articles"])
        matched = (score >= weights["threshold"]) & (shared > 0)
        frames.append(pd.DataFrame({**pairs, "score": score.round(4), "matched": matched})[score >= FLOOR])
    return pd.concat(frames).sort_values(list(PAIR), ignore_index=True)


def matches(sentences: "pd.DataFrame", attributions: "pd.DataFrame | None" = None) -> "pd.DataFrame":
    """Table `matches` from table `sentences` of one story; headlines take part, section headings do not.

    With table `attributions`, sentences that share nothing but who says it are not matched.
    """
    import numpy as np
    import pandas as pd

    told = sentences[sentences["kind"] != "heading"].sort_values(["article", "sentence"], kind="stable")
    articles = [rows.to_list() for _, rows in told.groupby("article", sort=False)["text"]]
    found = match_sentences(articles)
    starts = np.cumsum([0, *map(len, articles)])
    sides = [
        told[list(SENTENCE)]
        .iloc[starts[found[f"article_{side}"]] + found[f"sentence_{side}"]]
        .add_suffix(f"_{side}")
        .reset_index(drop=True)
        for side in "ab"
    ]
    made = table("matches", pd.concat([*sides, found[["score", "matched"]]], axis=1))
    if attributions is not None:
        matched = made["matched"].to_numpy(dtype=bool)
        said = contents(told, attributions)
        made.loc[matched, "matched"] = share_more_than_speakers(made[matched], said)
    return made


def pair_features(articles: Sequence[Sequence[str]]) -> tuple[dict[str, "np.ndarray"], dict[str, "np.ndarray"]]:
    """The pairs, and what weights.csv weighs of each: an array a feature, in the order of the pairs.

    words     cosine of the TF-IDF weights of the sentences' stems, taken among these articles
    meaning   the same of their terms, of which synonyms are one: what it adds to words is what a synonym counts for
    company   cosine of the sentences by the company that their words keep: other words for the same are near
    numbers   share of the two sentences' numbers that both have
    lead      1 where both open their articles, falling with each sentence before them: news tells the main thing first
    apart     how far from each other they stand in their articles, as a share of them: news is told in much one order
    articles  cosine of the articles over the sentences of the longer: the likeness one pair may account for
    story     togetherness of the articles
    brevity   1 by the mean number of sentences an article

    Of words, meaning and company, a sentence that begins with a word that refers back has part of the one before it.
    The shorter the articles, the more the likeness of the articles says and the less that of the sentences: both are
    shared out by brevity.
    """
    import numpy as np

    lengths = np.array([len(article) for article in articles], dtype=int)
    texts = [text for article in articles for text in article]
    said = [stems(text) for text in texts]
    owner = np.repeat(np.arange(len(lengths)), lengths)
    if not texts:
        return dict.fromkeys(PAIR, owner), dict.fromkeys(FEATURES, np.zeros(0))
    following = [row for row in range(1, len(texts)) if owner[row] == owner[row - 1] and said[row]]
    behind = [row for row in following if refers_back(texts[row])]
    words, vocabulary = sentence_vectors(said)
    meaning, _ = sentence_vectors(list(map(terms, texts)))
    words, meaning = with_antecedents(words, behind), with_antecedents(meaning, behind)
    first, second, alike = _candidates(meaning, owner)
    a, b = owner[first], owner[second]
    starts = np.cumsum(lengths) - lengths
    place_a, place_b = first - starts[a], second - starts[b]
    wholes = article_vectors_apart(article_counts([" ".join(article) for article in articles])[0])
    brevity = 1 / lengths[lengths > 0].mean()
    features = {
        "words": _cosines(words, first, second) * (1 - brevity),
        "meaning": alike * (1 - brevity),
        "company": _cosines(company_vectors(words, vocabulary), first, second) * (1 - brevity),
        "numbers": _shared_numbers(said, first, second) * (1 - brevity),
        "lead": np.exp(-(place_a + place_b) / 2) * (1 - brevity),
        "apart": abs(place_a / lengths[a] - place_b / lengths[b]) * (1 - brevity),
        "articles": (wholes @ wholes.T).toarray()[a, b] / np.maximum(lengths[a], lengths[b]),
        "story": (togetherness(wholes)[a, b] if len(articles) <= ONE_LOOK else np.full(len(a), TOGETHER)) * brevity,
        "brevity": np.full(len(a), brevity),
    }
    return dict(zip(PAIR, (a, place_a, b, place_b), strict=True)), features


def pair_scores(
    pairs: dict[str, "np.ndarray"], features: dict[str, "np.ndarray"], weights: dict[str, float]
) -> "np.ndarray":
    """The score of each pair, 0 to 1: by its own features, or else by a third sentence that both are like.

    A noisy or (Pearl 1988): either may do. Third sentences say the less the shorter the articles.
    """
    from scipy.special import expit

    alone = expit(weights["constant"] + sum(weights[name] * values for name, values in features.items()))
    return 1 - (1 - alone) * (1 - BRIDGE * (1 - features["brevity"]) * _bridged(pairs, alone))


def _bridged(pairs: dict[str, "np.ndarray"], score: "np.ndarray") -> "np.ndarray":
    """How like both sentences of each pair the best third one is: the lower of its two scores, 0 under FLOOR."""
    import numpy as np
    from scipy.sparse import csr_matrix

    longest = max(pairs["sentence_a"].max(initial=0), pairs["sentence_b"].max(initial=0)) + 1
    told = [pairs[f"article_{side}"] * longest + pairs[f"sentence_{side}"] for side in "ab"]
    distinct, rows = np.unique(told, return_inverse=True)
    first, second = rows.reshape(2, -1)
    alike = score >= FLOOR
    known = csr_matrix((score[alike], (first[alike], second[alike])), (len(distinct), len(distinct)))
    known += known.T
    found = np.zeros(len(score))
    for start in range(0, len(score), PAIRS):
        part = slice(start, start + PAIRS)
        found[part] = known[first[part]].minimum(known[second[part]]).max(axis=1).toarray().ravel()
    return found


def _parts(articles: Sequence[Sequence[str]]) -> list["np.ndarray"]:
    """Indices of the articles that are compared with one another."""
    import numpy as np

    if len(articles) <= ONE_LOOK:
        return [np.arange(len(articles))]
    groups = by_label(np.array(group_by_story([" ".join(article) for article in articles])))
    return [group for group in groups if len(group) > 1]


def _candidates(vectors: "csr_matrix", owner: "np.ndarray") -> tuple["np.ndarray", "np.ndarray", "np.ndarray"]:
    """Rows of two articles, the earlier article's first, and their cosine."""
    import numpy as np

    found = []
    for start in range(0, len(owner), BLOCK):
        cosines = (vectors[start : start + BLOCK] @ vectors.T).toarray()
        later = owner[start : start + BLOCK, None] < owner
        if len(owner) > EVERY_PAIR:
            cosines[~later] = 0
            least = np.partition(cosines, -NEAREST, axis=1)[:, -NEAREST, None]
            later &= (cosines >= least) & (cosines > 0)
        rows, columns = np.nonzero(later)
        found.append((rows + start, columns, cosines[rows, columns]))
    return tuple(np.concatenate(column) for column in zip(*found, strict=True))


def _cosines(vectors: "csr_matrix", first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Cosine of each row of first with that of second."""
    import numpy as np

    pairs = (slice(start, start + PAIRS) for start in range(0, len(first), PAIRS))
    found = [vectors[first[part]].multiply(vectors[second[part]]).sum(axis=1) for part in pairs]
    return np.asarray(np.concatenate(found)).ravel() if found else np.zeros(0)


def _shared_numbers(sentences: list[list[str]], first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Of the numbers of two sentences, the share that both have."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    if not any(map(numbers, sentences)):
        return np.zeros(len(first))
    stated = CountVectorizer(analyzer=numbers, binary=True).fit_transform(sentences)
    counts = np.asarray(stated.sum(axis=1)).ravel()
    both = np.asarray(stated[first].multiply(stated[second]).sum(axis=1)).ravel()
    return both / np.maximum(counts[first] + counts[second] - both, 1)


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in data.rows(__package__, "weights.csv")}
