"""What a collection costs to annotate: `python tests/benchmarks/annotating.py [ARTICLES]...`.

Each size of the made-up collection of collection.py is annotated by the command, with nothing kept on disk, in a
process of its own; the seconds are those of the processor, of all cores together, the megabytes those of the largest
process.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from collection import articles

ROOT = Path(__file__).resolve().parents[2]
SIZES = (500, 1000, 2000)
STORY = 5  # articles of a story


def row(size: int) -> tuple[int, float, float]:
    """Articles, seconds of processor time an article, and megabytes at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = folder / "articles.jsonl"
        told.write_text("\n".join(map(json.dumps, articles(size // STORY))), encoding="utf-8")
        command = [sys.executable, "-m", "analysis", "annotate", str(told), "--output", str(folder / "tables")]
        environment = os.environ | {"PARALLAX_CACHE": str(folder / "kept"), "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as annotating:
            _, status, used = os.wait4(annotating.pid, 0)
            annotating.returncode = os.waitstatus_to_exitcode(status)
    if annotating.returncode:
        raise subprocess.CalledProcessError(annotating.returncode, command)
    return size, (used.ru_utime + used.ru_stime) / size, used.ru_maxrss / 1024


if __name__ == "__main__":
    print(" articles  annotate, s an article        MB")
    for size in map(int, sys.argv[1:] or SIZES):
        print("{:9,} {:23.3f} {:9,.0f}".format(*row(size)), flush=True)
