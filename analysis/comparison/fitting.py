"""Fit weights.csv on annotated sentence pairs: python -m analysis.comparison.fitting GOLD.jsonl STORY.yaml...

GOLD has a topic of short articles a line: {"articles": [{"sentences": [...]}], "aligned": [[article, sentence, article,
sentence]]}. A STORY is one event told in several longer articles, as in tests/comparison/stories. The weights that
ship were fitted on topics of ECB+ (Cybulska and Vossen, LREC 2014; CC BY 3.0) and the made-up stories in
tests/comparison/stories/fitted; other topics and stories were kept back to check them.
"""

import json
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.comparison.matching import FEATURES, PAIR, pair_features, pair_scores

if TYPE_CHECKING:
    import numpy as np

HEADER = """\
# Weights of a logistic regression on the features of matching.pair_features, and the score from which they match.
# Fitted by fitting.py on ECB+ (Cybulska and Vossen, LREC 2014, CC BY 3.0), and on made-up stories.
feature,weight
"""
PARTLY = "~"
ROUNDS = 6  # after which weights no longer change by much
SLACK = 0.01

Pair = tuple[int, int, int, int]  # article, sentence, article, sentence


class Annotated(NamedTuple):
    """Articles as lists of sentences, the pairs that make the same claim, and the pairs that count neither way."""

    articles: list[list[str]]
    same: set[Pair]
    ignored: set[Pair] = frozenset()


class Labelled(NamedTuple):
    """Pairs of sentences with their features, which of them count, and whether those that count make the same claim."""

    pairs: dict[str, "np.ndarray"]
    features: dict[str, "np.ndarray"]
    counted: "np.ndarray"
    same: "np.ndarray"


def read_topics(path: Path) -> list[Annotated]:
    """The topics of a GOLD file."""
    topics = []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        same = {tuple(pair) if pair[0] < pair[2] else (*pair[2:], *pair[:2]) for pair in gold["aligned"]}
        topics.append(Annotated([article["sentences"] for article in gold["articles"]], same))
    return topics


def read_story(path: Path) -> Annotated:
    """The story of a STORY file: a sentence a line, and before the bar the claims it makes, with ~ where in part."""
    import yaml

    told = yaml.safe_load(path.read_text(encoding="utf-8"))["articles"].values()
    lines = [[line.partition("|") for line in article.strip().splitlines()] for article in told]
    claims = {(i, j): set(said.split()) for i, article in enumerate(lines) for j, (said, _, _) in enumerate(article)}
    same, ignored = set(), set()
    for (a, said_a), (b, said_b) in combinations(claims.items(), 2):
        if a[0] == b[0]:
            continue
        if any(not claim.startswith(PARTLY) for claim in said_a & said_b):
            same.add((*a, *b))
        elif {claim.lstrip(PARTLY) for claim in said_a} & {claim.lstrip(PARTLY) for claim in said_b}:
            ignored.add((*a, *b))
    return Annotated([[text.strip() for _, _, text in article] for article in lines], same, ignored)


def label(annotated: Annotated) -> Labelled:
    """The pairs of articles as pair_features has them, with their labels."""
    import numpy as np

    pairs, features = pair_features(annotated.articles)
    found = list(zip(*(pairs[column].tolist() for column in PAIR), strict=True))
    counted = np.array([pair not in annotated.ignored for pair in found], dtype=bool)
    same = np.array([pair in annotated.same for pair in found], dtype=bool)
    return Labelled(pairs, features, counted, same[counted])


def fit(topics: Sequence[Annotated], stories: Sequence[Annotated]) -> dict[str, float]:
    """The constant, the weight of each feature, and the threshold from which pairs match.

    The stories, of far fewer pairs, together weigh as much as the topics. A pair that makes the same claim is put down
    to its own features as far as they account for its score, and for the rest to third sentences, by turns with the
    weights: expectation and maximisation (Dempster, Laird and Rubin 1977) of the noisy or of pair_scores. The threshold
    is the highest whose mean F1 of the two is within SLACK of the best: a wrong match misleads more than a missed one.
    """
    import numpy as np

    kinds = [list(map(label, kind)) for kind in (topics, stories)]
    truths = [np.concatenate([one.same for one in kind]) for kind in kinds]
    same = np.concatenate(truths)
    matrix = np.vstack([_matrix(one) for kind in kinds for one in kind])
    shares = np.concatenate([np.full(len(truth), len(same) / len(truth) / 2) for truth in truths])
    own = same.astype(float)
    for _ in range(ROUNDS):
        weights, alone = _regression(matrix, own, shares)
        scores = [_scores(kind, weights) for kind in kinds]
        own = same * alone / np.concatenate(scores)
    thresholds = np.arange(0.05, 0.95, 0.01)
    f1 = np.mean([_f1(found, truth, thresholds) for found, truth in zip(scores, truths, strict=True)], axis=0)
    return {**weights, "threshold": thresholds[f1 >= f1.max() - SLACK].max()}


def _matrix(labelled: Labelled) -> "np.ndarray":
    """A row of FEATURES a pair that counts."""
    import numpy as np

    return np.column_stack([labelled.features[name] for name in FEATURES])[labelled.counted]


def _regression(matrix: "np.ndarray", own: "np.ndarray", shares: "np.ndarray") -> tuple[dict[str, float], "np.ndarray"]:
    """The weights, and how likely each row is to make the same claim by itself; own: how far that is known of each.

    Without a penalty: the features are few, and their scales differ.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    labels = np.repeat([True, False], len(own))
    counted = np.concatenate([own * shares, (1 - own) * shares])
    model = LogisticRegression(C=np.inf, max_iter=1000).fit(np.vstack([matrix, matrix]), labels, counted)
    weights = {"constant": model.intercept_[0], **dict(zip(FEATURES, model.coef_[0], strict=True))}
    return weights, model.predict_proba(matrix)[:, 1]


def _scores(kind: Sequence[Labelled], weights: dict[str, float]) -> "np.ndarray":
    import numpy as np

    return np.concatenate([pair_scores(one.pairs, one.features, weights)[one.counted] for one in kind])


def _f1(scores: "np.ndarray", truth: "np.ndarray", thresholds: "np.ndarray") -> "np.ndarray":
    """F1 of what has each threshold or more."""
    import numpy as np

    found = [scores >= least for least in thresholds]
    return np.array([2 * (one & truth).sum() / (one.sum() + truth.sum()) for one in found])


def main(gold: str, *stories: str) -> None:
    """Write weights.csv beside this file."""
    weights = fit(read_topics(Path(gold)), [read_story(Path(story)) for story in stories])
    rows = "".join(f"{name},{weight:.3f}\n" for name, weight in weights.items())
    Path(__file__).with_name("weights.csv").write_text(HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
