"""What the scorer of loaded language is handed."""

from pathlib import Path

import pytest

from analysis.evaluation.framing import loaded_by_list, of_articles, vader

ITEMS = [{"id": 1, "text": "The thugs ruined a horrible day."}, {"id": 2, "text": "The firms signed a contract."}]


@pytest.mark.parametrize("tool", [loaded_by_list, vader])
def test_a_sentence_with_a_loaded_word_is_biased_by_the_words_of_a_lexicon(tool):
    loaded, plain = tool(ITEMS, Path())
    assert (loaded["biased"], plain["biased"]) == (1, 0)
    assert "horrible" in loaded["words"]
    assert loaded["score"] > plain["score"]


def test_sentences_of_articles_are_scored_in_their_order():
    texts = [item["text"] for item in ITEMS]
    (scored,) = of_articles(loaded_by_list)([{"id": "a", "sents": [*texts[::-1], texts[0]]}], Path())
    assert scored["id"] == "a"
    plain, loaded, again = scored["lex_scores"]
    assert plain == 0 < loaded == again
