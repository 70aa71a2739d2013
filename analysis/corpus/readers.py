"""One reader a format: each yields the articles of a file as Raw, and what it refuses in it as Refusal."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from analysis.corpus.decoding import decode
from analysis.corpus.leftovers import strip_leftovers
from analysis.corpus.lines import Line, cut_lines
from analysis.corpus.pages import read_page
from analysis.corpus.refusals import MAX_PAGE, Refused, refuse_large

FIELDS = ("title", "outlet", "author", "published", "url", "language", "label")
FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
FIELD_LIMIT = 100_000_000  # characters of a cell that the csv module takes; refuse_large says what is too large


@dataclass
class Raw:
    """An article as a file holds it: its lines, what the file says of it, what reading already removed.

    row: from 1 in a file of many articles; characters: of the text before anything was removed.
    """

    lines: list[Line]
    characters: int
    fields: dict[str, object] = field(default_factory=dict)
    removed: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    row: int | None = None


@dataclass(frozen=True)
class Refusal:
    """A row of a file that is not read, and why."""

    row: int
    reason: str


def read_file(path: Path, kind: str) -> Iterator[Raw | Refusal]:
    """The articles of a file in one of the formats of finding.SUFFIXES; raises Refused where the file is of no use."""
    readers = {"text": _read_text, "markdown": _read_markdown, "page": _read_page, "jsonl": _read_jsonl}
    readers |= {"csv": _read_csv, "parquet": _read_parquet}
    try:
        yield from readers[kind](path)
    except OSError as error:
        raise Refused(f"unreadable: {error.strerror or 'the file cannot be opened'}") from None


def _read_text(path: Path) -> Iterator[Raw]:
    refuse_large(path.stat().st_size)
    yield _plain(decode(path.read_bytes()))


def _read_markdown(path: Path) -> Iterator[Raw]:
    refuse_large(path.stat().st_size)
    text = decode(path.read_bytes()).replace("\r\n", "\n")
    fields, notes, body = _front_matter(text)
    yield _plain(body, fields, markdown=True, notes=notes)


def _read_page(path: Path) -> Iterator[Raw]:
    refuse_large(path.stat().st_size, MAX_PAGE)
    source = decode(path.read_bytes())
    page = read_page(source)
    refuse_large(sum(len(line.text) for line in page.lines))
    yield Raw(page.lines, len(source), page.fields, page.removed)


def _read_jsonl(path: Path) -> Iterator[Raw | Refusal]:
    with path.open("rb") as handle:
        wide = handle.read(2) in (b"\xff\xfe", b"\xfe\xff")
    lines = decode(path.read_bytes()).encode("utf-8").splitlines() if wide else path.open("rb")
    for row, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _from_row(row, _json_object(line))
        except Refused as refused:
            yield Refusal(row, str(refused))


def _read_csv(path: Path) -> Iterator[Raw | Refusal]:
    csv.field_size_limit(FIELD_LIMIT)
    text = decode(path.read_bytes())
    first = text.split("\n", 1)[0]
    if not first.strip():
        raise Refused(
            "empty" if not text.strip() else "no text column: the first line, which names the columns, is blank"
        )
    rows = csv.reader(text.splitlines(keepends=True), delimiter=max(",;\t", key=first.count), strict=True)
    header = [name.strip().lower() for name in next(rows)]
    _refuse_without_text(header)
    number = 0
    while True:
        number += 1
        try:
            cells = next(rows)
            if len(cells) > len(header):
                raise Refused(
                    f"broken row: {len(cells)} cells under {len(header)} columns; put text in quotation marks"
                )
            if cells:
                yield _from_row(number, dict(zip(header, cells, strict=False)))
        except StopIteration:
            return
        except csv.Error as error:
            yield Refusal(number, f"broken row: {error}")
        except Refused as refused:
            yield Refusal(number, str(refused))


def _read_parquet(path: Path) -> Iterator[Raw | Refusal]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        columns = {name.lower(): name for name in file.schema_arrow.names}
        _refuse_without_text(list(columns))
        wanted = [columns[name] for name in ("text", *FIELDS) if name in columns]
        rows = (row for batch in file.iter_batches(1000, columns=wanted) for row in batch.to_pylist())
        for number, row in enumerate(rows, 1):
            try:
                yield _from_row(number, {name.lower(): value for name, value in row.items()})
            except Refused as refused:
                yield Refusal(number, str(refused))
    except (pa.ArrowException, UnicodeDecodeError):
        raise Refused("undecodable: not a readable Parquet file") from None


def _plain(
    text: str,
    fields: dict | None = None,
    *,
    markdown: bool = False,
    notes: list[str] | None = None,
    row: int | None = None,
) -> Raw:
    stripped, removed = strip_leftovers(text, markdown=markdown)
    return Raw(cut_lines(stripped), len(text.strip()), fields or {}, removed, notes or [], row)


def _from_row(row: int, cells: dict[str, object]) -> Raw:
    """An article from a row's cells by column name; raises Refused where there is no text."""
    text = cells.get("text")
    if text is None:
        raise Refused("empty" if "text" in cells else _no_text(list(cells)))
    if not isinstance(text, str):
        raise Refused(f"no text: the value of text is {type(text).__name__}, not text")
    refuse_large(len(text))
    return _plain(text, {name: cells[name] for name in FIELDS if cells.get(name) is not None}, row=row)


def _json_object(line: bytes) -> dict[str, object]:
    refuse_large(len(line))
    try:
        value = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        place = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        raise Refused(f"broken JSON: the line cannot be read{place}") from None
    if not isinstance(value, dict):
        raise Refused("broken JSON: the line is no object with a text")
    return {name.strip().lower(): cell for name, cell in value.items()}


def _refuse_without_text(columns: list[str]) -> None:
    if "text" not in columns:
        raise Refused(_no_text(columns))


def _no_text(columns: list[str]) -> str:
    shown = ", ".join(name[:40] or "(no name)" for name in columns[:12]) + (", …" if len(columns) > 12 else "")
    return f"no text column: it has {shown or 'no columns'}; expected are text and, where known, {', '.join(FIELDS)}"


def _front_matter(text: str) -> tuple[dict[str, object], list[str], str]:
    """What a Markdown file says of itself, notes on what could not be read, and the rest of the file."""
    import yaml

    match = FRONT_MATTER.match(text)
    if not match:
        return {}, [], text
    body = text[match.end() :]
    try:
        values = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, ["front matter: broken YAML, left out; the article was read"], body
    if not isinstance(values, dict):
        return {}, [], text  # two rules around a text, not front matter
    fields = {str(name).lower(): value for name, value in values.items() if value is not None}
    if "date" in fields:
        fields.setdefault("published", fields["date"])
    return {name: fields[name] for name in FIELDS if name in fields}, [], body
