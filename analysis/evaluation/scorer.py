"""Run a set's own scorer, as a program, on predictions."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path


class ScorerError(RuntimeError):
    """A scorer that failed; the message names it and its last line."""


def read_items(path: Path) -> list[dict]:
    """The JSON objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(scorer: Path, items: list[dict], predictions: list[dict], as_json: bool) -> dict[str, float]:
    """What the scorer prints for the predictions, by key; keys of nested objects are joined by a point."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predictions.jsonl")
        for path, rows in ((gold, items), (predicted, predictions)):
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(predicted), *(["--json"] if as_json else [])]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ScorerError(f"{scorer.parent.name}/{scorer.name}: {done.stderr.strip().splitlines()[-1:] or 'failed'}")
    return dict(_flat(json.loads(done.stdout)) if as_json else _lines(done.stdout))


def _flat(printed: dict, above: str = "") -> Iterator[tuple[str, float]]:
    for key, value in printed.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        elif isinstance(value, int | float):
            yield above + key, float(value)


def _lines(printed: str) -> Iterator[tuple[str, float]]:
    for line in printed.splitlines():
        key, _, value = line.strip().rpartition("\t" if "\t" in line else " ")
        try:
            yield key.strip(), float(value)
        except ValueError:
            continue
