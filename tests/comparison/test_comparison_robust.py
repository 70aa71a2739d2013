"""Any text at all: matching and grouping neither fail nor depend on chance."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparison import group_by_story, match_sentences

HOSTILE = ["", "   ", "🔗⚡", "“ ’ ”", "a{color:#fff}", "1,000.5 2030", "Ελλάδα сегодня", "x" * 100_000, "The and of."]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE)), max_size=4), max_size=4))
def test_any_sentences_give_pairs_of_different_articles_in_bounds(articles):
    for pair in match_sentences(articles).itertuples(index=False):
        assert pair.article_a < pair.article_b
        assert 0 <= pair.sentence_a < len(articles[pair.article_a])
        assert 0 <= pair.sentence_b < len(articles[pair.article_b])
        assert 0 <= pair.score <= 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE)), max_size=6))
def test_any_texts_get_a_group_each_numbered_from_0(texts):
    groups = group_by_story(texts)
    assert len(groups) == len(texts)
    assert set(groups) == set(range(len(set(groups))))


def test_a_clash_of_numbers_scores_below_agreement():
    def score(a, b):
        rest = ["Farmers in the valley slept outside.", "No one was hurt in the village."]
        found = match_sentences([[a, rest[0]], [b, rest[1]]])
        return found.query("sentence_a == 0 and sentence_b == 0")["score"].item()

    told = "An earthquake of magnitude {} shook the coast."
    assert score(told.format("4.6"), told.format("4.6")) > score(told.format("4.6"), told.format("4.4"))


def test_empty_input_gives_empty_output():
    assert match_sentences([]).empty
    assert match_sentences([[], []]).empty
    assert group_by_story([]) == []


def test_what_has_no_words_of_its_own_is_like_nothing():
    assert match_sentences([["", "."], ["", "…"]]).empty
    assert group_by_story(["", "The mayor of Tarn resigned.", ""]) == [0, 1, 2]
    resigned = "The mayor of Tarn resigned on 3 May."
    found = match_sentences([[resigned, "They did so.", "Rain fell."], [resigned, "Who are they?", "Geese flew."]])
    assert found.query("matched")[["sentence_a", "sentence_b"]].to_numpy().tolist() == [[0, 0]]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_scores_do_not_depend_on_the_hash_seed(seed):
    articles = [["The mayor of Tarn resigned on 3 May.", "Rain fell."], ["On 3 May the Tarn mayor resigned."]]
    code = f"from analysis.comparison import match_sentences; print(match_sentences({articles!r}).to_csv())"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert run.stdout.strip() == match_sentences(articles).to_csv().strip(), run.stderr


def test_articles_of_one_sentence_are_matched_where_they_share_words():
    found = match_sentences([["The mayor resigned."], ["The mayor resigned on Friday."], ["A cat sat on a wall."]])
    assert found.query("matched")[["article_a", "article_b"]].to_numpy().tolist() == [[0, 1]]


def test_an_article_given_as_one_text_is_refused_rather_than_read_sign_by_sign():
    with pytest.raises(TypeError, match="list of its sentences"):
        match_sentences(["It rained.", "It snowed."])
