"""The stories of tests/figures/stories, every figure marked: as tables, and the ledger beside the marks."""

import re
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pandas as pd
import yaml

from analysis import figures, language
from analysis.tables import table

FOLDER = Path(__file__).with_name("stories")
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
MARK = re.compile(r"\{([^{}|]+)(?:\|([^{}]*))?\}")
UNSURE = "?"  # the fact of a figure of which two readers would not agree where it belongs


@dataclass
class Annotated:
    """A story: its tables, the fact of each marked figure by (article, start), and the relation of each shared fact."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    figures: pd.DataFrame
    names: pd.DataFrame
    marked: dict[tuple[str, int, int], str]
    relations: dict[str, str]

    def ledger(self) -> pd.DataFrame:
        """Table `ledger` of the story."""
        return figures.ledger(self.figures, self.sentences, self.names)


def load(name: str) -> Annotated:
    """The story of a name; its first paragraph is the title where it has no full stop."""
    data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    articles, marked = [], {}
    for article, source in data["sources"].items():
        text = ""
        for piece in re.split(r"(\{[^{}]*\})", source["text"].strip()):
            if mark := MARK.fullmatch(piece):
                place = (article, len(text), len(text) + len(mark[1]))
                marked[place] = mark[2] or f"alone {len(marked)}"
                piece = mark[1]
            text += piece
        first = text.partition("\n")[0]
        title = None if first.endswith(".") else first
        articles.append({"article": article, "title": title, "headings": [], "text": text, **_published(source)})
    sentences, stated, names = tables_of(articles)
    lettered = [article | {"letter": chr(65 + place)} for place, article in enumerate(articles)]
    return Annotated(pd.DataFrame(lettered), sentences, stated, names, marked, data["relations"])


def tables_of(articles: list[dict]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Tables `sentences`, `figures`, with what, who, when and status, and `names`, of rows of table `articles`."""
    rows = [language.of_article(article) for article in articles]
    found = [figure for pair in zip(articles, rows, strict=True) for figure in figures.of_article(*pair)]
    sentences = table("sentences", [row for own in rows for row in own])
    names, mentions = language.find_names(sentences)
    return sentences, figures.of_story(table("figures", found), sentences, mentions, names=names), names


def located(story: Annotated, rows: pd.DataFrame) -> dict[tuple[str, int, int], int]:
    """The first of these rows, counted from 0, that overlaps each marked figure, by the mark; no others."""
    found: dict[tuple[str, int, int], int] = {}
    for number, (article, start, end) in enumerate(rows[["article", "start", "end"]].itertuples(index=False)):
        for mark in story.marked:
            if mark[0] == article and mark[1] < end and start < mark[2]:
                found.setdefault(mark, number)
    return found


def facts(story: Annotated, ledger: pd.DataFrame) -> dict[tuple[str, int, int], int]:
    """The fact of the ledger that each marked figure stands under, by the mark; what was not found is not in it."""
    return {mark: ledger["fact"].iloc[row] for mark, row in located(story, ledger).items()}


def pairs(story: Annotated, ledger: pd.DataFrame) -> tuple[set, set]:
    """Pairs of marked figures of different articles that are one fact: as annotated, and as the ledger has it."""
    found = facts(story, ledger)
    sure = [mark for mark, fact in story.marked.items() if fact != UNSURE]
    across = [(a, b) for a, b in combinations(sure, 2) if a[0] != b[0]]
    annotated = {(a, b) for a, b in across if story.marked[a] == story.marked[b]}
    joined = {(a, b) for a, b in across if a in found and found[a] == found.get(b)}
    return annotated, joined


def _published(source: dict) -> dict:
    return {"published": source.get("published")}
