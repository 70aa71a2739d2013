"""Terms of a codebook are found where they stand, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.framing import best_frame, load_codebook, of_article, score_frames
from analysis.framing.codebook import SHIPPED
from analysis.tables import table

CODEBOOK = """\
title: Weather
citation: ours
negators: [no, not]
rest: other
frames:
  storm:
    definition: wind and rain
    citation: ours
    negation: on
    terms:
      2: [storm*, high wind|winds, rain ~3 heavy]
      1: [wind]
    except: [brain storm*]
  calm:
    definition: none of it
    citation: ours
    terms:
      1: [calm, <number> knots]
"""


@pytest.fixture
def weather(tmp_path):
    path = tmp_path / "weather.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    return load_codebook(path)


def found(sentence, codebook):
    """(frame, score, words) of the sentence."""
    rows = score_frames([sentence], codebook).itertuples()
    return [(row.frame, row.score, [sentence[start:end] for start, end in row.terms]) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Storms came.", ["Storms"]),
        ("The storm’s eye", ["storm’s"]),
        ("a brain-storm", []),
        ("Rainstorm", []),
        ("High winds blew", ["High winds"]),
        ("a high-wind warning", ["high-wind"]),
        ("so high. Winds rose", []),
        ("a high wind", ["high wind"]),
        ("rain was very heavy", ["rain was very heavy"]),
        ("heavy rain", ["heavy rain"]),
        ("rain was not at all heavy", []),
        ("Rain. Heavy traffic", []),
        ("no storm", []),
        ("it wasn’t a storm", []),
        ("Is it not? A storm!", ["storm"]),
        ("not in any known way a storm", ["storm"]),
    ],
)
def test_words_endings_phrases_pairs_exclusions_and_negation(weather, sentence, words):
    assert [word for _, _, matched in found(sentence, weather) for word in matched] == words


def test_the_longer_term_wins_and_the_score_is_the_sum_of_weights(weather):
    assert found("High winds and wind, at 30 knots.", weather) == [
        ("storm", 3.0, ["High winds", "wind"]),
        ("calm", 1.0, ["30 knots"]),
    ]


def test_negation_off_counts_a_negated_term(weather):
    assert found("not calm", weather) == [("calm", 1.0, ["calm"])]


def test_sentences_are_numbered_from_0_and_one_without_terms_has_no_row(weather):
    assert score_frames(["nothing", "calm"], weather)["sentence"].tolist() == [1]
    assert score_frames([], weather).columns.tolist() == ["sentence", "frame", "score", "terms"]


def test_the_best_frame_is_the_highest_then_the_first_listed_and_else_the_rest(weather):
    sentences = ["a storm in the calm", "wind and calm", "calm, calm, wind", ""]
    assert best_frame(sentences, weather) == ["storm", "storm", "calm", "other"]


def test_without_a_rest_the_best_frame_of_nothing_is_none():
    assert best_frame([""], load_codebook("generic")) == [None]


def test_rows_of_an_article_stand_in_its_text_under_every_codebook_that_ships():
    text = "A headline\n\nThe rivals fight over control of the billion-dollar deal."
    sentences = [{"article": "a", "sentence": 1, "start": 12, "end": len(text), "text": text[12:]}]
    rows = of_article({"article": "a", "text": text}, sentences)
    assert {row["codebook"] for row in rows} == {"generic", "policy", "business"}
    assert all(text[row["start"] : row["end"]] == row["term"] for row in rows)
    assert table("frames", rows)["sentence"].tolist() == [1] * len(rows)


def test_the_user_s_codebook_stands_beside_those_that_ship_or_in_place_of_its_namesake(tmp_path):
    sentences = [{"article": "a", "sentence": 0, "start": 0, "text": "They fight over the price of calm control."}]
    for name, codebooks in (("weather", {"generic", "policy", "business", "weather"}), ("policy", set(SHIPPED))):
        path = tmp_path / f"{name}.yaml"
        path.write_text(CODEBOOK, encoding="utf-8")
        rows = of_article({"article": "a"}, sentences, str(path))
        assert {row["codebook"] for row in rows} == codebooks
        assert [row["frame"] for row in rows if row["codebook"] == name] == ["calm"]


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("The two parties accused each other in a bitter dispute.", "conflict"),
        ("Shares fell and the company lost a billion dollars in revenue.", "economic"),
        ("The mother of two wept as she told of her grief.", "human_interest"),
        ("It is a sin, the bishop said, and an immoral act.", "morality"),
        ("The ministry must take action and is accountable for a solution.", "responsibility"),
    ],
)
def test_a_plain_sentence_of_each_generic_frame_is_told(sentence, frame):
    assert best_frame([sentence], load_codebook("generic")) == [frame]


@given(st.text(max_size=300))
def test_spans_hold_in_any_text_and_no_term_of_a_frame_overlaps_another(text):
    for _, _, _, terms in score_frames([text], load_codebook("generic")).itertuples(index=False):
        ends = [0, *(end for _, end in terms)]
        assert all(before <= start < end <= len(text) for before, (start, end) in zip(ends, terms, strict=False))
