"""Data flow one way: no part of the package imports one that stands after it, nor an analysis another analysis."""

import ast
from pathlib import Path

import pytest

import analysis

PACKAGE = Path(analysis.__file__).parent
ANALYSES = ("figures", "attribution", "comparison", "sentiment", "framing")
STORY = ("keys", "annotation", "making", "story")  # one subject in four files, which may import one another
# The parts of the package in the order in which data pass through them; those of one line do not know each other.
LAYERS = (
    ("data",),
    ("tables",),
    ("holm", "wording"),
    ("corpus",),
    ("language",),
    ANALYSES,
    STORY,
    ("evidence",),
    ("charts", "summary", "evaluation"),
    ("report",),
    ("__main__",),
)
LAYER = {part: place for place, parts in enumerate(LAYERS) for part in parts}
PARTS = sorted(
    {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")} - {"__init__"}
)


def imported(part: str) -> set[str]:
    """Other parts that the modules of a part import, also within functions and for types alone."""
    files = [*PACKAGE.glob(f"{part}.py"), *PACKAGE.glob(f"{part}/**/*.py")]
    found = set()
    for node in (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{part}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("analysis.")}
    # Story stands for the module it is loaded from; the version is nobody's.
    return {"story" if name == "Story" else name for name in found} - {part, "__version__"}


def test_every_part_has_its_place():
    assert set(PARTS) == set(LAYER)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_imports_only_what_stands_before_it(part):
    allowed = {other for other in LAYER if LAYER[other] < LAYER[part]} | (set(STORY) if part in STORY else set())
    assert imported(part) <= allowed
