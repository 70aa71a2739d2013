"""The tables of a story: their schema, how rows become a table, and how tables are written and read."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import data

if TYPE_CHECKING:
    import pandas as pd

DTYPES = {"text": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}
LISTS = ("integers", "numbers", "texts", "spans")


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
    tables: dict[str, list[Column]] = {}
    for row in data.rows(__package__, "tables.csv"):
        column = Column(**{**row, "null": row["null"] == "yes"})
        tables.setdefault(column.table, []).append(column)
    return {name: tuple(columns) for name, columns in tables.items()}


@cache
def meanings() -> dict[str, str]:
    """What one row of every table is, by the table's name."""
    return {row["table"]: row["row"] for row in data.rows(__package__, "tables_meaning.csv")}


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
    for column in declared.values():
        frame[column.column] = _typed(frame[column.column], column.type)
        if not column.null and frame[column.column].isna().any():
            raise ValueError(f"table {name}: column {column.column} has an empty cell and must not")
    return frame


def _typed(cells: "pd.Series", kind: str) -> "pd.Series":
    import pandas as pd

    if kind in LISTS:
        lists = [list(cell) if isinstance(cell, list | tuple) else None for cell in cells]
        return pd.Series(lists, index=cells.index, dtype="object")
    return cells.astype(DTYPES[kind])


def write_parquet(name: str, frame: "pd.DataFrame", path: Path) -> None:
    """Write the table as Parquet: the same bytes for the same table."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrow = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "integers": pa.list_(pa.int64()),
        "numbers": pa.list_(pa.float64()),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(pa.list_(pa.int64())),
    }
    declared = pa.schema([(column.column, arrow[column.type]) for column in schema()[name]])
    pq.write_table(pa.Table.from_pandas(frame, schema=declared, preserve_index=False), path)


def read_parquet(name: str, path: Path) -> "pd.DataFrame":
    """Read a table that write_parquet wrote; lists come back as lists."""
    import pandas as pd
    import pyarrow.parquet as pq

    written = pq.ParquetFile(path).read()
    columns = {column: written[column].to_pylist() for column in written.column_names}
    return table(name, pd.DataFrame(columns, dtype="object"))


def write_csv(frame: "pd.DataFrame", path: Path) -> None:
    """Write a table as UTF-8 CSV; list cells as JSON."""
    lists = [name for name in frame.columns if frame[name].dtype == object]
    written = frame.assign(**{name: frame[name].map(_as_json, na_action="ignore") for name in lists})
    written.to_csv(path, index=False, lineterminator="\n")


def codebook() -> "pd.DataFrame":
    """What every column of every table means: table, column, type, null, unit, meaning."""
    import pandas as pd

    return pd.DataFrame([vars(column) for columns in schema().values() for column in columns])


def codebook_text() -> str:
    """The codebook as Markdown: a section a table, a line a column."""
    parts = ["# Codebook", "What each column of the tables in `tables/` means. Made by `python -m analysis codebook`."]
    for name, columns in schema().items():
        rows = "\n".join(
            f"| {column.column} | {column.type}{', may be empty' * column.null} | {column.unit} | {column.meaning} |"
            for column in columns
        )
        head = "| column | type | unit | meaning |\n|---|---|---|---|"
        parts += [f"## {name}", f"One row: {meanings()[name]}.", f"{head}\n{rows}"]
    return "\n\n".join(parts) + "\n"


def _as_json(cell: list) -> str:
    return json.dumps(cell, ensure_ascii=False)
