"""Pages of executed notebooks, the index over them, and the story's tables beside them."""

import platform
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import analysis
from analysis import evidence, summary, tables
from analysis.report.record import Result, page, write_text

if TYPE_CHECKING:
    import pandas as pd
    from nbconvert import HTMLExporter
    from nbformat import NotebookNode

    from analysis.story import Story

HERE = Path(__file__).parent
_NOTEBOOK = re.compile(r'href="(\w+)\.ipynb"')  # in JupyterLab a link leads to a notebook, among pages to its page


def write(output: Path, results: list[Result], story: "Story") -> None:
    """Write a page a result, index.html, and every table of the story as CSV and Parquet with codebook.csv."""
    for result in results:
        write_text(page(output, result.stem), _page(result, results, story))
    write_text(output / "index.html", _contents(results, story))
    _write_tables(output / "tables", story)


def _page(result: Result, results: list[Result], story: "Story") -> str:
    described = {
        "title": result.title,
        "story": f"{headline(story.articles)} · {counted(story.articles)}",
        "style": _style(),
        "error": result.error,
        "links": _links(results, result, story),
        "run": _run(story, result.parameters),
    }
    html, _ = _exporter().from_notebook_node(_without_style(result.notebook), resources={"page": described})
    return _NOTEBOOK.sub(r'href="\1.html"', html).rstrip() + "\n"


@cache
def _exporter() -> "HTMLExporter":
    """One for all pages: it reads and compiles the templates once."""
    from nbconvert import HTMLExporter

    return HTMLExporter(template_name="template", extra_template_basedirs=[str(HERE)])


def _links(results: list[Result], here: Result | None, story: "Story") -> list[dict]:
    """The way to every page of the story, by the notebooks' short names, and up to the other stories, if any."""
    above = [{"href": "../index.html", "title": "All stories", "here": False}] if story.number else []
    contents = {"href": "index.html", "title": "Contents", "here": here is None}
    pages = [{"href": f"{other.stem}.html", "title": _short(other.stem), "here": other is here} for other in results]
    return [*above, contents, *pages]


def _short(stem: str) -> str:
    """03_sentiment is “Sentiment”."""
    return stem.lstrip("0123456789_").replace("_", " ").capitalize() or stem


def _contents(results: list[Result], story: "Story") -> str:
    entries = [
        {"href": f"{result.stem}.html", "title": result.title}
        | {"failed": (result.error or "") if result.status == "failed" else None}
        for result in results
    ]
    return rendered(
        "contents",
        {
            "title": headline(story.articles),
            "lead": summary.opening(story),
            "links": _links(results, None, story),
            "sources": evidence.sources(story.articles).html,
            "entries": entries,
            "tables": tables.meanings(),
            "run": _run(story, {}),
        },
    )


def headline(articles: "pd.DataFrame") -> str:
    """The first headline among the articles, in its source's own words; where none has one, the first label."""
    return next(iter([*articles["title"].dropna(), *articles["label"]]))


def counted(articles: "pd.DataFrame") -> str:
    """How many articles there are, in words that a page says."""
    count = len(articles)
    return f"{count} article{'' if count == 1 else 's'}"


def _run(story: "Story", parameters: dict) -> str:
    given = " · ".join(f"{name} = {value}" for name, value in sorted(parameters.items()))
    return " · ".join(filter(None, [counted(story.articles), given, _versions()]))


def _versions() -> str:
    """What ran; the versions of the libraries stand in run.json, which pages link to."""
    return f"Parallax {analysis.__version__} · Python {platform.python_version()}"


def rendered(template: str, stated: dict) -> str:
    """A page made of one of our templates and what is stated on it."""
    from jinja2 import Environment, FileSystemLoader

    templates = Environment(loader=FileSystemLoader(HERE / "template"), keep_trailing_newline=True)
    stated = {"run": _versions(), "style": _style(), "links": []} | stated
    return templates.get_template(f"{template}.html.j2").render(page=stated)


def _write_tables(folder: Path, story: "Story") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in story.annotate().items():
        tables.write_csv(frame, folder / f"{name}.csv")
        tables.write_parquet(name, frame, folder / f"{name}.parquet")
    tables.write_csv(tables.codebook(), folder / "codebook.csv")


def _style() -> str:
    return evidence.style() + "\n" + files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def _without_style(notebook: "NotebookNode") -> "NotebookNode":
    """The notebook without the style sheets that its cells carry, since a page has it once."""
    from nbformat import from_dict

    bare = from_dict(notebook)
    for output in (output for cell in bare.cells for output in cell.get("outputs", ())):
        html = output.get("data", {}).get("text/html")
        if isinstance(html, str):
            output.data["text/html"] = html.removeprefix(evidence.style_tag())
    return bare
