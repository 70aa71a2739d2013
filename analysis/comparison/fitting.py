"""Fit weights.csv on annotated sentence pairs: python -m analysis.comparison.fitting GOLD.jsonl.

GOLD has a topic a line: {"topic", "articles": [{"sentences": [...]}], "aligned": [[article, sentence, article, sentence]]}.
The weights that ship were fitted on ECB+ (Cybulska and Vossen, LREC 2014; CC BY 3.0), half of whose topics were kept back.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from analysis.comparison.matching import COLUMNS, pair_features

HEADER = """\
# Weights of a logistic regression on the features of matching.pair_features, and the score from which a pair is matched.
# Fitted by fitting.py on ECB+ (Cybulska and Vossen, LREC 2014, CC BY 3.0): all sentences of a topic's two look-alike events.
feature,weight
"""
STRENGTH = 1.0  # inverse of the L2 penalty, scikit-learn's default: the features are few and all lie between 0 and 1


def labelled(lines: Iterable[str]) -> "tuple":
    """Names of the features, their matrix, and whether each pair is aligned; and the aligned pairs that FLOOR hides."""
    import numpy as np

    matrices, labels, hidden = [], [], 0
    for line in lines:
        gold = json.loads(line)
        pairs, features = pair_features([article["sentences"] for article in gold["articles"]])
        aligned = {tuple(pair) if pair[0] < pair[2] else (*pair[2:], *pair[:2]) for pair in gold["aligned"]}
        found = list(zip(*(pairs[column].tolist() for column in COLUMNS[:4]), strict=True))
        labels += [pair in aligned for pair in found]
        hidden += len(aligned - set(found))
        matrices.append(np.column_stack(list(features.values())))
    return list(features), np.vstack(matrices), np.array(labels), hidden


def fit(lines: Iterable[str]) -> dict[str, float]:
    """The constant, the weight of each feature, and the threshold with the best F1 on these same pairs."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    names, matrix, labels, hidden = labelled(lines)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix, labels)
    scores = model.predict_proba(matrix)[:, 1]
    order = np.argsort(-scores, kind="stable")
    f1 = 2 * np.cumsum(labels[order]) / (np.arange(1, len(order) + 1) + labels.sum() + hidden)
    weights = dict(zip(names, model.coef_[0], strict=True))
    return {"constant": model.intercept_[0], **weights, "threshold": scores[order][f1.argmax()]}


def main(gold: str) -> None:
    """Write weights.csv beside this file."""
    weights = fit(Path(gold).read_text(encoding="utf-8").splitlines())
    rows = "".join(f"{name},{weight:.3f}\n" for name, weight in weights.items())
    Path(__file__).with_name("weights.csv").write_text(HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
