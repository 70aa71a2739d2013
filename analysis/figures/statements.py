"""Figures made ready to be compared: value, what is counted, names, time and weighted words around them."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from math import log, sqrt
from typing import TYPE_CHECKING

from analysis.figures.clauses import REACH, Clause, clauses, word_lists, words
from analysis.figures.statement import Stated
from analysis.figures.things import TIMES, bearers, direction, states_in, thing_of, things_in
from analysis.figures.values import value_of

if TYPE_CHECKING:
    import pandas as pd

# Weight of a word in a figure's own stretch, else in its clause, else in its sentence.
OWN, CLAUSE, SENTENCE = 1.0, 0.5, 0.25
BEFORE = re.compile(r"\bfrom\s+(?:(?:about|around|nearly|some|a)\s+)?$", re.I)
SPANS = frozenset({"hour", "day", "week", "month", "quarter", "year"})  # of rates that cannot be one: a month, a year
POINT = re.compile(r"\s+(?:an?\s+)?(?:percentage\s+)?points?\b", re.I)
PART = re.compile(r"\s+of\s+(?:the|its|his|her|their|those|these)\s+", re.I)
SAID = re.compile(r"\b(?:said|says|told\s+\w+)\s+(?:\w+\s+)?on\s+$", re.I)
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,}|\b)", re.I)
PRESENT = re.compile(r"day\b|\b(?:this|tonight|now|morning|afternoon|evening|last night)\b", re.I)


@dataclass
class _Read:
    """A row of table `figures`, what its sentence says of it, and the row of the time it is anchored to."""

    row: dict
    time: dict | None
    earlier: bool
    named: bool
    said: bool
    part: bool
    stems: dict[str, float]


def statements(figures: "pd.DataFrame", sentences: "pd.DataFrame", names: "pd.DataFrame | None" = None) -> list[Stated]:
    """Every row of table `figures` (with what, who, when and status), in its order; names: of table `names`."""
    persons = set() if names is None else set(names.loc[names["type"] == "person", "name"])
    rows = figures.astype(object).where(figures.notna(), None).to_dict("records")
    texts = {(row["article"], row["sentence"]): row for row in sentences.to_dict("records")}
    rows = [
        _as_percent(row, _behind(row, texts[row["article"], row["sentence"]])) | {"number": number}
        for number, row in enumerate(rows)
    ]
    read = []
    for key, group in groupby(rows, key=lambda row: (row["article"], row["sentence"])):
        read += _of_sentence(list(group), texts[key])
    frequency = Counter(stem for found in read for stem in found.stems)
    rarity = {stem: log(1 + len(read) / count) for stem, count in frequency.items()}
    ends = {article: sentence["end"] for (article, _), sentence in texts.items()}
    places = {key: sentence["start"] / (ends[key[0]] or 1) for key, sentence in texts.items()}
    stated = [_stated(found, rarity, persons, places[found.row["article"], found.row["sentence"]]) for found in read]
    beside = defaultdict(Counter)
    for figure in stated:
        beside[figure.article, figure.kind, figure.unit][figure.value.key] += 1
    return [replace(figure, beside=beside[figure.article, figure.kind, figure.unit]) for figure in stated]


def _as_percent(row: dict, behind: str) -> dict:
    """A share said as a number, "three quarters", as about so many percent; any other row as it is.

    Half a point, by the text behind it, is half a percentage point.
    """
    if row["kind"] != "number" or not 0 < (row["value"] or 0) < 1:
        return row
    if POINT.match(behind):
        return row | {"kind": "percent", "unit": "pp"}
    bound = {"approximation": row["approximation"] or "about"}
    return row | {"kind": "percent", "unit": "percent", "value": 100 * row["value"]} | bound


def _behind(row: dict, sentence: dict) -> str:
    """The next few letters of the sentence behind a figure."""
    end = row["end"] - sentence["start"]
    return sentence["text"][end : end + 20]


def _of_sentence(rows: list[dict], sentence: dict) -> list[_Read]:
    text, shift = sentence["text"], sentence["start"]
    spans = [(row["start"] - shift, row["end"] - shift) for row in rows]
    content = [word for word in words(text, spans) if word.lower not in word_lists()["function"]]
    times = {row["text"]: row for row in rows if row["kind"] in TIMES}
    return [
        _Read(
            row,
            times.get(row["when"]),
            earlier=bool(BEFORE.search(text[max(0, start - 30) : start])),
            part=row["kind"] == "number" and bool(PART.match(text, end)),
            said=bool(SAID.search(text[max(0, start - 30) : start])),
            named=any(name.split()[-1] in text[max(0, start - REACH) : start + REACH] for name in row["who"] or ()),
            stems=_near(content, clause),
        )
        for row, (start, end), clause in zip(rows, spans, clauses(text, spans), strict=True)
    ]


def _near(content: list, clause: Clause) -> dict[str, float]:
    weights: dict[str, float] = {}
    low, high = clause.own_start - REACH, clause.own_end + REACH
    first, last = (bisect_left(content, bound, key=lambda word: word.start) for bound in (low, high))
    for word in content[first:last]:
        if clause.own_start <= word.start < clause.own_end:
            weight = OWN
        else:
            weight = CLAUSE if clause.start <= word.start < clause.end else SENTENCE
        key = thing_of(word) or word.stem
        weights[key] = max(weight, weights.get(key, 0))
    return weights


def _stated(found: _Read, rarity: dict[str, float], persons: set[str], place: float) -> Stated:
    row, time = found.row, found.time
    weights = {stem: weight * rarity[stem] for stem, weight in found.stems.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1
    counted, others = things_in(row["what"], row["kind"])
    if row["kind"] == "measure":
        counted |= things_in(row["text"])[0]  # acres are an area, whatever burned
    when = value_of(time) if time else None
    states = states_in(row["what"]) if row["kind"] == "number" else frozenset()
    return Stated(
        number=row["number"],
        article=row["article"],
        start=row["start"],
        place=place,
        kind="time" if row["kind"] in TIMES else row["kind"],
        unit=row["unit"],
        value=value_of(row),
        per=next(iter(SPANS & set((row["per"] or "").lower().split())), None),
        counted=counted,
        others=others,
        states=states,
        fated=bool(states) or not bearers(counted),
        way=direction(row["what"]),
        who=frozenset(row["who"] or ()),
        persons=frozenset(row["who"] or ()) <= persons,
        named=found.named,
        when=(when.low, when.high) if when and when.point is not None else None,
        when_text=row["when"],
        dated=bool(row["when"]) and not PRESENT.search(row["when"]),
        said=found.said,
        part=found.part,
        calendar=row["kind"] == "date" and bool(MONTH.search(row["text"])),
        status=row["status"],
        earlier=found.earlier,
        time=None if time is None or time is row else time["number"],
        weights={stem: weight / length for stem, weight in weights.items()},
    )
