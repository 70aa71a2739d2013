"""What the README says is true of what is there."""

import re
import tomllib
from pathlib import Path
from textwrap import dedent

import nbformat
import papermill
import pytest

from analysis.evaluation import scores
from analysis.framing import score_frames

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCORE = re.compile(r"^\| (?P<measure>[^|]+) \| [^|]+, (?P<items>[\d,]+) \w+ \| (?P<ours>\d\.\d\d) \|", re.MULTILINE)
BEST = re.compile(r"\| (?P<ours>\d\.\d\d) \| (?P<score>\d\.\d\d) \((?P<tool>[^)]+)\) \|")


def test_every_score_it_quotes_is_one_that_was_measured_on_as_many_items():
    measured = {
        (f"{row.items:,}", f"{row.score:.2f}") for row in scores().itertuples() if row.tool == "Parallax" and row.run
    }
    quoted = [(row["items"], row["ours"]) for row in SCORE.finditer(README)]
    assert len(quoted) > 10
    assert set(quoted) <= measured


def test_every_score_it_quotes_of_another_tool_was_measured_too():
    measured = {(row.tool, f"{row.score:.2f}") for row in scores().itertuples()}
    quoted = {(row["tool"], row["score"]) for row in BEST.finditer(README)}
    assert quoted
    assert quoted <= measured


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_it_gives_the_question_of_each_notebook_as_the_notebook_has_it(path):
    title = nbformat.read(path, as_version=4).cells[0].source.splitlines()[0].removeprefix("# ")
    assert f"| `{path.stem}` | {title} |" in README


def test_it_names_the_parameters_that_all_notebooks_share():
    declared = [papermill.inspect_notebook(str(path)) for path in sorted((ROOT / "notebooks").glob("0[0-5]*.ipynb"))]
    shared = set.intersection(*map(set, declared)) - {"corpus"}
    assert all(f"| `{name}` |" in README for name in shared)


def test_the_codebook_it_shows_can_be_used(tmp_path):
    start = README.index("    title: Frames of transport news")
    shown = README[start : README.index("\n\n", start)]
    (tmp_path / "own.yaml").write_text(dedent(shown), encoding="utf-8")
    found = score_frames(["The brakes had failed, inspectors said."], str(tmp_path / "own.yaml"))
    assert found["score"].tolist() == [3]


def test_files_and_folders_it_names_are_there():
    for name in re.findall(r"\]\(([\w/.]+)\)", README):
        assert (ROOT / name).exists(), name


def test_every_dependency_has_its_line():
    named = README[README.index("## Dependencies") :].lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [re.match(r"[\w-]+", dependency)[0] for dependency in project["dependencies"]]
    assert [name for name in stated if name.lower() not in named] == []
