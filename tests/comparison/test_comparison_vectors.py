"""Sentences as vectors: what one that refers back takes over from the one before it."""

import numpy as np
import pytest

from analysis.comparison import match_sentences
from analysis.comparison.terms import refers_back, stems
from analysis.comparison.vectors import REFERRED, sentence_vectors, with_antecedents


@pytest.mark.parametrize("sentence", ["It sank.", "“They lied,” he said.", "This deal failed.", "THEIR ship sank."])
def test_a_sentence_refers_back_that_begins_with_a_word_for_something_said_before(sentence):
    assert refers_back(sentence)


@pytest.mark.parametrize("sentence", ["", "…", "The ship sank.", "Italy won.", "Thistles grew.", "x" * 200 + " it"])
def test_other_sentences_do_not(sentence):
    assert not refers_back(sentence)


def test_a_sentence_that_refers_back_has_part_of_the_one_before_it_and_the_others_stay_as_they_are():
    vectors, _ = sentence_vectors(list(map(stems, ["The ferry sank.", "It burned.", "Rain fell."])))
    found = with_antecedents(vectors, [1]).toarray()
    before, own, other = vectors.toarray()
    expected = own + REFERRED * before
    assert found == pytest.approx(np.array([before, expected / np.linalg.norm(expected), other]), abs=1e-6)


def test_what_is_said_of_somebody_by_pronoun_is_found_where_the_name_is_given():
    rest = ["Rain fell on the hills.", "Buses ran late.", "The choir sang well at mass.", "Geese flew south."]

    def score(opening: str) -> float:
        named = [*rest[:2], "Mayor Ines Orvale collapsed on stage.", f"{opening} was flown to a hospital in Pell."]
        found = match_sentences([named, [*rest[2:], "Doctors in Pell are treating Mayor Ines Orvale."]])
        return found.query("sentence_a == 3 and sentence_b == 2")["score"].item()

    assert score("She") > score("Somebody")
