"""The chart of frames, and words laid out by source."""

import pandas as pd

from analysis.charts.framing import frame_shares, tallied, worded
from analysis.framing import apart, shares

ARTICLES = pd.DataFrame({"article": ["a", "b"], "letter": ["A", "B"], "label": ["North", "South"]})
SENTENCES = pd.DataFrame(
    [
        {"article": article, "sentence": number, "paragraph": number, "kind": "body"}
        for article in "ab"
        for number in range(20)
    ]
)
FOUND = pd.DataFrame(
    [("a", number, "human_interest") for number in range(15)], columns=["article", "sentence", "frame"]
)


def chart(found):
    shared = shares(found, SENTENCES, ["human_interest"])
    compared = apart(shared)
    return frame_shares(shared[shared["part"] == "whole"], compared[compared["beyond"]], ARTICLES)


def test_the_title_names_what_stands_beyond_chance_and_the_alternative_gives_every_number():
    drawn = chart(FOUND)
    assert drawn.title == "Beyond chance, A has more human interest, B has less human interest than the others."
    assert "A: human interest 75% (15 of 20); B: human interest 0% (0 of 20)" in drawn.alternative


def test_where_nothing_stands_out_the_title_says_so():
    assert chart(FOUND[:1]).title == "No source differs from the others in a frame beyond chance."


def test_words_stand_by_source_as_they_are_usually_written():
    found = pd.DataFrame(
        [("a", "bond", "Pact"), ("a", "bond", "pact"), ("a", "bond", "pact"), ("b", "bond", "deal <b>")],
        columns=["article", "frame", "term"],
    )
    html = worded(found, ARTICLES, "Labels").html
    assert "<td>pact 3</td><td>deal &lt;b&gt;</td>" in html


def test_of_many_sources_words_are_told_together_with_how_many_use_them():
    many = pd.DataFrame({"article": list("abcdefghi"), "letter": list("ABCDEFGHI"), "label": "x"})
    found = pd.DataFrame([(article, "bond", "pact") for article in "abcd"], columns=["article", "frame", "term"])
    assert "<td>pact 4</td>" in worded(found, many, "Labels").html


def test_words_are_tallied_by_kind_and_none_is_said():
    found = pd.DataFrame({"frame": ["bond", "mishap", "bond"]})
    assert "Words: 3 in all, bond 2, mishap 1." in tallied(found, "Words").html
    assert "Words: none." in tallied(found[:0], "Words").html
