"""Word lists: what VADER lacks is found by stem or in connotations.csv, and the lists are in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.vader import valences
from analysis.sentiment.lexicon import connotations, leaning, read_rows, stem, valence


def test_a_word_of_vaders_has_vaders_valence():
    assert valence("good") == valences()["good"] == 1.9


@pytest.mark.parametrize("word", ["lambasted", "embezzling", "misleads", "indictments", "recklessly"])
def test_inflected_words_that_vader_lacks_are_negative_where_their_stem_is(word):
    assert word not in valences()
    assert valence(word) < 0


@pytest.mark.parametrize("word", ["lauding", "trailblazer", "statesmanlike", "endearing"])
def test_inflected_words_that_vader_lacks_are_positive_where_their_stem_is(word):
    assert word not in valences()
    assert valence(word) > 0


def test_a_word_of_no_list_has_no_valence():
    assert valence("table") == valence("") == valence("42") == 0


def test_forms_of_a_verb_share_its_classes():
    assert {connotations(form) for form in ("oust", "ousts", "ousted", "ousting")} == {("oust",)}


def test_two_words_may_say_together_what_neither_says_alone():
    assert "resign" in connotations("stepped", "down")
    assert "resign" not in connotations("stepped", "up")
    assert connotations("step") == connotations("table") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("denies", "deny"), ("denied", "deny"), ("stopped", "stop"), ("happiness", "happy"), ("accuses", "accusing")],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@given(st.text(max_size=20))
def test_any_word_has_a_stem_a_valence_and_classes(word):
    assert isinstance(stem(word), str)
    assert -4 <= valence(word) <= 4
    assert isinstance(connotations(word, word), tuple)


def test_no_class_lists_a_word_twice_and_every_tone_is_one_that_the_file_explains():
    rows = read_rows("connotations.csv")
    assert len({row["class"] for row in rows}) == len(rows)
    for row in rows:
        words = row["words"].split()
        assert len(words) == len(set(words)), row["class"]
        assert int(row["tone"]) in range(-2, 3)


def test_a_word_leans_as_it_stands_or_as_its_stem_or_last_part_does():
    assert leaning("achievement")[0] > 0 > leaning("implicated")[0]
    assert leaning("half-complaint") == leaning("complaint")
    assert leaning("qwxz") == (0.0, 0.0)
