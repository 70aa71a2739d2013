"""Sentences and words reproduce their text and break where a reader would."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import of_article, split_sentences, stem, words

MISSED = ("“Why now? Why here?” he asked.", "Plan B.| It was the only one.")  # of the passages, cut otherwise
LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
PASSAGES = [
    pytest.param(line, marks=pytest.mark.xfail(strict=True)) if line in MISSED else line
    for line in LINES
    if not line.startswith("#")
]


def sentences(text):
    return [span.text for span in split_sentences(text)]


@given(st.text())
def test_sentences_reproduce_their_text_in_order_and_lose_no_character_but_blanks(text):
    spans = split_sentences(text)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert "".join("".join(span.text.split()) for span in spans) == "".join(text.split())


@given(st.text())
def test_words_reproduce_their_text(text):
    assert all(text[span.start : span.end] == span.text for span in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Cook met Dr. Li. They spoke.", ["Mr. Cook met Dr. Li.", "They spoke."]),
        ("It fell 3.5 percent to $1.2 billion. It rose.", ["It fell 3.5 percent to $1.2 billion.", "It rose."]),
        ("“Why?” she asked. No one knew.", ["“Why?” she asked.", "No one knew."]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("J. K. Rowling wrote it. It sold.", ["J. K. Rowling wrote it.", "It sold."]),
        ("A heading\n\nA sentence without a stop", ["A heading", "A sentence without a stop"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("passage", PASSAGES)
def test_passages_of_news_are_cut_as_by_hand(passage):
    assert sentences(passage.replace("|", "")) == [sentence.strip() for sentence in passage.split("|")]


def test_title_headings_and_body_are_told_apart():
    article = {"article": "x", "title": "One", "headings": [2], "text": "One\n\nTwo is here. It is.\n\nThree\n\nFour."}
    rows = of_article(article)
    assert [(row["paragraph"], row["kind"]) for row in rows] == [
        (0, "headline"),
        (1, "body"),
        (1, "body"),
        (2, "heading"),
        (3, "body"),
    ]


def test_a_dash_parts_names_and_an_apostrophe_does_not_part_a_word():
    assert [word.text for word in words("OpenAI–Microsoft’s co-founder")] == ["OpenAI", "Microsoft’s", "co-founder"]


def test_a_stem_has_no_possessive():
    assert stem("Microsoft’s") == stem("Microsoft")
