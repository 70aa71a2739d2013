"""Stories with planted differences, and how many of them a table of differences finds."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from analysis import Story

FOLDER = Path(__file__).parent / "planted"


@dataclass(frozen=True)
class Fact:
    """A planted difference: its versions, each the sentences (article, start, end) that tell it so."""

    kind: str
    what: str
    versions: list[set[tuple[str, int, int]]]

    def is_shown_by(self, row) -> bool:
        """Whether a row of table `differences` sets two versions against each other."""
        return row.kind == self.kind and self.is_told_by(row.article_a, row.start_a, row.article_b, row.start_b)

    def is_told_by(self, article_a: str, place_a: int, article_b: str, place_b: int) -> bool:
        """Whether what stands at these places is of two versions."""
        a, b = _held(self.versions, article_a, place_a), _held(self.versions, article_b, place_b)
        return a is not None and b is not None and a != b


class Planted:
    """A story of planted differences, opened from files in a folder; use: tuning or checking.

    Of a story "all listed", every difference that a reader of it noticed counts as planted, about twice as many.
    """

    def __init__(self, name: str, folder: Path, stories: Path | None = None):
        told = yaml.safe_load(((stories or FOLDER) / f"{name}.yaml").read_text(encoding="utf-8"))
        self.name, self.use = name, told["use"]
        for article, text in told["articles"].items():
            path = folder / name / f"{article}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.story = Story.open(folder / name, articles=list(told["articles"]), cache=folder / "kept")
        self.facts = [
            Fact(fact["kind"], fact["what"], [self._places(version) for version in fact["versions"]])
            for fact in told["differences"]
        ]

    @property
    def found(self) -> list[Fact]:
        """The planted differences that are shown."""
        return [fact for fact in self.facts if any(map(fact.is_shown_by, self.story.differences.itertuples()))]

    @property
    def right(self) -> list[bool]:
        """Of every row that is shown, whether it was planted."""
        rows = self.story.differences.itertuples()
        return [any(fact.is_shown_by(row) for fact in self.facts) for row in rows]

    def _places(self, version: dict[str, str | list[str]]) -> set[tuple[str, int, int]]:
        places, sentences = set(), self.story.sentences
        for article, said in version.items():
            for words in [said] if isinstance(said, str) else said:
                held = sentences[(sentences["article"] == article) & sentences["text"].str.contains(words, regex=False)]
                assert len(held) == 1, f"{self.name}, {article}: {len(held)} sentences hold “{words}”"
                places.add((article, int(held["start"].iloc[0]), int(held["end"].iloc[0])))
        return places


def planted(folder: Path) -> list[Planted]:
    """All planted stories."""
    return [Planted(path.stem, folder) for path in sorted(FOLDER.glob("*.yaml"))]


def _held(versions: list[set[tuple[str, int, int]]], article: str, place: int) -> int | None:
    for number, places in enumerate(versions):
        if any(article == other and start <= place < end for other, start, end in places):
            return number
    return None
