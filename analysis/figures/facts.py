"""Figures joined into facts: pairs that state one fact, best pair first, where the facts hold together as wholes."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from analysis.figures.same import Verdict, compare
from analysis.figures.statement import Stated
from analysis.figures.values import AGREES, DIFFERS, relation

HELD = 0.7  # so likely, on average, the figures of two facts must state one fact before these become one: no chains
NEXT = 30  # figures of a like thing or value that each is compared with, next in value: keeps long stories quick
JUDGES = 8  # figures of a fact that speak for it where facts are joined


Pair = tuple[Stated, Stated, Verdict]


@dataclass
class Facts:
    """members: the figures of each fact; pairs: what was compared, with the verdict, the surest pairs first."""

    members: list[list[Stated]]
    pairs: list[Pair]


def facts_of(figures: list[Stated]) -> Facts:
    """The facts that these figures state; one that no other figure joins is a fact of its own.

    Times come after quantities: equal times of quantities that are one fact are one fact too, whatever their words.
    """
    pairs = [(a, b, compare(a, b)) for a, b in _candidates(figures)]
    fact = {figure.number: [figure] for figure in figures}
    _join(fact, [pair for pair in pairs if not pair[0].times])
    timed: dict[int, set[int]] = defaultdict(set)
    for figure in figures:
        if figure.time is not None:
            timed[figure.time].add(id(fact[figure.number]))
    times = [_of_one_fact(pair, timed) for pair in pairs if pair[0].times]
    _join(fact, times)
    judged = sorted([*(pair for pair in pairs if not pair[0].times), *times], key=_surest)
    return Facts(list({id(members): members for members in fact.values()}.values()), judged)


def reading(members: list[Stated]) -> str:
    """How the values of a fact stand to each other: the worst of agrees, compatible and differs, or alone."""
    if len({figure.article for figure in members}) == 1:
        return "alone"
    values = list({figure.value: figure for figure in members}.values())
    found = {relation(a.value, b.value, a.times) for a in values for b in values if a.number < b.number} or {AGREES}
    return max(found, key=(AGREES, "compatible", DIFFERS).index)


def _candidates(figures: list[Stated]) -> list[tuple[Stated, Stated]]:
    """Pairs worth comparing, of one kind and unit: the nearest in value, of all and of those alike in thing or word."""
    blocks: dict[tuple, list[Stated]] = defaultdict(list)
    for figure in figures:
        kind = (figure.kind, figure.unit)
        for key in {*figure.counted, *figure.others, figure.value.key, None}:
            blocks[*kind, key].append(figure)
    order = {figure.number: place for place, figure in enumerate(sorted(figures, key=_place))}
    pairs = {}
    for block in blocks.values():
        block.sort(key=lambda figure: (figure.value.point or 0, order[figure.number]))
        for place, a in enumerate(block):
            for b in block[place + 1 : place + 1 + NEXT]:
                first, second = (a, b) if order[a.number] < order[b.number] else (b, a)
                pairs[first.number, second.number] = (first, second)
    return list(pairs.values())


def _place(figure: Stated) -> tuple[str, int]:
    return figure.article, figure.start


def _of_one_fact(pair: Pair, timed: dict[int, set[int]]) -> Pair:
    """The pair of times, as one fact where they are equal and quantities of one fact are anchored to them."""
    a, b, verdict = pair
    if verdict.same or relation(a.value, b.value, True) != AGREES or not timed[a.number] & timed[b.number]:
        return pair
    return a, b, Verdict(True, "the time of one fact", verdict.likelihood)


def _join(fact: dict[int, list[Stated]], pairs: list[Pair]) -> None:
    """Join the facts of figures that state one, the surest pair first."""
    verdicts = {(a.number, b.number): verdict for a, b, verdict in pairs}

    def judge(a: Stated, b: Stated) -> Verdict:
        key = (a.number, b.number)
        found = verdicts.get(key) or verdicts.get(key[::-1])
        if not found:
            found = verdicts[key] = compare(a, b)
        return found

    apart: set[tuple] = set()
    for a, b, verdict in sorted(pairs, key=_surest):
        if not verdict.same:
            break
        one, other = fact[a.number], fact[b.number]
        tried = (id(one), len(one), id(other), len(other))
        if one is other or tried in apart:
            continue
        between = [judge(a, b) for a, b in product(_judges(one), _judges(other))]
        held = sum(verdict.likelihood for verdict in between) >= HELD * len(between)
        if held and not any(verdict.firm for verdict in between):
            one += other
            fact |= dict.fromkeys((figure.number for figure in other), one)
        else:
            apart.add(tried)


def _surest(pair: Pair) -> tuple:
    a, b, verdict = pair
    equal = relation(a.value, b.value, a.times) == AGREES
    return (not verdict.same, not equal, -round(verdict.likelihood, 6), *_place(a), *_place(b))


def _judges(members: list[Stated]) -> list[Stated]:
    return members[:: max(1, len(members) // JUDGES)]
