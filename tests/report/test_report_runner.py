"""The runner: what it runs, what it skips, how it tells failures, what it leaves behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from analysis.report.kernels import PACKAGE_HOME
from analysis.report.places import default_output
from analysis.report.runner import run

PARAMETERS = 'corpus: str = "seeds"  # the articles\nwords: list = []  # words to look at\nlimit: int = 3  # how many'
FAILURES = {
    "1_error": ("1 / 0", "cell In[2]: ZeroDivisionError: division by zero"),
    "2_exit_0": ("import sys; sys.exit(0)", "cell In[2]: SystemExit: the cell ended its interpreter (0)"),
    "3_quit": ("quit()", "cell In[2]: SystemExit: the cell ended its interpreter"),
    "4_endless": ("while True: pass", "cell In[2]: Timeout: the cell took longer than 2 seconds"),
    "5_killed": ("import os; os.kill(os.getpid(), 9)", "cell In[2]: DeadKernel: the kernel died"),
    "6_syntax": ("print(1", "cell In[2]: SyntaxError: incomplete input (cell, line 1)"),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with a folder of articles."""
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outputs(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def contents(output):
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_each_kind_of_failure_is_told_and_the_others_go_on(folder, write_notebook, story, pages, capsys):
    for name, (source, _) in FAILURES.items():
        write_notebook(folder / "books" / f"{name}.ipynb", source, "'not reached'", parameters='corpus: str = ""  # c')
    (folder / "books" / "7_json.ipynb").write_text("{")
    write_notebook(folder / "books" / "8_good.ipynb", "'reached'")
    status = run("news", folder / "out", timeout=2, jobs=3, notebooks=folder / "books")
    told = capsys.readouterr()
    assert status == 1
    failed = sorted(told.err.splitlines())
    # The injected parameters are a cell too: In[1] declares, In[2] sets, In[3] is the notebook's own.
    expected = [f"{name}, {error.replace('In[2]', 'In[3]')}" for name, (_, error) in FAILURES.items()]
    assert failed[:-1] == expected
    assert failed[-1].startswith("7_json, not a valid notebook")
    assert told.out.splitlines() == ["8_good: done", str(folder / "out" / "index.html")]
    (results,) = pages.written
    assert [result.status for result in results] == ["failed"] * 7 + ["done"]
    for result in results[:6]:
        (error,) = [output for output in outputs(result.notebook) if output.output_type == "error"]
        assert f"{error.ename}: " in result.error
    assert (folder / "out" / "notebooks" / "7_json.ipynb").exists()


def test_notebooks_fail_one_by_one_when_the_process_that_forks_kernels_is_killed(
    folder, write_notebook, story, pages, capsys
):
    killing = "import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(60)"
    for name, source in (("1_killing", killing), ("2_next", "'not reached'"), ("3_last", "'not reached'")):
        write_notebook(folder / "books" / f"{name}.ipynb", source, parameters='corpus: str = ""  # c')
    assert run("news", folder / "out", jobs=1, notebooks=folder / "books") == 1
    first, *others = capsys.readouterr().err.splitlines()
    assert first == "1_killing, cell In[3]: DeadKernel: the kernel died"
    gone = "no kernel could be started: the process that forks them is gone"
    assert others == [f"2_next, {gone}", f"3_last, {gone}"]
    (results,) = pages.written
    assert [result.status for result in results] == ["failed"] * 3


def test_what_was_refused_is_told_on_the_terminal_the_first_ten_by_name(folder, write_notebook, story, pages, capsys):
    write_notebook(folder / "books" / "a.ipynb", "'reached'")
    story.refused = [(f"{number}.txt", "empty: no text") for number in range(12)]
    assert run("news", folder / "out", notebooks=folder / "books") == 0
    *told, more = capsys.readouterr().err.splitlines()
    assert told == [f"refused: {number}.txt: empty: no text" for number in range(10)]
    assert more == "2 more were refused; table rejected lists all"


def test_parameters_reach_the_notebooks_that_know_them(folder, write_notebook, story, pages):
    write_notebook(folder / "books" / "a.ipynb", "print(corpus, words, limit)")
    write_notebook(folder / "books" / "b.ipynb", "print(corpus)", parameters='corpus: str = "x"  # the articles')
    status = run("news", folder / "out", ["words=[Été, “b”]"], notebooks=folder / "books")
    assert status == 0
    a, b = pages.written[0]
    assert [output.text for output in outputs(a.notebook)] == ["news ['Été', '“b”'] 3\n"]
    assert [output.text for output in outputs(b.notebook)] == ["news\n"]
    assert a.parameters == {"corpus": "news", "words": ["Été", "“b”"]}
    assert b.parameters == {"corpus": "news"}


def test_kernels_know_where_the_user_typed_the_path(folder, write_notebook, story, pages):
    write_notebook(folder / "books" / "a.ipynb", "import os\nos.path.samefile(os.environ['PARALLAX_FROM'], '..')")
    run("news", folder / "out", notebooks=folder / "books")
    assert outputs(pages.written[0][0].notebook)[0].data["text/plain"] == "True"


def test_the_story_is_opened_with_the_parameters_that_notebooks_share(folder, write_notebook, story, pages):
    lines = 'corpus: str = "x"  # c\nlanguage: str = "en"  # l\narticles: list = []  # stems to keep\n'
    write_notebook(folder / "books" / "a.ipynb", parameters=lines)
    run("news", folder / "out", notebooks=folder / "books")
    assert (story.path, story.options) == ("news", {"language": "en"})
    run("news", folder / "out", ["language=any", "articles=[b]"], notebooks=folder / "books")
    assert story.options == {"language": "any", "articles": ["b"]}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"parameters": ["wrods=[a]"]}, "unknown parameter 'wrods' (did you mean 'words'?)"),
        ({"parameters": ["limit=many"]}, "parameter 'limit' takes a value of type int"),
        ({"only": ["b"]}, "unknown notebook 'b'; what exists: a"),
        ({"output": Path("news/out")}, "lies inside news"),
        ({"output": Path("file")}, "is a file"),
        ({"path": "nowhere"}, "nowhere"),
        ({"parameters": ["codebook=no_such.yaml"]}, "codebook no_such.yaml"),
        ({"parameters": ["scheme=busines"]}, "those that ship are generic, policy, business"),
        ({"parameters": ["labelled=no_such.csv"]}, "no_such.csv"),
        ({"parameters": ["coded=no_such.csv"]}, "no_such.csv"),
    ],
)
def test_bad_input_is_refused_in_one_line_before_anything_runs(folder, write_notebook, pages, capsys, arguments, said):
    texts = ("codebook", "scheme", "labelled", "coded")
    lines = "\n".join([PARAMETERS, *(f'{name}: str = ""  # a file' for name in texts)])
    write_notebook(folder / "books" / "a.ipynb", "open('../ran', 'w')", parameters=lines)
    (folder / "file").touch()
    status = run(**{"path": "news", "output": Path("out"), "notebooks": folder / "books", **arguments})
    told = capsys.readouterr()
    assert status == 2
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert not (folder / "ran").exists()
    assert not (folder / "out").exists()


def test_what_is_unchanged_is_not_run_again_and_what_failed_is(folder, write_notebook, story, pages, capsys):
    books, log = folder / "books", folder / "log"
    good = write_notebook(books / "good.ipynb", f"print('good', file=open({str(log)!r}, 'a'))")
    write_notebook(books / "bad.ipynb", f"print('bad', file=open({str(log)!r}, 'a')); 1 / 0")

    def ran(*parameters, only=()):
        log.write_text("")
        run("news", folder / "out", parameters, only, notebooks=books)
        capsys.readouterr()
        return sorted(log.read_text().split())

    assert ran() == ["bad", "good"]
    assert ran() == ["bad"]
    assert [result.status for result in pages.written[-1]] == ["failed", "unchanged"]
    assert ran("limit=4") == ["bad", "good"]
    assert ran("limit=4", only=["good"]) == []
    (folder / "out" / "notebooks" / "good.ipynb").unlink()
    assert ran("limit=4", only=["good"]) == ["good"]
    assert [result.stem for result in pages.written[-1]] == ["bad", "good"]  # the other still holds
    story.key = "another story"
    assert ran("limit=4", only=["good"]) == ["good"]
    assert [result.stem for result in pages.written[-1]] == ["good"]  # the other does not
    assert not (folder / "out" / "bad.html").exists()
    write_notebook(good, f"print('better', file=open({str(log)!r}, 'a'))")
    assert ran("limit=4", only=["good"]) == ["better"]


def test_a_second_run_does_nothing_but_say_so(folder, write_notebook, story, pages, capsys):
    write_notebook(folder / "books" / "a.ipynb", "1")
    run("news", folder / "out", notebooks=folder / "books")
    before = contents(folder / "out")
    capsys.readouterr()
    assert run("news", folder / "out", notebooks=folder / "books") == 0
    assert capsys.readouterr().out.splitlines() == ["a: unchanged", str(folder / "out" / "index.html")]
    assert len(pages.written) == 1
    assert contents(folder / "out") == before
    (folder / "out" / "a.html").unlink()
    run("news", folder / "out", notebooks=folder / "books")
    assert contents(folder / "out") == before


def test_a_second_run_imports_neither_papermill_nor_nbconvert(folder, write_notebook, story, pages):
    write_notebook(folder / "books" / "a.ipynb", "1")
    run("news", folder / "out", notebooks=folder / "books")
    source = (
        "import sys\nfrom pathlib import Path\nfrom types import SimpleNamespace\nfrom analysis.report import runner\n"
        "from pandas import DataFrame\nrefused = DataFrame(columns=['file', 'reason'])\n"
        "story = SimpleNamespace(key='a story', number=None, rejected=refused)\nstory.stories = [story]\n"
        "runner.open_story = lambda path, options: story\n"
        "status = runner.run('news', Path('out'), notebooks=Path('books'))\n"
        "print(status, *sorted({'papermill', 'nbconvert', 'nbformat', 'jupyter_client'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", source],
        env=os.environ | {"PYTHONPATH": str(PACKAGE_HOME)},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["a: unchanged", "out/index.html", "0"]


def test_two_folders_give_the_same_bytes_and_no_path_of_the_machine(
    tmp_path, write_notebook, story, pages, monkeypatch
):
    cells = [
        "import warnings; warnings.warn('a warning')",
        "import sys; print('\\x1b[31mred\\x1b[0m'); print('err', file=sys.stderr); print('more')",
        "print(hash('a'), list({'a', 'b', 'c'}))",
        "object()",
        "import os; print(os.getcwd(), os.environ['HOME'])",
        "import json; json.loads('{')",
    ]
    found = []
    for place in (tmp_path / "one", tmp_path / "deep" / "two"):
        (place / "news").mkdir(parents=True)
        monkeypatch.chdir(place)
        write_notebook(place / "notebooks" / "a.ipynb", *cells)
        run("news", Path("out"), notebooks=place / "notebooks")
        found.append(contents(place / "out"))
    assert found[0] == found[1]
    assert set(found[0]) == {"index.html", "a.html", "run.json", "notebooks/a.ipynb", "tables/codebook.csv"}
    for content in found[0].values():
        for machine in (
            str(tmp_path),
            str(PACKAGE_HOME),
            sys.prefix,
            "site-packages",
            str(Path.home()),
            "\\u001b",
            " 0x",
        ):
            assert machine not in content.decode().replace("0x…", "")


def test_executed_notebooks_keep_no_trace_of_the_run(folder, write_notebook, story, pages):
    write_notebook(folder / "books" / "a.ipynb", "1")
    run("news", folder / "out", notebooks=folder / "books")
    notebook = json.loads((folder / "out" / "notebooks" / "a.ipynb").read_text())
    nbformat.validate(notebook)
    assert [cell["id"] for cell in notebook["cells"]] == ["title", "parameters", "parameters-given", "code-0"]
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert "version" not in notebook["metadata"]["language_info"]
    assert [set(cell["metadata"]) - {"tags"} for cell in notebook["cells"]] == [set()] * 4


def test_the_record_says_what_was_run_with_which_versions(folder, write_notebook, story, pages):
    write_notebook(folder / "books" / "a.ipynb", "1")
    run("news", folder / "out", ["limit=5"], notebooks=folder / "books")
    record = json.loads((folder / "out" / "run.json").read_text())
    assert (record["corpus"], record["story"], record["complete"]) == ("news", "a story", True)
    assert record["notebooks"]["a"]["parameters"] == {"corpus": "news", "limit": 5}
    assert record["notebooks"]["a"]["title"] == "About a"
    assert record["versions"]["papermill"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_leaves_no_kernel_and_resumes(folder, write_notebook, sign):
    write_notebook(folder / "books" / "a.ipynb", "1")
    write_notebook(
        folder / "books" / "b.ipynb",
        "import os, time",
        "open('../pid', 'w').write(f'{os.getpid()}\\n')",
        "time.sleep(60)",
    )
    source = (
        "import sys\nfrom pathlib import Path\nfrom types import SimpleNamespace\n"
        "from analysis import __main__ as program\nfrom analysis.report import runner\n"
        "from pandas import DataFrame\nrefused = DataFrame(columns=['file', 'reason'])\n"
        "story = SimpleNamespace(key='k', annotate=dict, number=None, rejected=refused)\nstory.stories = [story]\n"
        "runner.open_story = lambda path, options: story\n"
        "runner.run.__kwdefaults__ = None\n"
        "runner.run.__defaults__ = (*runner.run.__defaults__[:-1], Path('books'))\n"
        "sys.argv = ['analysis', 'report', 'news', '--jobs', '1']\nprogram.main()"
    )
    environment = os.environ | {"PYTHONPATH": str(PACKAGE_HOME)}
    with subprocess.Popen(
        [sys.executable, "-c", source], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as started:
        until = time.monotonic() + 30
        while not ((folder / "pid").exists() and (folder / "pid").read_text().endswith("\n")):
            assert time.monotonic() < until
            time.sleep(0.1)
        started.send_signal(sign)
        out, err = started.communicate(timeout=20)
    assert started.returncode == 130
    assert err == "stopped; what was done is kept\n"
    with pytest.raises(ProcessLookupError):
        os.kill(int((folder / "pid").read_text()), 0)
    record = json.loads((folder / "outputs" / "news" / "run.json").read_text())
    assert [record["complete"], *record["notebooks"]] == [False, "a"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("news", "news"),
        ("./news/", "news"),
        ("a/b.jsonl", "b"),
        ("news/*.txt", "news"),
        ("v1.2", "v1.2"),
        ("news/..", None),
    ],
)
def test_the_output_is_named_after_the_path(folder, path, name):
    (folder / "v1.2").mkdir()
    assert default_output(path) == Path("outputs") / (name or folder.name)
