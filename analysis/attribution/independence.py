"""How many independent origins a statement of several articles has."""

from typing import TYPE_CHECKING

from analysis.attribution.origins import published_by, with_groups

if TYPE_CHECKING:
    import pandas as pd


def with_origins(
    statements: "pd.DataFrame", attributions: "pd.DataFrame", articles: "pd.DataFrame", number: str
) -> "pd.DataFrame":
    """Statements (columns article, start, end, and `number`, alike for those of one claim), with credited and origins.

    credited: the outlet that an attribution credits whose content holds most of the statement, else the unnamed group;
    empty where the article credits nobody, which is not to say that it is original. origins: how many independent
    origins the claim has: everybody credited, and every article that credits nobody for it. An outlet that is itself in
    the story counts once, and so do unnamed groups in the same words, since nothing tells them apart.
    """
    contents: dict[str, list[dict]] = {}
    for row in with_groups(attributions):
        contents.setdefault(row["article"], []).append(row)
    spans = statements[["article", "start", "end"]].itertuples(index=False, name=None)
    credited = [_credited(contents.get(article, []), start, end) for article, start, end in spans]
    owners = {article: outlet for outlet, owned in published_by(articles).items() for article in owned}
    behind: dict[int, dict[str, set[str]]] = {}
    for claim, article, credit in zip(statements[number], statements["article"], credited, strict=True):
        behind.setdefault(claim, {}).setdefault(article, set()).update([credit] if credit else [])
    counts = {
        claim: len({origin for article, names in told.items() for origin in names or {owners.get(article, article)}})
        for claim, told in behind.items()
    }
    return statements.assign(credited=credited, origins=statements[number].map(counts))


def _credited(rows: list[dict], start: int, end: int) -> str | None:
    """Whom the attribution credits whose content holds the most of a span, and half of it at least."""
    best, most = None, 0
    for row in rows:
        inside = sum(max(0, min(end, b) - max(start, a)) for a, b in row["content_spans"])
        origin = row["origin"] or row["group"]
        if origin and inside > most:
            best, most = origin, inside
    return best if most * 2 >= end - start else None
