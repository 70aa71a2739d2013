"""Short names of articles for tables and charts: letters and labels."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.corpus.furniture import EMOJI
from analysis.corpus.words import words

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 28  # characters
WORDS = (2, 4)  # telling words of a title
_TOKEN = re.compile(r"[A-Z][a-z]{1,2}\.(?=\s)|[$£€]?\d+(?:[.,]\d+)*[\w%-]*|[^\W_][\w.'’&%-]*[\w%]|[^\W_]")
# A full stop behind a short word is an abbreviation's: "St. Mary's" is one part of a title.
_PART = re.compile(rf"[:;–—?!|()\"“”]|,(?=\s|$)|(?<=\w{{4}})\.(?=\s|$)|\s[-/]\s|[{EMOJI}]")


def letter(number: int) -> str:
    """The letter of an article by its place from 0: A … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def letters_of(articles: "pd.DataFrame") -> dict[str, str]:
    """The letter of each article of table `articles`, by its identifier, in the order of the rows."""
    return dict(zip(articles["article"], articles["letter"], strict=True))


def make_labels(articles: Sequence[dict]) -> list[str]:
    """A distinct label, made of at most LONGEST characters, for each article: a dict with label, outlet, author, text.

    As given; else the outlet where only one article has it; else likewise the author; else two to four telling words of
    the title or first words, without words that most articles start with. Equal ones get a number.
    """
    openings = [_tokens(article["text"].split("\n", 1)[0]) for article in articles]
    counts = Counter(word.lower() for opening in openings for word in set(opening))
    shared = {word for word, count in counts.items() if count > max(1, len(articles) / 2)}
    sole = {name: Counter(article[name] for article in articles) for name in ("outlet", "author")}
    wanted = []
    for article in articles:
        named = [article[name] for name in ("outlet", "author") if article[name] and sole[name][article[name]] == 1]
        label = article["label"] or next(iter(named), None) or telling_words(article["text"].split("\n", 1)[0], shared)
        wanted.append(label if article["label"] else shorten(label))
    return _distinct(wanted, first=[bool(article["label"]) for article in articles])


def labelled_by_story(articles: "pd.DataFrame", provenance: "pd.DataFrame") -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Both tables with labels made within each story, since outlets recur across stories; those given stay."""
    made = (provenance["field"] == "label") & (provenance["origin"] == "made")
    own = articles["label"].where(~articles["article"].isin(provenance.loc[made, "article"]))
    known = articles[["article", "outlet", "author", "text"]].assign(label=own).astype(object)
    known = known.where(known.notna(), None)
    labels = {}
    for _, rows in known.groupby(articles["story"]):
        labels |= dict(zip(rows["article"], make_labels(rows.to_dict("records")), strict=True))
    value = provenance["value"].where(~made, provenance["article"].map(labels))
    return articles.assign(label=articles["article"].map(labels)), provenance.assign(value=value)


def telling_words(title: str, shared: frozenset[str] | set[str] = frozenset()) -> str:
    """Two to four words of a title that tell it apart: the first run without shared words, or else its first words."""
    common = words("function words")
    parts = [_tokens(part) for part in _PART.split(title)]
    for part in parts:
        run: list[str] = []
        for token in [*part, ""]:
            if token and token.lower() not in shared and (run or token.lower() not in common) and len(run) < WORDS[1]:
                run.append(token)
                continue
            run = _without_dangling(run)
            if len(run) >= WORDS[0]:
                return _capitalised(" ".join(run))
            run = []
    first = _without_dangling(_tokens(title)[: WORDS[1]])
    return _capitalised(" ".join(first or _tokens(title)[: WORDS[1]])) or "Untitled"


def shorten(label: str) -> str:
    """A label cut at a word boundary to LONGEST characters, without a function word at its end."""
    if len(label) <= LONGEST:
        return label
    kept = label[: LONGEST + 1].rsplit(maxsplit=1)[0] if " " in label[: LONGEST + 1] else label[:LONGEST]
    return " ".join(_without_dangling(kept.split())) or kept


def _distinct(wanted: list[str], first: list[bool]) -> list[str]:
    """The labels with numbers behind those that are taken; the ones marked first keep theirs."""
    labels: list[str] = [""] * len(wanted)
    taken: set[str] = set()
    tried: Counter[str] = Counter()
    for number in sorted(range(len(wanted)), key=lambda place: not first[place]):
        label = wanted[number]
        while label.casefold() in taken:
            tried[wanted[number]] += 1
            label = f"{wanted[number]} {tried[wanted[number]] + 1}"
        taken.add(label.casefold())
        labels[number] = label
    return labels


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text[:400])


def _without_dangling(tokens: list[str]) -> list[str]:
    kept = list(tokens)
    while kept and kept[-1].lower() in words("function words"):
        kept.pop()
    return kept


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]
