"""Labels are words of a title that a reader would pick."""

from analysis.corpus.labels import telling_words


def test_an_abbreviation_does_not_end_a_label():
    assert telling_words("St. Brendan's hospitals begin strike") == "St. Brendan's hospitals begin"


def test_a_number_stays_whole():
    assert telling_words("Strike delays operations as 2,800 nurses walk out").startswith("Strike delays operations")
    assert telling_words("Some 2,800 nurses walk out") == "Some 2,800 nurses walk"


def test_a_sentence_ends_a_label():
    assert telling_words("Talks have failed. Nobody knows why") == "Talks have failed"
