"""Read a corpus: files to tables of articles, of what is known of them, and of what was removed and refused."""

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import tables
from analysis.corpus.cleaning import Cleaned, clean, clean_title
from analysis.corpus.finding import Found, find_files
from analysis.corpus.labels import letter, make_labels
from analysis.corpus.lines import normalise
from analysis.corpus.metadata import Given, by_name, provenance, read_sources, tidy
from analysis.corpus.readers import FIELDS, Raw, Refusal, read_file
from analysis.corpus.refusals import (
    CorpusError,
    Refused,
    check_language,
    count_words,
    language_of,
    no_articles,
    refuse_empty,
    refuse_endless,
    refuse_language,
)

if TYPE_CHECKING:
    import pandas as pd

Refusals = list[tuple[str, str]]
LISTED = 20  # existing articles that an error lists


@dataclass(frozen=True)
class Corpus:
    """The tables `articles`, `provenance`, `removed` and `rejected` of analysis/tables.csv, in reading order."""

    articles: "pd.DataFrame"
    provenance: "pd.DataFrame"
    removed: "pd.DataFrame"
    rejected: "pd.DataFrame"


@dataclass
class _Article:
    """An article on its way into the tables; its values by origin."""

    article: str
    file: str
    place: str
    text: str
    headings: list[int]
    digest: bytes
    removed: list[tuple[str, str]]
    given: dict[str, str]
    read: dict[str, str]
    made: dict[str, str]
    copy_of: str | None = None

    def value(self, name: str) -> str | None:
        return self.given.get(name) or self.read.get(name) or self.made.get(name)


def read_corpus(path: str | os.PathLike, *, articles: Sequence[str] | None = None, language: str = "en") -> Corpus:
    """The articles of a folder (recursively), a file or a glob pattern, cleaned; each refusal with its reason.

    articles: read only these (identifiers, or stems of files). language: the ISO 639-1 code that articles must be in,
    or any. All articles are of story 1; grouping is not done here. Raises NoArticles where nothing usable is found, and
    CorpusError for an unknown article or language and for a sources.csv that cannot be read.
    """
    path = os.fspath(path)
    check_language(language)
    findings = find_files(path)
    rows, refused = read_sources(findings.sources)
    given, twice = by_name(rows)
    wanted = None if articles is None else set(articles)
    met: set[str] = set()  # every name under which an article was found, refused or not
    read = []
    for found in findings.files:
        if wanted is None or _is_wanted(found, wanted):
            read += _read_found(found, wanted, given, language, met, refused)
    if wanted is not None:
        _refuse_unknown(wanted - met, findings.files, path)
    else:
        refused += [*findings.refused, *twice]
    if findings.whole_folder and wanted is None:
        refused += [(row.place, f"no such article: {name}") for name, row in given.items() if name not in met]
    kept = _without_duplicates(read, refused)
    refused.sort(key=_place)
    if not kept:
        raise no_articles(path, [reason for _, reason in refused])
    return _tables(kept, refused)


def _is_wanted(found: Found, wanted: set[str]) -> bool:
    names = found.names()
    return any(name in names or name.rpartition("#")[0] in names for name in wanted)


def _refuse_unknown(unknown: set[str], files: Sequence[Found], path: str) -> None:
    if unknown:
        existing = [found.article for found in files]
        listed = ", ".join(existing[:LISTED]) + (
            f" and {len(existing) - LISTED} more" if len(existing) > LISTED else ""
        )
        raise CorpusError(f"no article {', '.join(sorted(unknown))} in {path}; there are: {listed or 'none'}")


def _read_found(
    found: Found, wanted: set[str] | None, given: dict[str, Given], language: str, met: set[str], refused: Refusals
) -> Iterator[_Article]:
    """The articles of one file; adds to the names met and to what is refused."""
    met |= found.names()
    whole = wanted is None or bool(wanted & found.names())
    try:
        for raw in read_file(found.path, found.format):
            names = found.names(raw.row)
            met |= names
            if not whole and not (wanted & names):
                continue
            place = f"{found.file}#{raw.row}" if raw.row else found.file
            if isinstance(raw, Refusal):
                refused.append((place, raw.reason))
                continue
            row = next((given[name] for name in sorted(names) if name in given), None)
            try:
                article, notes = _prepare(found, raw, dict(row.values) if row else {}, language)
                refused += [(place, note) for note in notes]
                yield article
            except Refused as refusal:
                refused.append((place, str(refusal)))
    except Refused as refusal:
        refused.append((found.file, str(refusal)))


def _prepare(found: Found, raw: Raw, given: dict[str, str], language: str) -> tuple[_Article, list[str]]:
    """An article from what its file holds, and notes on values left out; raises Refused."""
    read, notes = tidy(raw.fields)
    cleaned = clean(
        raw.lines, given.get("title") or read.get("title"), corrected="title" in given and "title" not in read
    )
    stated = {"title": cleaned.title, "author": cleaned.author, "published": cleaned.published}
    read = {name: value for name, value in stated.items() if value} | read
    for values in (given, read):
        if "title" in values:
            values["title"] = clean_title(values["title"]) or ""
    removed = [(rule, normalise(text)) for rule, text in [*raw.removed, *cleaned.removed]]
    refuse_empty(raw.characters, cleaned.text, removed)
    refuse_endless(cleaned.text)
    made = {}
    spoken = given.get("language") or read.get("language")
    if not spoken:
        spoken = made["language"] = language_of(" ".join(cleaned.paragraphs) or cleaned.text, language)
    refuse_language(spoken, language, given="language" not in made)
    row = f"#{raw.row}" if raw.row else ""
    names = (found.article + row, found.file, found.file + row)
    words = (cleaned.text, cleaned.heading_paragraphs, _digest(cleaned))
    return _Article(*names, *words, removed, given, read, made), [*raw.notes, *notes]


def _without_duplicates(articles: list[_Article], refused: Refusals) -> list[_Article]:
    """The articles but those whose outlet (or none, as theirs) had the same text before; other copies get marked."""
    kept: list[_Article] = []
    earlier: dict[bytes, dict[str | None, _Article]] = {}
    for article in articles:
        twins = earlier.setdefault(article.digest, {})
        outlet = article.value("outlet")
        if outlet in twins:
            shared = f"both from {outlet}" if outlet else "outlet of neither known"
            refused.append((article.place, f"duplicate: the same text as {twins[outlet].article}, {shared}"))
            continue
        if twins:
            article.copy_of = next(iter(twins.values())).article
        twins[outlet] = article
        kept.append(article)
    return kept


def _digest(cleaned: Cleaned) -> bytes:
    told = " ".join(cleaned.paragraphs) or cleaned.text
    return hashlib.sha256(re.sub(r"[\W_]+", " ", told).casefold().strip().encode("utf-8")).digest()


def _tables(articles: list[_Article], refused: Refusals) -> Corpus:
    names = ("label", "outlet", "author")
    labels = make_labels([{name: a.value(name) for name in names} | {"text": a.text} for a in articles])
    rows, origins, removed = [], [], []
    for number, (article, label) in enumerate(zip(articles, labels, strict=True)):
        holder = next((values for values in (article.given, article.read) if values.get("label")), article.made)
        holder["label"] = label
        rows.append(_row(article, number))
        origins += provenance(article.article, article.given, article.read, article.made)
        removed += [{"article": article.article, "rule": rule, "text": text} for rule, text in article.removed]
    rejected = [{"file": file, "reason": reason} for file, reason in refused]
    table = tables.table
    return Corpus(
        table("articles", rows), table("provenance", origins), table("removed", removed), table("rejected", rejected)
    )


def _row(article: _Article, number: int) -> dict:
    return {
        "article": article.article,
        "letter": letter(number),
        "story": 1,
        **{name: article.value(name) for name in FIELDS},
        "words": count_words(article.text),
        "text": article.text,
        "headings": article.headings,
        "copy_of": article.copy_of,
        "file": article.file,
    }


def _place(refusal: tuple[str, str]) -> tuple[str, int, str]:
    file, _, row = refusal[0].rpartition("#")
    return (file, int(row), refusal[1]) if row.isdecimal() and file else (refusal[0], 0, refusal[1])
