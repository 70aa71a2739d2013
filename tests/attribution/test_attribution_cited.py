"""Under which name a source is listed."""

import pandas as pd

from analysis.attribution import cited


def listed(*rows):
    columns = ["source_text", "source", "source_type", "origin"]
    return cited(pd.DataFrame(rows, columns=columns, dtype=object))["cited"].tolist()


def test_a_source_goes_by_its_name_in_the_story():
    assert listed(("She", "Ann Lee", "named person", None)) == ["Ann Lee"]


def test_a_report_of_an_outlet_goes_by_the_outlet():
    assert listed(("a report by the Gazette", None, "outlet", "Gazette")) == ["Gazette"]


def test_unnamed_people_whom_an_outlet_quotes_do_not_go_by_the_outlet():
    assert listed(("Two officials", None, "unnamed", "Gazette")) == ["Two officials"]


def test_determiners_and_capitals_part_no_wordings():
    rows = [(words, None, "unnamed", None) for words in ("Some analysts", "Analysts", "the analysts", "Many others")]
    assert listed(*rows) == ["analysts", "analysts", "analysts", "others"]


def test_a_determiner_alone_stays():
    assert listed(("Some", None, "unnamed", None)) == ["Some"]


def test_a_statement_that_gives_no_source_is_listed_under_none():
    named, none = listed(("Experts", None, "unnamed", None), (None, None, "unspecified", None))
    assert named == "Experts"
    assert pd.isna(none)
