"""Evidence shows the source's own words, marked, and nothing an article says becomes markup."""

import re
from html import unescape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence import finding, key, listed, marked, pairs, quotations, sources, told

ARTICLES = pd.DataFrame([{"article": "a", "letter": "A", "label": "The <b>Post</b>"}])
SENTENCES = pd.DataFrame(
    [
        {"article": "a", "sentence": 0, "start": 0, "end": 12, "text": "It cost $10."},
        {"article": "a", "sentence": 1, "start": 13, "end": 31, "text": "<script>x</script>"},
    ]
)


def found(start, end):
    return pd.DataFrame([{"article": "a", "start": start, "end": end}])


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_marking_keeps_every_character_of_the_text(text, spans):
    assert unescape(re.sub("</?mark>", "", marked(text, spans))) == unescape(marked(text, []))


def test_only_the_words_in_question_are_marked():
    assert marked("It cost $10.", [(8, 11)]) == "It cost <mark>$10</mark>."


def test_overlapping_marks_mark_each_character_once():
    assert marked("abcdef", [(2, 5), (1, 3)]) == "a<mark>bc</mark><mark>de</mark>f"


def test_a_quotation_names_its_source_and_sentence():
    html = quotations(found(8, 11), ARTICLES, SENTENCES).html
    assert "It cost <mark>$10</mark>." in html
    assert '<span class="key s0">A</span> The &lt;b&gt;Post&lt;/b&gt; · sentence 1 of 2' in html


def test_findings_of_one_sentence_are_marked_in_one_quotation_with_their_notes():
    two = pd.concat([found(0, 2), found(8, 11)]).assign(note=["first", "second"])
    html = quotations(two, ARTICLES, SENTENCES).html
    assert html.count("<blockquote") == 1
    assert "<mark>It</mark> cost <mark>$10</mark>." in html
    assert "· first · second" in html


def test_two_sentences_that_differ_stand_side_by_side_with_the_words_marked():
    row = {"article_a": "a", "start_a": 0, "end_a": 12, "article_b": "a", "start_b": 13, "end_b": 31}
    html = pairs(pd.DataFrame([row | {"kind": "value", "words_a": "$10", "words_b": "x"}]), ARTICLES, SENTENCES).html
    assert "“$10” against “x”" in html
    assert "It cost <mark>$10</mark>." in html


def test_a_source_keeps_its_colour_and_the_ninth_has_the_first_colour_again():
    assert [key(letter).html for letter in ("A", "I")] == [
        '<span class="key s0">A</span>', '<span class="key s0">I</span>'
    ]  # fmt: skip
    assert "s2" in key("AA").html  # the 27th: 26 % 8


def test_a_finding_in_words_is_text_to_the_last_character():
    assert finding("It *rose* by", "<b>3</b>.").html == '<p class="finding">It *rose* by &lt;b&gt;3&lt;/b&gt;.</p>'


def test_a_script_in_an_article_stays_text():
    assert "<script" not in quotations(found(13, 31), ARTICLES, SENTENCES).html


def test_a_finding_outside_every_sentence_is_refused():
    with pytest.raises(ValueError, match="a: characters 90 to 95 stand in no sentence"):
        quotations(found(90, 95), ARTICLES, SENTENCES)


def test_a_table_shows_empty_cells_as_a_dash_and_escapes_the_rest():
    html = listed(pd.DataFrame([{"outlet": None, "words": 1141}, {"outlet": "A&B", "words": 2}]), "Articles").html
    assert '<th scope="row"><span class="none">–</span></th><td>1,141</td>' in html
    assert '<th scope="row">A&amp;B</th><td>2</td>' in html


def test_a_source_is_listed_with_what_is_known_of_it():
    row = {"article": "a", "letter": "A", "label": "<i>Post</i>", "outlet": None, "author": "Ann Lee", "words": 1200}
    html = sources(pd.DataFrame([row | {"published": None}])).html
    assert "&lt;i&gt;Post&lt;/i&gt;" in html
    assert "outlet not given · Ann Lee · 1,200 words" in html


def test_a_claim_is_told_in_its_clearest_sentence_with_who_tells_it_and_who_does_not():
    articles = pd.DataFrame([{"article": name, "letter": name.upper(), "label": name} for name in "abc"])
    sentences = pd.DataFrame(
        [{"article": name, "sentence": 0, "start": 0, "end": 9, "text": f"{name} rained."} for name in "abc"]
    )
    claims = pd.DataFrame(
        [
            {"article": "a", "told": "partly", "place": "lead", "clearest": False},
            {"article": "b", "told": "told", "place": "headline", "clearest": True},
        ]
    ).assign(claim=1, sentence=0, start=0, end=9, credited=["Reuters", None])
    html = told(claims, articles, sentences).html
    assert "“b rained.”" in html
    assert "— not in C" in html
    assert "tells it in part · credits Reuters" in html
    assert "· headline" in html


def test_a_sentence_of_a_claim_that_says_otherwise_says_from_whom_it_differs():
    articles = pd.DataFrame([{"article": name, "letter": name.upper(), "label": name} for name in "abc"])
    sentences = pd.DataFrame(
        [{"article": name, "sentence": 0, "start": 0, "end": 9, "text": f"{name} rained."} for name in "abc"]
    )
    claims = pd.DataFrame([{"article": name, "clearest": name == "a"} for name in "abc"])
    claims = claims.assign(claim=1, sentence=0, start=0, end=9, told="told", place="lead", credited=None)
    places = {"article_a": "a", "start_a": 2, "article_b": "b", "start_b": 2}
    differences = pd.DataFrame([{"kind": "value"} | places, {"kind": "label"} | places | {"article_b": "c"}])
    html = told(claims, articles, sentences, differences).html
    assert html.count("tells it differently") == 2
    assert "tells it differently from A" in html
    assert "tells it differently from B" in html


def test_a_table_without_rows_says_so():
    assert listed(pd.DataFrame({"file": []}), "What was refused").html == '<p class="note">What was refused: none.</p>'
