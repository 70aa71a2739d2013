"""Wording that articles share, word for word or nearly so, and how much of each article stands elsewhere too."""

import re
import sys
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.language import stopwords, words
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

SHINGLE = 5  # words in a row that two articles must share before anything is compared
EDIT = 2  # words that may be put in, left out or replaced at one place
RESUMED = 3  # words that must agree behind such an edit
CONTENT = 3  # words of a passage that are more than function words: "at the end of the day" is nobody's wording
SAME = 0.5  # share of two stretches that must overlap before they are taken for one
QUOTED = re.compile(r"“[^“”\n]*|\"[^\"\n]*\"?")  # a stray mark costs at most its own paragraph
EDITS = sorted(((i, j) for i in range(EDIT + 1) for j in range(EDIT + 1) if i or j), key=lambda edit: (sum(edit), edit))


@dataclass(frozen=True)
class Run:
    """Words of an article (first to last, excluded) that an earlier one, its leader, has too; agree: those alike."""

    article: int
    first: int
    last: int
    leader: int
    leader_first: int
    leader_last: int
    agree: int


@dataclass
class Passage:
    """Words of a leader (first to last, excluded), and the run of every other article that has them."""

    leader: int
    first: int
    last: int
    agree: int
    runs: dict[int, Run] = field(default_factory=dict)


def passages(articles: "pd.DataFrame") -> "pd.DataFrame":
    """Table `passages` from table `articles` of one story: runs of SHINGLE words and more that two articles share.

    Seed and extend, as in the search for reprinted news (Smith, Cordell and Dillon 2013): a shingle leads to the first
    article that has it, so the work grows with the words, not with the pairs of articles. Runs go on over small edits
    (EDIT). Case and punctuation do not count. Reworded or translated copies are not found.
    """
    texts = [_Text(text) for text in articles["text"]]
    names = articles["article"].tolist()
    rows = []
    for number, passage in enumerate(_passages(_runs(texts)), 1):
        told = [(passage.leader, passage.first, passage.last, passage.agree)]
        told += [(run.article, run.first, run.last, run.agree) for run in passage.runs.values()]
        for article, first, last, agree in sorted(told):
            start, end = texts[article].starts[first], texts[article].ends[last - 1]
            row = {"passage": number, "article": names[article], "start": start, "end": end, "words": agree}
            rows.append(row | {"quoted": texts[article].is_quoted(first, last)})
    return table("passages", rows)


def reuse(passages: "pd.DataFrame", articles: "pd.DataFrame") -> "pd.DataFrame":
    """Table `reuse`: the words of each article of table `articles` that stand in table `passages`, each once."""
    found = dict(list(passages.groupby("article", sort=False)))
    rows = []
    for article in articles.itertuples(index=False):
        text = _Text(article.text)
        shared = set()
        for passage in found.get(article.article, passages[:0]).itertuples(index=False):
            shared.update(range(bisect_left(text.starts, passage.start), bisect_left(text.starts, passage.end)))
        quoted = sum(text.quoted[place] for place in shared)
        counts = {"words": len(text.words), "shared": len(shared), "quoted": quoted}
        rows.append({"article": article.article, **counts, "share": len(shared) / max(len(text.words), 1)})
    return table("reuse", rows)


class _Text:
    """An article as words, with the characters where each stands."""

    def __init__(self, text: str):
        spans = words(text)
        self.words = [sys.intern(span.text.lower().replace("’", "'")) for span in spans]
        self.starts = [span.start for span in spans]
        self.ends = [span.end for span in spans]
        inside = bytearray(len(text))
        for match in QUOTED.finditer(text):
            inside[match.start() : match.end()] = b"\1" * len(match.group())
        self.quoted = [inside[start] for start in self.starts]  # 1 for a word between quotation marks, else 0

    def is_quoted(self, first: int, last: int) -> bool:
        return 2 * sum(self.quoted[first:last]) > last - first

    def content(self, first: int, last: int) -> int:
        return sum(word not in stopwords() for word in self.words[first:last])


def _runs(texts: list[_Text]) -> list[Run]:
    leaders: dict[tuple[str, ...], tuple[int, int]] = {}
    runs = []
    for article, text in enumerate(texts):
        latest: dict[int, Run] = {}
        own = {}
        for place in range(len(text.words) - SHINGLE + 1):
            shingle = tuple(text.words[place : place + SHINGLE])
            if shingle not in leaders:
                own.setdefault(shingle, (article, place))
                continue
            leader, leader_place = leaders[shingle]
            run = latest.get(leader)
            if run and run.first <= place < run.last and run.leader_first <= leader_place < run.leader_last:
                continue
            run = latest[leader] = _extended(texts, article, place, leader, leader_place)
            if text.content(run.first, run.last) >= CONTENT:
                runs.append(run)
        leaders |= own
    return runs


def _extended(texts: list[_Text], article: int, place: int, leader: int, leader_place: int) -> Run:
    """The seed at these places, made longer at both ends as far as the words agree but for small edits."""
    own, other = texts[article].words, texts[leader].words
    ahead, other_ahead, after = _reach(own, place + SHINGLE, other, leader_place + SHINGLE, 1)
    back, other_back, before = _reach(own, place - 1, other, leader_place - 1, -1)
    agree = before + SHINGLE + after
    return Run(article, back + 1, ahead, leader, other_back + 1, other_ahead, agree)


def _reach(own: list[str], i: int, other: list[str], j: int, step: int) -> tuple[int, int, int]:
    """How far the words agree from places i and j on, in either direction; and how many of them do."""
    agree = 0
    while True:
        while _alike(own, i, other, j):
            i, j, agree = i + step, j + step, agree + 1
        for edit, other_edit in EDITS:
            ahead, other_ahead = i + step * edit, j + step * other_edit
            if all(_alike(own, ahead + step * n, other, other_ahead + step * n) for n in range(RESUMED)):
                i, j = ahead, other_ahead
                break
        else:
            return i, j, agree


def _alike(own: list[str], i: int, other: list[str], j: int) -> bool:
    return 0 <= i < len(own) and 0 <= j < len(other) and own[i] == other[j]


def _passages(runs: list[Run]) -> list[Passage]:
    """Runs over the same words of a leader, joined, the longest first; what an earlier passage covers is left out."""
    kept: list[Passage] = []
    led: dict[int, list[Passage]] = {}
    covered: dict[int, list[tuple[int, int]]] = {}
    for run in sorted(runs, key=lambda run: (-run.agree, run.leader, run.leader_first, run.article, run.first)):
        own, leads = (run.first, run.last), (run.leader_first, run.leader_last)
        joined = [passage for passage in led.get(run.leader, []) if _same((passage.first, passage.last), leads)]
        if joined:
            joined[0].runs.setdefault(run.article, run)
        elif _covers(covered.get(run.article, []), own) and _covers(covered.get(run.leader, []), leads):
            continue
        else:
            kept.append(Passage(run.leader, *leads, run.agree, {run.article: run}))
            led.setdefault(run.leader, []).append(kept[-1])
            covered.setdefault(run.leader, []).append(leads)
        covered.setdefault(run.article, []).append(own)
    return kept


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return _overlap(one, other) > SAME * max(one[1] - one[0], other[1] - other[0])


def _covers(spans: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    return any(_overlap(covering, span) > SAME * (span[1] - span[0]) for covering in spans)
