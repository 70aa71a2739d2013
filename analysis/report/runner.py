"""The run: notebooks side by side, what still holds skipped, every failure told, pages in the end."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
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

    Of several stories, each gets a folder of its own below `output`, named by its number, and the index is over them.
    Returns the exit status: 0 done, 1 a notebook failed, 2 bad input or parameter, which is told in one line.
    `timeout` is in seconds, for each cell; `jobs` notebooks run side by side, by default one a core.
    """
    from analysis.corpus import CorpusError
    from analysis.framing import CodebookError
    from analysis.sentiment import TargetError
    from analysis.story import StoryError

    unusable = (CorpusError, CodebookError, StoryError, TargetError)
    refusals = (ParameterError, SelectionError, OutputError, OSError, *unusable)
    try:
        check_output(path, output)
        chosen = tasks(select(notebooks, only), path, parameters, record.read_any(output))
        story = open_story(path, story_options(chosen))
        check_named(chosen, story)
    except refusals as refusal:
        print(" ".join(str(refusal).split()), file=sys.stderr)
        return BAD_INPUT
    editions = [_edition(path, folder, part, chosen, notebooks) for folder, part in _places(output, story)]
    with Progress(sum(len(edition.chosen) for edition in editions)) as progress:
        for edition in editions:
            _publish(edition, progress, jobs, timeout)
    if len(editions) > 1:
        from analysis.report import pages

        pages.write_stories(output, [(edition.output.name, edition.story) for edition in editions], story.rejected)
    print(output / "index.html")
    return NOTEBOOK_FAILED if progress.failed else DONE


def open_story(path: str, options: dict[str, Any]) -> "Story":
    """The story at the path, or the whole of its stories. Raises CorpusError where there is no usable article."""
    from analysis import Story

    return Story.open(path, **options)


def check_named(chosen: Sequence[Task], story: "Story") -> None:
    """Raises TargetError where the parameter `targets` names what no story mentions."""
    from analysis.sentiment import check_targets

    for task in chosen:
        if task.given.get("targets"):
            check_targets(task.given["targets"], story.names)


@dataclass(frozen=True)
class _Edition:
    """The pages of one story: what is run for them, and what stands from an earlier run."""

    corpus: str
    output: Path
    story: "Story"
    earlier: dict[str, Any]
    chosen: list[Task]
    others: list[Task]  # not asked for, and still as an earlier run left them, good or bad

    def holds(self, task: Task, statuses: tuple[str, ...]) -> bool:
        """Whether the earlier run of a task is what a run would give now."""
        kept = self.earlier["notebooks"].get(task.stem)
        if not kept or kept["status"] not in statuses or kept["key"] != task.key(self.story.key):
            return False
        return record.executed(self.output, task.stem).exists()

    def named(self, task: Task) -> str:
        """What the terminal calls a task: of several stories, "2/03_sentiment"."""
        return f"{self.story.number}/{task.stem}" if self.story.number else task.stem

    @property
    def standing(self) -> list[Task]:
        return [task for task in self.chosen if self.holds(task, ("done",))]

    def complete(self) -> bool:
        """Whether the output holds the pages of these notebooks and no others."""
        stems = {task.stem for task in self.chosen + self.others}
        pages = [self.output / "index.html", self.output / "tables" / "codebook.csv"]
        pages += [record.page(self.output, stem) for stem in stems]
        known = set(self.earlier["notebooks"])
        return self.earlier["complete"] and known == stems and all(page.exists() for page in pages)


def _places(output: Path, story: "Story") -> list[tuple[Path, "Story"]]:
    """Each story with its folder."""
    if len(story.stories) == 1:
        return [(output, story)]
    return [(output / str(number), part) for number, part in enumerate(story.stories, 1)]


def _edition(corpus: str, output: Path, story: "Story", chosen: list[Task], notebooks: Path) -> _Edition:
    earlier = record.read(output)
    number = story.number
    given = [task.of_story(number) for task in chosen] if number else chosen
    edition = _Edition(corpus, output, story, earlier, given, [])
    asked = {task.stem for task in chosen}
    others = [
        kept_task(path, corpus, earlier["notebooks"][path.stem])
        for path in sorted(notebooks.glob("*.ipynb"))
        if path.stem in earlier["notebooks"] and path.stem not in asked
    ]
    return replace(edition, others=[task for task in others if edition.holds(task, ("done", "failed"))])


def _publish(edition: _Edition, progress: Progress, jobs: int | None, timeout: int) -> None:
    """Execute what is to do, recording each as it ends so that a stopped run resumes; then the pages of all."""
    standing = edition.standing
    todo = [task for task in edition.chosen if task not in standing]
    for task in standing:
        progress.tell(edition.named(task), "unchanged")
    if not todo and edition.complete():
        return
    corpus, output, story, earlier = edition.corpus, edition.output, edition.story, edition.earlier
    if todo:
        story.annotate()  # once here, so that every kernel finds the tables on disk
    entries = {task.stem: earlier["notebooks"][task.stem] for task in standing + edition.others}
    results = {stem: _standing(output, stem, entry) for stem, entry in entries.items()}
    record.write(output, corpus, story.key, entries, complete=False)
    for task, result in _executed(todo, jobs or min(len(todo), _cores()), timeout):
        results[task.stem] = result
        entries[task.stem] = record.entry(task.source, task.key(story.key), task.declared, result)
        record.write_notebook(output, result)
        record.write(output, corpus, story.key, entries, complete=False)
        progress.tell(edition.named(task), result.status, result.error)
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


def _standing(output: Path, stem: str, kept: dict[str, Any]) -> Result:
    import nbformat

    notebook = nbformat.read(record.executed(output, stem), as_version=4)
    status = "failed" if kept["status"] == "failed" else "unchanged"
    return Result(stem, kept["title"], notebook, status, kept["error"], kept["parameters"])


def _title(notebook, stem: str) -> str:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                if line.startswith("# "):
                    return line[2:].strip()
    return stem


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
