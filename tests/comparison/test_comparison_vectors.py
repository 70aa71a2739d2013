"""Sentences as vectors: what one that refers back takes over from the one before it."""

import numpy as np
import pytest

from analysis.comparison import match_sentences, vectors
from analysis.comparison.matching import PAIR
from analysis.comparison.terms import refers_back, stems
from analysis.comparison.vectors import REFERRED, sentence_vectors, with_antecedents


@pytest.mark.parametrize("sentence", ["It sank.", "“They lied,” he said.", "This deal failed.", "THEIR ship sank."])
def test_a_sentence_refers_back_that_begins_with_a_word_for_something_said_before(sentence):
    assert refers_back(sentence)


@pytest.mark.parametrize("sentence", ["", "…", "The ship sank.", "Italy won.", "Thistles grew.", "x" * 200 + " it"])
def test_other_sentences_do_not(sentence):
    assert not refers_back(sentence)


def test_a_sentence_that_refers_back_has_part_of_the_one_before_it_and_the_others_stay_as_they_are():
    told, _ = sentence_vectors(list(map(stems, ["The ferry sank.", "It burned.", "Rain fell."])))
    found = with_antecedents(told, [1]).toarray()
    before, own, other = told.toarray()
    expected = own + REFERRED * before
    assert found == pytest.approx(np.array([before, expected / np.linalg.norm(expected), other]), abs=1e-6)


NAMED = [
    "Rain fell on the hills.",
    "Buses ran late.",
    "Mayor Ines Orvale collapsed on stage.",
    "She was flown to a hospital in Pell.",
]
OTHER = ["The choir sang well at mass.", "Geese flew south.", "Doctors in Pell are treating Mayor Ines Orvale."]


def score(articles: list[list[str]], a: tuple[int, int], b: tuple[int, int]) -> float:
    """The score of two sentences (article, sentence), 0 where they have next to none."""
    found = match_sentences(articles).set_index(list(PAIR))["score"]
    return found.get((*a, *b), 0)


def test_what_is_said_of_somebody_by_pronoun_is_found_where_the_name_is_given(monkeypatch):
    found = score([NAMED, OTHER], (0, 3), (1, 2))
    monkeypatch.setattr(vectors, "REFERRED", 0)
    assert found > score([NAMED, OTHER], (0, 3), (1, 2)) + 0.05


def test_the_first_sentence_of_an_article_does_not_refer_to_the_article_before_it(monkeypatch):
    articles = [NAMED[:3], NAMED[3:] + NAMED[:2], OTHER]
    found = score(articles, (1, 0), (2, 2))
    monkeypatch.setattr(vectors, "REFERRED", 0)
    assert found == score(articles, (1, 0), (2, 2))
