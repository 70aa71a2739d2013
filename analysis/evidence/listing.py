"""Tables of findings."""

from html import escape
from typing import TYPE_CHECKING

from analysis.evidence.shown import Shown

if TYPE_CHECKING:
    import pandas as pd

WIDE = 8  # sources up to which each has a column of its own


def listed(frame: "pd.DataFrame", caption: str) -> Shown:
    """The rows of a table under a caption, which must be the only one of its words on the page.

    Empty cells show –; a column's name and a cell may be Shown; the first column heads its row. Of no rows, it says so.
    """
    if frame.empty:
        return Shown(f'<p class="note">{escape(caption)}: none.</p>')
    head = "".join(f'<th scope="col">{_cell(name)}</th>' for name in frame.columns)
    cells = frame.astype(object).where(frame.notna(), None)
    rows = "".join(f"<tr>{_row(row)}</tr>" for row in cells.itertuples(index=False, name=None))
    return Shown(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple) -> str:
    first, *rest = row
    return f'<th scope="row">{_cell(first)}</th>' + "".join(f"<td>{_cell(cell)}</td>" for cell in rest)


def _cell(cell: object) -> str:
    if cell is None:
        return '<span class="none">–</span>'
    if isinstance(cell, Shown):
        return cell.html
    if isinstance(cell, float):
        return f"{round(cell, 2) + 0.0:,.2f}".replace("-", "−")
    return escape(f"{cell:,}" if isinstance(cell, int) and not isinstance(cell, bool) else str(cell))
