"""Figures in the unit in which they are compared: shares in percent, measures in the base units of the SI."""

from functools import cache
from typing import TYPE_CHECKING

from analysis.comparison.differences.quantities import SHARE
from analysis.language import stem, words

if TYPE_CHECKING:
    from pint import UnitRegistry

POINT = "point"  # stem of what half a point, which is no share, is half of


def normal(row: dict) -> dict:
    """A row of table `figures` in the unit it is compared in: "a third" is 33 percent, 40 feet are 12.2 metres.

    Scales with a zero of their own, such as degrees, stay as they are.
    """
    if row["kind"] == "number" and 0 < (row["value"] or 0) < 1:
        return row if _is_of_a_point(row) else _share(row)
    if row["kind"] == "measure":
        factor, unit = _base(row["unit"])
        return _multiplied(row, factor) | {"unit": unit}
    return row


def _share(row: dict) -> dict:
    percent = {"kind": "percent", "unit": "percent", "approximation": row["approximation"] or SHARE}
    return _multiplied(row, 100) | percent


def _is_of_a_point(row: dict) -> bool:
    return any(stem(word.text.lower()) == POINT for word in words(row["what"] or ""))


def _multiplied(row: dict, factor: float) -> dict:
    bounds = {bound: row[bound] and repr(float(row[bound]) * factor) for bound in ("low", "high")}
    magnitude = row["magnitude"] and tuple(bound * factor for bound in row["magnitude"])
    return row | bounds | {"value": row["value"] and row["value"] * factor, "magnitude": magnitude}


@cache
def _base(unit: str) -> tuple[float, str]:
    """How many of which base unit a unit of pint's is; one of itself where their zeros differ."""
    none, one = (_registry().Quantity(float(value), unit).to_base_units() for value in (0, 1))
    return (1.0, unit) if none.magnitude else (float(one.magnitude), str(one.units))


@cache
def _registry() -> "UnitRegistry":
    from pint import UnitRegistry

    return UnitRegistry()
