"""What two articles call one thing."""

import pytest
from compared import compared

from analysis.comparison.differences.labels import find_apart, labels
from analysis.comparison.differences.lexicon import lexicon
from analysis.comparison.differences.told import Told


def told(text: str, article: str = "a", kind: str = "body") -> Told:
    return Told({"article": article, "start": 0, "end": len(text), "text": text, "kind": kind})


def named(text: str) -> list[str]:
    """The labels of a sentence."""
    return sorted({label for one in labels(told(text)) for _, label in one.labels})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor spoke of an honest mistake in the accounts.", "The mayor spoke of a cover-up in the accounts."),
        ("The harbour was handed to a subsidiary in May.", "The harbour was handed to a joint venture in May."),
        (
            "He is charged with murder over the fire at the mill.",
            "He is charged with manslaughter over the fire at it.",
        ),
        ("The bank was given a support package by the state.", "The bank was given a bailout by the state."),
        (
            "The lawyer called the search an inquiry into it.",
            "The lawyer called the search a witch-hunt for it.",
        ),
        ("Sales of the drink slipped in June.", "Sales of the drink nosedived in June."),
    ],
)
def test_two_words_for_one_thing_are_a_difference(one, other):
    assert "label" in set(compared(one, other)["kind"])


@pytest.mark.parametrize(
    "text",
    [
        "The explorers fled.",
        "A campaign was planned.",
        "The presidency is new.",
        "Allegedly they fled.",
        "They mistook it for a gifted pupil.",
    ],
)
def test_other_words_of_one_stem_are_no_labels(text):
    assert named(text) == []


def test_every_family_has_two_labels_or_more():
    members: dict[str, set[str]] = {}
    for row in lexicon("labels").rows:
        members.setdefault(row["family"], set()).add(row["label"])
    assert all(len(known) > 1 for known in members.values())


CALM = "The mayor of Ostrava said the accounts of the harbour held an honest mistake."
LOUD = "Nothing short of a cover-up, says a trader about these accounts of the harbour."


def test_labels_of_sentences_that_match_poorly_are_no_difference():
    one, other = "The harbour is run by a subsidiary of the bank.", "The bank founded a joint venture for its ferries."
    assert "label" in set(compared(one, other, score=0.3)["kind"])
    assert "label" not in set(compared(one, other, score=0.24)["kind"])


def test_labels_around_which_most_is_alike_are_one_however_poorly_their_sentences_match():
    one, other = "The payments were commissions, his lawyer said.", "The payments were bribes, the judges said."
    assert "label" in set(compared(one, other, score=0.2)["kind"])


def test_who_is_under_fire_suffers_no_mishap():
    assert named("The mayor came under fire.") == ["criticism"]


def apart(*sentences: Told) -> list[tuple[str, str]]:
    found = find_apart(sentences, {})
    return [(pair.a.text[slice(*finding.a)], pair.b.text[slice(*finding.b)]) for pair, finding in found]


def test_labels_far_apart_are_set_against_each_other_in_sentences_that_do_not_match():
    assert apart(told(CALM), told(LOUD, "b")) == [("honest mistake", "cover-up")]


def test_there_only_where_they_are_the_only_ones_of_their_articles():
    assert apart(told(CALM), told(CALM.replace("honest mistake", "whitewash")), told(LOUD, "b")) == []


def test_labels_of_one_article_are_not_set_against_each_other():
    assert apart(told(CALM), told(LOUD)) == []
