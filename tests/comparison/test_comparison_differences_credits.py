"""Who is credited with what two articles tell."""

import pandas as pd
import pytest
from compared import compared

from analysis.comparison.differences.credits import credits_of


def credited(*texts: str, score: float = 0.9) -> list[str]:
    """The rules by which these articles differ in attribution."""
    rows = compared(*texts, score=score, credited=True)
    return rows.loc[rows["kind"] == "attribution", "rule"].tolist()


UNNAMED = ["unnamed source against another"]
OFFICIAL = "The bank will shut its branch in Ostrava in spring, chief executive Jana Mala told reporters."


@pytest.mark.parametrize(
    "text",
    [
        "The bank will shut its branch in Ostrava in spring, insiders say.",
        "The bank will shut its branch in Ostrava in spring, a pal revealed.",
        "The bank will shut its branch in Ostrava in spring, according to an internal memo.",
        "The bank will shut its branch in Ostrava in spring, the Herald understands.",
        "The bank will shut its branch in Ostrava in spring, a manager who did not want to be named said.",
        "The bank will shut its branch in Ostrava in spring, according to letters seen by this newspaper.",
        "The bank will shut its branch in Ostrava in spring, a former employee said.",
    ],
)
def test_who_has_no_name_is_set_against_who_has(text):
    assert credited(text, OFFICIAL) == UNNAMED


def test_a_spokeswoman_and_who_tells_it_to_us_under_a_name_are_no_unnamed_sources():
    told = "The bank will shut its branch in Ostrava in spring, Jana Mala told us."
    assert credited(told, "The bank will shut its branch in Ostrava in spring, a spokeswoman said.") != UNNAMED


def test_of_a_pronoun_it_is_known_who_that_is():
    said = {"article": "a", "kind": "speech", "source_type": "named person", "source_text": "She", "origin": pd.NA}
    spans = {"source_spans": [[0, 3]], "content_spans": [[9, 20]]}
    rows = [said | spans | {"source": name} for name in ("Jana Mala", pd.NA)]
    assert [credit.who for credit in credits_of(pd.DataFrame(rows))["a"]] == [{"jana", "mala"}, frozenset()]


def test_what_an_unnamed_source_contradicts_is_a_difference_in_source_even_of_sentences_that_are_little_alike():
    one = "The ferry carried 310 people on its last trip, two people close to the shipping line said."
    other = "On board were 280 people, the coastguard said on Monday after a day of counting."
    assert credited(one, other, score=0.5) == UNNAMED
    assert credited(one.replace("310", "280"), other, score=0.5) == []


FIGURE = "The repairs will take 14 weeks."


def test_a_figure_that_is_credited_here_and_told_as_known_there_is_a_difference():
    assert credited("The repairs will take 14 weeks, the harbour authority said.", FIGURE) == [
        "figure credited against uncredited"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The repairs will take 20 weeks, the harbour authority said.",  # that is a difference in value
        "The repairs will take 14 weeks.",
    ],
)
def test_another_figure_or_no_credit_at_all_is_none(text):
    assert credited(text, FIGURE) == []


def test_the_same_words_in_the_mouth_of_two_people_are_a_difference():
    words = "“We have buried mayors, bakers and thieves on this windy hill,” {} said."
    assert credited(words.format("Petr Novak"), words.format("Eva Horska")) == ["same words credited to others"]


def test_two_who_tell_other_things_of_one_subject_are_none():
    words = "The wind on the hill is {}, {} said."
    assert credited(words.format("mild", "Petr Novak"), words.format("cold", "Eva Horska")) == []


def test_a_further_sentence_of_a_quotation_is_not_told_as_the_papers_own():
    said = "“The repairs will take 14 weeks,” the harbour authority said."
    assert credited(said, "The repairs will take 14 weeks, and then we shall see.”") == []


def test_who_has_no_name_in_the_story_may_be_the_one_who_is_named_elsewhere():
    words = "“We have buried mayors, bakers and thieves on this windy hill,” {} said."
    assert credited(words.format("Petr Novak"), words.format("the mayor")) == []


def test_a_source_named_here_may_be_the_one_who_is_told_by_what_he_is_there():
    words = "{} said the harbour bridge would cost the old town twelve million crowns."
    one, other = words.format("Eva Horska's lawyer, Petr Novak,"), words.format("The lawyer")
    assert "same words credited to others" not in credited(one, other)
