"""What the lead of an article is."""

from analysis.language import in_lead
from analysis.tables import table


def leads(*placed):
    kinds = [{"kind": kind, "paragraph": paragraph} for kind, paragraph in placed]
    rows = [
        {"article": "a", "sentence": n, "start": 9 * n, "end": 9 * n + 8, "text": "It rains"} | row
        for n, row in enumerate(kinds)
    ]
    return in_lead(table("sentences", rows)).tolist()


def test_the_lead_is_the_first_paragraph_of_the_body():
    placed = [("headline", 0), ("body", 1), ("body", 1), ("heading", 2), ("body", 3)]
    assert leads(*placed) == [False, True, True, False, False]


def test_of_a_body_in_one_paragraph_the_lead_is_its_first_sentence():
    assert leads(("headline", 0), ("body", 1), ("body", 1), ("body", 1)) == [False, True, False, False]


def test_an_article_without_a_body_has_no_lead():
    assert leads(("headline", 0)) == [False]
