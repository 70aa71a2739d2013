"""What is known of each article, and where each value comes from: given, read, made or absent."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from analysis.corpus.dates import iso_day
from analysis.corpus.decoding import decode
from analysis.corpus.lines import one_line
from analysis.corpus.readers import FIELDS
from analysis.corpus.refusals import CorpusError, Refused

_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.I)


@dataclass(frozen=True)
class Given:
    """A row of a sources.csv: where it stands ("sources.csv#2"), the article it names, and its values."""

    place: str
    article: str
    values: dict[str, str]


def read_sources(sources: Iterable[tuple[Path, str]]) -> tuple[list[Given], list[tuple[str, str]]]:
    """The rows of all sources.csv files, and (place, reason) of rows and values that are of no use.

    An article is named by its identifier, its path or its stem, from the folder of the sources.csv. Raises CorpusError
    for a file that cannot be read, an unknown column, or no column article.
    """
    given, refused = [], []
    for path, name in sources:
        expected = f"expected are article, {', '.join(FIELDS)}"
        try:
            rows = list(csv.reader(decode(path.read_bytes()).splitlines(keepends=True), strict=True))
        except (Refused, OSError, csv.Error) as error:
            raise CorpusError(f"{name} cannot be read ({error}); {expected}") from None
        header = [column.strip().lower() for column in rows[0]] if rows else []
        unknown = [column or "(no name)" for column in header if column not in ("article", *FIELDS)]
        if unknown:
            raise CorpusError(f"{name}: unknown column {', '.join(unknown)}; {expected}")
        if "article" not in header:
            raise CorpusError(f"{name}: no column article; {expected}")
        folder = PurePosixPath(name).parent
        for number, cells in enumerate(rows[1:], 1):
            if not any(cells):
                continue
            place = f"{name}#{number}"
            if len(cells) > len(header):
                refused.append((place, f"broken row: {len(cells)} cells under {len(header)} columns"))
                continue
            row = dict(zip(header, cells, strict=False))
            article = row.pop("article", "").strip()
            values, notes = tidy(row)
            refused += [(place, note) for note in notes]
            given.append(Given(place, (folder / article).as_posix() if article else "", values))
    return given, refused


def by_name(given: list[Given]) -> tuple[dict[str, Given], list[tuple[str, str]]]:
    """The rows by the article they name, and (place, reason) of rows that name none or one that is named before."""
    named: dict[str, Given] = {}
    refused = []
    for row in given:
        if not row.article:
            refused.append((row.place, "no such article: the row names none"))
        elif row.article in named:
            earlier = named[row.article].place
            refused.append((row.place, f"named twice: {earlier} describes {row.article} already; this row is left out"))
        else:
            named[row.article] = row
    return named, refused


def tidy(values: dict[str, object]) -> tuple[dict[str, str], list[str]]:
    """Values as text on one line, days as ISO days, languages as codes; and a note on each that is left out."""
    tidied, notes = {}, []
    for name, value in values.items():
        try:
            text = _text(value) if name != "published" or not hasattr(value, "isoformat") else iso_day(value)
            if text:
                tidied[name] = _checked(name, text)
        except ValueError as error:
            notes.append(f"{name} left out: {one_line(str(value))[:60]!r} is {error}; the article was read")
    return tidied, notes


def provenance(article: str, given: dict, read: dict, made: dict) -> list[dict]:
    """Rows of table `provenance`: for each field its value and origin, given before read before made."""
    rows = []
    for name in FIELDS:
        origins = (("given", given), ("read", read), ("made", made))
        origin, value = next(
            ((origin, values[name]) for origin, values in origins if values.get(name)), ("absent", None)
        )
        rows.append({"article": article, "field": name, "value": value, "origin": origin})
    return rows


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_text(item) for item in value)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return "" if value != value else one_line(str(value))
    raise ValueError("not a text")


def _checked(name: str, text: str) -> str:
    if name == "published":
        return iso_day(text)
    if name == "language":
        code = _CODE.fullmatch(text)
        if not code:
            raise ValueError("no language code such as en")
        return code[1].lower()
    return text
