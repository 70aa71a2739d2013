"""Several stories in one folder: pages for each, an index over them, one picked by its number."""

import json

import pytest

from analysis.report.runner import run

FLOOD = "Flood closes bridge\n\nThe river rose and the old bridge was closed on Monday, the city council said.\n\n"
QUAKE = "Quake <b>shakes</b> coast\n\nA quake of magnitude 5.1 shook the coast near Arendal before dawn.\n\n"
PARAMETERS = 'corpus: str = ""  # the articles\nstory: int = 0  # which of several stories'
SHOW = "from analysis import Story\nlist(Story.open(corpus, story=story or None).articles['article'])"


@pytest.fixture
def folder(tmp_path, monkeypatch, write_notebook):
    """A folder with articles of two stories and a notebook that names them."""
    (tmp_path / "news").mkdir()
    for name, text in {
        "north": FLOOD + "Drivers must take the northern road until engineers have looked at the old bridge.",
        "south": FLOOD + "Schools stay open, and buses run later than usual while the river remains high.",
        "quake": QUAKE + "Geologists at Arendal measured four weaker tremors in the hours that followed it.",
        "empty": "",
    }.items():
        (tmp_path / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    write_notebook(tmp_path / "books" / "a.ipynb", SHOW, parameters=PARAMETERS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARALLAX_CACHE", str(tmp_path / "kept"))
    return tmp_path


def shown(output):
    notebook = json.loads((output / "notebooks" / "a.ipynb").read_text())
    return notebook["cells"][-1]["outputs"][0]["data"]["text/plain"]


def test_each_story_has_its_pages_and_the_index_lists_them_and_what_was_refused(folder, capsys):
    assert run("news", folder / "out", notebooks=folder / "books") == 0
    assert shown(folder / "out" / "1") == ["['north', 'south']"]
    assert shown(folder / "out" / "2") == ["['quake']"]
    index = (folder / "out" / "index.html").read_text()
    assert index.index("1/index.html") < index.index("2/index.html")
    assert "empty.txt" in index
    assert "<b>shakes" not in index
    assert '<a href="../index.html">' in (folder / "out" / "1" / "a.html").read_text()
    capsys.readouterr()
    assert run("news", folder / "out", notebooks=folder / "books") == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["1/a: unchanged", "2/a: unchanged"]


def test_one_story_is_picked_by_its_number(folder):
    assert run("news", folder / "out", ["story=2"], notebooks=folder / "books") == 0
    assert shown(folder / "out") == ["['quake']"]


def test_a_story_there_is_not_is_refused_in_one_line(folder, capsys):
    assert run("news", folder / "out", ["story=3"], notebooks=folder / "books") == 2
    assert capsys.readouterr().err == "no story 3; there are 2, counted from 1\n"


def test_only_the_largest_stories_get_pages_and_the_others_are_told(folder, capsys):
    assert run("news", folder / "out", stories=1, notebooks=folder / "books") == 0
    told = "1 of 2 stories have pages; -p story=NUMBER adds one, --stories 2 all."
    assert capsys.readouterr().out.splitlines()[-2] == told
    assert (folder / "out" / "1" / "a.html").exists()
    assert not (folder / "out" / "2").exists()
    index = (folder / "out" / "index.html").read_text()
    assert told in index
    assert index.index("1/index.html") < index.index("Without pages") < index.index("Quake")
    assert "2/index.html" not in index
    listed = (folder / "out" / "stories.csv").read_text().splitlines()
    assert [line.split(",")[0::2][:2] for line in listed[1:]] == [["1", "north"], ["1", "south"], ["2", "quake"]]


def test_a_picked_story_joins_the_report_of_several(folder):
    run("news", folder / "out", stories=1, notebooks=folder / "books")
    assert run("news", folder / "out", ["story=2"], notebooks=folder / "books") == 0
    assert shown(folder / "out" / "2") == ["['quake']"]
    index = (folder / "out" / "index.html").read_text()
    assert index.index("1/index.html") < index.index("2/index.html")
    assert "Without pages" not in index


def test_pages_of_what_had_a_storys_number_before_are_not_linked(folder):
    run("news", folder / "out", notebooks=folder / "books")
    (folder / "news" / "quake.txt").write_text(QUAKE + "Nobody was hurt, the mayor of Arendal said on Monday morning.")
    run("news", folder / "out", stories=1, notebooks=folder / "books")
    assert "2/index.html" not in (folder / "out" / "index.html").read_text()


def test_what_no_corpus_is_given_to_runs_once_for_all_stories(folder, write_notebook):
    write_notebook(folder / "books" / "b.ipynb", "print('ran', file=open('../log', 'a'))", parameters=None)
    assert run("news", folder / "out", notebooks=folder / "books") == 0
    assert (folder / "log").read_text() == "ran\n"
    assert {(folder / "out" / number / "b.html").exists() for number in "12"} == {True}


def test_the_index_over_stories_says_days_sources_and_how_far_they_go_together(folder):
    rows = "article,outlet,published\nnorth,The North,2024-05-03\nsouth,The South,2024-05-04T10:00\n"
    (folder / "news" / "sources.csv").write_text(rows)
    run("news", folder / "out", notebooks=folder / "books")
    index = (folder / "out" / "index.html").read_text()
    assert "2 articles, 2024-05-03 to 2024-05-04: The North, The South" in index
    assert "One claim is told by more than one source" in index
