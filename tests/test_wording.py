"""Counts and lists in words."""

from analysis.wording import counted, listing


def test_counts_and_lists_read_as_english():
    assert counted(1, "claim") == "one claim"
    assert counted(0, "claim") == "no claims"
    assert counted(1141, "word") == "1,141 words"
    assert listing(["A"]) == "A"
    assert listing(["A", "B", "C"]) == "A, B and C"
