"""The parameters that notebooks declare, and the values a user gives them."""

import ast
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbformat import NotebookNode

TYPES = {"str": str, "int": int, "float": float, "bool": bool, "list": list, "dict": dict}
CORPUS = "corpus"  # set by the runner in every notebook that declares it
PYTHON = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


@dataclass(frozen=True)
class Parameter:
    """A line of a parameters cell: its name, type (a key of TYPES), default and comment."""

    name: str
    type: str
    default: Any
    comment: str


class ParameterError(ValueError):
    """A parameter that cannot be taken as given; the message is one line that says what exists."""


class NotebookError(ValueError):
    """A notebook that cannot be read, or whose parameters cell breaks the rules; the message is one line."""


def read_notebook(path: Path) -> "NotebookNode":
    """The notebook in format 4, with Python's kernel named in it. Raises NotebookError."""
    import nbformat

    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        notebook.metadata.update(nbformat.from_dict(PYTHON))
        nbformat.validate(notebook, relax_add_props=True)
    except (OSError, UnicodeDecodeError) as problem:
        raise NotebookError(f"not readable: {type(problem).__name__}") from problem
    except Exception as problem:  # nbformat raises whatever a malformed notebook happens to break
        raise NotebookError(f"not a valid notebook: {_first_line(problem)}") from problem
    return notebook


def declared(path: Path) -> dict[str, Parameter]:
    """The parameters of a notebook by name, as papermill finds them in its cell tagged `parameters`.

    Papermill skips what it does not understand without a word; here every line must be seen: NAME: TYPE = DEFAULT with
    a literal default of that type and a comment. Raises NotebookError, naming the line, for anything else.
    """
    from papermill import inspect_notebook

    logging.getLogger("papermill").addHandler(logging.NullHandler())  # what it warns of is refused below
    notebook = read_notebook(path)
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if not cells:
        return {}
    if len(cells) > 1:
        raise NotebookError("more than one cell is tagged parameters")
    try:
        lines = ast.parse(cells[0].source).body
    except SyntaxError as problem:
        raise NotebookError(f"parameters cell, line {problem.lineno}: {problem.msg}") from problem
    seen = inspect_notebook(notebook)
    found = {}
    for line in lines:
        parameter = _parameter(line, seen)
        if parameter.name in found:
            raise NotebookError(f"parameters cell, line {line.lineno}: {parameter.name} is declared twice")
        found[parameter.name] = parameter
    return found


def _parameter(line: ast.stmt, seen: Mapping[str, Mapping]) -> Parameter:
    where = f"parameters cell, line {line.lineno}"
    match line:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id=kind), value=ast.expr() as value):
            pass
        case _:
            raise NotebookError(f"{where}: not of the form NAME: TYPE = DEFAULT  # what it does")
    if kind not in TYPES:
        raise NotebookError(f"{where}: {name} has type {kind}; use one of {', '.join(TYPES)}")
    try:
        default = ast.literal_eval(value)
        read = ast.literal_eval(seen[name]["default"]) if name in seen else None
    except (ValueError, SyntaxError) as problem:
        raise NotebookError(f"{where}: the default of {name} is not a plain value that papermill reads") from problem
    if name not in seen or seen[name]["inferred_type_name"] != kind or read != default:
        raise NotebookError(
            f"{where}: papermill does not see {name} as it stands (one “=” and no “#” but the comment's)"
        )
    if not _is(default, kind):
        raise NotebookError(f"{where}: the default of {name} is not of type {kind}")
    if not seen[name]["help"]:
        raise NotebookError(f"{where}: {name} has no comment")
    return Parameter(name, kind, default, seen[name]["help"])


def resolve(notebooks: Mapping[str, Mapping[str, Parameter]], given: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What each notebook is given, from its declared parameters and a list of NAME=VALUE.

    A name goes to the notebooks that declare it. Raises ParameterError for a name that none declares, one given twice
    and a value of the wrong type.
    """
    resolved: dict[str, dict[str, Any]] = {notebook: {} for notebook in notebooks}
    names = set()
    for text in given:
        name, sign, value = text.partition("=")
        name = name.strip()
        if not sign or not name:
            raise ParameterError(f"parameter {text!r} is not of the form NAME=VALUE")
        if name == CORPUS:
            raise ParameterError("parameter corpus is given as PATH")
        if name in names:
            raise ParameterError(f"parameter {name!r} is given twice")
        names.add(name)
        homes = [notebook for notebook, parameters in notebooks.items() if name in parameters]
        if not homes:
            raise ParameterError(_unknown(name, notebooks))
        for notebook in homes:
            resolved[notebook][name] = read_value(notebooks[notebook][name], value)
    return resolved


def read_value(parameter: Parameter, text: str) -> Any:
    """VALUE as the parameter's type: read as YAML, kept as it stands for str. Raises ParameterError.

    An int will do for a float, a bool never for an int; an int whose default is 1 or more counts something, and stays
    so; days in lists stay text.
    """
    if parameter.type == "str":
        return text
    import yaml

    try:
        value = yaml.load(text, Loader=_plain_yaml())
        if parameter.type == "float" and isinstance(value, str | int) and not isinstance(value, bool):
            value = float(value)  # 1e-3 is text in YAML 1.1
        fits = _is(value, parameter.type) and not (_counts(parameter) and value < 1)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as problem:
        raise ParameterError(_wrong(parameter, text)) from problem
    if not fits:
        raise ParameterError(_wrong(parameter, text))
    return value


def _counts(parameter: Parameter) -> bool:
    return parameter.type == "int" and (parameter.default or 0) >= 1


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool) and kind != "bool":
        return False
    return isinstance(value, TYPES[kind]) and _plain(value)


def _plain(value: Any) -> bool:
    """Whether a value is made of text, numbers, lists and dicts with text keys, which papermill writes faithfully."""
    if isinstance(value, list):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) for key in value) and all(map(_plain, value.values()))
    return value is None or isinstance(value, str | int | float)


@cache
def _plain_yaml() -> type:
    import yaml

    class PlainLoader(yaml.SafeLoader):
        """YAML whose days and times stay text."""

    PlainLoader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return PlainLoader


def _unknown(name: str, notebooks: Mapping[str, Mapping[str, Parameter]]) -> str:
    types = {parameter.name: parameter.type for declared in notebooks.values() for parameter in declared.values()}
    types.pop(CORPUS, None)
    close = get_close_matches(name, types, 1)
    hint = f" (did you mean {close[0]!r}?)" if close else ""
    exist = ", ".join(f"{known}: {types[known]}" for known in sorted(types)) or "none"
    return f"unknown parameter {name!r}{hint}; what exists: {exist}"


def _wrong(parameter: Parameter, text: str) -> str:
    example = f"e.g. {_short(repr(parameter.default))}"
    kind = f"{parameter.type}, 1 or more" if _counts(parameter) else parameter.type
    return f"parameter {parameter.name!r} takes a value of type {kind}, not {_short(text)!r}; {example}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _first_line(problem: Exception) -> str:
    lines = str(problem).strip().splitlines()
    return _short(lines[0]) if lines else type(problem).__name__
