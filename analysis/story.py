"""A story: its articles, and every table about them, made when first asked for and kept on disk."""

import functools
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import tables
from analysis.keys import Options, key_of, version_of
from analysis.making import BUILDERS, CORPUS, stacked

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


class StoryError(ValueError):
    """A story that the articles do not have, or aliases of no use; the message is one line that says what is."""


class Story:
    """The articles of one story and their tables, each an attribute: `story.articles`, `story.claims` …

    Articles of several stories may stand in one folder: then `stories` are the stories, largest first, each a Story of
    its own, and the tables of the whole are theirs one below the other. Columns, units and meanings of every table are
    in analysis/tables.csv.
    """

    def __init__(
        self,
        open_corpus: "Callable[[], dict[str, pd.DataFrame]]",
        options: Options,
        key: str,
        cache: Path,
        number: int | None = None,
    ):
        self.key = key
        self.number = number  # which of several stories; None for an only one, and for the whole of several
        self.corpus = functools.cache(open_corpus)
        self._options = options
        self._cache = cache
        self._tables: dict[str, pd.DataFrame] = {}

    @classmethod
    def open(
        cls,
        path,
        *,
        articles: list[str] | None = None,
        language: str = "en",
        aliases: dict[str, list[str]] | None = None,
        codebook: str | None = None,
        scheduler: str | None = None,
        story: int | None = None,
        cache=None,
    ) -> "Story":
        """Open the articles at path: a folder, a file or a glob; of several stories, the one with the number `story`.

        articles: stems to keep, which are then taken for one story. aliases: other forms of names, by name. codebook: a
        name or file of frames, beside those that ship. scheduler: address of a Dask cluster for the article stage.
        Empty counts as not given.
        Keeps the tables below cache (default: $PARALLAX_CACHE, else ~/.cache/parallax), under a key made of the files'
        bytes, the options, this package's files and the libraries' versions. A relative path counts from $PARALLAX_FROM
        where that is set. Raises CorpusError where path gives no usable article, CodebookError for a codebook that
        cannot be used, StoryError for a story there is not, and for aliases that are no lists of words.
        """
        place = Path(os.environ.get("PARALLAX_FROM", ".")) / path
        articles, language = articles or None, language or "en"

        folder = Path(cache or os.environ.get("PARALLAX_CACHE") or Path.home() / ".cache" / "parallax")
        options = Options(_forms(aliases), _checked(codebook), scheduler)

        def open_corpus():
            from analysis.corpus import no_articles, read_corpus

            corpus = vars(read_corpus(place, articles=articles, language=language))
            corpus = _analysed(corpus, _annotated(corpus["articles"], options, folder))
            if corpus["articles"].empty:
                raise no_articles(str(place), list(corpus["rejected"]["reason"]))
            return _grouped(corpus, one=bool(articles))

        given = {"path": Path(path).name, "articles": articles, "language": language}
        opened = cls(open_corpus, options, key_of(place, given, options), folder)
        if story and opened._one(story)._file("articles").exists():
            return opened._one(story)  # without a look at the articles of all others
        opened.articles  # noqa: B018  a corpus without a usable article is refused here, not at the first table
        return opened if story is None else opened.numbered(story)

    @functools.cached_property
    def stories(self) -> "list[Story]":
        """The stories that the articles tell, largest first; of one story, itself."""
        return list(self._each()) if self._several else [self]

    def numbered(self, number: int) -> "Story":
        """The story of a number, from 1. Raises StoryError where there are fewer."""
        if not 1 <= number <= len(self.stories):
            raise StoryError(f"no story {number}; there are {len(self.stories)}, counted from 1")
        return self.stories[number - 1]

    def __getattr__(self, name: str) -> "pd.DataFrame":
        if name not in BUILDERS:
            raise AttributeError(f"a story has no table {name!r}; it has {', '.join(BUILDERS)}")
        if name not in self._tables:
            kept = self._file(name)
            made = tables.read_parquet(name, kept) if kept.exists() else self._keep(name, self._make(name))
            self._tables[name] = made
        return self._tables[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *BUILDERS]

    def annotate(self) -> "dict[str, pd.DataFrame]":
        """Every table, by name."""
        if self._several:
            missing = [name for name in BUILDERS if name not in CORPUS and not self._file(name).exists()]
            for name, frame in stacked(missing, self._each()).items() if missing else ():
                self._tables[name] = self._keep(name, frame)
        return {name: getattr(self, name) for name in BUILDERS}

    @property
    def _kept(self) -> Path:
        return self._cache / self.key

    @functools.cached_property
    def annotated(self) -> dict[str, list[dict]]:
        """The rows of the article stage, by table."""
        rows: dict[str, list[dict]] = {}
        for article in _annotated(self.articles, self._options, self._cache):
            for name, found in article.items():
                rows.setdefault(name, []).extend(found)
        return rows

    @functools.cached_property
    def named(self) -> "tuple[pd.DataFrame, pd.DataFrame]":
        """Tables `names` and `mentions`, which are found together."""
        from analysis.language import find_names

        return find_names(self.sentences, self._options.aliases)

    def _make(self, name: str) -> "pd.DataFrame":
        if name not in CORPUS and self._several:
            return stacked([name], self._each())[name]
        return tables.table(name, BUILDERS[name](self))

    def _file(self, name: str) -> Path:
        return self._kept / f"{name}.parquet"

    def _keep(self, name: str, frame: "pd.DataFrame") -> "pd.DataFrame":
        self._kept.mkdir(parents=True, exist_ok=True)
        # Kernels that open one story side by side may write the same table: each writes its own file, then renames it.
        handle, written = tempfile.mkstemp(dir=self._kept)
        os.close(handle)
        tables.write_parquet(name, frame, Path(written))
        os.replace(written, self._file(name))
        return frame

    @functools.cached_property
    def _several(self) -> bool:
        return self.articles["story"].nunique() > 1

    def _each(self) -> "Iterator[Story]":
        """Each of several stories, largest first, held by nobody but the caller."""
        return map(self._one, sorted(map(int, set(self.articles["story"]))))

    @functools.cached_property
    def _rows(self) -> "dict[str, dict[int, np.ndarray]]":
        """Where the rows of each story stand in the tables of the corpus; what was refused belongs to none."""
        number = self.articles.set_index("article")["story"]
        frames = {name: getattr(self, name) for name in CORPUS if name != "rejected"}
        return {name: frame.groupby(frame["article"].map(number)).indices for name, frame in frames.items()}

    def _one(self, number: int) -> "Story":
        """The story of a number, whose files lie below those of the whole."""

        def open_corpus():
            cut = {name: getattr(self, name).iloc[rows.get(number, [])] for name, rows in self._rows.items()}
            return cut | {"rejected": self.rejected}

        return Story(open_corpus, self._options, f"{self.key}/{number}", self._cache, number)


def _forms(aliases: dict[str, list[str]] | None) -> dict[str, list[str]] | None:
    """The other forms of names, each a list of texts under a name."""
    for name, forms in (aliases or {}).items():
        if not isinstance(name, str) or not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
            raise StoryError(f"aliases of {name!r} are no list of its other forms; e.g. {{Sam Altman: [Altman]}}")
    return aliases or None


def _checked(codebook: str | None) -> str | None:
    """The name or path of a codebook that can be read; a path counts from $PARALLAX_FROM, as that of a corpus does."""
    if not codebook:
        return None
    from analysis.framing import load_codebook

    path = Path(os.environ.get("PARALLAX_FROM", "."), codebook)
    name = str(path) if path.is_file() else codebook
    load_codebook(name)
    return name


def _annotated(articles: "pd.DataFrame", options: Options, cache: Path) -> "Iterator[dict[str, list[dict]]]":
    """The rows of the article stage, article by article."""
    from analysis.annotation import annotate

    kept, version = cache / "articles.sqlite", version_of(options.codebook)
    return annotate(articles.to_dict("records"), options.codebook, kept, version, options.scheduler)


def _analysed(
    corpus: "dict[str, pd.DataFrame]", annotated: "Iterator[dict[str, list[dict]]]"
) -> "dict[str, pd.DataFrame]":
    """The tables of a corpus, those articles refused that an analysis failed on."""
    import pandas as pd

    from analysis.corpus import letter

    articles = corpus["articles"]
    failed = [rows.get("rejected", []) for rows in annotated]
    refused = [{"file": file} | row for file, found in zip(articles["file"], failed, strict=True) for row in found]
    if not refused:
        return corpus
    articles = articles[[not found for found in failed]].reset_index(drop=True)
    articles = articles.assign(letter=[letter(number) for number in range(len(articles))])
    rejected = pd.concat([corpus["rejected"], tables.table("rejected", refused)])
    about = {name: corpus[name] for name in ("provenance", "removed")}
    about = {name: frame[frame["article"].isin(articles["article"])] for name, frame in about.items()}
    return {"articles": articles, **about, "rejected": rejected}


def _grouped(corpus: "dict[str, pd.DataFrame]", one: bool) -> "dict[str, pd.DataFrame]":
    """The tables of a corpus with articles numbered by story, and lettered within each in reading order."""
    import pandas as pd

    from analysis.comparison import group_by_story
    from analysis.corpus import labelled_by_story, letter

    articles = corpus["articles"]
    if one or len(articles) == 1:
        return corpus
    group = group_by_story(list(articles["text"]), list(articles["published"].astype(object)))
    story = pd.Series(group, articles.index, "Int64") + 1
    place = story.groupby(story).cumcount()
    articles = articles.assign(story=story, letter=[letter(number) for number in place])
    articles, provenance = labelled_by_story(articles, corpus["provenance"])
    return corpus | {"articles": articles, "provenance": provenance}
