"""Charts of sources say in their title and alternative text what they draw."""

import pandas as pd

from analysis.charts.sources import chain, likeness_map, voices

ARTICLES = pd.DataFrame({"article": ["a", "b"], "letter": ["A", "B"], "label": ["Post", "<Herald>"]})
SENTENCES = pd.DataFrame(
    [
        {"article": article, "sentence": number, "start": 50 * number, "end": 50 * number + 49, "kind": "body"}
        for article in "ab"
        for number in range(4)
    ]
)


def said(article: str, start: int, end: int, source_type: str, kind: str = "speech") -> dict:
    return {"article": article, "content_spans": [[start, end]], "source_type": source_type, "kind": kind}


def test_a_sentence_has_the_voice_that_fills_most_of_it():
    attributions = pd.DataFrame(
        [said("a", 0, 99, "organisation"), said("a", 150, 160, "unnamed"), said("b", 0, 49, "unnamed", "thought")]
    )
    chart = voices(SENTENCES, attributions, ARTICLES)
    assert chart.title == "The writer speaks in 100% of the sentences of B, in 50% of those of A."
    assert "A: the writer 50%, organisations 50%" in chart.alternative


def test_the_chain_names_each_outlet_with_those_who_credit_it_and_marks_one_of_the_story():
    rows = [("Times", "a", None), ("Times", "b", None), ("Post", "b", "a")]
    origins = pd.DataFrame(rows, columns=["origin", "article", "chain"]).assign(type="outlet")
    chart = chain(origins, ARTICLES)
    assert chart.title == "Two of two sources credit an outlet; Times is credited by two."
    assert "Times by A, B; Post by B" in chart.alternative
    assert "Post (A of this story)" in chart.html


def test_without_credits_the_chain_says_so():
    origins = pd.DataFrame({"origin": ["sources"], "article": ["a"], "chain": [None], "type": ["unnamed"]})
    assert chain(origins, ARTICLES).title == "No source credits an outlet."


def test_the_map_of_likeness_names_the_most_alike():
    likeness = pd.DataFrame({"article_a": ["a"], "article_b": ["b"], "score": [0.4]})
    chart = likeness_map(likeness, ARTICLES)
    assert chart.title == "A and B are the most alike, at 0.40 of 1."
    assert "A and B 0.40" in chart.alternative


def test_one_source_has_no_map():
    assert "one source" in likeness_map(pd.DataFrame(columns=["article_a", "article_b", "score"]), ARTICLES[:1]).title
