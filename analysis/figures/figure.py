"""A figure: a quantity or time that a text states."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or time at characters start to end (excluded) of a text, with its normal form.

    kind: money, percent, number, measure, ordinal, age, date, period or duration. value is in unit: ISO 4217 code,
    "percent" or "pp", "second", "year" (age), or pint's name of a unit of measure. A range has low and high and no
    value; of dates and periods they are ISO days, high excluded, and empty where the day of publication would be needed
    and was not given. approximation: about, over, under, up_to, at_least. magnitude: bounds of a vague sum
    ("billions"). per: the words of a rate ("a year", "per share"). wording: the text with the words that bound it.
    """

    start: int
    end: int
    text: str
    kind: str
    value: float | None = None
    low: float | str | None = None
    high: float | str | None = None
    unit: str | None = None
    approximation: str | None = None
    magnitude: tuple[float, float] | None = None
    per: str | None = None
    wording: str | None = None


@dataclass(slots=True)
class Reading:
    """What a rule read at tokens first to last (excluded). kind None: read, and known to be no figure.

    bounded: first and last token (excluded) of the reading with the words that bound it.
    """

    first: int
    last: int
    kind: str | None = None
    value: float | None = None
    low: float | str | None = None
    high: float | str | None = None
    unit: str | None = None
    approximation: str | None = None
    magnitude: tuple[float, float] | None = None
    per: str | None = None
    bounded: tuple[int, int] | None = None
