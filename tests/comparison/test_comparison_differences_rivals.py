"""What makes figures and times of two articles likely to be of one thing, and which are set against each other."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.comparison.differences.clock import Clock
from analysis.comparison.differences.pairs import Pair
from analysis.comparison.differences.quantities import DIFFER, Quantity, quantity
from analysis.comparison.differences.rivals import Ledger, Rivals, likeliest, likelihood
from analysis.comparison.differences.steps import steps
from analysis.comparison.differences.told import Told

FIGURES = {"ratio": 0.2, "equal": 0, "given": 0, "apart": 0.1, "around": 0.5, "choice": 2, "ledger": 0, "unlike": 0}
TIMES = {"around": 0.5, "given": 0, "ledger": 0, "acts": 0, "steps": 1, "weekdays": 0, "mixed": 0, "month": 0}
LIKELY = {"value": FIGURES, "time": TIMES}
AGAINST = [("value", name) for name in ("ratio", "given", "apart", "choice", "unlike")]
AGAINST += [("time", name) for name in ("given", "steps", "weekdays", "mixed")]


@pytest.mark.parametrize(("kind", "against"), AGAINST)
def test_what_speaks_against_one_thing_makes_it_less_likely(kind, against):
    found = LIKELY[kind]
    assert likelihood(kind, found | {against: found[against] + 1}) < likelihood(kind, found)


@pytest.mark.parametrize(
    ("kind", "favour"),
    [("value", "around"), ("value", "ledger"), ("time", "around"), ("time", "ledger"), ("time", "acts")],
)
def test_what_speaks_for_one_thing_makes_it_more_likely(kind, favour):
    found = LIKELY[kind]
    assert likelihood(kind, found | {favour: found[favour] + 0.5}) > likelihood(kind, found)


def told(article: str, text: str) -> Told:
    return Told({"article": article, "start": 0, "end": len(text), "text": text, "kind": "body"})


def figure(start: int) -> Quantity:
    row = {"start": start, "end": start + 2, "text": "$9", "kind": "money", "unit": "USD", "per": None, "who": None}
    row |= {"value": 9.0, "low": None, "high": None, "magnitude": None, "approximation": None}
    return quantity(row, 2, 3, frozenset())


def test_a_time_has_one_rival_in_another_article_the_likeliest():
    pair = Pair(told("a", "At noon."), told("b", "At one o'clock or at two o'clock."), 0.9, {})
    noon, one, two = Clock(1, 2, 720, False), Clock(1, 3, 780, False), Clock(5, 7, 840, False)
    rivals = [(0.5, Rivals(pair, noon, one, DIFFER)), (0.6, Rivals(pair, noon, two, DIFFER))]
    assert [(sure, found.other) for sure, found in likeliest(rivals)] == [(0.6, two)]


def test_the_parts_of_a_sum_are_no_rivals_of_the_sum():
    parts, whole, late = "It got $4 million and $5 million.", "It got $9 million.", "It got $8 million."
    pairs = [Pair(told("a", parts), told("b", whole), 0.9, {}), Pair(told("b", whole), told("c", late), 0.9, {})]
    rows = [("a", 7, 1, 1), ("a", 22, 1, 1), ("b", 7, 1, None), ("c", 7, 2, None)]
    ledger = Ledger.of(pd.DataFrame(rows, columns=["article", "start", "fact", "part_of"]))
    summed, apart = (Rivals(pair, figure(7), figure(7), DIFFER) for pair in pairs)
    assert ledger.adds_up(summed)
    assert not ledger.adds_up(apart)


def test_what_an_article_repeats_is_a_rival_each_time():
    pair = Pair(told("a", "At noon."), told("b", "At one o'clock, yes, at one o'clock."), 0.9, {})
    noon, first, again = Clock(1, 2, 720, False), Clock(1, 3, 780, False), Clock(5, 7, 780, False)
    rivals = [(0.5, Rivals(pair, noon, first, DIFFER)), (0.6, Rivals(pair, noon, again, DIFFER))]
    assert [found.other for _, found in likeliest(rivals)] == [again, first]


@pytest.mark.parametrize(
    ("one", "other", "told_in", "apart"),
    [
        ("on monday", "tuesday", "weekday", 1),
        ("sunday", "monday", "weekday", 1),
        ("december", "february 2026", "month", 2),
        ("may 30", "june 6", "day", 6.4),
        ("2011", "2014", "year", 3),
        ("monday", "next month", "mixed", 3),
    ],
)
def test_times_lie_apart_in_what_both_are_told_in(one, other, told_in, apart):
    assert steps(SimpleNamespace(text=one), SimpleNamespace(text=other)) == (told_in, pytest.approx(apart))


def test_hours_lie_apart_the_shorter_way_around():
    assert steps(Clock(0, 1, 1410, False), Clock(0, 1, 30, False)) == ("hour", 2)
