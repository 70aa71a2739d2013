"""Tone toward a target in a sentence of news."""

from collections.abc import Callable
from pathlib import Path

from analysis.evaluation.benchmark import Benchmark, Measure

SHORT = {"negative": "neg", "neutral": "neu", "positive": "pos"}
NEUTRAL = 0.05  # VADER's own bounds of a neutral compound score


def ours(items: list[dict], _: Path) -> list[dict]:
    """Tone toward each item's target, with probabilities."""
    from analysis.sentiment import target_tone

    found = [target_tone(item["sentence"], item["start"], item["end"]) for item in items]
    return [
        {"id": item["id"], "label": SHORT[tone.label], "probs": {SHORT[name]: getattr(tone, name) for name in SHORT}}
        for item, tone in zip(items, found, strict=True)
    ]


def vader(items: list[dict], _: Path) -> list[dict]:
    """The tone of the whole sentence, the same for each of its targets."""
    from analysis.sentiment import sentence_tone

    return _labelled(items, sentence_tone)


def textblob(items: list[dict], _: Path) -> list[dict]:
    """TextBlob's polarity of the whole sentence, -1 to 1, within VADER's bounds of neutral."""
    from textblob import TextBlob

    return _labelled(items, lambda text: TextBlob(text).sentiment.polarity)


def afinn(items: list[dict], _: Path) -> list[dict]:
    """The sum of AFINN's valences, which are whole numbers, over the whole sentence."""
    from afinn import Afinn

    return _labelled(items, Afinn().score)


def _labelled(items: list[dict], tone: Callable[[str], float]) -> list[dict]:
    tones = [tone(item["sentence"]) for item in items]
    return [
        {"id": item["id"], "label": "neu" if abs(found) < NEUTRAL else "pos" if found > 0 else "neg"}
        for item, found in zip(items, tones, strict=True)
    ]


BENCHMARKS = (
    Benchmark(
        name="tone toward a target",
        data="NewsMTSC (Hamborg and Donnay, EACL 2021)",
        file="sentiment/dev.jsonl",
        unit="targets",
        ours=ours,
        peers={"VADER": vader, "TextBlob": textblob, "AFINN": afinn},
        measures=(
            Measure("macro_f1", "right label, macro-F1", "sentiment"),
            Measure("flip_rate", "negative taken for positive or the reverse", "sentiment", lower=True),
            Measure("pair_acc", "two targets of one sentence both right", "sentiment"),
            Measure("ece", "calibration error", "sentiment", lower=True),
        ),
    ),
)
