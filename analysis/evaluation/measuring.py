"""Run every tool on every set, score it, print a table, and keep the scores for the page that shows them."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.evaluation.benchmark import OURS, Benchmark, Tool
from analysis.evaluation.scorer import read_items, score
from analysis.evaluation.sets import SETS

if TYPE_CHECKING:
    import pandas as pd

NOT_RUN = "not run"


class GoldError(ValueError):
    """A folder of annotated data that cannot be used; the message is one line that says what was expected."""


def evaluate(gold: Path, only: Sequence[str] = (), peers: bool = False) -> "pd.DataFrame":
    """A row for each set, measure and tool (columns of scores.COLUMNS) from the annotated data below `gold`.

    Without `peers`, and where a peer is not installed, it is not run. A measure that a tool cannot have, such as the
    calibration of one that gives no probabilities, is empty. Raises GoldError for a set that does not exist
    and for data that are not there.
    """
    import pandas as pd

    unknown = sorted(set(only) - set(SETS))
    if unknown:
        raise GoldError(f"unknown set {', '.join(unknown)}; there are: {', '.join(SETS)}")
    rows = [
        row
        for name in only or SETS
        for benchmark in SETS[name]
        for row in _rows(name, benchmark, _items(gold, benchmark), gold, peers)
    ]
    return pd.DataFrame(rows)


def table(rows: "pd.DataFrame") -> str:
    """The scores as text: a line a measure, a column a tool."""
    scored = rows["score"].map("{:.3f}".format).where(rows["score"].notna(), "–")
    shown = rows.assign(score=scored.where(rows["run"], NOT_RUN))
    wide = shown.pivot_table(index=["name", "measure"], columns="tool", values="score", aggfunc="first", sort=False)
    return wide.fillna("").to_string()


def _items(gold: Path, benchmark: Benchmark) -> list[dict]:
    path = gold / benchmark.file
    if not path.is_file() or not path.with_name("score.py").is_file():
        raise GoldError(
            f"{path} and score.py beside it are not there; --gold takes the folder that holds {benchmark.file}"
        )
    return [item for item in read_items(path) if benchmark.pick(item)]


def _rows(name: str, benchmark: Benchmark, items: list[dict], gold: Path, peers: bool) -> Iterator[dict]:
    path = gold / benchmark.file
    for tool, predict in {OURS: benchmark.ours, **benchmark.peers}.items():
        found, speed, predictions = {}, None, None
        if tool == OURS or peers:
            predictions, speed = _predicted(predict, items, path.parent, benchmark.timed)
            if predictions is not None:
                found = score(path.with_name("score.py"), items, predictions, benchmark.as_json)
        for measure in benchmark.measures:
            yield {
                "set": name,
                "group": measure.group,
                "name": benchmark.name,
                "data": benchmark.data,
                "part": benchmark.part,
                "items": len(items),
                "unit": benchmark.unit,
                "measure": measure.name,
                "lower": measure.lower,
                "tool": tool,
                "run": predictions is not None,
                "score": found.get(measure.key),
                "people": measure.people,
                "per_second": speed,
            }


def _predicted(predict: Tool, items: list[dict], folder: Path, timed: bool) -> tuple[list[dict] | None, float | None]:
    """The predictions, None where the tool is not installed, and items a second."""
    try:
        if timed:
            predict(items[:1], folder)
        start = time.perf_counter()
        predictions = predict(items, folder)
    except ImportError:
        return None, None
    return predictions, len(items) / (time.perf_counter() - start) if timed else None
