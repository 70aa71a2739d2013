"""What counts as a difference between two sentences that tell the same thing, and what does not."""

import pytest
from compared import compared, found
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.differences.lexicon import lexicon
from analysis.language import words


@pytest.mark.parametrize(
    ("one", "other", "kind", "words", "other_words"),
    [
        (
            "The mayor accepted the offer on Monday.",
            "The mayor rejected the offer.",
            "polarity",
            "accepted",
            "rejected",
        ),
        ("The dam was safe after the flood.", "The dam was not safe after the flood.", "polarity", "safe", "not safe"),
        ("The ferry reached Oslo late.", "The ferry reached Oslo on time.", "polarity", "late", "on time"),
        ("No trains ran to Oslo.", "The trains ran to Oslo on time.", "polarity", "No trains", "trains"),
        ("All schools in Bergen closed.", "Some schools in Bergen closed.", "scope", "All", "Some"),
        (
            "Vista is the sole supplier of the engines.",
            "Vista is one of the suppliers of the engines.",
            "scope",
            "sole",
            "one of the",
        ),
        (
            "The bank will close its Lyon branch.",
            "The bank may close its Lyon branch.",
            "certainty",
            "will close",
            "may close",
        ),
        (
            "He took the money from the safe.",
            "He allegedly took the money from the safe.",
            "certainty",
            "took",
            "allegedly took",
        ),
        (
            "Police pushed rioters back from parliament.",
            "Police pushed demonstrators back from parliament.",
            "label",
            "rioters",
            "demonstrators",
        ),
        (
            "The airline said the fiasco cost it customers.",
            "The airline said the incident cost it customers.",
            "label",
            "fiasco",
            "incident",
        ),
        (
            "Police said the driver was drunk.",
            "Police said the driver was sober.",
            "polarity",
            "drunk",
            "sober",
        ),
        ("The fire killed 12 people.", "The fire killed 15 people.", "value", "12", "15"),
        (
            "The bridge cost $40 million to build.",
            "The bridge cost up to $40 million to build.",
            "value",
            "$40 million",
            "up to $40 million",
        ),
        (
            "He faces a fine of up to £8 million.",
            "He faces a fine of up to £17 million.",
            "value",
            "up to £8 million",
            "up to £17 million",
        ),
        (
            "All the exits of the works were locked.",
            "Two of the exits of the works were locked.",
            "scope",
            "All",
            "Two of the",
        ),
        (
            "It was the worst fire in the history of the port.",
            "It was one of the worst fires in the history of the port.",
            "scope",
            "worst",
            "one of the worst",
        ),
        ("Talks will resume on Monday.", "Talks will resume on Friday.", "time", "Monday", "Friday"),
        (
            "Residents pulled her from the river.",
            "Soldiers pulled her from the river.",
            "actor",
            "Residents",
            "Soldiers",
        ),
        (
            "The plant in Tarvik was shut by order of the inspectorate.",
            "The owner closed the plant in Tarvik.",
            "actor",
            "the inspectorate",
            "The owner",
        ),
    ],
)
def test_a_difference_is_found_with_its_kind_and_words(one, other, kind, words, other_words):
    assert (kind, words, other_words) in found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor accepted the offer on Monday.", "On Monday the mayor agreed to the offer."),
        ("Profit rose in spring.", "Profit climbed in spring."),
        ("The court did not acquit him.", "The court found him guilty."),
        ("Sales never rose in May 2020.", "Sales did not rise in May 2020."),
        ("The museum opens in May.", "The museum opens in May, the city said."),
        ("Some 300 guests came to the ball.", "All guests of the ball danced."),
        ("Protesters marched through Rome.", "Demonstrators marched through Rome."),
        ("The fire killed 12 people.", "Twelve people were killed by the fire."),
        ("The bridge cost $40.2 million.", "The bridge cost $40 million."),
        ("The blast killed 12 people.", "The blast injured 40 people."),
        ("Some 480,000 people were given the drug.", "The drug hurt 34 people."),
        ("About 200 people came.", "The police counted 212 people who came."),
        ("It sold 12 planes and 30 engines.", "It sold 30 engines and 12 planes."),
        ("The company cut the dividend.", "Velora cut the dividend."),
        ("The regulator recalled the toys.", "The toys were recalled by the watchdog."),
        ("Officials closed the bridge.", "The bridge was closed by the mayor."),
        ("Talks on the disputed border went on.", "Negotiations on the border went on."),
        ("Not all of the doors were open.", "Some of the doors in the hall were open."),
        ("", "The mayor accepted the offer."),
    ],
)
def test_what_says_the_same_is_no_difference(one, other):
    if one:
        assert found(one, other) == set()


def test_a_whole_statement_is_denied_by_words_far_before_it():
    said, denied = "The vaccine killed a woman of 71.", "There is no evidence that the vaccine killed the woman of 71."
    assert any(kind == "polarity" and words.startswith("no evidence") for kind, _, words in found(said, denied))
    assert not found(said, "There is no evidence, the ministry said. The vaccine is safe.")


def test_sentences_that_do_not_match_are_not_compared():
    texts = ("The mayor accepted the offer on Monday.", "The mayor rejected the offer.")
    assert not compared(*texts, score=0.9).empty
    assert compared(*texts, score=0.04).empty


def test_a_better_match_ranks_higher():
    texts = ("The mayor accepted the offer on Monday.", "Late in spring, the mayor rejected the offer by letter.")
    sure = [compared(*texts, score=score)["sure"].iloc[0] for score in (0.9, 0.75)]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > sure[1]


def test_articles_that_differ_from_one_sentence_in_the_same_words_are_one_difference():
    rows = compared("The mayor rejected the offer.", "The mayor accepted the offer.", "The mayor accepted the offer.")
    assert rows[rows["kind"] == "polarity"]["difference"].nunique() == 1
    assert len(rows[rows["kind"] == "polarity"]) == 2


CUES = ["may", "May", "not", "n’t", "denied", "all", "sole", "one", "of", "talks", "rift", "rose", "fell", "shares"]
WORDS = st.sampled_from([*CUES, "12", "%", "€", ",", ".", "“", "”", "’", "🙂"])


@given(st.lists(WORDS, max_size=25), st.lists(WORDS, max_size=25))
def test_any_sentences_give_words_that_stand_where_the_row_says(one, other):
    texts = {"a": "A " + " ".join(one), "b": "B " + " ".join(other)}
    for row in compared(*texts.values()).itertuples():
        assert texts[row.article_a][row.start_a : row.end_a] == row.words_a
        assert texts[row.article_b][row.start_b : row.end_b] == row.words_b


def test_a_word_made_of_another_is_not_taken_for_it():
    opposites = lexicon("senses")
    assert opposites.find(words("The minister will depart."))
    assert not opposites.find(words("The department will tell."))
