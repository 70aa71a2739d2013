"""News passages, annotated by hand before the grammar was tried on them."""

from dataclasses import asdict
from pathlib import Path

import pytest
import yaml

from analysis.figures import Figure, find_figures

PASSAGES = yaml.safe_load(Path(__file__).with_name("passages.yaml").read_text(encoding="utf-8"))


def expected(passage: dict) -> list[dict]:
    figures, at = [], 0
    for marked in passage["figures"]:
        start = passage["text"].index(marked["text"], at)
        at = start + len(marked["text"])
        fields = {name: marked.get(name) for name in Figure.__slots__} | {"start": start, "end": at}
        if marked["kind"] in ("date", "period"):
            fields |= {bound: fields[bound] and str(fields[bound]) for bound in ("low", "high")}
        figures.append(fields)
    return figures


def rounded(fields: dict) -> dict:
    """The fields with values to nine digits, and lists in place of tuples."""
    return {
        name: float(f"{value:.9g}")
        if isinstance(value, int | float)
        else list(value)
        if isinstance(value, tuple)
        else value
        for name, value in fields.items()
        if name != "wording"  # has its own test
    }


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["topic"])
def test_every_figure_of_a_passage_is_read_and_nothing_else(passage):
    found = [rounded(asdict(figure)) for figure in find_figures(passage["text"], str(passage["published"]))]
    assert found == [rounded(fields) for fields in expected(passage)]
