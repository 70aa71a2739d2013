"""The edition of one story: which notebooks its pages need, what stands of an earlier run, and its pages in the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.report import record
from analysis.report.record import Result
from analysis.report.selection import Task, kept_task

if TYPE_CHECKING:
    from analysis.story import Story


@dataclass
class Edition:
    """The pages of one story in the folder `output`: `chosen` is asked for, `others` stand as an earlier run left them.

    begin(), then take() for each task to do, then publish(). What was taken is recorded, so that a stopped run resumes.
    """

    corpus: str
    output: Path
    story: "Story"
    earlier: dict[str, Any]
    chosen: list[Task]
    others: list[Task] = field(default_factory=list)
    results: dict[str, Result] = field(default_factory=dict)
    entries: dict[str, dict] = field(default_factory=dict)

    def holds(self, task: Task, statuses: tuple[str, ...] = ("done",)) -> bool:
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
        """What is asked for and need not be run."""
        return [task for task in self.chosen if self.holds(task)]

    @property
    def todo(self) -> list[Task]:
        """What is asked for, not standing and not yet taken."""
        return [task for task in self.chosen if task.stem not in self.entries and not self.holds(task)]

    def complete(self) -> bool:
        """Whether the output holds the pages of these notebooks and no others."""
        stems = {task.stem for task in self.chosen + self.others}
        pages = [self.output / "index.html", self.output / "tables" / "codebook.csv"]
        pages += [record.page(self.output, stem) for stem in stems]
        known = set(self.earlier["notebooks"])
        return self.earlier["complete"] and known == stems and all(page.exists() for page in pages)

    def begin(self) -> None:
        """Make the tables, once here so that every kernel finds them on disk, and read what stands."""
        self.story.annotate()
        self.entries = {task.stem: self.earlier["notebooks"][task.stem] for task in self.standing + self.others}
        self.results = {stem: _standing(self.output, stem, entry) for stem, entry in self.entries.items()}
        self._record(complete=False)

    def take(self, task: Task, result: Result) -> None:
        """Keep what a task gave."""
        self.results[task.stem] = result
        self.entries[task.stem] = record.entry(task.source, task.key(self.story.key), task.declared, result)
        record.write_notebook(self.output, result)
        self._record(complete=False)

    def publish(self) -> None:
        """Write the pages of every result, and remove those of notebooks that are no longer part of it."""
        from analysis.report import pages

        pages.write(self.output, [self.results[stem] for stem in sorted(self.results)], self.story)
        for stem in sorted(set(self.earlier["notebooks"]) - set(self.results)):
            record.page(self.output, stem).unlink(missing_ok=True)
            record.executed(self.output, stem).unlink(missing_ok=True)
        self._record(complete=True)

    def _record(self, complete: bool) -> None:
        record.write(self.output, self.corpus, self.story.key, self.entries, complete)


def edition(corpus: str, output: Path, story: "Story", chosen: Sequence[Task], notebooks: Path) -> Edition:
    """The edition of a story for which these notebooks are chosen, of those in the folder `notebooks`."""
    earlier = record.read(output)
    given = [task.of_story(story.number) if story.number else task for task in chosen]
    made = Edition(corpus, output, story, earlier, given)
    asked = {task.stem for task in chosen}
    others = [
        kept_task(path, corpus, earlier["notebooks"][path.stem])
        for path in sorted(notebooks.glob("*.ipynb"))
        if path.stem in earlier["notebooks"] and path.stem not in asked
    ]
    made.others = [task for task in others if made.holds(task, ("done", "failed"))]
    return made


def _standing(output: Path, stem: str, kept: dict[str, Any]) -> Result:
    import nbformat

    notebook = nbformat.read(record.executed(output, stem), as_version=4)
    status = "failed" if kept["status"] == "failed" else "unchanged"
    return Result(stem, kept["title"], notebook, status, kept["error"], kept["parameters"])
