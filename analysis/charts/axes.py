"""What charts of all sources have in common: a row for each source, and headings over columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes


def source_rows(axes: "Axes", articles: "pd.DataFrame", height: int | None = None) -> None:
    """A row for each source, the first on top, named by letter and label; spread over `height` rows, if given."""
    many = len(articles)
    height = height or many
    names = [f"{source.letter}  {source.label}" for source in articles.itertuples()]
    axes.set_yticks([spaced(place, many, height) for place in range(many)], names)
    downward(axes, height)


def spaced(place: int, many: int, height: int) -> float:
    """The height of a row among so many, spread over the whole height."""
    return (place + 0.5) * height / many - 0.5


def downward(axes: "Axes", height: int) -> None:
    """Rows from 0 at the top to `height` at the bottom, without a line under them."""
    axes.set_ylim(max(height, 1) - 0.5, -0.5)
    axes.spines["bottom"].set_visible(False)


def headings(axes: "Axes", names: Sequence[str], align: str = "left", fontsize: int = 11) -> None:
    """A heading over each column of width 1."""
    axes.set_xticks(range(len(names)), names, ha=align, fontsize=fontsize)
    axes.xaxis.tick_top()
    axes.tick_params(axis="x", length=0)
