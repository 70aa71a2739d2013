"""The scores that the package ships, as `evaluate` wrote them."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

HEADER = """\
# Scores of this version and of other tools, written by python -m analysis evaluate; column data says on which data.
"""
FILE = Path(__file__).with_name("scores.csv")
COLUMNS = (
    "set",
    "group",
    "name",
    "data",
    "part",
    "items",
    "unit",
    "measure",
    "lower",
    "tool",
    "run",
    "score",
    "people",
    "per_second",
)


def scores() -> "pd.DataFrame":
    """A row for each set, measure and tool: its score on so many items of which data, and what people reach.

    per_second: items a second on the machine that measured. score is empty where a tool was not run or has no such one.
    """
    import pandas as pd

    return pd.read_csv(FILE, comment="#") if FILE.exists() else pd.DataFrame(columns=COLUMNS)


def beside(measured: "pd.DataFrame") -> "list[tuple[str, pd.DataFrame]]":
    """The scores to read, an analysis after the other: one row a measure, one column a tool, with its data and size."""
    found = []
    for group, rows in measured.groupby("group", sort=False):
        shown = rows["score"].map("{:.2f}".format).where(rows["score"].notna(), "–").where(rows["run"], "not run")
        size = rows["items"].map("{:,}".format) + " " + rows["unit"] + ", " + rows["part"]
        better = rows["measure"] + rows["lower"].map({True: " (less is better)", False: ""})
        read = rows.assign(
            Measure=better, Set=rows["name"], Data=rows["data"], Size=size, People=rows["people"], shown=shown
        )
        wide = read.pivot_table(
            index=["Measure", "Set", "Data", "Size"], columns="tool", values="shown", aggfunc="first", sort=False
        )
        people = read.groupby(["Measure", "Set", "Data", "Size"], sort=False)["People"].first()
        found.append((group, wide.assign(People=people).reset_index()))
    return found


def write(rows: "pd.DataFrame") -> None:
    """Replace the sets that the rows are about, and keep the others."""
    import pandas as pd

    kept = scores()
    kept = kept[~kept["set"].isin(rows["set"])]
    together = pd.concat([kept, rows]) if len(kept) else rows
    written = together.sort_values("set", kind="stable").to_csv(
        columns=COLUMNS, index=False, float_format="%.4g", lineterminator="\n"
    )
    FILE.write_text(HEADER + written, encoding="utf-8")
