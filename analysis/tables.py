"""The tables of a story: their schema, how rows become a table, and how tables are written to disk."""

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

DTYPES = {"text": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "list": "object"}


@dataclass(frozen=True)
class Column:
    """One column of a table: its type, whether a cell may be empty, its unit and what it means."""

    table: str
    column: str
    type: str
    null: bool
    unit: str
    meaning: str


@cache
def schema() -> dict[str, tuple[Column, ...]]:
    """The columns of every table, in order, by the table's name."""
    text = files(__package__).joinpath("tables.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    tables: dict[str, list[Column]] = {}
    for row in csv.DictReader(lines):
        column = Column(**{**row, "null": row["null"] == "yes"})
        tables.setdefault(column.table, []).append(column)
    return {name: tuple(columns) for name, columns in tables.items()}


def table(name: str, rows: "Iterable[dict] | pd.DataFrame") -> "pd.DataFrame":
    """A table of the declared columns and types, in the order of the rows; columns that the rows lack are empty.

    Raises ValueError, naming table and column, for a column that is not declared and an empty cell that must not be.
    """
    import pandas as pd

    declared = {column.column: column for column in schema()[name]}
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    unknown = sorted(set(frame.columns) - set(declared))
    if unknown:
        raise ValueError(f"table {name}: undeclared column {', '.join(unknown)}; declare it in analysis/tables.csv")
    frame = frame.reindex(columns=list(declared)).reset_index(drop=True)
    frame = frame.astype({column.column: DTYPES[column.type] for column in declared.values()})
    for column in declared.values():
        if column.type == "list":
            frame[column.column] = [cell if isinstance(cell, list) else None for cell in frame[column.column]]
        if not column.null and frame[column.column].isna().any():
            raise ValueError(f"table {name}: column {column.column} has an empty cell and must not")
    return frame


def write_csv(frame: "pd.DataFrame", path: Path) -> None:
    """Write a table as UTF-8 CSV; list cells as JSON."""
    lists = [name for name in frame.columns if frame[name].dtype == object]
    written = frame.assign(**{name: frame[name].map(_as_json, na_action="ignore") for name in lists})
    written.to_csv(path, index=False, lineterminator="\n")


def write_parquet(frame: "pd.DataFrame", path: Path) -> None:
    """Write a table as Parquet, the same bytes for the same table."""
    frame.to_parquet(path, index=False, compression="zstd")


def codebook() -> "pd.DataFrame":
    """What every column of every table means: table, column, type, null, unit, meaning."""
    import pandas as pd

    return pd.DataFrame([vars(column) for columns in schema().values() for column in columns])


def _as_json(cell: list) -> str:
    return json.dumps(cell, ensure_ascii=False)
