"""Fit the weights of values.csv on stories of planted differences: python tests/comparison/fit_values.py STORY.yaml...

Prints the file. Of the figures of two sentences that tell a planted difference, the likeliest pair is taken to be
meant; another pair of such sentences counts for little.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
from planted import Planted
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from analysis.comparison.differences import values
from analysis.comparison.differences.find import compared

HEADER = """\
# Weights of a logistic regression on values.features: how likely two figures of one unit are of one thing. Fitted by
# tests/comparison/fit_values.py on made-up stories with planted differences, those for tuning.
feature,weight
"""
ROUNDS = 4  # after which no other pairs are taken to be meant
BESIDE = 0.3  # weight of a pair of figures beside the one that is meant


def examples(paths: list[str], folder: Path) -> tuple[np.ndarray, list[set], list[str]]:
    """Of each pair of rivals, its features and the planted differences its sentences tell; the features' names."""
    found, told_by = [], []
    for path in map(Path, paths):
        planted = Planted(path.stem, folder, path.parent)
        tables = planted.story
        story = compared(tables.sentences, tables.matches, tables.attributions, tables.figures, tables.ledger)
        numbers = values.numbers_of(story.told)
        for rivals in values.rivals_of([*story.pairs, *story.joined]):
            found.append(values.features(rivals, numbers, story.facts))
            sides = rivals.pair.a.article, rivals.pair.a.start, rivals.pair.b.article, rivals.pair.b.start
            facts = [fact for fact in planted.facts if fact.kind == "value" and fact.is_told_by(*sides)]
            told_by.append({(path.stem, fact.what, *sides) for fact in facts})
    return np.array([list(row.values()) for row in found]), told_by, list(found[0])


def fitted(found: np.ndarray, told_by: list[set]) -> tuple[np.ndarray, float]:
    """A weight for each feature, and the constant."""
    scale = StandardScaler().fit(found)
    scaled = scale.transform(found)
    likely = found[:, 4]
    for _ in range(ROUNDS):
        best: dict[tuple, int] = {}
        for place, told in enumerate(told_by):
            for one in told:
                if one not in best or likely[place] > likely[best[one]]:
                    best[one] = place
        meant = np.isin(np.arange(len(found)), list(best.values()))
        weights = np.where(~meant & [bool(told) for told in told_by], BESIDE, 1.0)
        model = LogisticRegression(max_iter=1000).fit(scaled, meant, sample_weight=weights)
        likely = model.decision_function(scaled)
    slopes = model.coef_[0] / scale.scale_
    return slopes, float(model.intercept_[0] - slopes @ scale.mean_)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        rows, told_by, names = examples(sys.argv[1:], Path(folder))
    slopes, constant = fitted(rows, told_by)
    lines = [f"{name},{weight:.3f}" for name, weight in zip(["constant", *names], [constant, *slopes], strict=True)]
    print(HEADER + "\n".join(lines))
