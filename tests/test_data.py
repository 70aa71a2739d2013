"""Data files say where they come from."""

from pathlib import Path

import pytest

import analysis
from analysis import data

PACKAGE = Path(analysis.__file__).parent
LISTS = sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".csv", ".txt", ".yaml"})


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_data_file_says_at_its_head_where_it_comes_from(path):
    assert path.read_text(encoding="utf-8").startswith("#")


def test_lines_at_the_head_of_a_file_are_no_rows():
    rows = data.rows("analysis", "tables_meaning.csv")
    assert rows[0]["table"] == "articles"
