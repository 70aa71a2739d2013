"""Small notebooks made for a test, and a run of them on a story that is not there."""

import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PARAMETERS = 'corpus: str = "seeds"  # the articles\nwords: list = []  # words to look at\nlimit: int = 3  # how many'


@pytest.fixture
def write_notebook():
    """A function that writes a notebook of a heading, a parameters cell and code cells, with fixed ids."""

    def write(path: Path, *cells: str, parameters: str | None = PARAMETERS) -> Path:
        made = [new_markdown_cell(f"# About {path.stem}", id="title")]
        if parameters is not None:
            made.append(new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]}))
        made += [new_code_cell(source, id=f"code-{number}") for number, source in enumerate(cells)]
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(new_notebook(cells=made), path)
        return path

    return write


@dataclass
class FakeStory:
    """A story of which only the key matters, and what of its files was refused."""

    key: str = "a story"
    number: int | None = None
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def stories(self):
        return [self]

    @property
    def rejected(self):
        return pd.DataFrame(self.refused, columns=["file", "reason"])

    def annotate(self):
        return {}


class Pages(ModuleType):
    """Stands where analysis.report.pages stands, and keeps what it was given."""

    def __init__(self):
        super().__init__("analysis.report.pages")
        self.written = []

    def write(self, output, results, story):
        self.written.append(results)
        for result in results:
            (output / f"{result.stem}.html").write_text(result.title)
        (output / "index.html").write_text("index")
        (output / "tables").mkdir(exist_ok=True)
        (output / "tables" / "codebook.csv").write_text("table")


@pytest.fixture
def pages(monkeypatch):
    """The pages that a run asks for."""
    import analysis.report

    stub = Pages()
    monkeypatch.setitem(sys.modules, "analysis.report.pages", stub)
    monkeypatch.setattr(analysis.report, "pages", stub, raising=False)
    return stub


@pytest.fixture
def story(monkeypatch):
    """The story that a run opens, and the options it is opened with."""
    from analysis.report import runner

    opened = FakeStory()

    def open_story(path, options):
        opened.path, opened.options = path, options
        return opened

    monkeypatch.setattr(runner, "open_story", open_story)
    return opened
