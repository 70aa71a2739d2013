"""Which files a path means, what they are called, and which of them are no articles."""

import glob
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from analysis.corpus.refusals import NoArticles

SUFFIXES = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
SUFFIXES |= {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet"}
SOURCES = "sources.csv"


@dataclass(frozen=True)
class Found:
    """A file to read: where it lies, its name in tables (relative, with /), its format, its article's identifier."""

    path: Path
    file: str
    format: str
    article: str

    def names(self, row: int | None = None) -> set[str]:
        """What sources.csv and users may call the article: identifier, path, path without suffix, stem where unique."""
        path = PurePosixPath(self.file)
        names = {self.article, self.file, path.with_suffix("").as_posix()}
        if self.article == path.stem:
            names |= {(folder / path.stem).as_posix() for folder in path.parents}
        return {f"{name}#{row}" for name in names} if row else names


@dataclass(frozen=True)
class Findings:
    """Files to read in order, the sources.csv files (path and name), and (file, reason) of what is not read."""

    files: tuple[Found, ...]
    sources: tuple[tuple[Path, str], ...]
    refused: tuple[tuple[str, str], ...]
    whole_folder: bool


def find_files(path: str) -> Findings:
    """The files that a folder (recursively), a file or a glob pattern means; raises NoArticles where there is none."""
    here = Path(path)
    if here.is_dir():
        files, refused = _walk(here)
        return _sort_out(here, files, refused, whole_folder=True)
    if here.exists():
        return _sort_out(here.parent, [here], [], whole_folder=False)
    if not glob.has_magic(path):
        raise NoArticles(f"{path} does not exist; give a folder, a file or a pattern such as 'articles/*.txt'")
    matched = [Path(name) for name in glob.glob(path, recursive=True)]
    if not matched:
        raise NoArticles(f"no file matches {path}; give a folder, a file or a pattern such as 'articles/*.txt'")
    root = _fixed_part(path)
    folders = [
        (_name(folder, root), "folder: a pattern reads files; end it in /**") for folder in matched if folder.is_dir()
    ]
    files = [file for file in matched if not file.is_dir()]
    return _sort_out(root, files, [] if files and "**" in path else folders, whole_folder=False)


def _walk(root: Path) -> tuple[list[Path], list[tuple[str, str]]]:
    """Every file below a folder; hidden files and folders are refused, not entered."""
    files, refused = [], []

    def unreadable(error: OSError) -> None:
        refused.append((_name(Path(error.filename), root), "unreadable: the folder cannot be opened"))

    for folder, subfolders, names in os.walk(root, onerror=unreadable):
        here = Path(folder)
        hidden = [name for name in [*subfolders, *names] if name.startswith(".")]
        refused += [
            (_name(here / name, root), "hidden: files and folders that start with a dot are not read")
            for name in hidden
        ]
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        linked = [name for name in subfolders if (here / name).is_symlink()]
        refused += [(_name(here / name, root), "link: linked folders are not entered") for name in linked]
        files += [here / name for name in names if not name.startswith(".")]
    return files, refused


def _sort_out(root: Path, paths: Iterable[Path], refused: list[tuple[str, str]], *, whole_folder: bool) -> Findings:
    named = sorted((_name(path, root), path) for path in paths)
    folders = {root, *(path.parent for path in paths)}
    sources = sorted(
        (_name(folder / SOURCES, root), folder / SOURCES) for folder in folders if (folder / SOURCES).is_file()
    )
    kept = []
    for file, path in named:
        if path.name.lower() == SOURCES:
            continue
        reason = _reason_against(path, whole_folder)
        if reason:
            refused.append((file, reason))
        else:
            kept.append((file, path))
    identifiers = _identifiers([file for file, _ in kept])
    files = [Found(path, file, SUFFIXES[path.suffix.lower()], identifiers[file]) for file, path in kept]
    return Findings(tuple(files), tuple((path, name) for name, path in sources), tuple(refused), whole_folder)


def _reason_against(path: Path, whole_folder: bool) -> str | None:
    if whole_folder and path.stem.lower() == "readme":
        return "README: describes the folder, not read as an article"
    if path.suffix.lower() not in SUFFIXES:
        return f"unknown file type: {path.suffix or 'no suffix'}; read are {', '.join(SUFFIXES)}"
    if path.is_file():
        return None
    return "unreadable: not a regular file" if path.exists() else "unreadable: a link to nowhere"


def _identifiers(files: list[str]) -> dict[str, str]:
    """The stem of each file; its path without suffix where stems clash; its whole path where those clash too."""
    shapes = (lambda name: PurePosixPath(name).stem, lambda name: PurePosixPath(name).with_suffix("").as_posix())
    whole, named, left = set(files), {}, files
    for shape in shapes:
        counts = Counter(shape(file) for file in files)
        named |= {file: shape(file) for file in left if counts[shape(file)] == 1 and shape(file) not in whole}
        left = [file for file in left if file not in named]
    return named | {file: file for file in left}


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:fixed])


def _name(path: Path, root: Path) -> str:
    """The path relative to the corpus; bytes that are no UTF-8 become replacement signs: tables hold text."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", errors="replace")
