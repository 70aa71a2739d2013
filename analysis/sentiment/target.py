"""Tone toward one marked target of a sentence."""

import csv
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from analysis.sentiment.context import context
from analysis.sentiment.features import features

LABELS = ("negative", "neutral", "positive")
SCALE = 100  # weights are kept as whole hundredths


@dataclass(frozen=True, slots=True)
class TargetTone:
    """Probabilities that a sentence is negative, neutral or positive toward its target; they add up to 1."""

    negative: float
    neutral: float
    positive: float

    @property
    def label(self) -> str:
        """The most probable of negative, neutral and positive."""
        return max(LABELS, key=lambda label: getattr(self, label))

    @property
    def tone(self) -> float:
        """Probability of positive minus probability of negative, -1 to 1."""
        return self.positive - self.negative


def target_tone(sentence: str, start: int, end: int) -> TargetTone:
    """Tone toward sentence[start:end], from what stands around it; the target itself and other names are not looked at.

    A multinomial logistic regression (weights.csv) trained on NewsMTSC (Hamborg and Donnay, EACL 2021), with calibrated
    probabilities. It knows neither irony nor the world: bad news for the target goes unseen unless a word says so.
    """
    weights = _weights()
    negative = positive = 0.0
    for name, value in features(context(sentence, start, end)).items():
        weight = weights.get(name)
        if weight is not None:
            negative += value * weight[0]
            positive += value * weight[1]
    top = max(negative, positive, 0.0)
    odds = [math.exp(total - top) for total in (negative, 0.0, positive)]
    return TargetTone(*(odd / sum(odds) for odd in odds))


@cache
def _weights() -> dict[str, tuple[float, float]]:
    """Of each feature, what it adds to the log odds of negative and of positive against neutral."""
    text = files(__package__).joinpath("weights.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("# "))
    next(rows)
    return {name: (int(negative) / SCALE, int(positive) / SCALE) for name, negative, positive in rows}
