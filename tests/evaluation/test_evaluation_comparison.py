"""Predictions of comparison, ours and a peer's, on items by hand."""

from pathlib import Path

from analysis.evaluation.comparison import by_likeness, clustered, grouped, matched, tfidf

FLOOD = "The river flooded the market of Tarn."
ITEM = {
    "id": "1",
    "articles": [
        {"sentences": [FLOOD, "Bread is dear.", "Snow fell on the hills.", "He was ill."]},
        {"sentences": ["The river Tarn flooded the market.", "A goat sang.", "Buses ran late.", "She swam."]},
    ],
}


def test_the_pair_that_tells_the_same_scores_best_for_each_tool_and_is_our_match():
    for tool in (matched, by_likeness(tfidf)):
        scores = tool([ITEM], Path())[0]["scores"]
        assert max(scores, key=lambda row: row[4])[:4] == [0, 0, 1, 0]
    assert matched([ITEM], Path())[0]["aligned"] == [[0, 0, 1, 0]]


def test_a_sentence_that_no_other_article_shares_is_newer():
    new = {(i, a): weight for i, a, weight in matched([ITEM], Path())[0]["novel"]}
    assert new[0, 1] > new[0, 0] == 0


def test_articles_with_the_same_words_are_one_story_for_each_tool():
    items = [{"id": str(n), "text": text} for n, text in enumerate([FLOOD, FLOOD, "A goat sang in the opera house."])]
    for tool in (grouped, clustered):
        first, second, third = (row["cluster"] for row in tool(items, Path()))
        assert first == second != third
