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

from analysis.comparison.matching import FEATURES, PAIR, pair_features

if TYPE_CHECKING:
    import numpy as np

HEADER = """\
# Weights of a logistic regression on the features of matching.pair_features, and the score from which they match.
# Fitted by fitting.py on ECB+ (Cybulska and Vossen, LREC 2014, CC BY 3.0), and on made-up stories.
feature,weight
"""
PARTLY = "~"
SLACK = 0.02

Pair = tuple[int, int, int, int]  # article, sentence, article, sentence


class Annotated(NamedTuple):
    """Articles as lists of sentences, the pairs that make the same claim, and the pairs that count neither way."""

    articles: list[list[str]]
    same: set[Pair]
    ignored: set[Pair] = frozenset()


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


def labelled(annotated: Sequence[Annotated]) -> tuple["np.ndarray", "np.ndarray"]:
    """A row of FEATURES a pair, and whether each makes the same claim."""
    import numpy as np

    matrices, labels = [], []
    for articles, same, ignored in annotated:
        pairs, features = pair_features(articles)
        found = list(zip(*(pairs[column].tolist() for column in PAIR), strict=True))
        counted = np.array([pair not in ignored for pair in found])
        matrices.append(np.column_stack([features[name] for name in FEATURES])[counted])
        labels.append(np.array([pair in same for pair in found])[counted])
    return np.vstack(matrices), np.concatenate(labels)


def fit(topics: Sequence[Annotated], stories: Sequence[Annotated]) -> dict[str, float]:
    """The constant, the weight of each feature, and the threshold from which pairs match.

    The stories, of far fewer pairs, together weigh as much as the topics. The threshold is the
    highest whose mean F1 of the two is within SLACK of the best: a wrong match misleads more than a missed one.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    kinds = [labelled(topics), labelled(stories)]
    matrix, labels = (np.concatenate(part) for part in zip(*kinds, strict=True))
    weights = np.concatenate([np.full(len(truth), len(labels) / len(truth) / 2) for _, truth in kinds])
    # Without a penalty: the features are few, and their scales differ.
    model = LogisticRegression(C=np.inf, max_iter=1000).fit(matrix, labels, weights)
    thresholds = np.arange(0.05, 0.95, 0.01)
    scored = [(model.predict_proba(features)[:, 1], truth) for features, truth in kinds]
    f1 = np.array([np.mean([_f1(scores >= least, truth) for scores, truth in scored]) for least in thresholds])
    return {
        "constant": model.intercept_[0],
        **dict(zip(FEATURES, model.coef_[0], strict=True)),
        "threshold": thresholds[f1 >= f1.max() - SLACK].max(),
    }


def _f1(found: "np.ndarray", truth: "np.ndarray") -> float:
    return 2 * (found & truth).sum() / (found.sum() + truth.sum())


def main(gold: str, *stories: str) -> None:
    """Write weights.csv beside this file."""
    weights = fit(read_topics(Path(gold)), [read_story(Path(story)) for story in stories])
    rows = "".join(f"{name},{weight:.3f}\n" for name, weight in weights.items())
    Path(__file__).with_name("weights.csv").write_text(HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
