"""Of differences planted in stories written for it, at least half are found, and most of what is shown was planted.

At first sight, before anything was changed in view of a story: election, science and strike, of short sentences, 39 of
60 found, 44 of 53 shown planted; breach, of long ones, 7 of 24 and 7 of 12; wildfire 5 of 23 and 4 of 6; merger 5 of
17 and 5 of 14; bank 9 of 25 and 11 of 26; fire 9 of 23 and 13 of 15; takeover 8 of 25 and 9 of 10; vaccine 5 of 24 and
9 of 14. Of bank and takeover only the totals by kind were looked at, which spoke for one choice among three
(that unnamed sources are set against uncredited sentences too): after constants and lists were set with the others in
view, 19 of 50 and 24 of 44. Of the six of which all is listed: factory 10 of 48 and 10 of 22; verdict 9 of 44 and 11
of 17; collision 8 of 47 and 12 of 23; coalition 8 of 47 and 16 of 23; stadium 6 of 56 and 7 of 14; hospital 12 of 49
and 13 of 20. Of six more, written by others than the rules: cheese 17 of 40 and 25 of 32; datacenter 21 of 37 and 31
of 35; aground 18 of 41 and 24 of 33; herons 11 of 36 and 11 of 22; hoard 11 of 38 and 11 of 19; strait 17 of 37 and 23
of 29. Hoard and strait were not looked into, only measured again and again: 37 of 75 and 53 of 72 now.
What these tests hold is no estimate for other stories, first sight is.
"""

import pytest
from planted import planted


@pytest.fixture(scope="module")
def stories(tmp_path_factory):
    return planted(tmp_path_factory.mktemp("planted"))


USES = ["tuning", "checking", "tuning, all listed", "checking, all listed"]


def but(*missed: str) -> list:
    """The uses, those that are missed as strict misses."""
    miss = pytest.mark.xfail(reason="told at length, in words of their own", strict=True)
    return [pytest.param(use, marks=miss) if use in missed else use for use in USES]


@pytest.mark.parametrize("use", but("tuning, all listed", "checking, all listed"))
def test_half_of_the_planted_differences_are_found(stories, use):
    ours = [story for story in stories if story.use == use]
    assert sum(len(story.found) for story in ours) >= 0.5 * sum(len(story.facts) for story in ours)


@pytest.mark.parametrize("use", USES)
def test_of_the_differences_shown_three_in_five_were_planted(stories, use):
    right = [row for story in stories if story.use == use for row in story.right]
    assert sum(right) >= 0.6 * len(right)


def test_every_kind_is_found(stories):
    found = {fact.kind for story in stories for fact in story.found}
    assert found == {"value", "time", "actor", "label", "certainty", "attribution", "polarity", "scope"}


def test_the_surest_stand_first_and_their_words_where_the_row_says(stories):
    for story in stories:
        shown = story.story.differences
        firsts = shown.drop_duplicates("difference")["sure"]
        assert firsts.is_monotonic_decreasing
        texts = dict(zip(story.story.articles["article"], story.story.articles["text"], strict=True))
        for row in shown.itertuples():
            assert texts[row.article_a][row.start_a : row.end_a] == row.words_a
            assert texts[row.article_b][row.start_b : row.end_b] == row.words_b
