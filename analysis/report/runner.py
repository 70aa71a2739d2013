"""The run: notebooks side by side, what still holds skipped, every failure told, pages in the end."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.report import record
from analysis.report.kernels import PACKAGE_HOME, Kernels
from analysis.report.parameters import ParameterError
from analysis.report.places import OutputError, check_output
from analysis.report.progress import Progress
from analysis.report.record import Result
from analysis.report.selection import SelectionError, Task, kept_task, select, story_options, tasks

if TYPE_CHECKING:
    from analysis.story import Story

NOTEBOOKS = PACKAGE_HOME / "notebooks"
DONE, NOTEBOOK_FAILED, BAD_INPUT = 0, 1, 2


def run(
    path: str,
    output: Path,
    parameters: Sequence[str] = (),
    only: Sequence[str] = (),
    jobs: int | None = None,
    timeout: int = 600,
    notebooks: Path = NOTEBOOKS,
) -> int:
    """Run the notebooks on the corpus at `path` (as the user typed it) and write their pages to `output`.

    Returns the exit status: 0 done, 1 a notebook failed, 2 bad input or parameter, which is told in one line.
    `timeout` is in seconds, for each cell; `jobs` notebooks run side by side, by default one a core.
    """
    from analysis.corpus import CorpusError

    try:
        check_output(path, output)
        earlier = record.read(output)
        chosen = tasks(select(notebooks, only), path, parameters, earlier)
        story = open_story(path, story_options(chosen))
    except (ParameterError, SelectionError, OutputError, CorpusError, OSError) as refusal:
        print(" ".join(str(refusal).split()), file=sys.stderr)
        return BAD_INPUT
    others = _kept(notebooks, chosen, path, story.key, earlier, output)
    unchanged = [task for task in chosen if _holds(task, story.key, earlier, output, ("done",))]
    todo = [task for task in chosen if task not in unchanged]
    with Progress(len(chosen)) as progress:
        for task in unchanged:
            progress.tell(task.stem, "unchanged")
        if todo or not _complete(output, earlier, chosen + others):
            _write(path, output, story, earlier, unchanged + others, todo, progress, jobs, timeout)
    print(output / "index.html")
    return NOTEBOOK_FAILED if progress.failed else DONE


def open_story(path: str, options: dict[str, Any]) -> "Story":
    """The story at the path. Raises CorpusError where there is no usable article."""
    from analysis import Story

    return Story.open(path, **options)


def _write(
    corpus: str,
    output: Path,
    story: "Story",
    earlier: dict[str, Any],
    standing: list[Task],
    todo: list[Task],
    progress: Progress,
    jobs: int | None,
    timeout: int,
) -> None:
    """Execute what is to do, recording each as it ends so that a stopped run resumes; then the pages of all."""
    if todo:
        story.annotate()  # once here, so that every kernel finds the tables on disk
    entries = {task.stem: earlier["notebooks"][task.stem] for task in standing}
    results = {task.stem: _standing(output, entries[task.stem], task) for task in standing}
    record.write(output, corpus, story.key, entries, complete=False)
    for task, result in _executed(todo, jobs or min(len(todo), _cores()), timeout):
        results[task.stem] = result
        entries[task.stem] = record.entry(task.source, task.key(story.key), task.declared, result)
        record.write_notebook(output, result)
        record.write(output, corpus, story.key, entries, complete=False)
        progress.tell(task.stem, result.status, result.error)
    from analysis.report import pages

    pages.write(output, [results[stem] for stem in sorted(results)], story)
    for stem in sorted(set(earlier["notebooks"]) - set(results)):
        record.page(output, stem).unlink(missing_ok=True)
        record.executed(output, stem).unlink(missing_ok=True)
    record.write(output, corpus, story.key, entries, complete=True)


def _executed(todo: list[Task], jobs: int, timeout: int) -> Iterator[tuple[Task, Result]]:
    """Every task with its result, as they end."""
    for task in [task for task in todo if task.broken]:
        yield task, _broken(task)
    sound = [task for task in todo if not task.broken]
    if not sound:
        return
    # Notebooks resolve the path as typed against the folder it was typed in.
    with Kernels(sound[0].path.parent.resolve(), {"PARALLAX_FROM": os.getcwd()}) as kernels:
        pool = ThreadPoolExecutor(jobs)
        try:
            futures = {pool.submit(_execute, task, kernels, timeout): task for task in sound}
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            kernels.stop()
            pool.shutdown(cancel_futures=True)


def _execute(task: Task, kernels: Kernels, timeout: int) -> Result:
    from analysis.report.execution import execute
    from analysis.report.stable import clean, clean_text

    roots = [PACKAGE_HOME, kernels.cwd, Path.cwd()]
    notebook, failure = execute(task.path, task.given, kernels, timeout)
    error = clean_text(str(failure), roots) if failure else None
    clean(notebook, roots)
    return Result(task.stem, _title(notebook, task.stem), notebook, "failed" if failure else "done", error, task.given)


def _broken(task: Task) -> Result:
    """A page's worth of a notebook that cannot be run."""
    from nbformat.v4 import new_markdown_cell, new_notebook

    from analysis.report.stable import clean

    notebook = new_notebook(cells=[new_markdown_cell(f"# {task.stem}", id="cell-0")])
    return Result(task.stem, task.stem, clean(notebook, []), "failed", task.broken, {})


def _standing(output: Path, kept: dict[str, Any], task: Task) -> Result:
    import nbformat

    notebook = nbformat.read(record.executed(output, task.stem), as_version=4)
    status = "failed" if kept["status"] == "failed" else "unchanged"
    return Result(task.stem, kept["title"], notebook, status, kept["error"], kept["parameters"])


def _kept(
    notebooks: Path, chosen: list[Task], corpus: str, story_key: str, earlier: dict[str, Any], output: Path
) -> list[Task]:
    """The notebooks that were not asked for and whose earlier results, good or bad, still hold."""
    asked = {task.stem for task in chosen}
    others = [
        kept_task(path, corpus, earlier["notebooks"][path.stem])
        for path in sorted(notebooks.glob("*.ipynb"))
        if path.stem in earlier["notebooks"] and path.stem not in asked
    ]
    return [task for task in others if _holds(task, story_key, earlier, output, ("done", "failed"))]


def _holds(task: Task, story_key: str, earlier: dict[str, Any], output: Path, statuses: tuple[str, ...]) -> bool:
    kept = earlier["notebooks"].get(task.stem)
    if not kept or kept["status"] not in statuses or kept["key"] != task.key(story_key):
        return False
    return record.executed(output, task.stem).exists()


def _complete(output: Path, earlier: dict[str, Any], present: list[Task]) -> bool:
    stems = {task.stem for task in present}
    pages = [output / "index.html", output / "tables" / "codebook.csv", *(record.page(output, stem) for stem in stems)]
    return earlier["complete"] and set(earlier["notebooks"]) == stems and all(page.exists() for page in pages)


def _title(notebook, stem: str) -> str:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                if line.startswith("# "):
                    return line[2:].strip()
    return stem


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
