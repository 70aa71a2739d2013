"""A story: its articles, and every table about them, made when first asked for and kept on disk."""

import functools
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from sys import version_info
from typing import TYPE_CHECKING

from analysis import tables

if TYPE_CHECKING:
    import pandas as pd

Builder = Callable[["Story"], "pd.DataFrame | list[dict]"]
LIBRARIES = (
    "babel",
    "nltk",
    "numpy",
    "pandas",
    "pint",
    "pyarrow",
    "scikit-learn",
    "trafilatura",
    "py3langid",
    "vaderSentiment",
)


class StoryError(ValueError):
    """A story that the articles do not have; the message is one line that says what exists."""


@dataclass(frozen=True)
class Options:
    """What a user may say beside the articles: other forms of names, a codebook (name or path), a Dask cluster."""

    aliases: dict[str, list[str]] | None = None
    codebook: str | None = None
    scheduler: str | None = None


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
        self._open_corpus = functools.cache(open_corpus)
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
        where that is set. Raises CorpusError where path gives no usable article, StoryError for a story there is not.
        """
        place = Path(os.environ.get("PARALLAX_FROM", ".")) / path
        articles = articles or None

        def open_corpus():
            from analysis.corpus import read_corpus

            return _grouped(vars(read_corpus(place, articles=articles, language=language)), one=bool(articles))

        folder = Path(cache or os.environ.get("PARALLAX_CACHE") or Path.home() / ".cache" / "parallax")
        options = Options(aliases or None, _readable(codebook), scheduler)
        given = {"path": Path(path).name, "articles": articles, "language": language}
        opened = cls(open_corpus, options, _key(place, given, options), folder)
        opened.articles  # noqa: B018  a corpus without a usable article is refused here, not at the first table
        return opened._numbered(story) if story else opened

    @functools.cached_property
    def stories(self) -> "list[Story]":
        """The stories that the articles tell, largest first; of one story, itself."""
        numbers = sorted(set(self.articles["story"]))
        return [self] if len(numbers) == 1 else [self._one(int(number)) for number in numbers]

    def __getattr__(self, name: str) -> "pd.DataFrame":
        if name not in BUILDERS:
            raise AttributeError(f"a story has no table {name!r}; it has {', '.join(BUILDERS)}")
        if name not in self._tables:
            path = self._kept / f"{name}.parquet"
            self._tables[name] = tables.read_parquet(name, path) if path.exists() else self._make(name)
        return self._tables[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *BUILDERS]

    def annotate(self) -> "dict[str, pd.DataFrame]":
        """Every table, by name."""
        return {name: getattr(self, name) for name in BUILDERS}

    @property
    def _kept(self) -> Path:
        return self._cache / self.key

    @functools.cached_property
    def _annotated(self) -> dict[str, list[dict]]:
        """The rows of the article stage, by table."""
        from analysis.annotation import annotate

        rows: dict[str, list[dict]] = {}
        articles = self.articles.to_dict("records")
        codebook, scheduler = self._options.codebook, self._options.scheduler
        kept = self._cache / "articles.sqlite"
        for article in annotate(articles, codebook, kept, _version(codebook), scheduler):
            for name, found in article.items():
                rows.setdefault(name, []).extend(found)
        return rows

    @functools.cached_property
    def _named(self) -> "tuple[pd.DataFrame, pd.DataFrame]":
        """Tables `names` and `mentions`, which are found together."""
        from analysis.language import find_names

        return find_names(self.sentences, self._options.aliases)

    def _make(self, name: str) -> "pd.DataFrame":
        if name in STORY_STAGE and len(self.stories) > 1:
            frame = _stacked(name, self.stories)
        else:
            frame = tables.table(name, BUILDERS[name](self))
        self._kept.mkdir(parents=True, exist_ok=True)
        # Kernels that open one story side by side may write the same table: each writes its own file, then renames it.
        handle, written = tempfile.mkstemp(dir=self._kept)
        os.close(handle)
        tables.write_parquet(name, frame, Path(written))
        os.replace(written, self._kept / f"{name}.parquet")
        return frame

    def _numbered(self, number: int) -> "Story":
        known = {story.articles["story"].iloc[0]: story for story in self.stories}
        if number not in known:
            raise StoryError(f"no story {number}; there are {len(known)}, counted from 1")
        return known[number]

    def _one(self, number: int) -> "Story":
        """The story of a number, whose files lie below those of the whole."""

        def open_corpus():
            ours = self.articles[self.articles["story"] == number]
            of_ours = {name: getattr(self, name) for name in CORPUS if name != "articles"}
            return {"articles": ours} | {
                name: frame[frame["article"].isin(ours["article"])] if "article" in frame else frame
                for name, frame in of_ours.items()
            }

        return Story(open_corpus, self._options, f"{self.key}/{number}", self._cache, number)


def _corpus(name: str) -> Builder:
    return lambda story: story._open_corpus()[name]


def _annotated(name: str) -> Builder:
    return lambda story: story._annotated.get(name, [])


def _from(call: str, *needed: str) -> Builder:
    """What a function of the package, named from below `analysis`, makes of these tables of the story.

    It is imported only when called: a kernel that finds every table on disk imports none of the analyses.
    """
    module, function = call.rsplit(".", 1)
    return lambda story: getattr(import_module(f"analysis.{module}"), function)(
        *(getattr(story, name) for name in needed)
    )


def _attributions(story: Story) -> "pd.DataFrame":
    from analysis.attribution import of_story

    as_written = tables.table("attributions", story._annotated.get("attributions", []))
    return of_story(as_written, story.sentences, story.names, story.mentions)


def _figures(story: Story) -> "pd.DataFrame":
    from analysis.figures import of_story

    as_written = tables.table("figures", story._annotated.get("figures", []))
    return of_story(as_written, story.sentences, story.mentions, story.attributions, story.names)


def _target_mentions(story: Story) -> "pd.DataFrame":
    from analysis.sentiment import leading_names, target_mentions

    return target_mentions(story.sentences, story.mentions, story.tone, leading_names(story.names))


CORPUS = ("articles", "provenance", "removed", "rejected")
ANNOTATED = ("sentences", "tone", "frames", "hedges", "loaded")
ARTICLE_STAGE: dict[str, Builder] = {name: _annotated(name) for name in ANNOTATED}
STORY_STAGE: dict[str, Builder] = {
    "names": lambda story: story._named[0],
    "mentions": lambda story: story._named[1],
    "attributions": _attributions,
    "figures": _figures,
    "ledger": _from("figures.ledger", "figures", "sentences", "attributions"),
    "nearly_joined": _from("figures.nearly_joined", "figures", "sentences"),
    "origins": _from("attribution.origins", "attributions", "articles", "removed"),
    "matches": _from("comparison.matches", "sentences"),
    "likeness": _from("comparison.likeness", "sentences"),
    "claims": _from("comparison.claims", "sentences", "matches"),
    "coverage": _from("comparison.coverage", "claims", "articles"),
    "differences": _from("comparison.differences", "sentences", "matches", "attributions", "figures", "ledger"),
    "passages": _from("comparison.passages", "articles"),
    "reuse": _from("comparison.reuse", "passages", "articles"),
    "target_mentions": _target_mentions,
    "target_tone": _from("sentiment.target_tone_by_article", "target_mentions"),
    "vocabulary": _from("framing.vocabulary", "sentences"),
}
BUILDERS: dict[str, Builder] = {name: _corpus(name) for name in CORPUS} | ARTICLE_STAGE | STORY_STAGE

NUMBERS = {
    "claim": ("claims", "claim"),
    "difference": ("differences", "difference"),
    "fact": ("ledger", "fact"),
    "part_of": ("ledger", "fact"),
    "passage": ("passages", "passage"),
}  # columns that count within a story, with the table and column of what they count


def _stacked(name: str, stories: list[Story]) -> "pd.DataFrame":
    """The table of every story, one below the other; what a story counts goes on counting in the next."""
    import pandas as pd

    past = dict.fromkeys(NUMBERS, 0)
    frames = []
    for story in stories:
        frame = getattr(story, name)
        counted = [column for column in NUMBERS if column in frame]
        frames.append(frame.assign(**{column: frame[column] + past[column] for column in counted}))
        for column in counted:
            of, numbered = NUMBERS[column]
            past[column] += getattr(story, of)[numbered].nunique()
    return pd.concat(frames, ignore_index=True)


def _grouped(corpus: "dict[str, pd.DataFrame]", one: bool) -> "dict[str, pd.DataFrame]":
    """The tables of a corpus with articles numbered by story, and lettered within each in reading order."""
    from analysis.comparison import group_by_story
    from analysis.corpus import letter

    articles = corpus["articles"]
    if one or len(articles) == 1:
        return corpus
    group = group_by_story(list(articles["text"]), list(articles["published"].astype(object)))
    story = articles["story"] - 1 + group + 1
    place = story.groupby(story).cumcount()
    return corpus | {"articles": articles.assign(story=story, letter=[letter(number) for number in place])}


def _readable(codebook: str | None) -> str | None:
    """A codebook's name, or its path, which counts from $PARALLAX_FROM as that of a corpus does."""
    path = Path(os.environ.get("PARALLAX_FROM", "."), codebook or "")
    return str(path) if codebook and path.is_file() else codebook


def _key(place: Path, given: dict, options: Options) -> str:
    """What the tables depend on, as one word: the same for the same files wherever they lie."""
    from analysis.corpus.finding import find_files

    found = find_files(str(place))
    files = [(file.file, file.path) for file in found.files] + [(name, path) for path, name in found.sources]
    version = _version(options.codebook)
    digest = hashlib.sha256(json.dumps([given, options.aliases, found.refused, version]).encode())
    for name, path in files:
        content = _content(path)
        digest.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape") + content)
    return digest.hexdigest()[:24]


@functools.cache
def _version(codebook: str | None) -> str:
    """What an annotation depends on beside the article: Python, the libraries, this package's files, the codebook."""
    package = Path(__file__).parent
    digest = hashlib.sha256(json.dumps([version_info[:3], [version(name) for name in LIBRARIES]]).encode())
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    digest.update((codebook or "").encode() if not Path(codebook or "").is_file() else _content(Path(codebook)))
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # the corpus lists it as refused; its name is in the key all the same
        return b""
