"""Biased sentences and their loaded words, learned from sentences in which people marked them."""

import json
from collections.abc import Sequence
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.framing.classifier import FEWEST, LabelsError
from analysis.framing.codebook import load_codebook
from analysis.framing.features import counts_by_weight, frame_counts, vectorizers
from analysis.framing.marking import Chances, WordModel, best_floor, unseen
from analysis.framing.matching import normal
from analysis.language import Span, stopwords
from analysis.language.vader import valences

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

COUNTED = ("hedges", "generic", "policy")  # codebooks whose counts, beside the loaded words', tell of a sentence
STRENGTH = 3.0  # inverse of the L2 penalty
SEED = 0
SHARE = 0.2  # what numbers weigh beside the words of a sentence, whose features have length 1


class LoadedClassifier:
    """Learns which sentences are biased and which of their words are loaded, from annotated sentences.

    Two logistic regressions: of words in their context, and of sentences by their stems, parts of words, counts of
    codebooks, valences, and how loaded the first takes their words for. It knows texts like its examples.
    """

    def fit(self, texts: Sequence[str], biased: Sequence[bool], words: Sequence[Sequence[str]]) -> "LoadedClassifier":
        """Learn from sentences, whether each is biased, and its loaded words.

        Raises LabelsError where fewer than FEWEST are biased, are not, or have loaded words.
        """
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_union
        from sklearn.preprocessing import StandardScaler

        self.examples = _checked(texts, biased, words)
        texts, biased, words = self.examples
        chances = unseen(texts, words)
        self._floor = best_floor(chances, words, texts)
        self._words = WordModel().fit(texts, words)
        self._terms = make_union(*vectorizers()).fit(texts)
        self._scale = StandardScaler().fit(_numbers(texts, chances))
        regression = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=SEED)
        self._sentences = regression.fit(self._features(texts, chances), biased)
        return self

    def scores(self, texts: Sequence[str]) -> list[float]:
        """The probability that each text is biased."""
        chances = [self._words.chances(text) for text in texts]
        return self._sentences.predict_proba(self._features(texts, chances))[:, 1].tolist()

    def predict(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text is biased."""
        return [score >= 0.5 for score in self.scores(texts)]

    def spans(self, text: str) -> list[Span]:
        """The loaded words of text, where they stand."""
        return [word for word, chance in self._words.chances(text) if chance >= self._floor]

    def words(self, text: str) -> list[str]:
        """The loaded words of text, lower case, each once."""
        return list(dict.fromkeys(word.text.lower() for word in self.spans(text)))

    def save(self, path: str | Path) -> None:
        """Write the examples as JSON: the model is its examples, and a file of them can run no stranger's code."""
        written = json.dumps(dict(zip(("texts", "biased", "words"), self.examples, strict=True)), ensure_ascii=False)
        Path(path).write_text(written, encoding="utf-8")

    @classmethod
    def load(cls, path: str | Path) -> "LoadedClassifier":
        """Learn anew from what `save` wrote, which takes seconds."""
        return cls().fit(**json.loads(Path(path).read_text(encoding="utf-8")))

    def _features(self, texts: Sequence[str], chances: Sequence[Chances]) -> "csr_matrix":
        from scipy.sparse import csr_matrix, hstack

        numbers = SHARE * self._scale.transform(_numbers(texts, chances))
        return hstack([self._terms.transform(texts), csr_matrix(numbers)]).tocsr()


def train(gold_dir: str | Path, output: str | Path) -> None:
    """Learn from gold_dir/train.jsonl and save to output; a line that has no biased and words is passed over."""
    lines = (Path(gold_dir) / "train.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [row for row in map(json.loads, filter(str.strip, lines)) if {"biased", "words"} <= row.keys()]
    LoadedClassifier().fit(*([row[key] for row in gold] for key in ("text", "biased", "words"))).save(output)


def _checked(texts, biased, words) -> tuple[list[str], list[bool], list[list[str]]]:
    if not len(texts) == len(biased) == len(words):
        raise LabelsError(f"{len(texts)} texts, but {len(biased)} labels and {len(words)} lists of words")
    counts = {"biased": sum(map(bool, biased)), "with loaded words": sum(map(bool, words))}
    counts["not biased"] = len(biased) - counts["biased"]
    few = [f"{kind} are {count}" for kind, count in counts.items() if count < FEWEST]
    if few:
        raise LabelsError(f"texts of each kind must be {FEWEST} at least: {', '.join(few)}")
    return list(texts), [bool(label) for label in biased], [list(marked) for marked in words]


def _numbers(texts: Sequence[str], chances: Sequence[Chances]) -> "np.ndarray":
    """A row a text: how loaded its words are taken for, their valences and looks, and counts of codebooks."""
    import numpy as np

    by_weight = counts_by_weight(texts, load_codebook("loaded"))
    counts = frame_counts(texts, [load_codebook(name) for name in COUNTED])
    return np.hstack([[_of_text(text, told) for text, told in zip(texts, chances, strict=True)], by_weight, counts])


def _of_text(text: str, told: Chances) -> list[float]:
    highest = sorted((chance for _, chance in told), reverse=True) + [0.0] * 3
    plain = [normal(word.text) for word, _ in told]
    valued = [valences().get(word, 0.0) for word in plain]
    size = max(1, len(told))
    return [
        *highest[:3],
        sum(highest),
        sum(highest) / size,
        1 - prod(1 - chance for chance in highest),
        sum(min(0, valence) for valence in valued),
        sum(max(0, valence) for valence in valued),
        sum(map(abs, valued)) / size,
        size,
        sum(map(len, plain)) / size,
        sum(word in stopwords() for word in plain) / size,
        sum(word.text[0].isupper() for word, _ in told) / size,
        sum(character in '"“!?' for character in text),
        sum(character.isdigit() for character in text),
    ]
