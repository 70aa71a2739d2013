"""Two checkouts in two folders, with two homes and nothing kept, give the same bytes."""

import os
import shutil
import subprocess
import sys

import pytest

from analysis.report.kernels import PACKAGE_HOME


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """What each of two copies of the project makes of the five articles, by file."""
    made = []
    for name in ("here", "else where"):
        checkout = tmp_path_factory.mktemp("copies") / name
        for part in ("analysis", "notebooks", "seeds"):
            shutil.copytree(PACKAGE_HOME / part, checkout / part, ignore=shutil.ignore_patterns("__pycache__"))
        environment = os.environ | {"HOME": str(checkout / "home"), "PYTHONPATH": str(checkout)}
        environment.pop("PARALLAX_CACHE", None)
        command = [sys.executable, "-m", "analysis", "report", "seeds"]
        done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        output = checkout / "outputs" / "seeds"
        files = [path for path in output.rglob("*") if path.is_file()]
        made.append((checkout, {path.relative_to(output).as_posix(): path.read_bytes() for path in files}))
    return made


def test_two_checkouts_give_the_same_files_with_the_same_bytes(outputs):
    (_, one), (_, other) = outputs
    assert set(one) == set(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_no_file_holds_the_path_of_its_checkout(outputs):
    for checkout, files in outputs:
        assert [name for name, content in files.items() if str(checkout.parent).encode() in content] == []
