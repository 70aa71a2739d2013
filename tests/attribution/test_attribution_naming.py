"""Which name of the story a source goes by, in texts whose names are found too."""

import pytest

from analysis import language, tables
from analysis.attribution import find_attributions, of_article, of_story


def resolved(text):
    """(source as written, its type, its name) of every attribution of a text."""
    rows = language.of_article({"article": "a", "title": None, "headings": [], "text": text})
    sentences = tables.table("sentences", rows)
    attributions = tables.table("attributions", of_article({"article": "a", "text": text}, rows))
    found = of_story(attributions, sentences, *language.find_names(sentences))
    found = found.astype(object).where(found.notna(), None)
    return list(zip(found["source_text"], found["source_type"], found["source"], strict=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A body by the noun that only its name ends in, wherever it was named.
        (
            "The Northern Ports Agency closed the quay. Velmont was angry.\n\nIt was late.\n\nThe agency said no.",
            ("The agency", "organisation", "Northern Ports Agency"),
        ),
        ("Velmont Motors was angry. The agency said no.", ("The agency", "organisation", None)),
        # "The company" is no agency.
        (
            "The Northern Ports Agency closed the quay. The company said no.",
            ("The company", "organisation", None),
        ),
        ("The manufacturer, Velmont, said no.", ("The manufacturer, Velmont", "organisation", "Velmont")),
        (
            "Velmont Ferries is sorry. The ship's owner, Velmont, said no.",
            ("The ship's owner, Velmont", "organisation", "Velmont Ferries"),
        ),
        ("Its chief, Ana Ruiz, said no.", ("Its chief, Ana Ruiz", "named person", "Ana Ruiz")),
        # Those who belong to somebody are not that person.
        ("The family of Ana Ruiz, 71, said no.", ("The family of Ana Ruiz, 71", "unnamed", None)),
        ("The coastguard said no.", ("The coastguard", "organisation", None)),
        ("Campaigners said no.", ("Campaigners", "unnamed", None)),
        ("It was open, according to the trust's log.", ("the trust's log", "document", None)),
    ],
)
def test_a_source_goes_by_a_name_only_where_its_words_say_so(text, found):
    assert resolved(text) == [found]


@pytest.mark.parametrize("text", ["It is old, Ana Ruiz told the Gazette.", "It is old, the Gazette reported."])
def test_a_paper_by_its_short_name_is_credited(text):
    (found,) = find_attributions(text)
    assert found.origin == "Gazette"
