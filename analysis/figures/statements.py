"""Figures made ready to be compared: value, what is counted, names, time and weighted words around them."""

import re
from collections import Counter
from itertools import groupby
from math import log, sqrt
from typing import TYPE_CHECKING

from analysis.figures.clauses import Clause, clauses, word_lists, words
from analysis.figures.measured import TIMES, direction, thing_of, things_in
from analysis.figures.same import Stated
from analysis.figures.values import value_of

if TYPE_CHECKING:
    import pandas as pd

OWN, CLAUSE, SENTENCE = (
    1.0,
    0.5,
    0.25,
)  # weight of a word in a figure's own stretch, else in its clause, in its sentence
BEFORE = re.compile(r"\bfrom\s+(?:(?:about|around|nearly|some|a)\s+)?$", re.I)
PRESENT = re.compile(r"day\b|\b(?:this|tonight|morning|now)\b", re.I)


def statements(figures: "pd.DataFrame", sentences: "pd.DataFrame") -> list[Stated]:
    """Every row of table `figures` (with what, who, when and status), in its order."""
    rows = figures.astype(object).where(figures.notna(), None).to_dict("records")
    texts = {(row["article"], row["sentence"]): row for row in sentences.to_dict("records")}
    read = []
    for key, group in groupby(enumerate(rows), key=lambda pair: (pair[1]["article"], pair[1]["sentence"])):
        read += _of_sentence(list(group), texts[key])
    frequency = Counter(stem for _, _, stems, _ in read for stem in stems)
    rarity = {stem: log(1 + len(read) / count) for stem, count in frequency.items()}
    return [_stated(number, row, stems, time, rarity) for number, row, stems, time in read]


def _of_sentence(
    numbered: list[tuple[int, dict]], sentence: dict
) -> list[tuple[int, dict, dict[str, float], dict | None]]:
    text, shift = sentence["text"], sentence["start"]
    spans = [(row["start"] - shift, row["end"] - shift) for _, row in numbered]
    content = [word for word in words(text, spans) if word.lower not in word_lists()["function"]]
    times = {row["text"]: row for _, row in numbered if row["kind"] in TIMES}
    anchors = {row["when"] for _, row in numbered if row["kind"] not in TIMES}
    found = []
    for (number, row), span, clause in zip(numbered, spans, clauses(text, spans), strict=True):
        row |= {"headline": sentence["kind"] == "headline", "earlier": bool(BEFORE.search(text, 0, span[0]))}
        row |= {"anchor": row["kind"] in TIMES and row["text"] in anchors}
        found.append((number, row, _near(content, clause), times.get(row["when"])))
    return found


def _near(content: list, clause: Clause) -> dict[str, float]:
    weights: dict[str, float] = {}
    for word in content:
        if clause.own_start <= word.start < clause.own_end:
            weight = OWN
        else:
            weight = CLAUSE if clause.start <= word.start < clause.end else SENTENCE
        key = thing_of(word) or word.stem
        weights[key] = max(weight, weights.get(key, 0))
    return weights


def _stated(number: int, row: dict, stems: dict[str, float], time: dict | None, rarity: dict[str, float]) -> Stated:
    weights = {stem: weight * rarity[stem] for stem, weight in stems.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1
    counted, others = things_in(row["what"])
    when = value_of(time) if time else None
    return Stated(
        number,
        row["article"],
        row["start"],
        row["headline"],
        "time" if row["kind"] in TIMES else row["kind"],
        row["unit"],
        value_of(row),
        counted,
        others,
        direction(row["what"]),
        frozenset(row["who"] or ()),
        (when.low, when.high) if when and when.point is not None else None,
        row["when"],
        bool(row["when"]) and not PRESENT.search(row["when"]),
        row["status"],
        row["earlier"],
        row["anchor"],
        {stem: weight / length for stem, weight in weights.items()},
    )
