"""The logistic regression that training rests on, from features by name."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

RARE = 3  # mentions with a feature under which it is not learnt
# Both chosen by cross-validation by article.
STRENGTH = 0.3  # inverse of the L2 penalty
EVEN = 0.25  # power of a feature's sum of squares that it is divided by


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


def fit(matrix: "csr_matrix", labels: "Sequence[int] | np.ndarray") -> "np.ndarray":
    """Weights of a multinomial logistic regression, a row a class and a column a feature; the constant is a feature.

    The commoner a feature, the more its weight is held back, which is what training with features left out at random
    comes to (Wager, Wang and Liang, NIPS 2013): rare words have their say beside what nearly every mention has.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    squares = np.asarray(matrix.power(2).sum(axis=0)).ravel()
    scale = np.where(squares > 0, squares, 1) ** -EVEN
    model = LogisticRegression(C=STRENGTH, max_iter=500, fit_intercept=False)
    return model.fit(matrix.multiply(scale).tocsr(), labels).coef_ * scale
