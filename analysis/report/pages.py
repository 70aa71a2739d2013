"""Pages of executed notebooks, the index over them, and the story's tables beside them."""

from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import analysis
from analysis import evidence, tables
from analysis.report.record import Result, page, write_text

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from analysis.story import Story

HERE = Path(__file__).parent


def write(output: Path, results: list[Result], story: "Story") -> None:
    """Write a page a result, index.html, and every table of the story as CSV and Parquet with codebook.csv."""
    for result in results:
        write_text(page(output, result.stem), _page(result, results, len(story.articles)))
    write_text(output / "index.html", _index(results))
    _write_tables(output / "tables", story)


def _page(result: Result, results: list[Result], articles: int) -> str:
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(template_name="template", extra_template_basedirs=[str(HERE)])
    parameters = " · ".join(f"{name} = {value}" for name, value in sorted(result.parameters.items()))
    described = {
        "title": result.title,
        "style": _style(),
        "error": result.error,
        "links": [{"href": "index.html", "title": "Contents", "here": False}]
        + [{"href": f"{other.stem}.html", "title": other.title, "here": other is result} for other in results],
        "run": " · ".join(filter(None, [f"{articles} articles", parameters, f"Parallax {analysis.__version__}"])),
    }
    html, _ = exporter.from_notebook_node(_without_style(result.notebook), resources={"page": described})
    return html.rstrip() + "\n"


def _index(results: list[Result]) -> str:
    rows = "\n".join(
        f'<li><a href="{escape(result.stem)}.html">{escape(result.title)}</a>'
        + (f' <span class="failed">failed: {escape(result.error or "")}</span>' if result.status == "failed" else "")
        + "</li>"
        for result in results
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Parallax</title>\n<style>{_style()}</style>\n</head>\n"
        '<body class="parallax">\n<main>\n<h1>One story, its sources</h1>\n'
        f'<ul>\n{rows}\n</ul>\n<p><a href="tables/codebook.csv">What each column of the tables means</a></p>\n'
        "</main>\n</body>\n</html>\n"
    )


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
