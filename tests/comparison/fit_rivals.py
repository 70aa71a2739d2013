"""Fit the weights of rivals.csv on stories of planted differences: python tests/comparison/fit_rivals.py STORY.yaml...

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

from analysis.comparison.differences import times, values
from analysis.comparison.differences.find import compared
from analysis.comparison.differences.quantities import BEYOND

HEADER = """\
# Weights of logistic regressions on values.features and times.features: how likely two figures of one unit, or two
# times, are of one thing. Fitted by tests/comparison/fit_rivals.py on made-up stories with planted differences, those
# for tuning.
kind,feature,weight"""
ROUNDS = 4  # after which no other pairs are taken to be meant
BESIDE = 0.3  # weight of a pair of figures beside the one that is meant


def examples(stories: list[Planted], kind: str) -> tuple[np.ndarray, list[set], list[str]]:
    """Of each pair of rivals, its features and the planted differences its sentences tell; the features' names."""
    found, told_by = [], []
    for planted in stories:
        tables = planted.story
        story = compared(tables.sentences, tables.matches, tables.attributions, tables.figures, tables.ledger)
        rule, about = (values, values.numbers_of) if kind == "value" else (times, times.hours_of)
        known = about(story.told)
        for rivals in rule.rivals_of([*story.pairs, *story.further]):
            found.append(rule.features(rivals, known, story.ledger))
            sides = rivals.pair.a.article, rivals.pair.a.start, rivals.pair.b.article, rivals.pair.b.start
            of = "value" if rivals.rule == BEYOND else kind  # until against beyond is a difference of value
            facts = [fact for fact in planted.facts if fact.kind == of and fact.is_told_by(*sides)]
            told_by.append({(planted.name, fact.what, *sides) for fact in facts})
    return np.array([list(row.values()) for row in found]), told_by, list(found[0])


def fitted(found: np.ndarray, told_by: list[set], likely: np.ndarray) -> tuple[np.ndarray, float]:
    """A weight for each feature, and the constant; likely: how likely each pair is of one thing, at first."""
    scale = StandardScaler().fit(found)
    scaled = scale.transform(found)
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
        stories = [Planted(path.stem, Path(folder), path.parent) for path in map(Path, sys.argv[1:])]
        print(HEADER)
        for kind in ("value", "time"):
            found, told_by, names = examples(stories, kind)
            slopes, constant = fitted(found, told_by, found[:, names.index("around")])
            for name, weight in zip(["constant", *names], [constant, *slopes], strict=True):
                print(f"{kind},{name},{weight:.3f}")
