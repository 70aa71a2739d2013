"""How thick findings stand, against figures worked out by hand."""

import pandas as pd

from analysis.framing import in_sentences, in_words

ARTICLES = pd.DataFrame({"article": ["a", "b", "c"], "words": [200, 400, 50]})
FOUND = pd.DataFrame({"article": ["a", "b", "b", "b"], "sentence": [0, 0, 0, 2]})


def test_findings_in_a_thousand_words_are_told_the_thickest_first_and_of_every_article():
    assert in_words(FOUND, ARTICLES, 1000).to_dict() == {"b": 7.5, "a": 5.0, "c": 0.0}
    assert in_words(FOUND, ARTICLES, 1000).index.tolist() == ["b", "a", "c"]


def test_a_sentence_with_two_findings_counts_once():
    sentences = pd.DataFrame({"article": ["a"] * 2 + ["b"] * 4 + ["c"]})
    assert in_sentences(FOUND, sentences).to_dict() == {"a": 0.5, "b": 0.5, "c": 0.0}
