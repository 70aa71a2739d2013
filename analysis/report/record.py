"""What a run leaves behind: the result of each notebook, and run.json, by which the next run skips what holds."""

import hashlib
import json
import os
import platform
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import analysis
from analysis.report.parameters import Parameter

if TYPE_CHECKING:
    from nbformat import NotebookNode

LISTED = "stories.csv"  # beside an index over several stories: every article with the number of its story
LIBRARIES = (
    "ipykernel",
    "ipython",
    "matplotlib",
    "nbconvert",
    "nltk",
    "pandas",
    "papermill",
    "scikit-learn",
    "trafilatura",
)


@dataclass(frozen=True)
class Result:
    """A notebook that was run: `status` is done, failed, or unchanged (done by an earlier run); error is one line."""

    stem: str
    title: str
    notebook: "NotebookNode"
    status: str
    error: str | None
    parameters: dict[str, Any] = field(default_factory=dict)


def digest(*parts: Any) -> str:
    """SHA-256 of the parts, as JSON."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def read(output: Path) -> dict[str, Any]:
    """run.json of an earlier run of the same version, or an empty record."""
    try:
        record = json.loads((output / "run.json").read_text(encoding="utf-8"))
        same = record["version"] == analysis.__version__ and isinstance(record["notebooks"], dict)
    except (OSError, ValueError, KeyError, TypeError):
        same = False
    return record if same else {"notebooks": {}, "complete": False}


def read_any(output: Path) -> dict[str, Any]:
    """run.json of an earlier run, or of its first story, where there were several."""
    return read(output if (output / "run.json").exists() else output / "1")


def write(output: Path, corpus: str, story_key: str, notebooks: dict[str, dict], complete: bool) -> None:
    """Write run.json: what was run on what, with which versions; no time and no path but the corpus as typed."""
    record = {
        "version": analysis.__version__,
        "corpus": corpus,
        "story": story_key,
        "complete": complete,
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in LIBRARIES}},
        "notebooks": dict(sorted(notebooks.items())),
    }
    write_text(output / "run.json", json.dumps(record, indent=2, ensure_ascii=False) + "\n")


def entry(source: str, key: str, declared: dict[str, Parameter], result: Result) -> dict[str, Any]:
    """What run.json keeps of one notebook."""
    return {
        "title": result.title,
        "status": "failed" if result.status == "failed" else "done",
        "error": result.error,
        "source": source,
        "key": key,
        "parameters": result.parameters,
        "declared": {name: vars(parameter) for name, parameter in declared.items()},
    }


def executed(output: Path, stem: str) -> Path:
    """Where the executed notebook of a run lies."""
    return output / "notebooks" / f"{stem}.ipynb"


def page(output: Path, stem: str) -> Path:
    """Where the page of a notebook lies."""
    return output / f"{stem}.html"


def write_notebook(output: Path, result: Result) -> None:
    """Write the executed notebook of a result."""
    import nbformat

    write_text(executed(output, result.stem), nbformat.writes(result.notebook).rstrip("\n") + "\n")


def write_text(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)


@cache
def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
