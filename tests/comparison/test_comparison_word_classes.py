"""Classes of words, read from their data file."""

import pytest

from analysis import data
from analysis.comparison.word_classes import word_class, word_order

ROWS = data.rows("analysis.comparison", "words.csv")


def test_months_are_in_the_order_of_the_year():
    months = word_order("month")
    assert len(months) == 12
    assert (months[0], months[4], months[11]) == ("january", "may", "december")


def test_a_class_that_is_not_listed_is_an_error():
    with pytest.raises(KeyError):
        word_class("no such class")


def test_no_class_is_listed_twice():
    assert len({row["class"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["class"])
def test_no_word_stands_twice_in_a_class(row):
    assert len(word_class(row["class"])) == len(row["words"].split())
