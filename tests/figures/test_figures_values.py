"""How the values of two figures of one fact stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures import find_figures
from analysis.figures.values import apart, relation, value_of

READINGS = [
    ("$13 billion", "$13 billion", "agrees"),
    ("$13.2 billion", "$13 billion", "agrees"),
    ("1,487 people", "1,500 people", "agrees"),
    ("52.4 percent", "52 percent", "agrees"),
    ("about 200 people", "217 people", "compatible"),
    ("at least 12 people", "14 people", "compatible"),
    ("more than 300 people", "340 people", "compatible"),
    ("between $3.3 billion and $3.5 billion", "about $3.4 billion", "compatible"),
    ("billions of dollars", "$13 billion", "compatible"),
    ("12 people", "14 people", "differs"),
    ("200 passengers", "240 passengers", "differs"),
    ("$1 billion", "$1.4 billion", "differs"),
    ("up to 5,000 jobs", "6,000 jobs", "differs"),
    ("at least 14 people", "12 people", "differs"),
]
TIMES = [
    ("in 2019", "in 2019", "agrees"),
    ("in March 2019", "in 2019", "compatible"),
    ("until 2030", "through 2030", "agrees"),
    ("until 2030", "beyond 2030", "differs"),
    ("in March 2019", "in April 2019", "differs"),
]


def value(text: str):
    (figure,) = find_figures(text)
    low, high = (None if bound is None else str(bound) for bound in (figure.low, figure.high))
    row = {name: getattr(figure, name) for name in figure.__slots__}
    return value_of(row | {"low": low, "high": high})


@pytest.mark.parametrize(("one", "other", "expected"), READINGS)
def test_quantities_agree_admit_each_other_or_differ(one, other, expected):
    assert relation(value(one), value(other), times=False) == expected
    assert relation(value(other), value(one), times=False) == expected


@pytest.mark.parametrize(("one", "other", "expected"), TIMES)
def test_times_agree_admit_each_other_or_differ(one, other, expected):
    assert relation(value(one), value(other), times=True) == expected
    assert relation(value(other), value(one), times=True) == expected


def test_values_stand_apart_by_the_largest_less_the_smallest():
    values = [value(text) for text in ("12 people", "at least 14 people", "17 people")]
    assert apart(values, times=False) == 5


def test_bounds_of_time_stand_nowhere_in_particular():
    assert apart([value("until 2030"), value("beyond 2030")], times=True) is None


@given(st.text(max_size=30), st.none() | st.floats(allow_nan=False, allow_infinity=False))
def test_any_row_has_a_value_that_agrees_with_itself(text, number):
    row = {"text": text, "kind": "number", "value": number, "low": None, "high": None}
    found = value_of(row | {"approximation": None, "magnitude": None})
    assert relation(found, found, times=False) == "agrees"
