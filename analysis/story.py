"""A story: its articles, and every table about them, made when first asked for and kept on disk."""

import functools
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from sys import version_info
from typing import TYPE_CHECKING

from analysis import tables

if TYPE_CHECKING:
    import pandas as pd

LIBRARIES = ("nltk", "numpy", "pandas", "pyarrow", "scikit-learn", "trafilatura", "py3langid")


class Story:
    """The articles of one story and their tables, each an attribute: `story.articles`, `story.claims` …

    Columns, units and meanings of every table are in analysis/tables.csv.
    """

    def __init__(self, open_corpus: Callable[[], "dict[str, pd.DataFrame]"], key: str, kept: Path):
        self.key = key
        self._open_corpus = functools.cache(open_corpus)
        self._kept = kept
        self._tables: dict[str, pd.DataFrame] = {}

    @classmethod
    def open(cls, path, *, articles: list[str] | None = None, language: str = "en", cache=None) -> "Story":
        """Open the articles at path: a folder, a file or a glob.

        Keeps the tables below cache (default: $PARALLAX_CACHE, else ~/.cache/parallax), under a key made of the
        files' bytes, the options, this package's files and the libraries' versions. A relative path counts from
        $PARALLAX_FROM where that is set. Raises CorpusError where path gives no usable article.
        """
        place = Path(os.environ.get("PARALLAX_FROM", ".")) / path

        def open_corpus():
            from analysis.corpus import read_corpus

            return vars(read_corpus(place, articles=articles, language=language))

        folder = Path(cache or os.environ.get("PARALLAX_CACHE") or Path.home() / ".cache" / "parallax")
        key = _key(place, {"path": Path(path).name, "articles": articles, "language": language})
        story = cls(open_corpus, key, folder / key)
        story.articles  # noqa: B018  a corpus without a usable article is refused here, not at the first table
        return story

    def __getattr__(self, name: str) -> "pd.DataFrame":
        if name not in BUILDERS:
            raise AttributeError(f"a story has no table {name!r}; it has {', '.join(BUILDERS)}")
        if name not in self._tables:
            path = self._kept / f"{name}.parquet"
            self._tables[name] = tables.read_parquet(name, path) if path.exists() else self._build(name)
        return self._tables[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *BUILDERS]

    def annotate(self) -> "dict[str, pd.DataFrame]":
        """Every table, by name."""
        return {name: getattr(self, name) for name in BUILDERS}

    def _build(self, name: str) -> "pd.DataFrame":
        frame = BUILDERS[name](self)
        self._kept.mkdir(parents=True, exist_ok=True)
        # Kernels that open one story side by side may write the same table: each writes its own file, then renames it.
        handle, written = tempfile.mkstemp(dir=self._kept)
        os.close(handle)
        tables.write_parquet(name, frame, Path(written))
        os.replace(written, self._kept / f"{name}.parquet")
        return frame


def _sentences(story: Story) -> "pd.DataFrame":
    from analysis import language

    rows = [row for article in story.articles.to_dict("records") for row in language.of_article(article)]
    return tables.table("sentences", rows)


def _matches(story: Story) -> "pd.DataFrame":
    from analysis import comparison

    return comparison.matches(story.sentences)


def _likeness(story: Story) -> "pd.DataFrame":
    from analysis import comparison

    return comparison.likeness(story.sentences)


def _claims(story: Story) -> "pd.DataFrame":
    from analysis import comparison

    return comparison.claims(story.sentences, story.matches)


def _coverage(story: Story) -> "pd.DataFrame":
    from analysis import comparison

    return comparison.coverage(story.claims, story.articles)


BUILDERS: dict[str, Callable[[Story], "pd.DataFrame"]] = {
    "articles": lambda story: story._open_corpus()["articles"],
    "provenance": lambda story: story._open_corpus()["provenance"],
    "removed": lambda story: story._open_corpus()["removed"],
    "rejected": lambda story: story._open_corpus()["rejected"],
    "sentences": _sentences,
    "matches": _matches,
    "likeness": _likeness,
    "claims": _claims,
    "coverage": _coverage,
}


def _key(place: Path, options: dict) -> str:
    """What the tables depend on, as one word: the same for the same files wherever they lie."""
    from analysis.corpus.finding import find_files

    package = Path(__file__).parent
    found = find_files(str(place))
    files = [(file.file, file.path) for file in found.files] + [(name, path) for path, name in found.sources]
    files += [
        (path.relative_to(package).as_posix(), path)
        for path in sorted(package.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]
    libraries = [version(name) for name in LIBRARIES]
    digest = hashlib.sha256(json.dumps([options, found.refused, version_info[:3], libraries]).encode())
    for name, path in files:
        content = _content(path)
        digest.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape") + content)
    return digest.hexdigest()[:24]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # the corpus lists it as refused; its name is in the key all the same
        return b""
