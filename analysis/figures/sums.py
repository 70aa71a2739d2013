"""Sums: figures that one article gives in a sentence and that add up to the whole another article gives."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from analysis.figures.statement import Stated

ADDED = frozenset({"money", "number", "measure", "duration"})  # kinds whose values add up to something
MOST = 8  # parts of a sum
LISTED = 20  # a sentence with more figures than this is a table, and some of a table add up to anything
LEAST = 20  # small numbers add up to each other by chance


@dataclass(frozen=True)
class Sum:
    """parts, figures of one sentence, that add up to whole, a figure of another article."""

    whole: Stated
    parts: tuple[Stated, ...]


def sums_of(figures: list[Stated], sentences: list[int]) -> list[Sum]:
    """Sums among the figures, longest first; sentences: the place of each figure's sentence, in the same order.

    Parts stand one after the other, are all of the whole's kind and unit, and add up within its rounding. At least
    one of them shares a name or what is counted with the whole, and none counts something else.
    """
    wholes: dict[tuple, list[Stated]] = defaultdict(list)
    runs = []
    for _, group in groupby(zip(figures, sentences, strict=True), key=lambda pair: (pair[0].article, pair[1])):
        by_kind: dict[tuple, list[Stated]] = defaultdict(list)
        for figure, _ in group:
            if figure.kind in ADDED and figure.value.point:
                by_kind[figure.kind, figure.unit].append(figure)
                wholes[figure.kind, figure.unit, _digits(figure.value.point)].append(figure)
        runs += [
            (kind, tuple(added[first:last]))
            for kind, added in by_kind.items()
            if len(added) <= LISTED
            for first in range(len(added))
            for last in range(first + 2, min(len(added), first + MOST) + 1)
        ]
    found = [
        Sum(whole, run) for kind, run in runs for whole in wholes[*kind, _digits(_total(run))] if _adds_up(whole, run)
    ]
    return sorted(found, key=lambda total: (-len(total.parts), total.parts[0].article, total.parts[0].start))


def _adds_up(whole: Stated, parts: tuple[Stated, ...]) -> bool:
    total = _total(parts)
    if whole.article == parts[0].article or abs(total - whole.value.point) > whole.value.grain + 1e-9 * total:
        return False
    if whole.value.point < LEAST or whole.way or any(part.way or part.earlier for part in parts):
        return False
    if any(part.counted and whole.counted and not part.counted & whole.counted for part in parts):
        return False
    return any(part.counted & whole.counted or part.who & whole.who for part in parts)


def _total(parts: tuple[Stated, ...]) -> float:
    return sum(part.value.point for part in parts)


def _digits(value: float) -> str:
    """The first two digits and the size of a value: what a total and a rounded whole have in common."""
    return f"{value:.1e}"
