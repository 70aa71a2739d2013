"""Whom the reports of a story go back to: outlets credited, and unnamed groups."""

import re
from typing import TYPE_CHECKING

from analysis import tables
from analysis.attribution.outlets import outlet_name, outlets_in
from analysis.attribution.voices import WORD, head_end

if TYPE_CHECKING:
    import pandas as pd

# A removed line that credits: "Source: Reuters", "Read full article on Tech in Asia", "first appeared in The Verge".
CREDIT = re.compile(
    r"(?:\b(?:sources?|via|credit)\s*:|^via\b"
    r"|\b(?:originally published (?:in|on|by)|first (?:appeared|published|reported) (?:in|on|by)"
    r"|read (?:the )?(?:full|original|more|rest)\b[^.\n]{0,40}?\b(?:on|at|in)|(?:with )?reporting (?:by|from))\s*:?)"
    r"\s+(?:the\s+)?(?P<who>(?-i:[A-Z0-9])[^.,;|\n]{1,60})",
    re.I,
)
# Words before a group of people named before: "the people", "one of the officials".
AGAIN = re.compile(r"^(?:one of |two of |some of |both of )?(?:the|those|these) ", re.I)


def origins(attributions: "pd.DataFrame", articles: "pd.DataFrame", removed: "pd.DataFrame") -> "pd.DataFrame":
    """Table `origins`: a row for every credit of another outlet and every statement of unnamed people.

    `start` and `end` are those of the attribution; both are empty where a removed line gives the credit, which then
    stands for the whole article. `chain` is an article of the story that the credited outlet published itself.
    """
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    published = published_by(articles)
    rows = []
    for row in with_groups(attributions):
        own = row["article"] in published.get(row["origin"], [])
        origin, kind = (row["origin"], "outlet") if row["origin"] and not own else (row["group"], "unnamed")
        if origin:
            credited = texts[row["article"]][row["start"] : row["end"]]
            rows.append(_row(origin, kind, row["article"], row["start"], row["end"], credited, published))
    for line in removed.to_dict("records"):
        rows += [
            _row(origin, "outlet", line["article"], None, None, line["text"], published)
            for origin in credits_in(line["text"])
            if line["article"] not in published.get(origin, [])
        ]
    return tables.table("origins", rows)


def with_groups(attributions: "pd.DataFrame") -> list[dict]:
    """The rows with `group`: the unnamed people who are the source, as first written in their article, or None.

    "They", "the people" and "one of the people" are the group written before with that noun, who told the same outlet.
    """
    rows, groups = [], {}
    for row in attributions.to_dict("records"):
        group = row["source_text"] if row["source_type"] == "unnamed" else None
        origin = row["origin"] if isinstance(row["origin"], str) else None
        if group:
            they, people = group.lower() == "they", AGAIN.sub("", group)
            noun = WORD.findall(people[: head_end(people)].lower())[-1:] or [people]
            if they or people != group:
                earlier = groups.get((row["article"], "they" if they else noun[0]), (group, None))
                group, origin = earlier[0], origin or earlier[1]
            groups |= {(row["article"], key): (group, origin) for key in ("they", noun[0])}
        rows.append(row | {"group": group, "origin": origin})
    return rows


def _row(origin: str, kind: str, article: str, start, end, credited: str, published: dict[str, list[str]]) -> dict:
    chain = [other for other in published.get(origin, []) if other != article] if kind == "outlet" else []
    return {
        "origin": origin,
        "type": kind,
        "article": article,
        "start": start,
        "end": end,
        "credited": credited,
        "chain": chain[0] if chain else None,
    }


def published_by(articles: "pd.DataFrame") -> dict[str, list[str]]:
    """Articles of each outlet of the story."""
    found: dict[str, list[str]] = {}
    for article, outlet in zip(articles["article"], articles["outlet"], strict=True):
        if isinstance(outlet, str):
            found.setdefault(outlet_name(outlet), []).append(article)
    return found


def credits_in(line: str) -> list[str]:
    """Outlets that a removed line credits; a name unknown to the list of outlets is taken as it stands."""
    found = []
    for match in CREDIT.finditer(line[:2000]):
        known = outlets_in(match["who"])
        found.append(known[0][2] if known else outlet_name(match["who"].strip(' )]»”"')))
    return list(dict.fromkeys(found))
