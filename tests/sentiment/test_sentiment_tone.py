"""Tone of sentences along an article, and the voice each is in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import article_tone, of_article, sentence_tone
from analysis.tables import table


def test_praise_is_positive_blame_negative_and_a_plain_fact_neutral():
    assert sentence_tone("A wonderful success.") > 0.5
    assert sentence_tone("A terrible disaster.") < -0.5
    assert sentence_tone("The meeting is on Tuesday.") == 0


def test_a_curly_apostrophe_negates_like_a_straight_one():
    assert sentence_tone("It isn’t good.") == sentence_tone("It isn't good.") < 0


def test_a_whole_article_of_mildly_positive_sentences_comes_out_at_the_end_of_the_scale():
    sentence = "The council met again and agreed. "
    assert sentence_tone(sentence) < 0.5
    assert article_tone(sentence * 30) > 0.95


@given(st.text(max_size=200))
def test_any_text_has_a_tone_between_the_ends(text):
    assert -1 <= sentence_tone(text) <= 1


def test_a_line_without_end_is_scored_at_once():
    line = "good word but bad word " * 200_000
    began = time.perf_counter()
    sentence_tone(line)
    assert time.perf_counter() - began < 1


TEXT = "One fine day. “It is awful,” he said. He said it was a total loss. The end."
SENTENCES = ["One fine day.", "“It is awful,” he said.", "He said it was a total loss.", "The end."]


def sentences() -> list[dict]:
    rows = []
    for number, text in enumerate(SENTENCES):
        start = TEXT.index(text)
        place = {"article": "a", "sentence": number, "start": start, "end": start + len(text)}
        rows.append({**place, "paragraph": 0, "kind": "body", "text": text})
    return rows


def content(words: str, form: str, kind: str = "speech") -> dict:
    start = TEXT.index(words)
    return {"kind": kind, "form": form, "content_spans": [[start, start + len(words)]]}


def voices(attributions: list[dict]) -> list[str]:
    return [row["voice"] for row in of_article({"article": "a", "text": TEXT}, sentences(), attributions)]


def test_voice_is_who_speaks_most_of_the_sentence():
    told = [content("“It is awful,”", "direct"), content("it was a total loss", "indirect")]
    assert voices(told) == ["narrator", "quoted", "reported", "narrator"]


def test_thoughts_that_the_writer_tells_of_are_the_writers():
    assert voices([content("it was a total loss", "indirect", "thought")]) == ["narrator"] * 4


def test_a_few_quoted_words_leave_a_sentence_to_its_narrator():
    assert voices([content("fine", "direct")]) == ["narrator"] * 4


def test_the_same_content_twice_counts_once():
    assert voices([content("One fi", "indirect"), content("One fi", "indirect")])[0] == "narrator"


def test_rows_fit_the_table_and_run_along_the_article():
    tone = table("tone", of_article({"article": "a", "text": TEXT}, sentences(), []))
    assert tone["place"].is_monotonic_increasing
    assert tone["place"].between(0, 1).all()
    assert tone["place"].iloc[0] == pytest.approx(13 / 2 / len(TEXT))


def test_an_article_without_sentences_has_no_tone():
    assert of_article({"article": "a", "text": ""}, [], []) == []
