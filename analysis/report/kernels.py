"""Kernels of our own: this interpreter, private sockets, nothing of the user's IPython, none left behind.

All are forked from one process, which has imported what they need: see analysis/report/forking.py.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager
    from jupyter_client.provisioning import LocalProvisioner

PACKAGE_HOME = Path(__file__).resolve().parents[2]
SOCKETS_HOME = "/tmp"  # sockets have paths of 104 characters at most; $TMPDIR of macOS takes half of them
SERVER = (sys.executable, "-P", "-Xfrozen_modules=off", "-m", "analysis.report.forking")
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
        self._server = subprocess.Popen(  # imports while this process goes on
            SERVER,
            cwd=cwd,
            env=_environment(self.folder, environment or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._started = 0
        self._stopped = False
        self._lock = Lock()

    def __enter__(self) -> "Kernels":
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    @contextmanager
    def one(self) -> "Iterator[AsyncKernelManager]":
        """A fresh kernel, for the thread that asks; killed with its children in the end.

        Raises ChildProcessError where the process that forks kernels is gone.
        """
        from jupyter_core.utils import run_sync

        manager = self._start()
        try:
            yield manager
        finally:
            with suppress(ProcessLookupError, RuntimeError):  # it may be dead
                run_sync(manager.shutdown_kernel)(now=True)

    def _start(self) -> "AsyncKernelManager":
        from jupyter_client.manager import AsyncKernelManager
        from jupyter_core.utils import run_sync

        with self._lock:
            if self._stopped:
                raise KernelsStopped("the run was stopped")
            self._started += 1
            room = self.folder / str(self._started)
            room.mkdir(mode=0o700)
            manager = AsyncKernelManager(
                transport="ipc",
                ip=str(room / "ipc"),  # the default is the same name for every kernel that shares a folder
                connection_file=str(room / "kernel.json"),
            )
            manager.provisioner = _provisioner(manager, self._fork)
            run_sync(manager.start_kernel)()
            return manager

    def _fork(self, connection_file: str) -> "_Forked":
        with suppress(BrokenPipeError):  # of a server that was killed, which does not answer either
            self._server.stdin.write(f"{connection_file}\n")
            self._server.stdin.flush()
        answer = self._server.stdout.readline()
        if not answer:
            raise ChildProcessError("no kernel could be started: the process that forks them is gone")
        return _Forked(int(answer))

    def stop(self) -> None:
        """Kill every kernel; the threads that use them get DeadKernelError within a second or so."""
        with self._lock:
            self._stopped = True
            with suppress(BrokenPipeError), self._server:  # at the end of its input it kills them and ends
                pass
        shutil.rmtree(self.folder, ignore_errors=True)


class _Forked:
    """A process that is no child of ours, with what jupyter_client asks of one that is."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int):
        self.pid = pid

    def poll(self) -> int | None:
        with suppress(ProcessLookupError):
            return os.kill(self.pid, 0)
        return 0

    def wait(self) -> int:
        while self.poll() is None:
            time.sleep(0.01)
        return 0

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)


def _provisioner(manager: "AsyncKernelManager", fork) -> "LocalProvisioner":
    """What gives the manager a forked kernel, whatever kernels the machine has."""
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.provisioning import LocalProvisioner

    class Forking(LocalProvisioner):
        async def launch_kernel(self, cmd: list[str], **_) -> dict:
            self.process = fork(manager.connection_file)
            self.pid = self.pgid = self.process.pid
            return self.connection_info

    return Forking(parent=manager, kernel_id="", kernel_spec=KernelSpec(language="python"))


def _environment(folder: Path, added: Mapping[str, str]) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSTARTUP"}
    # The package that runs the report is the one the notebooks import, wherever another checkout is installed.
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(PACKAGE_HOME), environment.get("PYTHONPATH")]))
    environment["IPYTHONDIR"] = str(folder / "ipython")
    return {**environment, **_FIXED, **added}
