"""Loaded words and hedges of passages of business news against the marks that were made as they were written."""

from pathlib import Path

import pytest

from analysis.framing import find_hedges, find_loaded

PASSAGES = [
    line
    for line in Path(__file__).with_name("passages.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def marked(passage: str, sign: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its signs, and the spans that stood between two of this sign."""
    text, opened, spans = "", None, []
    for character in passage:
        if character not in "*_":
            text += character
        elif character == sign and opened is None:
            opened = len(text)
        elif character == sign:
            spans.append((opened, len(text)))
            opened = None
    return text, spans


@pytest.mark.parametrize(("sign", "find", "least"), [("*", find_loaded, 0.7), ("_", find_hedges, 0.75)])
def test_what_is_found_in_business_news_is_what_its_reader_marked(sign, find, least):
    right = found = seen = given = 0
    for text, spans in (marked(passage, sign) for passage in PASSAGES):
        told = [(span.start, span.end) for span in find(text)]
        right += sum(any(start < b and a < end for a, b in spans) for start, end in told)
        seen += sum(any(start < b and a < end for start, end in told) for a, b in spans)
        found, given = found + len(told), given + len(spans)
    precision, recall = right / found, seen / given
    assert 2 * precision * recall / (precision + recall) >= least


@pytest.mark.parametrize("number", [0, 3])
def test_the_wire_s_own_words_are_hardly_ever_loaded(number):
    text, spans = marked(PASSAGES[number], "*")
    assert all(any(found.start < b and a < found.end for a, b in spans) for found in find_loaded(text))
