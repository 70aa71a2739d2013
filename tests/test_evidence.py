"""Evidence shows the source's own words, marked, and nothing an article says becomes markup."""

import re
from html import unescape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence import listed, marked, quotations

ARTICLES = pd.DataFrame([{"article": "a", "letter": "A", "label": "The <b>Post</b>"}])
SENTENCES = pd.DataFrame(
    [
        {"article": "a", "sentence": 0, "start": 0, "end": 12, "text": "It cost $10."},
        {"article": "a", "sentence": 1, "start": 13, "end": 31, "text": "<script>x</script>"},
    ]
)


def finding(start, end):
    return pd.DataFrame([{"article": "a", "start": start, "end": end}])


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_marking_keeps_every_character_of_the_text(text, spans):
    assert unescape(re.sub("</?mark>", "", marked(text, spans))) == unescape(marked(text, []))


def test_only_the_words_in_question_are_marked():
    assert marked("It cost $10.", [(8, 11)]) == "It cost <mark>$10</mark>."


def test_overlapping_marks_mark_each_character_once():
    assert marked("abcdef", [(2, 5), (1, 3)]) == "a<mark>bc</mark><mark>de</mark>f"


def test_a_quotation_names_its_source_and_sentence():
    html = quotations(finding(8, 11), ARTICLES, SENTENCES).html
    assert "It cost <mark>$10</mark>." in html
    assert "A, The &lt;b&gt;Post&lt;/b&gt;, sentence 1 of 2" in html


def test_a_script_in_an_article_stays_text():
    assert "<script" not in quotations(finding(13, 31), ARTICLES, SENTENCES).html


def test_a_finding_outside_every_sentence_is_refused():
    with pytest.raises(ValueError, match="a: characters 90 to 95 stand in no sentence"):
        quotations(finding(90, 95), ARTICLES, SENTENCES)


def test_a_table_shows_empty_cells_as_a_dash_and_escapes_the_rest():
    html = listed(pd.DataFrame([{"outlet": None, "words": 1141}, {"outlet": "A&B", "words": 2}]), "Articles").html
    assert "<td>–</td><td>1,141</td>" in html
    assert "<td>A&amp;B</td><td>2</td>" in html
