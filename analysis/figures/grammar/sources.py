"""Write currencies.csv from Babel's CLDR data and units.csv from pint: python -m analysis.figures.grammar.sources

Both libraries take longer to import than an article takes to read, so what is needed of them is kept in two files.
"""

import csv
from datetime import date
from pathlib import Path

from analysis.figures.grammar.tokens import rows

FOLDER = Path(__file__).parent
CURRENT = date(2025, 1, 1)
# Codes that are words or other abbreviations of English text in capitals ("ALL 50 STATES", "TOP 10", "AMD 7000").
NOT_IN_TEXT = {"ALL", "AMD", "ANG", "BAM", "BOB", "COP", "CUP", "DOP", "ERN", "GEL", "LAK", "MAD", "MOP", "MUR", "PEN", "SOS", "TOP", "TRY", "XXX"}  # fmt: skip  # noqa: E501


def currencies() -> list[tuple[str, str]]:
    """Every form of every currency (code, sign, names in English), with the ISO 4217 code."""
    from babel import Locale
    from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies, list_currencies

    territories = [place for place in Locale.parse("en").territories if len(place) == 2]
    current = {code for place in territories for code in get_territory_currencies(place, CURRENT, CURRENT)}
    found = {}
    for code in sorted(list_currencies("en")):
        names = {get_currency_name(code, count=count, locale="en").lower() for count in (1, 2)}
        signs = {get_currency_symbol(code, "en"), code} if code in current else set()
        if not any("(" in name for name in names):
            found |= dict.fromkeys(sorted(names | (signs - NOT_IN_TEXT)), code)
    return sorted(found.items())


def units() -> list[tuple[str, str, str, str]]:
    """Every form of every chosen unit: form, pint's canonical name, dimension, and whether it must touch the number."""
    from pint import UnitRegistry

    registry = UnitRegistry()
    found: dict[str, tuple[str, str, str]] = {}
    for row in rows("chosen_units.csv"):
        others = [form for form in row["others"].split("|") if form]
        excluded = {form.removeprefix("not ") for form in others if form.startswith("not ")}
        for prefix in ("", *filter(None, row["prefixes"].split("|"))):
            unit = str(registry.Unit(prefix + row["unit"]))
            own = (form.rpartition(":") for form in others if not form.startswith("not "))
            forms = _forms(registry, row["unit"], prefix) | {form for of, _, form in own if of == prefix}
            dimension = _dimension(registry, unit)
            for form in sorted(forms - excluded):
                found.setdefault(form, (unit, dimension, "yes" if len(form) == 1 else "no"))
            if dimension == "length":
                _add_powers(registry, found, unit, forms - excluded)
    found |= _slang(registry)
    return sorted((form, *entry) for form, entry in found.items())


def _forms(registry, unit: str, prefix: str) -> set[str]:
    definition = registry._units[unit]
    names = {definition.name, *(alias for alias in definition.aliases if len(alias) > 3)}
    words = {prefix + name.replace("_", " ") for name in names if name.islower()}
    plurals = {word + "s" for word in words if not word.endswith(("s", "z", "foot", "inch"))}
    plurals |= {word[:-4] + "feet" for word in words if word.endswith("foot")}
    plurals |= {word + "es" for word in words if word.endswith("inch")}
    symbols = {definition.symbol, *(alias for alias in definition.aliases if len(alias) <= 3)}
    sign = {"micro": ("µ", "μ")}.get(prefix, (registry.get_symbol(prefix + unit)[: -len(definition.symbol)],))
    shown = {mark + symbol for mark in sign for symbol in symbols if symbol.isascii() or symbol[0] == "°"}
    return words | plurals | {form for form in shown if "_" not in form and len(form) <= 4}


def _add_powers(registry, found, unit: str, forms: set[str]) -> None:
    for power, words, mark in ((2, ("square", "sq", "sq."), "²"), (3, ("cubic", "cu"), "³")):
        canonical = str(registry.Unit(f"{unit}**{power}"))
        for form in sorted(forms):
            for word in words:
                found.setdefault(f"{word} {form}", (canonical, "power", "no"))
                found.setdefault(f"{word}-{form}", (canonical, "power", "no"))
            if len(form) <= 2:
                found.setdefault(form + mark, (canonical, "power", "no"))


def _dimension(registry, unit: str) -> str:
    dimension = str(registry.Unit(unit).dimensionality).strip("[]")
    return {"length": "length", "time": "time"}.get(dimension, "data" if "bit" in unit or "byte" in unit else "other")


def _slang(registry) -> dict[str, tuple[str, str, str]]:
    rates = {"kbps": "kilobit", "Mbps": "megabit", "mbps": "megabit", "Gbps": "gigabit", "gbps": "gigabit"}
    return {form: (str(registry.Unit(f"{unit}/second")), "other", "no") for form, unit in rates.items()}


def write(name: str, about: str, header: tuple[str, ...], entries: list[tuple[str, ...]]) -> None:
    """Write a data file of this folder, with a line that says where it comes from."""
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {about} Written by python -m analysis.figures.grammar.sources; do not edit.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(entries)


if __name__ == "__main__":
    write("currencies.csv", "Codes, signs and English names of currencies, from Unicode CLDR by way of Babel.", ("form", "code"), currencies())  # fmt: skip  # noqa: E501
    write("units.csv", "Words and symbols of units with their canonical names, from pint.", ("form", "unit", "dimension", "glued"), units())  # fmt: skip  # noqa: E501
