"""Hedges and boosters are found as spans with a class."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.framing import find_hedges, hedges_of_article
from analysis.tables import table

READINGS = Path(__file__).with_name("readings.csv")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The firm is reportedly near a deal.", "reportedly", "reported"),
        ("Acme said to consider a sale", "said to consider", "reported"),
        ("She is said to be leaving.", "is said to", "reported"),
        ("Insiders claim that it failed.", "Insiders claim", "unnamed"),
        ("People familiar with the matter spoke.", "People familiar with", "unnamed"),
        ("The firm may sell.", "may", "possible"),
        ("Acme is poised to win.", "is poised to", "expected"),
        ("It seems to work.", "seems", "seeming"),
        ("Talks appear in trouble.", "appear", "seeming"),
        ("The two sides appear at odds.", "appear", "seeming"),
        ("He believes it.", "believes", "held"),
        ("It cost roughly a tenth.", "roughly", "about"),
        ("This is certainly so.", "certainly", "booster"),
    ],
)
def test_each_class_is_told(text, words, kind):
    assert [(hedge.text, hedge.kind) for hedge in find_hedges(text)] == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "On May 5 it rained.",
        "It began in May.",
        "He said to the press: no.",
        "the might of Rome",
        "Her name did not appear on the list.",
        "Two ministers are to appear before judges, and one is to appear in court.",
        "They appear at the gate at noon.",
        "Both men appear as a favour to her.",
    ],
)
def test_words_that_only_look_like_hedges_are_not_taken(text):
    assert find_hedges(text) == []


def test_of_two_readings_the_longer_is_taken():
    assert [hedge.text for hedge in find_hedges("Sources familiar with it said so")] == ["Sources familiar with"]


def test_rows_stand_in_the_article_s_text():
    text = "Title\n\nIt may rain."
    sentences = [{"article": "a", "sentence": 1, "start": 7, "end": 19, "text": text[7:]}]
    rows = hedges_of_article({"article": "a", "text": text}, sentences)
    assert table("hedges", rows).to_dict("records") == [
        {"article": "a", "sentence": 1, "start": 10, "end": 13, "text": "may", "kind": "possible"}
    ]


@given(st.text(max_size=300))
def test_a_span_gives_back_its_text_in_any_text(text):
    assert all(text[hedge.start : hedge.end] == hedge.text for hedge in find_hedges(text))
