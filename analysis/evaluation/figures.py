"""Figures in sentences: quantities and times, with their values."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from analysis.evaluation.benchmark import Benchmark, Measure, Tool


def each(find: Callable[[dict], Iterator[dict]], items: list[dict]) -> list[dict]:
    """A prediction an item: the figures that a tool finds in it."""
    return [{"id": item["id"], "figures": list(find(item))} for item in items]


def ours(items: list[dict], _: Path) -> list[dict]:
    """Every figure, with the reference day of the item as its day of publication."""
    from analysis.figures import Figure, find_figures

    def find(item: dict) -> Iterator[dict]:
        for figure in find_figures(item["text"], item.get("ref")):
            fields = {name: getattr(figure, name) for name in Figure.__slots__}
            yield fields | {"approx": figure.approximation}

    return each(find, items)


def quantulum(items: list[dict], _: Path) -> list[dict]:
    """quantulum3 by its rules; of times, durations only."""
    from quantulum3 import classifier, load, parser

    classifier.USE_CLF = False  # the classifier it ships can't be loaded by today's scikit-learn
    units = load.units("en_US").names
    kinds = {"currency": "money", "time": "duration"}

    def find(item: dict) -> Iterator[dict]:
        for found in parser.parse(item["text"]):
            name, unit = found.unit.name, found.unit
            first = units.get(name.split()[0])
            if first and first.entity.name == "currency":
                name, unit = first.name, first  # "$98 a share" has the unit "dollar year"
            kind = {"percentage": "percent", "dimensionless": "number"}.get(name) or kinds.get(
                unit.entity.name, "measure"
            )
            value, spread = found.value, found.uncertainty
            bounds = {"low": value - spread, "high": value + spread} if spread else {"value": value}
            code = "CENT" if name == "cent" else getattr(unit, "currency_code", None) if kind == "money" else name
            yield {"start": found.span[0], "end": found.span[1], "kind": kind, "unit": code} | bounds

    return each(find, items)


def recognizers(items: list[dict], _: Path) -> list[dict]:
    """Microsoft's Recognizers-Text: each of its recognizers in turn."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

    with_units = {"money": recognize_currency, "measure": recognize_dimension, "age": recognize_age}
    plain = {"percent": recognize_percentage, "ordinal": recognize_ordinal, "number": recognize_number}

    def find(item: dict) -> Iterator[dict]:
        # A number within "$5" or "March 5" is no figure of its own; the recognizer of numbers gives it all the same.
        taken: list[tuple[int, int]] = []
        today = datetime.fromisoformat(item["ref"]) if item.get("ref") else None
        for found in recognize_datetime(item["text"], "en-us", reference=today):
            time = _time(found.type_name.split(".")[-1], ((found.resolution or {}).get("values") or [{}])[0])
            if time:
                taken.append((found.start, found.end + 1))
                yield _place(found) | time
        for kind, recognize in (with_units | plain).items():
            for found in recognize(item["text"], "en-us"):
                place = _place(found)
                if kind in with_units or not any(a < place["end"] and place["start"] < b for a, b in taken):
                    taken.append((place["start"], place["end"]))
                    unit = (found.resolution or {}).get("unit")
                    yield place | {"kind": kind, "value": _number(found.resolution), "unit": unit}

    return each(find, items)


def _place(found) -> dict:
    return {"start": found.start, "end": found.end + 1}


def _number(resolution: dict | None) -> float | None:
    try:
        return float((resolution or {})["value"].rstrip("%"))
    except (KeyError, AttributeError, ValueError):
        return None


def _time(kind: str, value: dict) -> dict | None:
    if kind == "duration":
        return {"kind": kind, "value": _number(value), "unit": "second"}
    if kind == "date":
        return {"kind": kind, "low": value.get("value")}
    return {"kind": "period", "low": value.get("start"), "high": value.get("end")} if kind == "daterange" else None


def price_parser(items: list[dict], _: Path) -> list[dict]:
    """price-parser: the one price of a text; it gives the digits, and no place beside them."""
    from price_parser import Price

    def find(item: dict) -> Iterator[dict]:
        price = Price.fromstring(item["text"])
        if price.amount is not None:
            start = item["text"].find(price.amount_text)
            end = start + len(price.amount_text)
            yield {"start": start, "end": end, "kind": "money", "value": float(price.amount), "unit": price.currency}

    return each(find, items)


def dateparser(items: list[dict], _: Path) -> list[dict]:
    """dateparser: the days that a text names, in order."""
    from dateparser.search import search_dates

    def find(item: dict) -> Iterator[dict]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(item["ref"])} if item.get("ref") else {}
        at = 0
        for words, day in search_dates(item["text"], languages=["en"], settings=settings) or ():
            start = item["text"].find(words, at)
            if start >= 0:  # it gives some words as it has changed them
                at = start + len(words)
                yield {"start": start, "end": at, "kind": "date", "low": day.date().isoformat()}

    return each(find, items)


QUANTITIES = ("money", "percent", "number", "range", "measure")
TIMES = ("date", "period", "duration")
SCORES = {
    "overlap_F1": "found (overlap F1)",
    "exact_F1": "same extent (exact F1)",
    "value_recall": "right value (recall)",
}


def _benchmark(name: str, rows: dict[str, str], pick: Callable[[dict], bool], peers: dict[str, Tool]) -> Benchmark:
    """A benchmark on the items picked; rows: what the scorer prints a row for, and what it is called."""
    return Benchmark(
        name=name,
        data="Recognizers-Text specifications and quantulum3 tests",
        file="figures/dev.jsonl",
        unit="sentences",
        ours=ours,
        peers=peers,
        measures=tuple(
            Measure(f"{row}.{key}", f"{called}: {score}" if called else score, "figures")
            for row, called in rows.items()
            for key, score in SCORES.items()
        ),
        pick=pick,
    )


def _within(kinds: tuple[str, ...], item: dict) -> bool:
    return not set(kinds).isdisjoint(item["scope"])


GENERAL: dict[str, Tool] = {"quantulum3": quantulum, "Recognizers-Text": recognizers}
BENCHMARKS = (
    _benchmark(
        "quantities",
        {"quantities": ""} | {kind: kind for kind in QUANTITIES},
        partial(_within, QUANTITIES),
        GENERAL,
    ),
    _benchmark(
        "money with normal spacing",
        {"money": ""},
        lambda item: item["suite"] == "money_detok",
        GENERAL | {"price-parser": price_parser},
    ),
    _benchmark(
        "times",
        {"time": ""} | {kind: kind for kind in TIMES},
        partial(_within, TIMES),
        {"Recognizers-Text": recognizers, "dateparser": dateparser},
    ),
    _benchmark("ranks and ages", {"ordinal": "rank", "age": "age"}, partial(_within, ("ordinal", "age")), GENERAL),
)
