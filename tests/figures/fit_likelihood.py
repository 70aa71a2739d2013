"""Fit the weights of likelihood.csv on the stories of tests/figures/stories: python tests/figures/fit_likelihood.py.

Prints the file. With --left-out, prints instead what the ledger makes of each story with weights fitted on the others:
pairs of figures put on one row rightly, as annotated and by the ledger.
"""

import sys
from collections.abc import Iterable
from itertools import combinations

import numpy as np
from annotated import NAMES, UNSURE, Annotated, load, located, pairs
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from analysis.figures import likelihood
from analysis.figures.same import compare
from analysis.figures.statements import statements
from analysis.figures.values import AGREES, relation

HEADER = """\
# Weights of a logistic regression on likelihood.features: how likely two figures of one kind and unit state one fact,
# where their values are equal and where not. Fitted by tests/figures/fit_likelihood.py on its annotated stories.
feature,equal,unequal
"""
STRENGTH = 0.3  # inverse of the penalty on weights
Examples = list[tuple[dict[str, float], bool, bool]]  # features, whether values are equal, whether they are one fact


def examples(story: Annotated) -> Examples:
    """Every two figures of different articles, of one kind and unit, that nothing firm tells apart."""
    stated = statements(story.figures, story.sentences, story.names)
    marks = located(story, story.figures)
    sure = [(mark, stated[row]) for mark, row in marks.items() if story.marked[mark] != UNSURE]
    found = []
    for (one, a), (other, b) in combinations(sure, 2):
        if a.article != b.article and (a.kind, a.unit) == (b.kind, b.unit) and not compare(a, b).firm:
            equal = relation(a.value, b.value, a.times) == AGREES
            found.append((likelihood.features(a, b), equal, story.marked[one] == story.marked[other]))
    return found


def fitted(found: Examples, equal: bool) -> dict[str, float]:
    """The weight of each feature, and the constant."""
    chosen = [(features, same) for features, like, same in found if like == equal]
    values = np.array([list(features.values()) for features, _ in chosen], dtype=float)
    scale = StandardScaler().fit(values)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(scale.transform(values), [same for _, same in chosen])
    slopes = model.coef_[0] / scale.scale_
    weights = {"constant": model.intercept_[0] - slopes @ scale.mean_}
    return weights | dict(zip(chosen[0][0], slopes, strict=True))


def both(stories: Iterable[Examples]) -> dict[str, dict[str, float]]:
    """The weights of equal values and of others."""
    found = [example for own in stories for example in own]
    return {"equal": fitted(found, equal=True), "unequal": fitted(found, equal=False)}


def left_out(stories: dict[str, Annotated], found: dict[str, Examples]) -> None:
    """Print what the ledger makes of each story with weights fitted on the others."""
    total = np.zeros(3, dtype=int)
    for name, story in stories.items():
        weights = both(own for other, own in found.items() if other != name)
        likelihood._weights = weights.get
        annotated, joined = pairs(story, story.ledger())
        counts = np.array([len(annotated & joined), len(annotated), len(joined)])
        total += counts
        print(f"{name:12s} {counts} F1 {2 * counts[0] / sum(counts[1:]):.2f}, false {counts[2] - counts[0]}")
    print(f"{'all':12s} {total} F1 {2 * total[0] / sum(total[1:]):.3f}, false {total[2] - total[0]}")


if __name__ == "__main__":
    stories = {name: load(name) for name in NAMES}
    found = {name: examples(story) for name, story in stories.items()}
    if "--left-out" in sys.argv:
        left_out(stories, found)
    else:
        weights = both(found.values())
        lines = [f"{name},{weights['equal'][name]:.3f},{weights['unequal'][name]:.3f}" for name in weights["equal"]]
        print(HEADER + "\n".join(lines))
