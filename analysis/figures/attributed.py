"""Which attribution a figure stands in."""

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

LOOKED_BACK = 50  # attributions that start before a figure and may still hold it: they nest a few deep


def standing_in(figures: list[dict], attributions: "pd.DataFrame") -> list[int | None]:
    """For each figure the row (from 0) of table `attributions` whose content holds it, the shortest one; else None."""
    contents: dict[str, list[tuple[int, int, int]]] = {}
    for number, (article, spans) in enumerate(attributions[["article", "content_spans"]].itertuples(index=False)):
        contents.setdefault(article, []).extend((start, end, number) for start, end in spans)
    for spans in contents.values():
        spans.sort()
    found = []
    for figure in figures:
        spans = contents.get(figure["article"], [])
        reach = bisect_right(spans, figure["start"], key=lambda span: span[0])
        near = spans[max(0, reach - LOOKED_BACK) : reach]
        found.append(
            min(((end - start, row) for start, end, row in near if figure["end"] <= end), default=(0, None))[1]
        )
    return found
