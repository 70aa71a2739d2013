"""One notebook, executed by papermill in a kernel of ours, with every kind of failure found."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.report.parameters import read_notebook
from analysis.report.stable import fix_ids

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from analysis.report.kernels import Kernels

START_TIMEOUT = 120  # seconds a kernel may take to answer, on a machine that is busy with others


@dataclass(frozen=True)
class Failure:
    """Why a notebook failed: the In[] number of the cell, None if none was run, and the error in a line."""

    cell: int | None
    error: str

    def __str__(self) -> str:
        return self.error if self.cell is None else f"cell In[{self.cell}]: {self.error}"


def execute(
    path: Path, parameters: dict[str, Any], kernels: "Kernels", timeout: int
) -> "tuple[NotebookNode, Failure | None]":
    """The notebook at the path, executed, with as many outputs as there are, and what failed: None if nothing did.

    The timeout, in seconds, is for each cell. What papermill takes for success is a failure here: a cell that ends its
    interpreter, or one that does not end. The cell that failed shows its error.
    """
    with kernels.one() as kernel:  # starts while papermill is imported
        from nbclient.exceptions import CellTimeoutError, DeadKernelError
        from papermill.engines import papermill_engines
        from papermill.iorw import load_notebook_node
        from papermill.parameterize import parameterize_notebook

        logging.getLogger("papermill").addHandler(logging.NullHandler())  # failures are told once, by us
        notebook = read_notebook(path)
        fix_ids(notebook)
        notebook = load_notebook_node(notebook)
        if parameters:
            notebook = parameterize_notebook(notebook, parameters, kernel_name="python3", language="python")
        stopped, running = None, []
        try:
            papermill_engines.execute_notebook_with_engine(
                None,
                notebook,
                "python3",
                progress_bar=False,
                km=kernel,
                execution_timeout=timeout,
                iopub_timeout=timeout,
                start_timeout=START_TIMEOUT,
                record_timing=False,
                store_widget_state=False,
                coalesce_streams=True,
                on_cell_execute=lambda cell, cell_index: running.append(cell),
                on_cell_executed=_refuse_exit,
            )
        except CellTimeoutError:
            stopped = ("Timeout", f"the cell took longer than {timeout} seconds")
        except DeadKernelError:
            stopped = ("DeadKernel", "the kernel died")
        except RuntimeError as problem:
            stopped = ("KernelFailed", str(problem))
    if stopped and running:
        running[-1].outputs.append(_error(*stopped))
    return notebook, _failure(notebook, stopped)


def _refuse_exit(cell: "NotebookNode", cell_index: int, execute_reply: dict) -> None:
    """Fail on exit() and quit(), which end the kernel and leave no error behind."""
    from nbclient.exceptions import CellExecutionError

    payload = execute_reply["content"].get("payload", [])
    if any(item.get("source") == "ask_exit" for item in payload) and not _errors(cell):
        cell.outputs.append(_error("SystemExit", "the cell ended its interpreter"))
        raise CellExecutionError("", "SystemExit", "")


def _failure(notebook: "NotebookNode", stopped: tuple[str, str] | None) -> Failure | None:
    number = 0
    for cell in notebook.cells:
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        number += 1
        for output in _errors(cell):
            return Failure(number, _line(output.ename, output.evalue))
    return Failure(None, _line(*stopped)) if stopped else None


def _errors(cell: "NotebookNode") -> list["NotebookNode"]:
    return [output for output in cell.get("outputs", []) if output.output_type == "error"]


def _error(name: str, text: str) -> "NotebookNode":
    from nbformat.v4 import new_output

    return new_output("error", ename=name, evalue=text, traceback=[f"{name}: {text}"])


def _line(name: str, text: str) -> str:
    """The error in one line; sys.exit() shows only its number, so it is said in words."""
    if name == "SystemExit":
        return f"SystemExit: the cell ended its interpreter ({text})" if text.isdigit() else f"SystemExit: {text}"
    lines = text.strip().splitlines()
    return f"{name}: {lines[0]}"[:300] if lines else name
