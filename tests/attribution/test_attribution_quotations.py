"""Quotations of a paragraph, whatever its marks."""

import pytest

from analysis.attribution.quotations import find_quotations


def quoted(text):
    return [text[found.start : found.end] for found in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("“No,” he said. “Never.”", ["“No,”", "“Never.”"]),
        ("``No,'' he said.", ["``No,''"]),
        ("He said ‘no’ twice.", ["‘no’"]),
        ("The companies’ plans and the firms' fears.", []),
        ("He praised ‘the boss’ and the firms’ plans.", ["‘the boss’"]),
        ("“She told me ‘go’ and left,” he said.", ["“She told me ‘go’ and left,”"]),
        ("‘She told me “go” and left,’ he said.", ["‘She told me “go” and left,’"]),
        ("He called it “the best in the world“ twice.", ["“the best in the world“"]),
        ("He says,” there are many.”", ["” there are many.”"]),
        ('A 6" pipe burst.', []),
        ("“It never ended.", ["“It never ended."]),
        ("It ended.” He left.", []),
    ],
)
def test_quotations_are_found(text, expected):
    assert quoted(text) == expected


def test_only_a_quotation_left_open_is_not_closed():
    text = "“No,” he said. “Never."
    assert [found.closed for found in find_quotations(text, 0, len(text))] == [True, False]
