"""Learn leanings.csv: what words lean to, most of them never met in training, by the company they keep."""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.language.glove import unit_vectors
from analysis.language.lexicon import is_ordinary
from analysis.sentiment.examples import Example, read_examples
from analysis.sentiment.features import closed
from analysis.sentiment.lexicon import STEPS, stem
from analysis.sentiment.regression import fit

if TYPE_CHECKING:
    import numpy as np

LEANINGS = Path(__file__).with_name("leanings.csv")
HEADER = """\
# Words by what they lean to, in steps: praise, from blame to praise; judgement, from dry report to judgement. All but
# the commonest stand as stems. Made by leanings.py from GloVe's vectors (Pennington, Socher and Manning, EMNLP 2014;
# PDDL 1.0) and the train set of NewsMTSC (Hamborg and Donnay, EACL 2021; MIT licence).
"""
KNOWN = 150_000  # words of the vectors, the commonest first, that are looked at
COMMON = 5_000  # of them, those that have leanings of their own; rarer words share that of their stem
WEIGHT = 0.35  # of unit vectors in the regression, chosen by cross-validation by article
STRONG = 99  # percentile of leanings that is as many steps as there are
FAINT = 0.8  # steps under which a word's two leanings together are not worth its place in the file
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Za-z][A-Za-z'-]+")  # words that no sentence begins with


def train(gold_dir: str | Path, vectors: Path, output: Path) -> None:
    """Write to the CSV file output how words lean, learnt from gold_dir/train.jsonl as read_examples has it."""
    learn(read_examples(gold_dir), vectors, output)


def learn(examples: Sequence[Example], vectors: Path, output: Path) -> None:
    """Write to the CSV file output how words lean.

    vectors: a JSON file as glove.unit_vectors reads it. A logistic regression learns an example's label from the sum of
    the vectors of the words around the target; its weights for positive against negative, and for either against
    neutral, say how any other word leans that has a vector.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    words, table = unit_vectors(vectors, KNOWN)
    place = {word: number for number, word in enumerate(words) if word not in closed()}
    around = [[place[word] for word in example.context.words if word in place] for example in examples]
    sums = np.array([table[found].sum(axis=0) for found in around]) * WEIGHT
    matrix = csr_matrix(np.hstack([sums, np.ones((len(sums), 1))]))
    weights = fit(matrix, [example.label for example in examples])[:, :-1]
    negative, neutral, positive = weights
    # In a headline names are not masked: what is met in headlines alone may be one.
    met = {number for found, one in zip(around, examples, strict=True) if not one.context.headline for number in found}
    names = _names(examples)
    kept = {
        word: number for word, number in place.items() if word not in names and (number in met or is_ordinary(word))
    }
    _write(kept, table @ np.column_stack([positive - negative, -neutral]), output)


def _names(examples: Sequence[Example]) -> set[str]:
    """Words that have a capital more often than not where no sentence begins."""
    counts = Counter(word for example in examples for word in _INSIDE.findall(example.sentence))
    return {word.lower() for word, count in counts.items() if word[0].isupper() and count > counts[word.lower()]}


def _write(kept: Mapping[str, int], leanings: "np.ndarray", output: Path) -> None:
    """Common words by themselves, rarer ones by stem, those that lean alike in one row."""
    import numpy as np

    of_form = defaultdict(list)
    for word, number in kept.items():
        of_form[word if number < COMMON else stem(word)].append(leanings[number])
    means = np.array([np.mean(found, axis=0) for found in of_form.values()])
    steps = means / np.percentile(abs(means), STRONG, axis=0) * STEPS
    alike = defaultdict(list)
    for form, lean in zip(of_form, steps, strict=True):
        if np.linalg.norm(lean) >= FAINT:
            alike[tuple(np.clip(lean.round(), -STEPS, STEPS).astype(int).tolist())].append(form)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("praise", "judgement", "words"))
    writer.writerows((*lean, " ".join(sorted(forms))) for lean, forms in sorted(alike.items()))
    output.write_text(HEADER + text.getvalue(), encoding="utf-8")
