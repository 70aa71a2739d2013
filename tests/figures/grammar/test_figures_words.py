"""Numbers in words that the words around them make a time of day, an age, a fraction or a rank."""

import pytest

from analysis.figures import find_figures


def found(text):
    return [(figure.text, figure.kind, figure.value) for figure in find_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It began at nine o'clock.",
        "It began at half past six, at ten past seven and at about ten to five.",
        "A 999 call came.",
        "It comes in a year in which all is calm.",
    ],
)
def test_times_of_day_in_words_and_numbers_to_call_are_no_figures(text):
    assert found(text) == []


def test_a_fall_is_no_time_of_day():
    assert [figure.text for figure in find_figures("It fell from 10 to 5 percent.")] == ["10", "5 percent"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The mate, Ana Ruiz, 26; her captain slept.", ("26", "age", 26)),
        ("They lost her grandson Ewan, 16.", ("16", "age", 16)),
        ("The minister, 48, whose plan failed, left.", ("48", "age", 48)),
        ("The suspect, who is 26, was released.", ("26", "age", 26)),
        ("It needs a tenth more.", ("a tenth", "number", 0.1)),
        ("They may spend a twelfth of it.", ("a twelfth", "number", 1 / 12)),
        ("They asked for a second staircase.", ("second", "ordinal", 2)),
        ("It took a second.", ("a second", "duration", 1)),
    ],
)
def test_words_around_a_number_tell_ages_fractions_and_ranks(text, figure):
    assert found(text) == [figure]


def test_a_second_beside_a_third_is_a_rank():
    assert found("It took a second and a third try.") == [("second", "ordinal", 2), ("third", "ordinal", 3)]


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("The council is handing over £60 million.", None),
        ("The shop turned over £40 million.", None),
        ("She was paid over £60 million.", "over"),
        ("The shop sold over 40 million cups.", "over"),
    ],
)
def test_what_is_handed_over_is_not_bounded(text, approximation):
    assert [figure.approximation for figure in find_figures(text)] == [approximation]
