"""Tables hold to their declared schema, on the way in and on the way to disk and back."""

from pathlib import Path

import pytest

from analysis import tables
from analysis.making import BUILDERS

NAMES = [
    {"name": "Ada Lovelace", "type": "person", "article": "a", "mentions": 2, "aliases": ["Lovelace", "Ada"]},
    {"name": "Reuters", "type": "outlet", "article": "a", "mentions": 1, "aliases": []},
]


def test_a_table_has_its_declared_columns_in_order_even_without_rows():
    declared = [column.column for column in tables.schema()["figures"]]
    assert list(tables.table("figures", []).columns) == declared


def test_an_undeclared_column_is_refused_by_name():
    with pytest.raises(ValueError, match="table names: undeclared column nickname"):
        tables.table("names", [{**NAMES[0], "nickname": "x"}])


def test_an_empty_cell_that_must_not_be_is_refused_by_name():
    with pytest.raises(ValueError, match="table names: column type has an empty cell"):
        tables.table("names", [{**NAMES[0], "type": None}])


def test_parquet_gives_back_the_same_table_lists_included(tmp_path):
    written = tables.table("names", NAMES)
    tables.write_parquet("names", written, tmp_path / "names.parquet")
    read = tables.read_parquet("names", tmp_path / "names.parquet")
    assert read.to_dict("records") == written.to_dict("records")
    assert read.dtypes.equals(written.dtypes)


def test_csv_keeps_lists_as_json(tmp_path):
    tables.write_csv(tables.table("names", NAMES), tmp_path / "names.csv")
    lines = (tmp_path / "names.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1] == 'Ada Lovelace,person,a,2,"[""Lovelace"", ""Ada""]"'


def test_every_column_says_what_it_means_and_has_a_known_type():
    known = {*tables.DTYPES, *tables.LISTS}
    assert all(column.meaning and column.type in known for columns in tables.schema().values() for column in columns)


def test_every_table_of_a_story_is_declared_and_says_what_one_row_of_it_is():
    assert set(tables.schema()) == set(BUILDERS)
    assert list(tables.meanings()) == list(tables.schema())


def test_the_codebook_of_the_project_is_the_one_that_the_schema_makes():
    codebook = Path(__file__).parents[1] / "CODEBOOK.md"
    assert codebook.read_text(encoding="utf-8") == tables.codebook_text()
