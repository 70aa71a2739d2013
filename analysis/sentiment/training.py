"""Train weights.csv, the model of target_tone, on sentences annotated for their tone toward a target."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.sentiment.examples import CLASSES, read_examples
from analysis.sentiment.features import features
from analysis.sentiment.regression import fit, learnable, matrix_of
from analysis.sentiment.target import SCALE

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

WEIGHTS = Path(__file__).with_name("weights.csv")
HEADER = """\
# Weights of target_tone, in hundredths: what a feature adds to the log odds of negative and positive against neutral.
# Made by training.py from the train set of NewsMTSC (Hamborg and Donnay, EACL 2021; MIT licence).
"""
FOLDS = 5
# Added to the log odds of neutral: the train set was chosen to hold as many of each class, while in sentences as they
# come half of the targets are neutral. Less than these shares ask for, since macro-F1 counts classes alike.
CALM = 0.25
MOST = 5000  # features kept, which are then weighed anew: all the others together add nothing


def train(gold_dir: str | Path, output: str | Path) -> None:
    """Write the weights learnt from gold_dir/train.jsonl, as read_examples has it, to the CSV file output."""
    import numpy as np

    examples = read_examples(gold_dir)
    found = [features(example.context) for example in examples]
    # In a headline names are not masked: what is met in headlines alone is not learnt, for it may be one.
    names = learnable(
        [mention for mention, example in zip(found, examples, strict=True) if not example.context.headline]
    )
    labels = np.array([example.label for example in examples])
    matrix = matrix_of(found, names)
    names = strongest(names, matrix, fit(matrix, labels))
    matrix = matrix_of(found, names)
    weights = fit(matrix, labels) * sharpness(matrix, labels, [example.article for example in examples])
    weights[1, names.index("constant")] += CALM
    _write(names, weights, Path(output))


def strongest(names: Sequence[str], matrix: "csr_matrix", weights: "np.ndarray") -> list[str]:
    """The MOST features, in order, that tell one class from another best by their weights and their spread."""
    import numpy as np

    spread = np.sqrt(np.asarray(matrix.power(2).sum(axis=0)).ravel())
    told = ((weights.max(axis=0) - weights.min(axis=0)) * spread).tolist()
    return sorted(sorted(names, key=dict(zip(names, told, strict=True)).get)[-MOST:])


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
        odds[held_out] = matrix[held_out] @ fit(matrix[rest], labels[rest]).T

    def loss(factor: float) -> float:
        return -log_softmax(odds * factor, axis=1)[np.arange(len(labels)), labels].mean()

    return float(minimize_scalar(loss, bounds=(0.5, 2), method="bounded").x)


def _write(names: Sequence[str], weights: "np.ndarray", output: Path) -> None:
    against_neutral = (weights - weights[1]) * SCALE
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("feature", "negative", "positive"))
    for name, negative, positive in zip(names, against_neutral[0].round(), against_neutral[2].round(), strict=True):
        writer.writerow((name, int(negative), int(positive)))
    output.write_text(HEADER + text.getvalue(), encoding="utf-8")
