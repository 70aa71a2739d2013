"""Where pages may go is known before anything runs."""

import os

import pytest

from analysis.report.places import OutputError, check_output


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with articles, to stand in."""
    (tmp_path / "news" / "pages").mkdir(parents=True)
    (tmp_path / "news" / "a.txt").write_text("An article.")
    (tmp_path / "news" / "pages" / "index.html").write_text("A page.")
    (tmp_path / "news" / "pages" / "run.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "output", "said"),
    [
        ("news", "news/pages", "lies inside"),
        ("news/**", "news/pages", "would read files"),
        ("news", "news/a.txt", "is a file"),
        ("news", "news/a.txt/pages", "news/a.txt is a file"),
    ],
)
def test_pages_among_articles_or_on_a_file_are_refused(here, path, output, said):
    with pytest.raises(OutputError, match=said):
        check_output(path, here.relative_to(here) / output)


def test_a_pattern_that_reads_no_page_may_stand_over_them(here):
    check_output("news/*.txt", here / "news" / "pages")


def test_a_folder_that_cannot_be_written_to_is_refused(here, monkeypatch):
    monkeypatch.setattr(os, "access", lambda folder, mode: False)
    with pytest.raises(OutputError, match="cannot be written to"):
        check_output("news", here / "pages" / "deep")


def test_a_page_that_no_report_wrote_is_not_written_over(here):
    (here / "site").mkdir()
    (here / "site" / "index.html").write_text("My own page.")
    with pytest.raises(OutputError, match="no report wrote"):
        check_output("news/*.txt", here / "site")
