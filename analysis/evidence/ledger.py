"""The ledger of figures as a reader meets it: facts beside their sources, and behind each the sentences."""

from html import escape
from typing import TYPE_CHECKING

from analysis.corpus import letters_of
from analysis.evidence.listing import WIDE, listed
from analysis.evidence.quotations import key, quotations
from analysis.evidence.shown import Shown, folded

if TYPE_CHECKING:
    import pandas as pd


def side_by_side(pivot: "pd.DataFrame", articles: "pd.DataFrame", caption: str) -> Shown:
    """Facts (rows of analysis.figures.pivoted), a column a source; of many sources, the values with who gives each."""
    letters = [letter for letter in articles["letter"] if letter in pivot]
    verdicts = [_verdict(*row) for row in pivot[["relation", "reading"]].itertuples(index=False)]
    shown = pivot[["name"]].rename(columns={"name": "Fact"})
    if len(letters) <= WIDE:
        for letter in letters:
            shown[key(letter)] = pivot[letter]
    else:
        shown["Values"] = [_values({letter: row[letter] for letter in letters}) for _, row in pivot.iterrows()]
    return listed(shown.assign(Reading=verdicts), caption)


def facts(pivot: "pd.DataFrame", ledger: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame") -> Shown:
    """Each fact in words, and folded behind it every sentence that states it or a part of its sum."""
    shown = Shown("")
    for row in pivot.itertuples(index=False):
        stating = ledger[(ledger["fact"] == row.fact) | (ledger["part_of"] == row.fact).fillna(False)]
        shown += folded(row.told, quotations(stating.sort_values(["article", "start"]), articles, sentences))
    return shown


def nearly(near: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame") -> Shown:
    """Rows of table `nearly_joined`: the two figures and why they stand apart, and folded behind it their sentences."""
    import pandas as pd

    letters = letters_of(articles)
    shown = Shown("")
    for row in near.to_dict("records"):
        one, other = (
            f"{key(letters[row[f'article_{side}']]).html} {escape(row[f'text_{side}'])}"
            + (f" ({escape(row[f'what_{side}'])})" if isinstance(row[f"what_{side}"], str) else "")
            for side in "ab"
        )
        both = pd.DataFrame([{name: row[f"{name}_{side}"] for name in ("article", "start", "end")} for side in "ab"])
        head = Shown(f'{one}, {other} <span class="note">{escape(row["reason"])}</span>')
        shown += folded(head, quotations(both, articles, sentences))
    return shown


def _verdict(relation: str, reading: str) -> Shown:
    """How the sources agree, in colour, and how many they are."""
    verdict, _, sources = reading.partition(" · ")
    told = f' <span class="none">· {escape(sources)}</span>' if sources else ""
    return Shown(f'<span class="verdict {relation.split()[0]}">{escape(verdict)}</span>{told}')


def _values(cells: dict[str, object]) -> Shown:
    """Each value once, with the letters of the sources that give it."""
    given: dict[str, list[str]] = {}
    for letter, cell in cells.items():
        if isinstance(cell, str):
            given.setdefault(cell, []).append(letter)
    return Shown(
        "<br>".join(f"{escape(cell)} {' '.join(key(letter).html for letter in among)}" for cell, among in given.items())
    )
