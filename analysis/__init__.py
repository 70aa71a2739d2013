"""Parallax: how several sources tell one news story."""

__version__ = "0.1.0"

_HOMES = {"Story": "analysis.story", "read_corpus": "analysis.corpus"}


def __getattr__(name: str):
    """Load Story and read_corpus when first asked for, so that importing the package loads nothing heavy."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
