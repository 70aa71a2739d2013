"""Train weights.csv, the model of target_tone, on sentences annotated for their tone toward a target."""

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.sentiment.context import context
from analysis.sentiment.features import features
from analysis.sentiment.target import SCALE

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

WEIGHTS = Path(__file__).with_name("weights.csv")
HEADER = """\
# Weights of target_tone, in hundredths: what a feature adds to the log odds of negative and positive against neutral.
# Made by training.py from the train set of NewsMTSC (Hamborg and Donnay, EACL 2021; MIT licence).
"""
CLASSES = ("neg", "neu", "pos")
RARE = 3  # mentions with a feature under which it is not learnt
STRENGTH = 0.07  # inverse of the L2 penalty, chosen by cross-validation by article
FOLDS = 5
SMALL = 2  # hundredths under which a feature is not worth its place in the file


def train(gold_dir: str | Path, output: str | Path) -> None:
    """Write the weights learnt from gold_dir/train.jsonl to the CSV file output.

    A line of train.jsonl: id (source_story_article_…), sentence, start and end of the target, label (neg, neu, pos).
    """
    import numpy as np

    lines = (Path(gold_dir) / "train.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    contexts = [context(row["sentence"], row["start"], row["end"]) for row in gold]
    found = [features(around) for around in contexts]
    # In a headline names are not masked: what is met in headlines alone is not learnt, for it may be one.
    names = learnable([mention for mention, around in zip(found, contexts, strict=True) if not around.headline])
    matrix = _matrix(found, names)
    labels = np.array([CLASSES.index(row["label"]) for row in gold])
    articles = ["_".join(row["id"].split("_")[:3]) for row in gold]
    weights = _fit(matrix, labels).coef_ * sharpness(matrix, labels, articles)
    _write(names, weights, Path(output))


def learnable(found: Sequence[dict[str, float]]) -> list[str]:
    """The features, in order, that at least RARE mentions have."""
    counts = Counter(name for mention in found for name in mention)
    return sorted(name for name, count in counts.items() if count >= RARE)


def sharpness(matrix: "csr_matrix", labels: "np.ndarray", articles: Sequence[str]) -> float:
    """What to multiply log odds by so that probabilities of articles the model never saw are calibrated.

    Temperature scaling (Guo et al., ICML 2017), on the log odds of a cross-validation by article.
    """
    import numpy as np
    from scipy.optimize import minimize_scalar
    from scipy.special import log_softmax
    from sklearn.model_selection import GroupKFold

    odds = np.zeros((len(labels), len(CLASSES)))
    for rest, held_out in GroupKFold(FOLDS).split(matrix, labels, articles):
        odds[held_out] = _fit(matrix[rest], labels[rest]).decision_function(matrix[held_out])

    def loss(factor: float) -> float:
        return -log_softmax(odds * factor, axis=1)[np.arange(len(labels)), labels].mean()

    return float(minimize_scalar(loss, bounds=(0.5, 2), method="bounded").x)


def _fit(matrix: "csr_matrix", labels: "np.ndarray"):
    from sklearn.linear_model import LogisticRegression

    # "constant" is a feature, so that all the weights stand in one place
    return LogisticRegression(C=STRENGTH, max_iter=500, fit_intercept=False).fit(matrix, labels)


def _matrix(found: Sequence[dict[str, float]], names: Sequence[str]) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    column = {name: number for number, name in enumerate(names)}
    cells = [
        (row, column[name], value)
        for row, mention in enumerate(found)
        for name, value in mention.items()
        if name in column
    ]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))


def _write(names: Sequence[str], weights: "np.ndarray", output: Path) -> None:
    against_neutral = (weights - weights[1]) * SCALE
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("feature", "negative", "positive"))
    for name, negative, positive in zip(names, against_neutral[0].round(), against_neutral[2].round(), strict=True):
        if max(abs(negative), abs(positive)) >= SMALL:
            writer.writerow((name, int(negative), int(positive)))
    output.write_text(HEADER + text.getvalue(), encoding="utf-8")
