"""Kernels: this interpreter, apart from one another, gone in the end."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.report.execution import execute
from analysis.report.kernels import PACKAGE_HOME, Kernels, KernelsStopped


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "state=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return bool(state) and state != "Z"


def gone(pid, seconds=10):
    until = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.1)
    return not alive(pid)


def printed(notebook):
    return "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", []))


@pytest.fixture
def kernels(tmp_path):
    with Kernels(tmp_path) as kernels:
        yield kernels


def test_a_kernel_is_this_interpreter_in_the_given_folder_with_this_package(
    tmp_path, write_notebook, kernels, monkeypatch
):
    (tmp_path / "start.py").write_text("print('started by the user')")
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "start.py"))
    source = (
        "import analysis, os, sys\nprint(sys.executable, os.getcwd(), analysis.__file__, os.environ['PYTHONHASHSEED'])"
    )
    with Kernels(tmp_path) as kernels:
        notebook, failure = execute(write_notebook(tmp_path / "n.ipynb", source), {}, kernels, 60)
    assert failure is None
    home = PACKAGE_HOME / "analysis" / "__init__.py"
    assert printed(notebook) == f"{sys.executable} {tmp_path} {home} 0\n"


def test_kernels_side_by_side_answer_only_their_own_notebook(tmp_path, write_notebook, kernels):
    names = [f"n{number}" for number in range(6)]
    paths = [
        write_notebook(tmp_path / f"{name}.ipynb", f"who = {name!r}", *["print(who)"] * 10, parameters=None)
        for name in names
    ]
    with ThreadPoolExecutor(3) as pool:
        ran = list(pool.map(lambda path: execute(path, {}, kernels, 60), paths))
    assert [failure for _, failure in ran] == [None] * 6
    assert [printed(notebook) for notebook, _ in ran] == [f"{name}\n" * 10 for name in names]


def test_sockets_are_private_short_and_removed(tmp_path):
    with Kernels(tmp_path) as kernels:
        with kernels.one() as kernel:
            assert kernel.transport == "ipc"
            assert len(f"{kernel.ip}-5") < 104
            assert kernels.folder.stat().st_mode & 0o077 == 0
            pid = kernel.provisioner.pid
        assert gone(pid)
    assert not kernels.folder.exists()


def test_stopping_kills_the_kernel_and_what_it_started_and_refuses_new_ones(tmp_path, write_notebook):
    source = "import subprocess\nchild = subprocess.Popen(['sleep', '60'])\nprint(child.pid, flush=True)\nchild.wait()"
    path = write_notebook(tmp_path / "n.ipynb", f"import os\n{source}\n")
    with Kernels(tmp_path) as kernels, ThreadPoolExecutor(1) as pool:
        running = pool.submit(execute, path, {}, kernels, 60)
        while not (tmp_path / "started").exists() and not running.done():
            (children := _children()) and (tmp_path / "started").write_text(children[0])
            time.sleep(0.1)
        kernels.stop()
        _, failure = running.result(timeout=20)
        assert failure.error.startswith("DeadKernel")
        with pytest.raises(KernelsStopped), kernels.one():
            pass
    assert gone(int((tmp_path / "started").read_text()))


def _children():
    """Process ids of `sleep 60` that a kernel of this process started."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True).stdout.splitlines()
    rows = [line.split(maxsplit=2) for line in listed]
    servers = {pid for pid, parent, _ in rows if parent == str(os.getpid())}
    ours = {pid for pid, parent, _ in rows if parent in servers}
    return [pid for pid, parent, args in rows if parent in ours and args == "sleep 60"]


def test_a_kernel_ends_by_itself_when_its_run_is_killed(tmp_path):
    source = (
        "import pathlib, sys, time\n"
        "from analysis.report.kernels import Kernels\n"
        "with Kernels(pathlib.Path(sys.argv[1])) as kernels, kernels.one() as kernel:\n"
        "    client = kernel.client()\n"
        "    print(kernel.provisioner.pid, kernels.folder, flush=True)\n"
        "    time.sleep(60)\n"
    )
    command = [sys.executable, "-c", source, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PACKAGE_HOME) as run:
        pid, folder = run.stdout.readline().split()
        time.sleep(2)  # until the kernel watches its parent
        run.send_signal(signal.SIGKILL)
    subprocess.run(["rm", "-r", folder], check=True)
    assert gone(int(pid))
