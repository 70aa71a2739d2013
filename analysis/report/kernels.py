"""Kernels of our own: this interpreter, private sockets, nothing of the user's IPython, none left behind."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager

PACKAGE_HOME = Path(__file__).resolve().parents[2]
SOCKETS_HOME = "/tmp"  # sockets have paths of 104 characters at most; $TMPDIR of macOS takes half of them
COMMAND = (
    "-Xfrozen_modules=off",
    "-m",
    "ipykernel_launcher",
    "-f",
    "{connection_file}",
    "--HistoryManager.enabled=False",
)
_FIXED = {
    "PYTHONHASHSEED": "0",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # else the debugger warns about frozen modules
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}


class KernelsStopped(RuntimeError):
    """A kernel was asked for after stop()."""


class Kernels:
    """The kernels of one run, which work in the folder `cwd`: `with Kernels(cwd) as kernels, kernels.one() as kernel`.

    Leaving the block, or stop() from any thread, kills those that still run and removes their sockets. They end by
    themselves when this process is killed.
    """

    def __init__(self, cwd: Path, environment: Mapping[str, str] | None = None):
        self.cwd = cwd
        self.folder = Path(tempfile.mkdtemp(prefix="parallax-", dir=SOCKETS_HOME))
        self.environment = _environment(self.folder, environment or {})
        self._running: dict[int, AsyncKernelManager] = {}
        self._started = 0
        self._stopped = False
        self._lock = Lock()

    def __enter__(self) -> "Kernels":
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    @contextmanager
    def one(self) -> "Iterator[AsyncKernelManager]":
        """A fresh kernel, for the thread that asks; killed with its children in the end."""
        from jupyter_core.utils import run_sync

        manager, number = self._start()
        try:
            yield manager
        finally:
            with self._lock:
                del self._running[number]
            with suppress(ProcessLookupError, RuntimeError):  # it may be dead
                run_sync(manager.shutdown_kernel)(now=True)

    def _start(self) -> "tuple[AsyncKernelManager, int]":
        from jupyter_client.manager import AsyncKernelManager
        from jupyter_core.utils import run_sync

        with self._lock:
            if self._stopped:
                raise KernelsStopped("the run was stopped")
            self._started += 1
            room = self.folder / str(self._started)
            room.mkdir(mode=0o700)
            manager = AsyncKernelManager(
                kernel_spec_manager=_own_interpreter(),
                transport="ipc",
                ip=str(room / "ipc"),  # the default is the same name for every kernel that shares a folder
                connection_file=str(room / "kernel.json"),
            )
            silent = subprocess.DEVNULL
            environment = dict(self.environment)
            run_sync(manager.start_kernel)(cwd=str(self.cwd), env=environment, stdout=silent, stderr=silent)
            self._running[self._started] = manager
            return manager, self._started

    def stop(self) -> None:
        """Kill every kernel; the threads that use them get DeadKernelError within a second or so."""
        with self._lock:
            self._stopped = True
            for manager in self._running.values():
                # A kernel leads a process group of its own, its children are in it.
                with suppress(ProcessLookupError, AttributeError):
                    os.killpg(manager.provisioner.pid, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)


def _environment(folder: Path, added: Mapping[str, str]) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSTARTUP"}
    # The package that runs the report is the one the notebooks import, wherever another checkout is installed.
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(PACKAGE_HOME), environment.get("PYTHONPATH")]))
    environment["IPYTHONDIR"] = str(folder / "ipython")
    return {**environment, **_FIXED, **added}


def _own_interpreter():
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

    class OwnInterpreter(KernelSpecManager):
        """Gives one kernel whatever the name: the interpreter that runs us."""

        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            return KernelSpec(argv=[sys.executable, *COMMAND], display_name="Python 3", language="python")

    return OwnInterpreter()
