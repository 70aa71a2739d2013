"""What a set of annotated data is measured by: its items, the tools that are run on them, its scorer and measures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

# From the items of a set, as annotated, and the folder they lie in (for data to train on), to one prediction an item.
Tool = Callable[[list[dict], Path], list[dict]]
OURS = "Parallax"


@dataclass(frozen=True)
class Measure:
    """A score that a set's scorer prints under a key, what it is called, and what trained people reach on it, if known.

    group: the analysis that the measure says how far to trust. lower: whether less is better.
    """

    key: str
    name: str
    group: str
    people: float | None = None
    lower: bool = False


@dataclass(frozen=True)
class Benchmark:
    """Items of `file` (below the gold folder, one JSON object a line; part: which part of the data they are).

    pick: which items of the file the benchmark is about. The scorer is the file score.py beside the items, run as a
    program on them and on predictions; as_json: whether it takes --json. timed: whether speed is measured, for which a
    tool is run on one item first, so that what it loads is not counted.
    """

    name: str
    data: str
    file: str
    ours: Tool
    measures: tuple[Measure, ...]
    peers: dict[str, Tool] = field(default_factory=dict)
    pick: Callable[[dict], bool] = lambda item: True
    part: str = "dev"
    unit: str = "items"
    as_json: bool = True
    timed: bool = True
