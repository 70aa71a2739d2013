"""What the tables of a story depend on, as a key: the same for the same articles and options, wherever they lie."""

import functools
import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from sys import version_info

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


@dataclass(frozen=True)
class Options:
    """What a user may say beside the articles: other forms of names, a codebook (name or path), a Dask cluster."""

    aliases: dict[str, list[str]] | None = None
    codebook: str | None = None
    scheduler: str | None = None


def key_of(place: Path, given: dict, options: Options) -> str:
    """What the tables depend on, as one word: the same for the same files wherever they lie."""
    from analysis.corpus.finding import find_files

    found = find_files(str(place))
    files = [(file.file, file.path) for file in found.files] + [(name, path) for path, name in found.sources]
    depends = version_of(options.codebook)
    digest = hashlib.sha256(json.dumps([given, options.aliases, found.refused, depends]).encode())
    for name, path in files:
        content = _content(path)
        digest.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape") + content)
    return digest.hexdigest()[:24]


@functools.cache
def version_of(codebook: str | None) -> str:
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
