"""What words and phrases are taken for the same, and which numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparison.terms import numbers, stems, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The drug was taken off the market.", "They recalled the drug."),
        ("The minister stepped down.", "The minister's resignation."),
        ("The train came off the rails.", "The derailment of the train."),
        ("An inferno; the fire", "the blaze, a fire"),
    ],
)
def test_phrases_and_words_of_one_meaning_are_one_term(one, other):
    assert set(terms(one)) == set(terms(other))
    assert set(stems(one)) != set(stems(other))


@pytest.mark.parametrize(("one", "other"), [("sought", "seek"), ("collision", "collide"), ("Norwegian", "Norway")])
def test_forms_of_one_word_have_one_stem(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("department", "departure"), ("found", "founded"), ("rule", "ruling")])
def test_words_that_only_look_alike_are_kept_apart(one, other):
    assert not {*stems(one), *terms(one)} & {*stems(other), *terms(other)}


def test_the_longest_phrase_counts_and_its_words_do_not():
    assert terms("prime minister") == ["prime minister"]
    assert len(terms("finance minister, minister")) == 2


def test_numbers_are_the_same_with_the_same_unit_only_and_bare_digits_are_none():
    assert numbers(stems("19 years, $19bn")) == {"19 year", "19 billion"}
    assert numbers(stems("Three of 26 people, nine days, 5.1 percent")) == {"26", "9 day", "5.1"}


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_no_more_terms_than_it_has_words_and_parts_of_words(text):
    assert all(terms(text))
    assert len(terms(text)) <= len(stems(text)) + len(text.split())
    assert numbers(stems(text)) <= {f"{a} {b}".strip() for a in stems(text) for b in ["", *stems(text)]}
