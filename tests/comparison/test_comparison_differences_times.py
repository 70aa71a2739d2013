"""When two times of one thing differ, and when they may both be right."""

import pytest
from compared import found
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.differences.clock import Clock, clocks, hours_apart
from analysis.comparison.differences.told import Told


def times(*texts: str) -> set[tuple[str, str]]:
    return {(words, other) for kind, words, other in found(*texts) if kind == "time"}


def read(text: str) -> list[tuple[str, int, bool]]:
    told = Told({"article": "a", "start": 0, "end": len(text), "text": text, "kind": "body"})
    return [(text[told.words[c.first].start : told.words[c.last - 1].end], c.minutes, c.is_half) for c in clocks(told)]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("The blaze broke out on Monday.", "The blaze broke out on Tuesday.", ("Monday", "Tuesday")),
        ("Vela posted record sales on Thursday, up 18%.", "Vela posted record sales, up 18%, on Wednesday evening.",
         ("Thursday", "Wednesday")),
        ("He took the money between 2014 and 2017.", "He took the money between 2014 and 2018.",
         ("between 2014 and 2017", "between 2014 and 2018")),
        ("The firm knew of it in August.", "The firm knew of it on September 28.", ("August", "September 28")),
        ("The alarm was raised at 4.48 a.m.", "The alarm was raised at 5.20am.", ("4.48 a.m", "5.20am")),
        ("The alarm was raised shortly before five o'clock.", "The alarm was raised at half past six.",
         ("before five o'clock", "half past six")),
        ("The bridge was closed by noon.", "The bridge was closed at 14:30.", ("noon", "14:30")),
        ("The board will report in three months.", "The board will publish its report in four weeks.",
         ("three months", "four weeks")),
        ("The alarm was raised at 9.40pm.", "The alarm was raised shortly after 10pm.", ("9.40pm", "after 10pm")),
        ("The bridge will open in May.", "The bridge will open in October.", ("May", "October")),
        ("The bridge stays closed until Friday.", "The bridge stays closed until Monday.",
         ("until Friday", "until Monday")),
    ],
)  # fmt: skip
def test_the_same_event_at_another_time_differs(one, other, words):
    assert times(one, other) == {words}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The alarm was raised at 4.48 a.m.", "The alarm was raised shortly before 5 a.m."),
        ("The alarm was raised at 4.48 a.m.", "The alarm was raised at about ten to five."),
        ("The alarm was raised at 10.15pm.", "The alarm was raised shortly after 10pm."),
        ("The bridge was closed on Friday.", "The bridge was closed on May 3."),
        ("The bridge was closed, she said on Friday.", "The bridge was closed, she told the council on Monday."),
        ("The bridge was closed from Monday to Friday.", "The bridge was closed from Monday."),
        ("The tickets will be sent on March 6.", "The tickets will be sent by March 13."),
        ("The bridge was closed on March 6.", "The bridge will be closed on March 13."),
        ("The bridge was closed in 2019.", "The bridge was closed in May 2019."),
        ("He led the navy in the 2003 invasion of Norland.", "He led the navy in the 2011 invasion of Southland."),
        ("The bridge was opened in 2019.", "Ana Brix became mayor of the town in 2017."),
        ("The bridge was opened on Jan. 20, 2017.", "Ana Brix joined the council in July 2017."),
    ],
)  # fmt: skip
def test_times_that_may_both_be_right_do_not_differ(one, other):
    assert not times(one, other)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("It began at 5.20am.", ("5.20am", 320, False)),
        ("It began at 9 pm on Friday.", ("9 pm", 1260, False)),
        ("It began at 12 a.m. sharp.", ("12 a.m", 0, False)),
        ("It began at 14:30 local time.", ("14:30", 870, False)),
        ("It began at ten to five.", ("ten to five", 290, True)),
        ("It began at 10 o’clock.", ("10 o’clock", 600, True)),
        ("It began at midday.", ("midday", 720, False)),
    ],
)
def test_a_time_of_day_is_read_in_minutes(text, clock):
    assert read(text) == [clock]


def test_what_is_no_time_of_day_is_not_read():
    assert read("They won 3:2, one in five to ten seats, at 12:30:05, and 10 pmol of it.") == []


@given(st.integers(0, 1439), st.integers(0, 1439), st.booleans(), st.integers(0, 60), st.integers(0, 60))
def test_hours_are_apart_either_way_and_from_themselves_never(one, other, half, early, late):
    clock, other = Clock(0, 1, one, half, early, late), Clock(0, 1, other, False)
    assert hours_apart(clock, other) == hours_apart(other, clock)
    assert not hours_apart(clock, clock)
