"""Which notebooks a run is about, and what each of them is given."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analysis.report import record
from analysis.report.parameters import (
    CORPUS,
    NotebookError,
    Parameter,
    declared,
    resolve,
)

STORY = "story"
STORY_OPTIONS = ("articles", "language", "aliases", "codebook")  # parameters with these names go to Story.open


class SelectionError(ValueError):
    """A notebook that does not exist, or a folder without any; the message is one line that says what exists."""


@dataclass(frozen=True)
class Task:
    """A notebook to run: SHA-256 of its source, what it declares and is given, and why it cannot be run, if so."""

    path: Path
    source: str
    declared: dict[str, Parameter]
    given: dict[str, Any]
    broken: str | None = None

    @property
    def stem(self) -> str:
        """The notebook's name."""
        return self.path.stem

    def key(self, story_key: str) -> str:
        """What the outputs depend on."""
        return record.digest(self.source, self.given, story_key)

    def of_story(self, number: int) -> "Task":
        """The same for one of several stories, where the notebook can be told which."""
        return replace(self, given={**self.given, STORY: number}) if STORY in self.declared else self


def select(folder: Path, only: Sequence[str]) -> list[Path]:
    """The notebooks of the folder in order, or those of them that `only` names. Raises SelectionError."""
    known = {path.stem: path for path in sorted(folder.glob("*.ipynb"))}
    if not known:
        raise SelectionError(f"no notebook in {folder.name}/")
    asked = {name.removesuffix(".ipynb") for name in only} or set(known)
    unknown = sorted(asked - set(known))
    if unknown:
        raise SelectionError(f"unknown notebook {', '.join(map(repr, unknown))}; what exists: {', '.join(known)}")
    return [path for stem, path in known.items() if stem in asked]


def tasks(notebooks: Sequence[Path], corpus: str, given: Sequence[str], earlier: dict[str, Any]) -> list[Task]:
    """A task for each notebook, all parameters checked. Raises ParameterError.

    What an unchanged notebook declares is taken from the earlier record, which spares the import of papermill.
    """
    found = [_declared(path, earlier["notebooks"].get(path.stem)) for path in notebooks]
    values = resolve({task.stem: task.declared for task in found if not task.broken}, given)
    return [_given(task, corpus, values.get(task.stem, {})) for task in found]


def kept_task(path: Path, corpus: str, kept: dict[str, Any]) -> Task:
    """The task that an earlier run recorded for a notebook, with the source and the corpus as they are now."""
    task = Task(path, _digest_of(path), _parameters(kept), {})
    return _given(task, corpus, kept["parameters"])


def story_options(chosen: Sequence[Task]) -> dict[str, Any]:
    """What Story.open is given beside the path: the shared parameters, as given or by default, if not empty.

    Which story only if it was asked for: by default every one of them is reported.
    """
    options = {}
    asked = [task.given[STORY] for task in chosen if STORY in task.given]
    if asked:
        options[STORY] = asked[0]
    for name in STORY_OPTIONS:
        values = [task.given.get(name, task.declared[name].default) for task in chosen if name in task.declared]
        if values and values[0] not in ("", [], {}, None):
            options[name] = values[0]
    return options


def _declared(path: Path, kept: dict[str, Any] | None) -> Task:
    source = _digest_of(path)
    if kept and kept["source"] == source and kept["status"] == "done":
        return Task(path, source, _parameters(kept), {})
    try:
        return Task(path, source, declared(path), {})
    except NotebookError as problem:
        return Task(path, source, {}, {}, str(problem))


def _given(task: Task, corpus: str, values: dict[str, Any]) -> Task:
    given = {**values, CORPUS: corpus} if CORPUS in task.declared else values
    return replace(task, given=given)


def _parameters(kept: dict[str, Any]) -> dict[str, Parameter]:
    return {name: Parameter(**parameter) for name, parameter in kept["declared"].items()}


def _digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
