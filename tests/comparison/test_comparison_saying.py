"""Sentences that share no more than a speaker do not tell the same thing."""

from analysis import attribution, comparison, language, tables

STORY = {
    "post": [
        "Transport Secretary Maria Delgado said federal money would pay for it.",
        "The bridge carries 42,000 vehicles a day.",
    ],
    "herald": [
        "“We could not leave it open,” said Maria Delgado, the transport secretary.",
        "Some 42,000 vehicles a day cross the bridge.",
    ],
}


def told():
    """Tables `sentences` and `attributions` of the story."""
    sentences, attributions = [], []
    for name, lines in STORY.items():
        article = {"article": name, "title": None, "headings": [], "text": "\n\n".join(lines)}
        rows = language.of_article(article)
        sentences += rows
        attributions += attribution.of_article(article, rows)
    return tables.table("sentences", sentences), tables.table("attributions", attributions)


def matched(found):
    return {(row.sentence_a, row.sentence_b) for row in found[found["matched"]].itertuples()}


def test_the_same_speaker_alone_is_no_match_and_the_same_fact_is():
    sentences, attributions = told()
    with_speakers = comparison.matches(sentences)
    assert (0, 0) in matched(with_speakers)  # else this test could not fail
    assert matched(comparison.matches(sentences, attributions)) == {(1, 1)}


def test_scores_stay_as_they_were():
    sentences, attributions = told()
    one, other = comparison.matches(sentences), comparison.matches(sentences, attributions)
    assert one["score"].tolist() == other["score"].tolist()
