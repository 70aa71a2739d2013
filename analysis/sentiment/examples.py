"""Sentences annotated for their tone toward a target, which training learns from."""

import json
from dataclasses import dataclass
from pathlib import Path

from analysis.sentiment.context import Context, context

CLASSES = ("neg", "neu", "pos")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, what stands around its target, the label's place in CLASSES, and the article it is from."""

    sentence: str
    context: Context
    label: int
    article: str


def read_examples(gold_dir: str | Path) -> list[Example]:
    """The examples of gold_dir/train.jsonl. Raises OSError where there is none.

    A line: id (source_story_article_…), sentence, start and end of the target, label (neg, neu, pos).
    """
    lines = (Path(gold_dir) / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return [_example(json.loads(line)) for line in lines if line.strip()]


def _example(row: dict) -> Example:
    around = context(row["sentence"], row["start"], row["end"])
    return Example(row["sentence"], around, CLASSES.index(row["label"]), "_".join(row["id"].split("_")[:3]))
