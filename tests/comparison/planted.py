"""Stories with planted differences, and how many of them a table of differences finds."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

from analysis import attribution, figures
from analysis.comparison import matches
from analysis.language import of_article
from analysis.tables import table

FOLDER = Path(__file__).parent / "planted"


@dataclass(frozen=True)
class Fact:
    """A planted difference: its versions, each the sentences (article, start, end) that tell it so."""

    kind: str
    what: str
    versions: list[set[tuple[str, int, int]]]

    def is_shown_by(self, row) -> bool:
        """Whether a row of table `differences` sets two versions against each other."""
        a, b = _held(self.versions, row.article_a, row.start_a), _held(self.versions, row.article_b, row.start_b)
        return row.kind == self.kind and a is not None and b is not None and a != b


class Planted:
    """A story of planted differences, as tables."""

    def __init__(self, name: str):
        story = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        self.name, self.use = name, story["use"]
        self.articles = [
            {"article": letter, "title": text.splitlines()[0], "published": None, "headings": [], "text": text.strip()}
            for letter, text in story["articles"].items()
        ]
        self.sentences = table("sentences", [row for article in self.articles for row in of_article(article)])
        self.facts = [
            Fact(fact["kind"], fact["what"], [self._places(version) for version in fact["versions"]])
            for fact in story["differences"]
        ]

    def _places(self, version: dict[str, str]) -> set[tuple[str, int, int]]:
        places = set()
        for article, words in version.items():
            rows = self.sentences[self.sentences["article"] == article]
            held = rows[rows["text"].str.contains(words, regex=False)]
            assert len(held) == 1, f"{self.name}, {article}: {len(held)} sentences hold “{words}”"
            places.add((article, int(held["start"].iloc[0]), int(held["end"].iloc[0])))
        return places

    @property
    def matches(self) -> pd.DataFrame:
        return matches(self.sentences)

    @property
    def attributions(self) -> pd.DataFrame:
        return table("attributions", self._rows(attribution.of_article))

    @property
    def figures(self) -> pd.DataFrame:
        return table("figures", self._rows(figures.of_article))

    def _rows(self, of_article) -> list[dict]:
        """What a function of an article and its sentences finds in every article."""
        told = self.sentences.to_dict("records")
        return [
            row
            for article in self.articles
            for row in of_article(article, [row for row in told if row["article"] == article["article"]])
        ]


def stories(use: str) -> list[Planted]:
    """The stories for tuning or checking."""
    every = [Planted(path.stem) for path in sorted(FOLDER.glob("*.yaml"))]
    return [story for story in every if story.use == use]


def _held(versions: list[set[tuple[str, int, int]]], article: str, place: int) -> int | None:
    for number, places in enumerate(versions):
        if any(article == other and start <= place < end for other, start, end in places):
            return number
    return None
