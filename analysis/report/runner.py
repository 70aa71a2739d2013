"""The run: notebooks side by side, what still holds skipped, every failure told, pages in the end."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.report import record
from analysis.report.edition import Edition, edition
from analysis.report.kernels import PACKAGE_HOME, Kernels
from analysis.report.parameters import CORPUS, ParameterError
from analysis.report.places import OutputError, check_output
from analysis.report.progress import Progress, tell_refused
from analysis.report.record import Result
from analysis.report.selection import STORY, SelectionError, Task, select, story_options, tasks

if TYPE_CHECKING:
    from analysis.story import Story

NOTEBOOKS = PACKAGE_HOME / "notebooks"
DONE, NOTEBOOK_FAILED, BAD_INPUT = 0, 1, 2
STORIES = 50  # that get pages, unless more are asked for
AHEAD = 7  # tasks that wait for a kernel while pages are written and tables made


def run(
    path: str,
    output: Path,
    parameters: Sequence[str] = (),
    only: Sequence[str] = (),
    jobs: int | None = None,
    timeout: int = 600,
    stories: int = STORIES,
    notebooks: Path = NOTEBOOKS,
) -> int:
    """Run the notebooks on the corpus at `path` (as the user typed it) and write their pages to `output`.

    Of several stories the largest, at most `stories`, get a folder of their own below `output`, named by their numbers;
    the index lists all. A story picked by its number joins the report of several that `output` holds, if it does.
    Returns the exit status: 0 done, 1 a notebook failed, 2 bad input or parameter, which is told in one line.
    `timeout` is in seconds, for each cell; `jobs` notebooks run side by side, by default one a core.
    """
    from analysis.corpus import CorpusError
    from analysis.framing import CodebookError, CodedError, LabelsError
    from analysis.sentiment import TargetError
    from analysis.story import StoryError

    unusable = (CorpusError, CodebookError, CodedError, LabelsError, StoryError, TargetError)
    refusals = (ParameterError, SelectionError, OutputError, OSError, *unusable)
    try:
        check_output(path, output)
        chosen = tasks(select(notebooks, only), path, parameters, record.read_any(output))
        check_read(chosen)
        options = story_options(chosen)
        picked = options.pop(STORY, None)
        whole = open_story(path, options)
        places = _places(output, whole, picked, stories)
        check_named(chosen, [story for _, story in places])
        output.mkdir(parents=True, exist_ok=True)
    except refusals as refusal:
        print(" ".join(str(refusal).split()), file=sys.stderr)
        return BAD_INPUT
    tell_refused(whole.rejected)
    editions = [edition(path, folder, story, chosen, notebooks) for folder, story in places]
    with Progress(sum(len(one.chosen) for one in editions)) as progress:
        _publish(editions, progress, jobs or _cores(), timeout)
    if editions[0].output != output:
        from analysis.report import collection

        collection.write(output, whole)
        if not picked and len(whole.stories) > len(editions):
            print(collection.left(len(editions), len(whole.stories)))
    print(output / "index.html")
    return NOTEBOOK_FAILED if progress.failed else DONE


def open_story(path: str, options: dict[str, Any]) -> "Story":
    """The story at the path, or the whole of its stories. Raises CorpusError where there is no usable article."""
    from analysis import Story

    return Story.open(path, **options)


def check_read(chosen: Sequence[Task]) -> None:
    """Raises what its reader raises where a parameter names a codebook or labels that cannot be read."""
    from analysis.framing import load_codebook, read_coded, read_labelled

    readers = {"scheme": load_codebook, "labelled": read_labelled, "coded": read_coded}
    for task in chosen:
        for name in readers.keys() & task.given.keys():
            if task.given[name]:
                readers[name](task.given[name])


def check_named(chosen: Sequence[Task], stories: "list[Story]") -> None:
    """Raises TargetError where the parameter `targets` names what none of the stories mentions."""
    from analysis.sentiment import check_targets

    for task in chosen:
        if task.given.get("targets"):
            import pandas as pd

            check_targets(task.given["targets"], pd.concat([story.names for story in stories], ignore_index=True))


def _places(output: Path, whole: "Story", picked: int | None, most: int) -> list[tuple[Path, "Story"]]:
    """The stories that get pages, each with its folder. Raises StoryError for a picked one that there is not."""
    if picked:
        joins = len(whole.stories) > 1 and (output / record.LISTED).exists()
        return [(output / str(picked) if joins else output, whole.numbered(picked))]
    if len(whole.stories) == 1:
        return [(output, whole)]
    return [(output / str(number), story) for number, story in enumerate(whole.stories[:most], 1)]


def _publish(editions: list[Edition], progress: Progress, jobs: int, timeout: int) -> None:
    """Execute what is to do, and write the pages of each story once its last notebook is done."""
    for one in editions:
        for task in one.standing:
            progress.tell(one.named(task), "unchanged")
        if not one.todo and not one.complete():
            one.begin()
            one.publish()
    unfinished = [one for one in editions if one.todo]
    for one, task, result in _executed(unfinished, jobs, timeout) if unfinished else ():
        one.take(task, result)
        progress.tell(one.named(task), result.status, result.error)
        if not one.todo:
            one.publish()


def _executed(editions: list[Edition], jobs: int, timeout: int) -> Iterator[tuple[Edition, Task, Result]]:
    """Every task to do with its result, as they end: those of several stories side by side.

    A story begins when its turn comes. What is told no corpus is the same for every story, and run once.
    """
    # Notebooks resolve the path as typed against the folder it was typed in.
    with Kernels(editions[0].todo[0].path.parent.resolve(), {"PARALLAX_FROM": os.getcwd()}) as kernels:
        pool = ThreadPoolExecutor(jobs)
        once: dict[str, Future] = {}
        running: list[tuple[Future, Edition, Task]] = []
        try:
            for one in editions:
                one.begin()
                for task in one.todo:
                    future = once.get(task.stem) or pool.submit(_execute, task, kernels, timeout)
                    if CORPUS not in task.declared:
                        once[task.stem] = future
                    running.append((future, one, task))
                while len(running) > jobs + AHEAD:
                    yield from _ended(running)
            while running:
                yield from _ended(running)
        finally:
            kernels.stop()
            pool.shutdown(cancel_futures=True)


def _ended(running: list[tuple[Future, Edition, Task]]) -> Iterator[tuple[Edition, Task, Result]]:
    """What of the running has ended, at least one, with its result; it runs no longer."""
    ended = wait([future for future, _, _ in running], return_when=FIRST_COMPLETED).done
    for future, one, task in [each for each in running if each[0] in ended]:
        running.remove((future, one, task))
        yield one, task, future.result()


def _execute(task: Task, kernels: Kernels, timeout: int) -> Result:
    from analysis.report.execution import execute
    from analysis.report.stable import clean, clean_text

    if task.broken:
        return _broken(task, task.broken)
    roots = [PACKAGE_HOME, kernels.cwd, Path.cwd()]
    try:
        notebook, failure = execute(task.path, task.given, kernels, timeout)
    except ChildProcessError as problem:
        return _broken(task, str(problem))
    error = clean_text(str(failure), roots) if failure else None
    clean(notebook, roots)
    return Result(task.stem, _title(notebook, task.stem), notebook, "failed" if failure else "done", error, task.given)


def _broken(task: Task, error: str) -> Result:
    """A page's worth of a notebook that cannot be run."""
    from nbformat.v4 import new_markdown_cell, new_notebook

    from analysis.report.stable import clean

    notebook = new_notebook(cells=[new_markdown_cell(f"# {task.stem}", id="cell-0")])
    return Result(task.stem, task.stem, clean(notebook, []), "failed", error, {})


def _title(notebook, stem: str) -> str:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                if line.startswith("# "):
                    return line[2:].strip()
    return stem


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
