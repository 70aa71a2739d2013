"""Pages load nothing, hold no script even when an article does, and pass axe in a real browser, light and dark."""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARTICLE = (
    "<script>alert(1)</script> Bridge closed\n\n"
    "The river rose and the old bridge was closed on Monday, the city council said in a note on Sunday evening.\n\n"
    "Drivers must take the northern road until engineers have looked at every part of the old bridge.\n"
)


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    unbroken = ARTICLE.replace("bridge", "bridge" * 300).replace("Drivers", "Riders")
    (folder / "corpus" / "two.txt").write_text(unbroken, encoding="utf-8")
    described = f"article,label\ntwo,{'LongName' * 60}\n"
    (folder / "corpus" / "sources.csv").write_text(described, encoding="utf-8")
    environment = {**os.environ, "PARALLAX_CACHE": str(folder / "kept")}
    command = [sys.executable, "-m", "analysis", "report", "corpus", "--output", "out"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out"


def test_a_run_leaves_pages_tables_notebooks_and_its_record(output):
    made = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    assert {"index.html", "01_corpus.html", "run.json", "notebooks/01_corpus.ipynb"} <= made
    assert {"tables/articles.csv", "tables/articles.parquet", "tables/codebook.csv"} <= made


def test_pages_say_what_was_run_and_with_which_versions(output):
    pages = [*output.glob("*.html")]
    feet = [page.read_text(encoding="utf-8").rpartition("<footer>")[2] for page in pages]
    assert all(foot.startswith("2 articles · ") and f"Python {platform.python_version()}" in foot for foot in feet)
    assert all('href="run.json"' in foot for foot in feet)


def test_pages_hold_no_script_and_no_address_of_a_host(output):
    for page in output.glob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script" not in html.lower()
        assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


def test_no_path_of_the_machine_is_in_the_output(output):
    here = str(Path(output).parent).encode()
    assert not [path for path in output.rglob("*") if path.is_file() and here in path.read_bytes()]


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_pass_axe_and_do_not_scroll_sideways(output, scheme, width):
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        for path in sorted(output.glob("*.html")):
            view.goto(path.as_uri())
            found = Axe().run(view)
            assert not found.response["violations"], found.generate_report()
            assert view.evaluate("document.documentElement.scrollWidth") <= width
        browser.close()
