"""What makes figures and times of two articles likely to be of one thing, and which are set against each other."""

from types import SimpleNamespace

import pytest

from analysis.comparison.differences.clock import Clock
from analysis.comparison.differences.pairs import Pair
from analysis.comparison.differences.quantities import DIFFER
from analysis.comparison.differences.rivals import Rivals, likeliest, likelihood
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


def test_a_time_has_one_rival_in_another_article_the_likeliest():
    pair = Pair(told("a", "At noon."), told("b", "At one o'clock or at two o'clock."), 0.9, {})
    noon, one, two = Clock(1, 2, 720, False, False), Clock(1, 3, 780, False, False), Clock(5, 7, 840, False, False)
    rivals = [(0.5, Rivals(pair, noon, one, DIFFER)), (0.6, Rivals(pair, noon, two, DIFFER))]
    assert [(sure, found.other) for sure, found in likeliest(rivals)] == [(0.6, two)]


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
    assert steps(Clock(0, 1, 1410, False, False), Clock(0, 1, 30, False, False)) == ("hour", 2)
