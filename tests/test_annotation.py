"""The article stage: the same rows however it is run, made once for each article."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import analysis
from analysis import annotation
from analysis.annotation import ClusterError, annotate

PACKAGE_HOME = Path(analysis.__file__).parents[1]
TEXT = "Flood closes bridge\n\nThe old bridge was closed on Monday, the council said. Some 40 homes are without power."


def article(name, text=TEXT):
    stated = {"article": name, "title": "Flood closes bridge", "published": None, "language": "en", "headings": []}
    return stated | {"text": text}


def annotated(articles, folder, scheduler=None, version="1"):
    return list(annotate(articles, None, folder / "kept.sqlite", version, scheduler))


def test_an_article_has_rows_of_every_table_of_the_article_stage(tmp_path):
    (rows,) = annotated([article("a")], tmp_path)
    assert [row["text"] for row in rows["sentences"]][1:] == [
        "The old bridge was closed on Monday, the council said.",
        "Some 40 homes are without power.",
    ]
    assert {"figures", "attributions", "tone", "frames", "hedges"} <= set(rows)


def test_an_article_is_annotated_once_and_again_when_text_or_version_change(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(annotation, "annotate_article", lambda found, codebook: made.append(found["article"]) or {})
    annotated([article("a"), article("b")], tmp_path)
    annotated([article("b"), article("a"), article("c")], tmp_path)
    assert made == ["a", "b", "c"]
    annotated([article("a", TEXT + " It rained.")], tmp_path)
    annotated([article("a")], tmp_path, version="2")
    assert made == ["a", "b", "c", "a", "a"]


def test_an_article_that_an_analysis_fails_on_is_refused_by_name_and_the_others_have_their_rows(tmp_path, monkeypatch):
    from analysis import figures

    of_article = figures.of_article

    def failing(found, sentences):
        return 1 / 0 if found["article"] == "b" else of_article(found, sentences)

    expected = annotated([article("a")], tmp_path / "whole")
    monkeypatch.setattr(figures, "of_article", failing)
    first, second, third = annotated([article("a"), article("b"), article("c")], tmp_path)
    reason = "failed in figures with ZeroDivisionError: division by zero (article b)"
    assert second == {"rejected": [{"reason": reason}]}
    assert [first] == expected
    assert len(third["figures"]) == len(first["figures"]) > 0


def test_a_fault_of_the_machine_is_no_fault_of_the_article(tmp_path, monkeypatch):
    from analysis import figures

    def failing(found, sentences):
        raise MemoryError

    monkeypatch.setattr(figures, "of_article", failing)
    with pytest.raises(MemoryError):
        annotated([article("a")], tmp_path)


def test_processes_make_the_same_rows_in_the_same_order(tmp_path, monkeypatch):
    articles = [article(name) for name in "abc"]
    alone = annotated(articles, tmp_path / "alone")
    monkeypatch.setattr(annotation, "ONE_PROCESS", 0)
    assert annotated(articles, tmp_path / "processes") == alone


def test_a_process_that_the_system_ends_is_told_in_one_line(tmp_path):
    source = (
        "import multiprocessing, os, pathlib, sys\nfrom analysis import annotation\n"
        "multiprocessing.set_start_method('fork')  # so that what is replaced below reaches the processes\n"
        "annotation.ONE_PROCESS, annotation.annotate_article = 0, lambda *_: os._exit(1)\n"
        "article = dict.fromkeys(annotation.OF_AN_ARTICLE, '')\n"
        "try:\n    list(annotation.annotate([article], None, pathlib.Path(sys.argv[1]), '1', None))\n"
        "except annotation.WorkerError as ended:\n    print(ended)\n"
    )
    command = [sys.executable, "-c", source, str(tmp_path / "kept.sqlite")]
    run = subprocess.run(command, capture_output=True, text=True, cwd=PACKAGE_HOME, check=True, timeout=60)
    assert run.stdout.startswith("the system ended a process that annotated articles")


def test_processes_end_when_the_run_that_started_them_is_killed(tmp_path):
    source = (
        "import multiprocessing, os, pathlib, sys, time\nfrom analysis import annotation\n"
        "multiprocessing.set_start_method('fork')  # so that what is replaced below reaches the processes\n"
        "def wait(article, codebook):\n    print(os.getpid(), flush=True)\n    time.sleep(60)\n"
        "annotation.ONE_PROCESS, annotation.annotate_article = 0, wait\n"
        "article = dict.fromkeys(annotation.OF_AN_ARTICLE, '')\n"
        "list(annotation.annotate([article], None, pathlib.Path(sys.argv[1]), '1', None))\n"
    )
    command = [sys.executable, "-c", source, str(tmp_path / "kept.sqlite")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PACKAGE_HOME) as run:
        worker = int(run.stdout.readline())
        run.kill()
        try:
            run.communicate(timeout=20)  # ends when no process is left that could write
        finally:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)


def test_a_cluster_makes_the_same_rows(tmp_path):
    from distributed import LocalCluster

    articles = [article(name) for name in "ab"]
    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster:
        assert annotated(articles, tmp_path / "cluster", cluster.scheduler_address) == annotated(articles, tmp_path)


def test_a_cluster_that_does_not_answer_is_refused_in_one_line(tmp_path):
    with pytest.raises(ClusterError, match="no Dask scheduler answers at nowhere"):
        annotated([article("a")], tmp_path, "nowhere://1")
