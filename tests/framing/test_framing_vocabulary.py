"""Words that set an article apart."""

from math import log, sqrt

import pandas as pd
import pytest

from analysis.framing import uses, vocabulary


def sentences(**articles):
    return pd.DataFrame([{"article": article, "text": text} for article, text in articles.items()])


def test_the_interval_of_a_word_of_one_article_alone_leaves_zero_out_and_that_of_a_shared_word_holds_it():
    told = vocabulary(sentences(a="The stalemate holds. " * 40, b="The rule holds. " * 40))
    told = told.set_index(["article", "term"])
    assert told.loc[("a", "stalemate"), "others"] == 0
    assert told.loc[("a", "stalemate"), "low"] > 0
    assert told.loc[("a", "holds"), "low"] < told.loc[("a", "holds"), "z"] == 0


def test_the_log_odds_ratio_is_that_of_monroe_colaresi_and_quinn():
    told = vocabulary(sentences(a="zorb zorb zorb quux quux", b="zorb quux quux quux quux"))
    row = told.set_index(["article", "term"]).loc[("a", "zorb")]
    # Neither word is in the background: its half of the prior weighs next to nothing, the others' half 250 × 1/6.
    prior = 250 * 1 / 6
    assert row["log_odds"] == pytest.approx(
        log((3 + prior) / (505 - 3 - prior)) - log((1 + prior) / (505 - 1 - prior)), abs=1e-3
    )
    assert row["z"] == pytest.approx(row["log_odds"] / sqrt(1 / (3 + prior) + 1 / (1 + prior)), abs=1e-3)


def test_a_word_common_in_news_needs_more_to_stand_out_than_a_rare_one():
    told = vocabulary(sentences(a="President zorb. " * 3, b="Nothing happens in Paris. " * 3)).set_index("term")
    assert told.loc["zorb", "z"] > told.loc["president", "z"]


def test_function_words_numbers_and_words_used_once_are_left_out():
    told = vocabulary(sentences(a="the the 12 12 once twice, twice", b="some other words"))
    assert told["term"].tolist() == ["twice"]


def test_one_article_alone_has_nothing_to_differ_from():
    assert vocabulary(sentences(a="word word word")).empty


def test_a_story_of_one_word_is_no_fault():
    assert set(vocabulary(sentences(a="word word", b="word"))["term"]) == {"word"}


def test_every_use_of_a_term_can_be_found_again():
    text = "Zorb zorbs.\nThe zorb’s big deal, a big deal."
    told = sentences(a=text, b="weather report").assign(start=0)
    found = uses(told, vocabulary(told))
    assert [(row.term, text[row.start : row.end]) for row in found.itertuples()] == [
        ("zorb", "Zorb"),
        ("zorb", "zorb’s"),
        ("big", "big"),
        ("deal", "deal"),
        ("big deal", "big deal"),
        ("big", "big"),
        ("deal", "deal"),
        ("big deal", "big deal"),
    ]
