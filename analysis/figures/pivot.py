"""The ledger turned for reading: one row a fact, one column an article, and in words how the articles agree."""

from itertools import groupby
from typing import TYPE_CHECKING

from analysis.corpus import letters_of
from analysis.figures.things import TIMES
from analysis.wording import listing

if TYPE_CHECKING:
    import pandas as pd

ORDER = ("differs", "adds up", "compatible", "agrees", "alone")  # what a reader looks for first
LENGTHS = (("year", 31_536_000), ("month", 2_592_000), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def pivoted(ledger: "pd.DataFrame", figures: "pd.DataFrame", articles: "pd.DataFrame") -> "pd.DataFrame":
    """One row a fact of table `ledger`, clashes first: fact, relation, kind, name, reading, told, then every letter.

    name says what is counted, of whom and when, in an article's own words; reading, how the articles agree; told, both
    and who gives which value, as a sentence. In the column of each article, by its letter, stands what it states.
    """
    import pandas as pd

    letters = letters_of(articles)
    kept = ["article", "start", "end", "kind", "unit", "wording", "value"]
    rows = ledger.merge(figures[kept], on=["article", "start", "end"], how="left")
    rows = rows.astype(object).where(rows.notna(), None).to_dict("records")
    parts: dict[int, list[dict]] = {}
    for row in rows:
        if row["part_of"] is not None:
            parts.setdefault(row["part_of"], []).append(row)
    told = []
    for summed in parts.values():
        summed.sort(key=lambda row: (row["article"], row["start"]))
    for fact, members in groupby(rows, key=lambda row: row["fact"]):
        own = [row for row in members if row["part_of"] != fact]
        told.append(_told(own, parts.get(fact, []), letters))
    told.sort(key=lambda row: ORDER.index(row["relation"]))
    return pd.DataFrame(told, columns=["fact", "relation", "kind", "name", "reading", "told", *letters.values()])


def stated(figure: dict) -> str:
    """A figure as written, with its bound, which no longer opens a sentence: "over $57 billion", "through 2030"."""
    wording = figure["wording"]
    return f"{wording[0].lower()}{wording[1:]}" if wording else figure["text"]


def amount(value: float, kind: str, unit: str | None) -> str:
    """A value in words and digits: "$5 billion", "0.2 points", "2 years"."""
    if kind == "money":
        from babel.numbers import format_compact_decimal, get_currency_symbol

        sign = get_currency_symbol(unit, "en_US") if unit else ""
        written = format_compact_decimal(value, format_type="long", locale="en_US", fraction_digits=2)
        return f"{sign} {written}" if sign.isalpha() else f"{sign}{written}"
    if kind == "percent":
        return f"{value:,.6g} points"
    if kind in TIMES:
        years = round(value / 365.25)
        value, unit = (years, "year") if years and abs(value - 365.25 * years) < 2 else (value, "day")
    elif kind == "duration":
        value, unit = next((value / length, name) for name, length in LENGTHS if value % length == 0 or length == 1)
    return f"{value:,.6g} {unit}{'s' * (value != 1)}" if unit else f"{value:,.6g}"


def _told(own: list[dict], parts: list[dict], letters: dict[str, str]) -> dict:
    first = next((row for row in own if row["kind"] != "number"), own[0])  # of "27 percent" and "a third" the percent
    cells: dict[str, str] = {}
    for article, rows in groupby(own, key=lambda row: row["article"]):
        cells[letters[article]] = ", ".join(dict.fromkeys(map(stated, rows)))
    for article, rows in groupby(parts, key=lambda row: row["article"]):
        cells[letters[article]] = " + ".join(map(stated, rows))
    reading = first["relation"]
    if reading == "differs" and first["apart"]:
        reading = f"differs by {amount(first['apart'], first['kind'], first['unit'])}"
    if first["sources"] > 1:
        origins = first["origins"] if first["origins"] and first["origins"] < first["sources"] else None
        reading += f" · {first['sources']} sources" + (f", {origins} origin{'s' * (origins > 1)}" if origins else "")
    given: dict[str, list[str]] = {}
    for letter, cell in cells.items():
        given.setdefault(cell, []).append(letter)
    values = "; ".join(f"{cell} in {listing(among)}" for cell, among in given.items())
    return {
        "fact": first["fact"],
        "relation": first["relation"],
        "kind": first["kind"],
        "name": first["name"],
        "reading": reading,
        "told": f"{first['name']}: {values} ({reading.replace(' · ', '; ')}).",
        **cells,
    }
