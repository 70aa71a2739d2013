"""Parameters: what notebooks declare, what users give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.report.parameters import (
    NotebookError,
    Parameter,
    ParameterError,
    declared,
    read_notebook,
    read_value,
    resolve,
)
from analysis.report.runner import NOTEBOOKS


def parameter(kind, default=None):
    return Parameter("x", kind, default, "a comment")


def test_every_type_is_declared_with_its_default_and_comment(tmp_path, write_notebook):
    lines = [
        'name: str = "a b"  # a text',
        "count: int = -3  # a count",
        "share: float = 0.5  # a share",
        "loud: bool = False  # whether",
        'words: list = ["a", 1]  # words',
        'names: dict = {"a": "b"}  # names',
    ]
    found = declared(write_notebook(tmp_path / "n.ipynb", parameters="\n".join(lines)))
    assert [(p.name, p.type, p.default, p.comment) for p in found.values()] == [
        ("name", "str", "a b", "a text"),
        ("count", "int", -3, "a count"),
        ("share", "float", 0.5, "a share"),
        ("loud", "bool", False, "whether"),
        ("words", "list", ["a", 1], "words"),
        ("names", "dict", {"a": "b"}, "names"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a: Path = 'x'  # a path", "type Path"),
        ("a = 3  # no type", "NAME: TYPE = DEFAULT"),
        ("a: int  # no default", "NAME: TYPE = DEFAULT"),
        ("a: list[str] = []  # a subscript", "NAME: TYPE = DEFAULT"),
        ("a: int = 3", "no comment"),
        ("a: int = 1 + 2  # not a literal", "plain value"),
        ("a: int = len('abc')  # a call", "plain value"),
        ("a: int = True  # a bool", "not of type int"),
        ("a: str = 'b=c'  # two equal signs", "papermill does not see"),
        ("a: str = 'b # c'  # a hash in the text", "plain value"),
        ("a: int = 3  # one\na: int = 3  # two", "twice"),
        ("a: int = (  # open", "line 1"),
        ("import os", "NAME: TYPE = DEFAULT"),
        ("a: dict = {1: 2}  # papermill would write the key as text", "not of type dict"),
    ],
)
def test_a_line_that_papermill_would_drop_or_mistake_is_refused(tmp_path, write_notebook, line, said):
    path = write_notebook(tmp_path / "n.ipynb", parameters=line)
    with pytest.raises(NotebookError, match="line [12]") as refusal:
        declared(path)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_default_over_several_lines_is_seen_whole(tmp_path, write_notebook):
    path = write_notebook(tmp_path / "n.ipynb", parameters='a: list = [\n    "b",\n    "c",\n]  # letters')
    assert declared(path)["a"].default == ["b", "c"]


def test_a_notebook_without_parameters_declares_none(tmp_path, write_notebook):
    assert declared(write_notebook(tmp_path / "n.ipynb", "1", parameters=None)) == {}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}', "\ud800"])
def test_a_file_that_is_no_notebook_is_refused_in_one_line(tmp_path, text):
    (tmp_path / "n.ipynb").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(NotebookError) as refusal:
        declared(tmp_path / "n.ipynb")
    assert "\n" not in str(refusal.value)


def test_every_line_of_the_parameters_cells_of_this_project_is_seen():
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        (cell,) = [cell for cell in read_notebook(path).cells if "parameters" in cell.metadata.get("tags", [])]
        assert len(declared(path)) == len(cell.source.splitlines())


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("str", "[a, b]", "[a, b]"),
        ("str", "1", "1"),
        ("str", "", ""),
        ("str", "a=b", "a=b"),
        ("int", "3", 3),
        ("float", "3", 3.0),
        ("float", "0.25", 0.25),
        ("float", "1e-3", 0.001),
        ("bool", "true", True),
        ("bool", "no", False),
        ("list", "[Microsoft, OpenAI]", ["Microsoft", "OpenAI"]),
        ("list", "[2024-05-01, 3]", ["2024-05-01", 3]),
        ("list", "[]", []),
        ("dict", "{a: [b, c]}", {"a": ["b", "c"]}),
    ],
)
def test_a_value_is_read_as_its_type(kind, text, value):
    read = read_value(parameter(kind), text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int", "true"),
        ("int", "3.5"),
        ("int", "three"),
        ("int", ""),
        ("float", "true"),
        ("float", "[1]"),
        ("bool", "1"),
        ("bool", "maybe"),
        ("list", "Microsoft"),
        ("list", "{a: b}"),
        ("list", "[a"),
        ("list", "&a [*a]"),
        ("list", "[!!binary aGk=]"),
        ("dict", "[a]"),
        ("dict", "{1: a}"),
        ("dict", "{? [a] : b}"),
    ],
)
def test_a_value_of_another_type_is_refused_in_one_line(kind, text):
    with pytest.raises(ParameterError, match=f"type {kind}") as refusal:
        read_value(parameter(kind), text)
    assert "\n" not in str(refusal.value)


@given(st.sampled_from(["int", "float", "bool", "list", "dict"]), st.text())
def test_any_text_is_read_as_its_type_or_refused(kind, text):
    try:
        value = read_value(parameter(kind), text)
    except ParameterError:
        return
    assert type(value).__name__ == kind


def test_a_parameter_goes_only_to_the_notebooks_that_know_it():
    known = {"a": {"x": parameter("int")}, "b": {}}
    assert resolve(known, ["x=3"]) == {"a": {"x": 3}, "b": {}}


def test_an_unknown_name_is_refused_with_what_exists():
    known = {"a": {"targets": Parameter("targets", "list", [], "names")}, "b": {"x": parameter("int")}}
    with pytest.raises(ParameterError) as refusal:
        resolve(known, ["target=[x]"])
    assert "'target'" in str(refusal.value)
    assert "did you mean 'targets'" in str(refusal.value)
    assert "what exists: targets: list, x: int" in str(refusal.value)


@pytest.mark.parametrize("texts", [["x"], ["=3"], ["x=1", "x=2"], ["corpus=seeds"]])
def test_what_is_not_one_name_and_one_value_is_refused(texts):
    with pytest.raises(ParameterError):
        resolve({"a": {"x": parameter("int"), "corpus": parameter("str")}}, texts)
