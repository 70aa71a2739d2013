"""The logistic regression that training rests on, from features by name."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

RARE = 3  # mentions with a feature under which it is not learnt
STRENGTH = 0.05  # inverse of the L2 penalty, chosen by cross-validation by article


def learnable(found: Sequence[dict[str, float]]) -> list[str]:
    """The features, in order, that at least RARE mentions have."""
    counts = Counter(name for mention in found for name in mention)
    return sorted(name for name, count in counts.items() if count >= RARE)


def matrix_of(found: Sequence[dict[str, float]], names: Sequence[str]) -> "csr_matrix":
    """The values of the named features, a row a mention."""
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


def fit(matrix, labels):
    """A multinomial logistic regression; its constant is a feature, so that all the weights stand in one place."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=STRENGTH, max_iter=500, fit_intercept=False).fit(matrix, labels)
