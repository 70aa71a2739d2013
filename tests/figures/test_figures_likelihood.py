"""How likely two figures state one fact, by what speaks for it."""

from itertools import product

import pytest
from annotated import tables_of

from analysis.figures.likelihood import features, likelihood
from analysis.figures.statements import statements

LIKELIER = [  # the figure of the first two sentences is likelier one fact than that of the first and the third
    ("The $310 million campus opens soon.", "They will spend $310 million.", "They will spend $475 million."),
    ("Some 38,412 came.", "The gates counted 38,412.", "The gates counted 21,016."),
    ("The fire killed 31 people.", "The fire killed 33 people.", "The fire killed 90 people."),
    ("The fire killed 31 people.", "The fire killed 33 people.", "The choir has 33 singers."),
]


@pytest.mark.parametrize(("told", "near", "far"), LIKELIER)
def test_equal_and_close_values_and_like_words_speak_for_one_fact(told, near, far):
    assert _likelihood(told, near) > _likelihood(told, far)


def test_who_is_compared_with_whom_does_not_matter():
    a, b = _stated("Holm cut 1,200 jobs in May.", "Some 1,400 workers lose their jobs.")
    assert features(a, b) == features(b, a)


def test_a_shorter_form_of_a_name_is_no_other_name():
    one, other = _stated("Holm Cloud cut 1,200 jobs.", "Holm cut 1,200 jobs.")
    assert not features(one, other)["other names"]


def test_shares_are_as_far_apart_as_their_odds():
    low, high = _stated("It won 50 percent of the vote.", "It won 95 percent of the vote.")
    small, large = _stated("It won 30 percent of the vote.", "It won 57 percent of the vote.")
    assert features(low, high)["ratio"] > features(small, large)["ratio"]


def _likelihood(one: str, other: str) -> float:
    return likelihood(*_stated(one, other))


def _stated(one: str, other: str):
    articles = [
        {"article": name, "title": None, "headings": [], "text": text, "published": None}
        for name, text in (("a", one), ("b", other))
    ]
    sentences, figures, names = tables_of(articles)
    stated = statements(figures, sentences, names)
    pairs = product(*([figure for figure in stated if figure.article == name] for name in "ab"))
    return next((a, b) for a, b in pairs if not a.times and a.unit == b.unit)
