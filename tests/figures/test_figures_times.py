"""Times have the days that they cover; what the text and the day of publication do not tell stays open."""

import pytest

from analysis.figures import find_figures

FRIDAY = "2025-06-20"


@pytest.mark.parametrize(
    ("text", "time", "low", "high"),
    [
        ("It opened in 2019.", "2019", "2019-01-01", "2020-01-01"),
        ("It opened in March 2025.", "March 2025", "2025-03-01", "2025-04-01"),
        ("It opened on March 5, 2024.", "March 5, 2024", "2024-03-05", "2024-03-06"),
        ("It opened on 5 March 2024.", "5 March 2024", "2024-03-05", "2024-03-06"),
        ("It opened on 2024-03-05.", "2024-03-05", "2024-03-05", "2024-03-06"),
        ("It ran from 2019 to 2023.", "from 2019 to 2023", "2019-01-01", "2024-01-01"),
        ("It ran from May 12 to 14, 2024.", "from May 12 to 14, 2024", "2024-05-12", "2024-05-15"),
        ("It ran from May 12-14.", "from May 12-14", "2025-05-12", "2025-05-15"),
        ("It was built in the 1990s.", "the 1990s", "1990-01-01", "2000-01-01"),
        ("It began in the 19th century.", "the 19th century", "1801-01-01", "1901-01-01"),
        ("It fell in the third quarter of 2024.", "the third quarter of 2024", "2024-07-01", "2024-10-01"),
        ("It fell in H1 2024.", "H1 2024", "2024-01-01", "2024-07-01"),
        ("It rose in the first six months of 2024.", "the first six months of 2024", "2024-01-01", "2024-07-01"),
        ("It came in early 2024.", "early 2024", "2024-01-01", "2024-07-01"),
        ("It closed last year.", "last year", "2024-01-01", "2025-01-01"),
        ("It closed earlier this week.", "earlier this week", "2025-06-16", "2025-06-20"),
        ("It closed two years ago.", "two years ago", "2023-01-01", "2024-01-01"),
        ("It closed three days ago.", "three days ago", "2025-06-17", "2025-06-18"),
        ("It closed on Wednesday.", "Wednesday", "2025-06-18", "2025-06-19"),
        ("It will close on Wednesday.", "Wednesday", "2025-06-25", "2025-06-26"),
        ("It closed last Monday.", "last Monday", "2025-06-09", "2025-06-10"),
        ("It will close next Tuesday.", "next Tuesday", "2025-06-24", "2025-06-25"),
        ("It closed in December.", "December", "2024-12-01", "2025-01-01"),
        ("It is to close by December.", "December", "2025-12-01", "2026-01-01"),
        ("The second Monday of next month is free.", "The second Monday of next month", "2025-07-14", "2025-07-15"),
        ("It closed last night.", "last night", "2025-06-19", "2025-06-20"),
        ("It closed this morning.", "this morning", "2025-06-20", "2025-06-21"),
        ("It closes tonight.", "tonight", "2025-06-20", "2025-06-21"),
        ("It closed yesterday afternoon.", "yesterday", "2025-06-19", "2025-06-20"),
        ("It shut on Feb. 29.", "Feb. 29", "2024-02-29", "2024-03-01"),
    ],
)
def test_times_cover_their_days(text, time, low, high):
    figure = find_figures(text, FRIDAY)[0]
    assert (figure.text, figure.low, figure.high) == (time, low, high)


@pytest.mark.parametrize("text", ["It was his last night in office.", "On the last night of the tour it rained."])
def test_the_last_night_of_several_is_no_day(text):
    assert not find_figures(text, FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "It closed last year.",
        "It closed on Wednesday.",
        "It opens in the third quarter.",
        "It is to close by the end of the year.",
        "It closed in December.",
        "It closed two years ago.",
    ],
)
def test_times_told_from_the_day_of_publication_stay_open_without_it(text):
    (figure,) = find_figures(text)
    assert figure.kind in ("date", "period")
    assert (figure.low, figure.high) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["Two days later, it closed.", "It closed the next day.", "It opens in summer 2026.", "In fiscal 2024 it lost."],
)
def test_times_that_hang_on_more_than_the_day_of_publication_stay_open_with_it(text):
    (figure,) = find_figures(text, FRIDAY)
    assert (figure.low, figure.high) == (None, None)


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("It runs through 2030.", "up_to"),
        ("It runs until 2030.", "up_to"),
        ("It runs beyond the 2030 timeline.", "over"),
        ("It has run since 2019.", "at_least"),
        ("It is due by 2030.", "up_to"),
        ("It fell after last year’s vote.", None),
    ],
)
def test_bounds_of_times_are_told_beside_their_days(text, approximation):
    (figure,) = find_figures(text, FRIDAY)
    assert figure.approximation == approximation
    assert figure.low < figure.high


@pytest.mark.parametrize(
    "text",
    [
        "She may step down, Theresa May said.",
        "They march on. April Jones sang.",
        "The sun sat low.",
        "Read the Russell 2000 and the S&P 500 closely.",
        "The asteroid 2024 YR4 passed.",
        "It is open 24/7, from 9am to 17:30.",
    ],
)
def test_words_that_only_look_like_times_are_none(text):
    assert [figure for figure in find_figures(text, FRIDAY) if figure.kind in ("date", "period")] == []
