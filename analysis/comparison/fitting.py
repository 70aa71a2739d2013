"""Fit weights.csv on annotated sentence pairs: python -m analysis.comparison.fitting GOLD.jsonl.

GOLD has a topic a line: {"articles": [{"sentences": [...]}], "aligned": [[article, sentence, article, sentence]]}. The
weights that ship were fitted on topics of ECB+ (Cybulska and Vossen, LREC 2014; CC BY 3.0), the others kept back.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.comparison.matching import FEATURES, PAIR, pair_features

if TYPE_CHECKING:
    import numpy as np

HEADER = """\
# Weights of a logistic regression on the features of matching.pair_features, and the score from which they match.
# Fitted by fitting.py on ECB+ (Cybulska and Vossen, LREC 2014, CC BY 3.0), look-alike events mixed; length by hand.
feature,weight
"""
# By hand: the longer the articles, the rarer a pair; ECB+ as annotated keeps a sentence or two of each, and hides it.
LENGTH = -0.4
STRENGTH = 1.0  # inverse of the L2 penalty, scikit-learn's default: the features are few


def labelled(lines: Iterable[str]) -> tuple["np.ndarray", "np.ndarray", int]:
    """A row of FEATURES a pair, whether each pair is aligned, and how many aligned pairs FLOOR hides."""
    import numpy as np

    matrices, labels, hidden = [], [], 0
    for line in lines:
        gold = json.loads(line)
        pairs, features = pair_features([article["sentences"] for article in gold["articles"]])
        aligned = {tuple(pair) if pair[0] < pair[2] else (*pair[2:], *pair[:2]) for pair in gold["aligned"]}
        found = list(zip(*(pairs[column].tolist() for column in PAIR), strict=True))
        labels += [pair in aligned for pair in found]
        hidden += len(aligned - set(found))
        matrices.append(np.column_stack([features[name] for name in FEATURES]))
    return np.vstack(matrices), np.array(labels), hidden


def fit(lines: Iterable[str]) -> dict[str, float]:
    """The constant, the weight of each feature, and the threshold with the best F1 on these same pairs."""
    import numpy as np
    from scipy.special import expit
    from sklearn.linear_model import LogisticRegression

    matrix, labels, hidden = labelled(lines)
    length = FEATURES.index("length")
    fitted = np.delete(matrix, length, axis=1)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(fitted, labels)
    scores = expit(model.decision_function(fitted) + LENGTH * matrix[:, length])
    order = np.argsort(-scores, kind="stable")
    f1 = 2 * np.cumsum(labels[order]) / (np.arange(1, len(order) + 1) + labels.sum() + hidden)
    weights = np.insert(model.coef_[0], length, LENGTH)
    return {
        "constant": model.intercept_[0],
        **dict(zip(FEATURES, weights, strict=True)),
        "threshold": scores[order][f1.argmax()],
    }


def main(gold: str) -> None:
    """Write weights.csv beside this file."""
    weights = fit(Path(gold).read_text(encoding="utf-8").splitlines())
    rows = "".join(f"{name},{weight:.3f}\n" for name, weight in weights.items())
    Path(__file__).with_name("weights.csv").write_text(HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
