"""Parallax: how several sources tell one news story."""

__version__ = "0.1.0"

_HOMES = {"Story": "analysis.story", "read_corpus": "analysis.corpus"}


_PARTS = ("attribution", "comparison", "corpus", "figures", "framing", "language", "sentiment")


def __getattr__(name: str):
    """Load Story, read_corpus and the analyses when first asked for: importing the package loads nothing heavy."""
    from importlib import import_module

    if name in _PARTS:
        return import_module(f"analysis.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
