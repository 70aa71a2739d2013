"""Which articles are taken for one story, whatever their order, their days and their number."""

from pathlib import Path

import pytest

from analysis.comparison import group_by_story, grouping
from analysis.comparison.fitting import read_story

STORIES = sorted((Path(__file__).parent / "stories").glob("*/*.yaml"))
TEXTS = [[" ".join(article) for article in read_story(path).articles] for path in STORIES]
MIXED = [text for texts in TEXTS for text in texts]
QUAKES = [
    "An earthquake shook {place} on {day}, killing {dead} people. Rescuers searched the rubble for survivors. "
    "The quake, of magnitude {size}, struck near {town}, where a {thing} collapsed.",
    "Rescuers pulled survivors from the rubble after an earthquake of magnitude {size} in {place}. "
    "At least {dead} people died when a {thing} in {town} collapsed, officials said.",
    "People slept outside in {town} after the earthquake that killed {dead} in {place} on {day}. "
    "Officials said rescuers would search the rubble of the {thing} all night.",
]
TARN = {"place": "Tarn", "day": "Monday", "dead": "12", "size": "4.6", "town": "Orvale", "thing": "mosque"}
LORROW = {"place": "Lorrow", "day": "Friday", "dead": "31", "size": "5.9", "town": "Pell", "thing": "hotel"}


def together(groups: list[int], order: list[int] | None = None) -> set[frozenset[int]]:
    """The groups as sets of places in the order."""
    places = order or range(len(groups))
    return {
        frozenset(place for place, group in zip(places, groups, strict=True) if group == one) for one in set(groups)
    }


@pytest.mark.parametrize("texts", TEXTS, ids=[path.stem for path in STORIES])
def test_a_story_opened_alone_stays_whole(texts):
    assert set(group_by_story(texts)) == {0}


def test_an_article_on_something_else_stays_alone():
    recipe = "Beat three eggs with sugar until they foam. Fold in the flour and bake the cake for half an hour."
    for texts in TEXTS:
        assert group_by_story([*texts, recipe])[-1] == 1


def test_no_two_stories_are_taken_for_one():
    told = [path.stem for path, texts in zip(STORIES, TEXTS, strict=True) for _ in texts]
    assert all(len({told[place] for place in places}) == 1 for places in together(group_by_story(MIXED)))


def test_two_events_of_one_kind_are_told_apart_by_what_is_their_own(monkeypatch):
    texts = [text.format(**event) for event in (TARN, LORROW) for text in QUAKES]
    assert group_by_story(texts) == [0, 0, 0, 1, 1, 1]
    monkeypatch.setattr(grouping, "APART", 0)
    assert group_by_story(texts) == [0] * 6


def test_the_same_words_on_distant_days_are_two_stories():
    text = "The river flooded the old market of Tarn, and forty families left their homes."
    assert group_by_story([text, text], ["2024-01-03", "2024-01-04"]) == [0, 0]
    assert group_by_story([text, text], ["2022-01-03", "2024-01-04"]) == [0, 1]
    assert group_by_story([text, text], ["2022-01-03", None]) == [0, 0]
    assert group_by_story([text, text, text], ["2024-01-03", "2024-01-04", "2022-01-03"]) == [0, 0, 1]
    assert group_by_story([text, text, text], ["2024-01-03", "2024-01-04", None]) == [0, 0, 0]


@pytest.mark.parametrize(
    "days", [None, [f"2024-01-{day % 28 + 1:02}" if day % 4 else None for day, _ in enumerate(MIXED)]]
)
def test_groups_depend_neither_on_the_order_nor_on_how_many_are_multiplied_at_once(days, monkeypatch):
    whole = together(group_by_story(MIXED, days))
    monkeypatch.setattr(grouping, "BLOCK", 3)
    order = list(range(len(MIXED)))[::-1]
    moved = group_by_story([MIXED[place] for place in order], days and [days[place] for place in order])
    assert together(moved, order) == whole
