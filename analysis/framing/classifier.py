"""Frames learned from labelled texts, with the counts of codebooks beside words and parts of words."""

import json
import os
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.framing.codebook import SHIPPED, Codebook, load_codebook
from analysis.framing.features import frame_counts, vectorizers

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from sklearn.pipeline import Pipeline

Label = str | Collection[str]

COUNTED = (*SHIPPED, "gun_violence")  # codebooks whose counts are features
FEWEST = 5  # examples a frame must have
FOLDS = 5
STRENGTH = 3.0  # inverse of the L2 penalty, chosen by cross-validation on headlines
SURE = 0.5  # probability from which a text that may have several frames has one
SEED = 0


class LabelsError(ValueError):
    """Labelled texts are too few, or do not fit together."""


class FrameClassifier:
    """Learns frames from labelled texts: for each frame, a logistic regression with balanced classes.

    Features are stems and pairs of them, parts of words, and the counts of the codebooks that ship and of `codebook`,
    each of the three scaled to length 1. It knows texts like its examples: look at `cross_validated` before any result.
    """

    def __init__(self, codebook: Codebook | None = None):
        self.codebook = codebook

    def fit(self, texts: Sequence[str], labels: Sequence[Label]) -> "FrameClassifier":
        """Learn from texts with one label each (str), or with any number (set of str).

        Raises LabelsError where a frame has fewer than FEWEST examples, or labels of both kinds are mixed.
        """
        self.texts, self.labels = list(texts), list(labels)
        self.several, self.frames = _checked(self.texts, self.labels)
        self._model = _model(self.codebook).fit(self.texts, self._marks())
        return self

    def scores(self, texts: Sequence[str]) -> "pd.DataFrame":
        """How sure it is: a probability for each text (row) and frame (column); of single labels they add up to 1."""
        return self._told(self._model.predict_proba(list(texts)))

    def predict(self, texts: Sequence[str]) -> list[Label]:
        """The likeliest frame of each text; where texts may have several, the set of those at least SURE."""
        return self._labels(self.scores(texts))

    def cross_validated(self) -> "tuple[pd.DataFrame, pd.DataFrame]":
        """How well each fifth of the examples is told by what the others teach.

        First the scores: frame, examples, precision, recall, f1. Then the confusions: given, predicted, texts.
        """
        import pandas as pd
        from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict

        folds = (KFold if self.several else StratifiedKFold)(FOLDS, shuffle=True, random_state=SEED)
        splits = list(folds.split(self.texts, None if self.several else self.labels))
        model = _model(self.codebook)
        chances = cross_val_predict(model, self.texts, self._marks(), cv=splits, method="predict_proba")
        told = self._labels(self._told(chances))
        pairs = [(_set(given), _set(predicted)) for given, predicted in zip(self.labels, told, strict=True)]
        return pd.DataFrame([_measured(frame, pairs) for frame in self.frames]), _confusions(pairs)

    def save(self, path: str | Path) -> None:
        """Write the examples as JSON: a classifier is its examples, and a file of them can run no stranger's code."""
        labels = [label if isinstance(label, str) else sorted(label) for label in self.labels]
        codebook = self.codebook.name if self.codebook else None
        written = json.dumps({"codebook": codebook, "texts": self.texts, "labels": labels}, ensure_ascii=False)
        Path(path).write_text(written, encoding="utf-8")

    @classmethod
    def load(cls, path: str | Path, codebook: Codebook | None = None) -> "FrameClassifier":
        """Learn anew from what `save` wrote, with the same codebook; raises LabelsError where it is another."""
        read = json.loads(Path(path).read_text(encoding="utf-8"))
        name = codebook.name if codebook else None
        if read["codebook"] != name:
            raise LabelsError(f"{path} was learned with codebook {read['codebook']}, not {name}")
        return cls(codebook).fit(read["texts"], [x if isinstance(x, str) else set(x) for x in read["labels"]])

    def _marks(self) -> "np.ndarray":
        """A row a text, a column a frame: 1 where the text has it."""
        import numpy as np

        return np.array([[int(frame in _set(label)) for frame in self.frames] for label in self.labels])

    def _told(self, chances: "np.ndarray") -> "pd.DataFrame":
        import pandas as pd

        whole = 1 if self.several else chances.sum(axis=1, keepdims=True)
        return pd.DataFrame(chances / whole, columns=self.frames)

    def _labels(self, chances: "pd.DataFrame") -> list[Label]:
        if not self.several:
            return chances.idxmax(axis=1).tolist()
        return [{frame for frame, chance in row.items() if chance >= SURE} for row in chances.to_dict("records")]


def read_labelled(path: str | Path) -> tuple[list[str], list[Label]]:
    """Texts and labels of a CSV with columns text and frame; with frames set apart by | in any row, sets throughout.

    A relative path counts from $PARALLAX_FROM. Raises LabelsError, also for labels that cannot be learnt from.
    """
    import pandas as pd

    try:
        read = pd.read_csv(Path(os.environ.get("PARALLAX_FROM", "."), path), dtype="string", keep_default_na=False)
    except (OSError, ValueError) as fault:
        raise LabelsError(f"{path}: {' '.join(str(fault).split())}") from None
    if missing := {"text", "frame"} - set(read.columns):
        raise LabelsError(f"{path}: column {' and '.join(sorted(missing))} is missing")
    labels = [[frame.strip() for frame in cell.split("|")] for cell in read["frame"]]
    several = any(len(frames) > 1 for frames in labels)
    texts, labels = read["text"].tolist(), [set(frames) if several else frames[0] for frames in labels]
    try:
        _checked(texts, labels)
    except LabelsError as fault:
        raise LabelsError(f"{path}: {fault}") from None
    return texts, labels


def _model(codebook: Codebook | None) -> "Pipeline":
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.preprocessing import FunctionTransformer, Normalizer

    codebooks = {read.name: read for read in (*map(load_codebook, COUNTED), codebook) if read}
    counts = FunctionTransformer(frame_counts, kw_args={"codebooks": list(codebooks.values())})
    features = make_union(*vectorizers(), make_pipeline(counts, Normalizer()))
    regression = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=SEED)
    return make_pipeline(features, OneVsRestClassifier(regression))


def _set(label: Label) -> set[str]:
    return {label} if isinstance(label, str) else set(label)


def _checked(texts: Sequence[str], labels: Sequence[Label]) -> tuple[bool, list[str]]:
    """Whether texts may have several labels, and the frames in order."""
    if len(texts) != len(labels):
        raise LabelsError(f"{len(texts)} texts, but {len(labels)} labels")
    single = [isinstance(label, str) for label in labels]
    if len(set(single)) > 1:
        raise LabelsError("some labels are one frame and others a set of frames; give sets throughout")
    counts = Counter(frame for label in labels for frame in _set(label))
    few = [f"{frame} has {count}" for frame, count in sorted(counts.items()) if count < FEWEST]
    if few:
        raise LabelsError(f"a frame needs {FEWEST} examples at least: {', '.join(few)}")
    if len(counts) < 2:
        raise LabelsError(f"there must be two frames at least to tell apart; there are {len(counts)}")
    return not single[0], sorted(counts)


def _measured(frame: str, pairs: Sequence[tuple[set[str], set[str]]]) -> dict:
    given = sum(frame in labels for labels, _ in pairs)
    predicted = sum(frame in labels for _, labels in pairs)
    hits = sum(frame in given and frame in predicted for given, predicted in pairs)
    precision, recall = hits / predicted if predicted else 0.0, hits / given
    f1 = 2 * hits / (given + predicted)
    return {"frame": frame, "examples": given, "precision": precision, "recall": recall, "f1": f1}


def _confusions(pairs: Sequence[tuple[set[str], set[str]]]) -> "pd.DataFrame":
    """How often a frame that was missed stands beside one that was told instead; the most frequent first."""
    import pandas as pd

    counts = Counter(
        (missed, told) for given, predicted in pairs for missed in given - predicted for told in predicted - given
    )
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return pd.DataFrame([(*pair, count) for pair, count in rows], columns=["given", "predicted", "texts"])
