"""The process that kernels are forked from, which has imported what notebooks need: run as a module, not imported.

Each line of its input is the path of a connection file; a kernel that answers there is forked, and its process id
printed. When the input ends it kills them, with what they started, and ends.
"""

import gc
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module

# What takes long to import. A fork of what has loaded the frameworks of macOS may die: there each kernel imports it.
IMPORTED = (
    "analysis.evidence",
    "analysis.story",
    "ipykernel.ipkernel",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "nltk.stem",
    "pandas",
    "pyarrow.parquet",
    "scipy.stats",
    "sklearn.feature_extraction.text",
)


def main() -> None:
    """Fork kernels until the input ends."""
    for name in IMPORTED if sys.platform == "linux" else ():
        import_module(name)
    gc.freeze()  # else garbage collection writes to, and so copies, the memory that kernels share
    kernels: set[int] = set()
    signal.signal(signal.SIGCHLD, lambda *_: _bury(kernels))
    for connection_file in sys.stdin:
        kernel = os.fork()
        if not kernel:
            return _be_kernel(connection_file.strip())
        kernels.add(kernel)
        with suppress(ProcessLookupError):
            os.setpgid(kernel, kernel)
        print(kernel, flush=True)
    for kernel in list(kernels):
        with suppress(ProcessLookupError):
            os.killpg(kernel, signal.SIGKILL)


def _be_kernel(connection_file: str) -> None:
    from ipykernel.kernelapp import IPKernelApp

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    silent = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silent, standard)
    options = ["-f", connection_file, "--HistoryManager.enabled=False", f"--IPKernelApp.parent_handle={os.getppid()}"]
    IPKernelApp.launch_instance(options)


def _bury(kernels: set[int]) -> None:
    """Take note of each kernel that ended, so that nothing is left of it."""
    with suppress(ChildProcessError):
        while kernel := os.waitpid(-1, os.WNOHANG)[0]:
            kernels.discard(kernel)


if __name__ == "__main__":
    main()
