"""Where a report goes."""

import os
from glob import has_magic, iglob
from pathlib import Path

WRITTEN = ("run.json", "stories.csv")  # one of which every report has beside its index


class OutputError(ValueError):
    """A folder that a report cannot be written to; the message is one line."""


def default_output(path: str) -> Path:
    """outputs/<stem of PATH>; of a glob, the last part of the path before it that is a plain name."""
    return Path("outputs") / (_stem(path) or "report")


def check_output(path: str, output: Path) -> None:
    """Raise OutputError where pages would stand among articles, over another's page, in a file, or where none can."""
    corpus, place = Path(path), output.resolve()
    there = next(folder for folder in (output, *output.parents) if folder.exists())
    if not there.is_dir():
        raise OutputError(f"{there} is a file; give --output a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(f"{there} cannot be written to; give another --output")
    if (output / "index.html").exists() and not any((output / name).exists() for name in WRITTEN):
        raise OutputError(f"{output} has an index.html that no report wrote; give another --output")
    if corpus.is_dir() and (place == corpus.resolve() or corpus.resolve() in place.parents):
        raise OutputError(
            f"{output} lies inside {path}, where its pages would be read as articles; give another --output"
        )
    if not corpus.exists() and any(place in Path(file).resolve().parents for file in iglob(path, recursive=True)):
        raise OutputError(f"{path} would read files in {output} as articles; give another --output")


def _stem(path: str) -> str:
    plain = Path(path)
    while has_magic(plain.name):
        plain = plain.parent
    if plain.name in ("", ".."):
        plain = plain.resolve()
    return plain.name if plain.is_dir() else plain.stem
