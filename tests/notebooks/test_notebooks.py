"""Notebooks are committed clean, define nothing, and run from a fresh kernel with no set-up but opening them."""

import ast
from pathlib import Path

import nbformat
import papermill
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


def test_there_are_notebooks():
    assert NOTEBOOKS


def test_a_notebook_holds_no_outputs_counts_or_run_metadata(path):
    for cell in nbformat.read(path, as_version=4).cells:
        assert not cell.get("outputs")
        assert not cell.get("execution_count")
        assert not {"papermill", "execution"} & set(cell.metadata)


def test_a_notebook_defines_no_functions_and_keeps_cells_to_a_dozen_lines(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            tree = ast.parse(cell.source)
            assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
            assert len(cell.source.splitlines()) <= 12


def test_every_parameter_is_seen_by_papermill_with_a_type_and_a_comment(path):
    nb = nbformat.read(path, as_version=4)
    (cell,) = [cell for cell in nb.cells if "parameters" in cell.metadata.get("tags", ())]
    seen = papermill.inspect_notebook(str(path))
    assert len(seen) == len(cell.source.splitlines())
    assert {parameter["inferred_type_name"] for parameter in seen.values()} <= {
        "str", "int", "float", "bool", "list", "dict"
    }  # fmt: skip
    assert all(parameter["help"] for parameter in seen.values())


def test_notebooks_that_open_a_story_share_its_parameters_so_that_they_share_its_tables():
    declared = {path.stem: papermill.inspect_notebook(str(path)) for path in NOTEBOOKS}
    opening = {stem: found for stem, found in declared.items() if "corpus" in found}
    for name in ("corpus", "articles", "story", "language", "aliases", "codebook"):
        assert len({(found[name]["default"], found[name]["help"]) for found in opening.values()}) == 1
    assert len(opening) == len(NOTEBOOKS) - 1  # how far to trust the measures is no story's


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


def test_a_notebook_runs_from_a_fresh_kernel(path, tmp_path, kept, monkeypatch):
    monkeypatch.setenv("PARALLAX_CACHE", str(kept))
    run = papermill.execute_notebook(
        str(path), str(tmp_path / "run.ipynb"), cwd=str(FOLDER), kernel_name="python3", progress_bar=False
    )
    assert all(cell.outputs for cell in run.cells[2:] if cell.cell_type == "code")
