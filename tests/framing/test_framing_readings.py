"""Hedges and loaded words of the five seed articles against a reader's, who marked them before any list was made."""

import csv
import re
from pathlib import Path

import pytest

from analysis.corpus import read_corpus
from analysis.framing import find_hedges, find_loaded

HERE = Path(__file__).parent
LEAST = {"hedge": 0.75, "loaded": 0.5}  # F1


def readings(what: str) -> dict[str, list[str]]:
    """The phrases marked, by the first three signs of the article's name."""
    lines = (HERE / "readings.csv").read_text(encoding="utf-8").splitlines()
    marked: dict[str, list[str]] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        if row["what"] == what:
            marked.setdefault(row["article"], []).append(row["phrase"].lower())
    return marked


def agree(one: str, other: str) -> bool:
    """Whether one phrase holds the other as whole words."""
    return any(re.search(rf"\b{re.escape(a)}\b", b) for a, b in ((one, other), (other, one)))


@pytest.mark.parametrize(("what", "find"), [("hedge", find_hedges), ("loaded", find_loaded)])
def test_what_is_found_is_what_a_careful_reader_marks(what, find):
    marked = readings(what)
    texts = {row.article[:3]: row.text for row in read_corpus(HERE.parents[1] / "seeds").articles.itertuples()}
    found = {article: {span.text.lower() for span in find(text)} for article, text in texts.items()}
    right = sum(any(agree(phrase, own) for own in marked[article]) for article in texts for phrase in found[article])
    seen = sum(any(agree(phrase, own) for phrase in found[article]) for article in texts for own in marked[article])
    precision = right / sum(map(len, found.values()))
    recall = seen / sum(map(len, marked.values()))
    assert 2 * precision * recall / (precision + recall) >= LEAST[what]
