"""How fast Parallax is, beside the plain way on the same machine: `python tests/benchmarks/bench.py [PATH]`.

The plain way runs papermill's command and then nbconvert's, notebook by notebook. Both ways start with nothing kept on
disk. The article stage is timed warm, on one core, on the articles of PATH (seeds).
"""

import os
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from inspect import signature
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# The analyses with an article stage, in the order in which they may need one another's rows, and the table each fills.
STAGES = {"figures": "figures", "attribution": "attributions", "sentiment": "tone", "framing": "frames"}
SECONDS = 3.0  # an article stage is repeated for at least this long


def seconds(commands: list[list[str]], folder: Path, kept: Path) -> float:
    """How long the commands take, one after the other, with Parallax's tables kept in a folder of their own."""
    environment = os.environ | {"PARALLAX_CACHE": str(kept), "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    for command in commands:
        subprocess.run([sys.executable, "-m", *command], cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def plain_way(corpus: Path, folder: Path) -> list[list[str]]:
    """What somebody without Parallax's runner types."""
    commands = []
    for notebook in NOTEBOOKS:
        ran = str(folder / notebook.name)
        options = [
            "-p",
            "corpus",
            str(corpus),
            "--cwd",
            str(notebook.parent),
            "--kernel",
            "python3",
            "--no-progress-bar",
        ]
        commands += [["papermill", str(notebook), ran, *options], ["nbconvert", "--to", "html", ran]]
    return commands


def compare_runs(corpus: Path) -> None:
    """Print the whole report and an unchanged second run as shares of the plain way's time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = [["analysis", "report", str(corpus), "--output", str(folder / "out")]]
        first = seconds(report, folder, folder / "kept")
        second = seconds(report, folder, folder / "kept")
        plain = seconds(plain_way(corpus, folder), folder, folder / "kept by the plain way")
    print(f"{len(NOTEBOOKS)} notebooks, {os.cpu_count()} cores")
    print(f"plain way        {plain:7.2f} s")
    print(f"whole report     {first:7.2f} s   ratio {first / plain:.3f}   (at most 0.35)")
    print(f"unchanged report {second:7.2f} s   ratio {second / plain:.3f}   (at most 0.10)")


def time_articles(corpus: Path) -> None:
    """Print milliseconds an article of each analysis, and articles a second of all together."""
    from analysis import language, read_corpus

    known = [{"article": article} for article in read_corpus(corpus).articles.to_dict("records")]
    total = time_stage("sentences", language.of_article, "sentences", known)
    for name, table in STAGES.items():
        of_article = getattr(import_module(f"analysis.{name}"), "of_article", None)
        if of_article:
            total += time_stage(name, of_article, table, known)
        else:
            print(f"{name:<16} has no article stage")
    words = sum(rows["article"]["words"] for rows in known) / len(known)
    print(
        f"article stage    {1 / total:7.1f} articles a second, warm, one core, {words:.0f} words each   (at least 50)"
    )


def time_stage(name: str, of_article, table: str, known: list[dict]) -> float:
    """Print and return a stage's time in seconds an article; each article is given its rows so far, by table."""
    wanted = [name for name in signature(of_article).parameters if name in {"article", "sentences", *STAGES.values()}]
    given = [{table: rows.get(table, []) for table in wanted} for rows in known]
    each = seconds_an_article(lambda place: of_article(**given[place]), len(known))
    for place, rows in enumerate(known):
        rows[table] = of_article(**given[place])
    print(f"{name:<16} {each * 1000:7.2f} ms an article")
    return each


def seconds_an_article(stage, articles: int) -> float:
    """The mean of the fastest round over all articles, after one that warms up."""
    rounds = []
    until = time.perf_counter() + SECONDS
    while len(rounds) < 3 or time.perf_counter() < until:
        start = time.perf_counter()
        for place in range(articles):
            stage(place)
        rounds.append(time.perf_counter() - start)
    return min(rounds[1:]) / articles


if __name__ == "__main__":
    corpus = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "seeds").resolve()
    compare_runs(corpus)
    time_articles(corpus)
