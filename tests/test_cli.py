"""The command line: quick to answer, exact about what it refuses."""

import subprocess
import sys
import time

import pytest

ARTICLE = (
    "Bridge closed\n\n"
    "The old bridge over the river was closed on Monday, the city council said in a note on Sunday evening.\n\n"
    "Drivers must take the northern road until engineers have looked at every part of the old bridge.\n"
)


def parallax(*arguments, cwd=None):
    command = [sys.executable, "-m", "analysis", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one article in news/, where tables are kept too."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "kept"))
    return tmp_path


def test_help_answers_within_half_a_second():
    parallax("--help")  # compiles what a fresh checkout has not compiled yet
    took = []
    for _ in range(3):
        start = time.perf_counter()
        done = parallax("--help")
        took.append(time.perf_counter() - start)
    assert done.returncode == 0
    assert {"report", "annotate"} <= set(done.stdout.split())
    assert min(took) < 0.5


@pytest.mark.parametrize("arguments", [["--help"], ["report", "--help"], ["annotate", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments):
    source = (
        "import sys\nfrom analysis.__main__ import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "heavy = {'pandas', 'numpy', 'nltk', 'sklearn', 'papermill', 'nbconvert', 'trafilatura', 'matplotlib'}\n"
        "print('heavy:', *sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stderr == "heavy:\n"


@pytest.mark.parametrize("command", ["report", "annotate"])
def test_a_path_without_articles_is_one_clear_line(folder, command):
    (folder / "empty").mkdir()
    for path in ("empty", "nowhere"):
        done = parallax(command, path, "--output", "out", cwd=folder)
        assert done.returncode == 2
        assert path in done.stderr
        assert done.stderr.count("\n") == 1
        assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-p", "articels=[bridge]"], "did you mean 'articles'?"),
        (["-p", "articles=bridge"], "type list"),
        (["-p", "articles=[tunnel]"], "tunnel"),
        (["--only", "99_nothing"], "99_nothing"),
        (["--output", "news/pages"], "news/pages"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_line(folder, arguments, said):
    done = parallax("report", "news", *arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
    assert not (folder / "outputs").exists()


@pytest.mark.parametrize("arguments", [["--jobs", "0"], ["--timeout", "0"], ["--jobs", "two"], ["--unknown"]])
def test_options_out_of_range_are_refused(folder, arguments):
    done = parallax("report", "news", *arguments, cwd=folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_report_ends_with_the_address_of_its_page(folder):
    done = parallax("report", "news", "--only", "01_corpus", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["01_corpus: done", "outputs/news/index.html"]
    assert (folder / "outputs" / "news" / "index.html").exists()


def test_annotate_writes_every_table_as_parquet_with_its_codebook(folder):
    from analysis import tables

    done = parallax("annotate", "news", "--output", "out", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    names = {path.stem for path in (folder / "out").glob("*.parquet")}
    assert {"articles", "sentences"} <= names <= set(tables.schema())
    assert (folder / "out" / "codebook.csv").exists()
    (article,) = tables.read_parquet("articles", folder / "out" / "articles.parquet")["article"]
    assert article == "bridge"
