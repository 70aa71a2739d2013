"""What of an executed notebook changes from run to run or machine to machine, taken out."""

import re
import sys
import sysconfig
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.report.parameters import PYTHON

if TYPE_CHECKING:
    from nbformat import NotebookNode

_LANGUAGE = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python", "pygments_lexer": "ipython3"}
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]+")
_CELL_FILE = re.compile(r"(?:/[^\s:'\"<>]*)?/ipykernel_\d+/\d+\.py|(?<=\()\d{5,}\.py(?=, line \d)")


def fix_ids(notebook: "NotebookNode") -> None:
    """Give cells without an id, or with a repeated one, an id made of their place."""
    used = set()
    for place, cell in enumerate(notebook.cells):
        if notebook.nbformat_minor < 5 or cell.get("id") in used | {None, ""}:
            cell["id"] = f"cell-{place}"
        used.add(cell["id"])
    notebook.nbformat_minor = max(notebook.nbformat_minor, 5)


def clean(notebook: "NotebookNode", roots: list[Path]) -> "NotebookNode":
    """The notebook without run metadata, in place: times, kernel, widgets, colours and addresses in texts.

    Paths under the roots, the interpreter and the home folder are cut to what follows them.
    HTML and pictures are left alone: they are the notebook's own words.
    """
    from nbformat import from_dict

    notebook.metadata = from_dict({**PYTHON, "language_info": _LANGUAGE})
    for cell in notebook.cells:
        for run in ("papermill", "execution"):
            cell.metadata.pop(run, None)
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = "parameters-given"
        for output in cell.get("outputs", []):
            _clean_output(output, roots)
    return notebook


def _clean_output(output: "NotebookNode", roots: list[Path]) -> None:
    if output.output_type == "stream":
        output.text = clean_text(output.text, roots)
    elif output.output_type == "error":
        output.evalue = clean_text(output.evalue, roots)
        output.traceback = [clean_text(line, roots) for line in output.traceback]
    elif isinstance(output.get("data", {}).get("text/plain"), str):
        output.data["text/plain"] = clean_text(output.data["text/plain"], roots)


def clean_text(text: str, roots: list[Path]) -> str:
    """The text without terminal colours, memory addresses and the machine's part of paths."""
    text = _ADDRESS.sub("at 0x…", _ANSI.sub("", text))
    text = _CELL_FILE.sub("cell", text)
    return _paths(tuple(roots)).sub(lambda found: "" if found[0].endswith("/") else ".", text)


@cache
def _paths(roots: tuple[Path, ...]) -> re.Pattern:
    """Any folder of the machine, with the slash that follows, the longest first; from ~ too, as IPython writes it."""
    library = sysconfig.get_paths()
    known = {*map(str, roots), *(library[name] for name in ("stdlib", "platstdlib", "purelib", "platlib"))}
    known |= {sys.prefix, sys.base_prefix, str(Path.home())}
    known |= {str(Path(name).resolve()) for name in known}
    home = str(Path.home())
    known |= {"~" + name[len(home) :] for name in known if name.startswith(home + "/")}
    folders = sorted((name for name in known if len(Path(name).parts) > 1), key=lambda name: (-len(name), name))
    return re.compile("(?<![\\w/.~-])(?:" + "|".join(map(re.escape, folders)) + r")(?:/|(?![\w.-]))")
