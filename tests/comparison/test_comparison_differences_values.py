"""When two figures of one thing differ, in whatever units."""

import pytest
from compared import compared, found

from analysis import data
from analysis.comparison.differences.normal import normal


def values(*texts: str) -> set[tuple[str, str]]:
    return {(words, other) for kind, words, other in found(*texts) if kind == "value"}


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("The rocks tore a 40-foot hole in the hull.", "The rocks tore an 18-metre hole in the hull.",
         ("40-foot", "18-metre")),
        ("The truck was going at 60 mph.", "The truck was going at 120 km/h.", ("60 mph", "120 km/h")),
        ("One in five patients felt sick on the pill.", "Some 12% of patients felt sick on the pill.",
         ("One in five", "Some 12%")),
        ("Ida Brook owns a fifth of the brewery.", "Ida Brook owns 14 percent of the brewery.",
         ("a fifth", "14 percent")),
        ("Some 3,400 dockers walked out.", "About 2,800 dockers walked out.", ("Some 3,400", "About 2,800")),
        ("The brewery recalled 9.5 tonnes of malt.", "The brewery recalled about 9.5 tonnes of malt.",
         ("9.5 tonnes", "about 9.5 tonnes")),
        ("The brewery was sold for $75 million.", "The brewery was sold for at least $75 million.",
         ("$75 million", "at least $75 million")),
        ("The driver, who is 26, was charged.", "The driver, who is 31, was charged.", ("26", "31")),
    ],
)  # fmt: skip
def test_figures_of_one_thing_differ_in_whatever_unit(one, other, words):
    assert values(one, other) == {words}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The rocks tore a 40-foot hole in the hull.", "The rocks tore a 12-metre hole in the hull."),
        ("A third of the voters stayed away.", "Some 33 percent of the voters stayed away."),
        ("About 2,800 dockers walked out.", "A total of 2,850 dockers walked out."),
        ("The pool holds 2,000 litres.", "The pool holds 2 cubic metres."),
        ("The rate was cut by half a point.", "The rate was cut by half a percentage point."),
        ("The council is handing over £60 million.", "The council is paying £60 million."),
        ("The blast killed 12 workers.", "The blast injured 14 workers."),
        ("The harbour employs about 3,000 dockers.", "The harbour employs 3,000 dockers."),
        ("The harbour costs more than $5 billion.", "The harbour costs billions of dollars."),
    ],
)  # fmt: skip
def test_what_is_the_same_in_another_unit_does_not_differ(one, other):
    assert not values(one, other)


def test_a_figure_that_the_other_sentence_gives_in_full_is_not_set_against_another_one():
    one = "The clinic paid $22.6 million in wages last year, and it gave $28 million to the poor."
    other = "To charity it donated $27,959,450, while its nurses earned $22,625,777."
    assert not values(one, other)


def test_durations_of_sentences_that_are_little_alike_are_of_two_things():
    one, other = "He spent more than four decades at sea.", "The storm was the worst on the coast in 40 years."
    assert "value" in set(compared(one, other, score=0.9)["kind"])
    assert "value" not in set(compared(one, other, score=0.1)["kind"])


def test_of_several_figures_the_closest_is_set_against_each():
    rows = compared("The blaze destroyed 130 homes and 24 shops.", "The blaze destroyed 26 shops and 118 homes.")
    assert set(zip(rows["words_a"], rows["words_b"], strict=True)) == {("130", "118"), ("24", "26")}


def test_every_unit_of_figures_has_a_base_unit():
    units = {row["unit"] for row in data.rows("analysis.figures.grammar", "units.csv")}
    row = {"kind": "measure", "value": 2.0, "low": None, "high": None, "magnitude": None}
    assert all(normal(row | {"unit": unit})["value"] for unit in units)


def test_until_a_year_differs_from_beyond_it_though_the_year_names_a_plan():
    rows = found("The lease of the quay runs until 2040.", "The lease of the quay runs beyond the 2040 limit.")
    assert ("value", "until 2040", "beyond the 2040") in rows
