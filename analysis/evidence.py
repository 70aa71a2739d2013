"""Tables, and sentences of articles as quotations with the words in question marked, as HTML."""

from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class Shown:
    """What a notebook cell shows; html is safe to stand in any page."""

    def __init__(self, html: str):
        self.html = html

    def _repr_html_(self) -> str:
        return f'<style>{style()}</style><div class="parallax">{self.html}</div>'


def quotations(findings: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame") -> Shown:
    """Every finding (columns article, start, end) in the sentence in which it starts, marked, its source named.

    A finding that goes on behind its sentence is marked to the sentence's end. Raises ValueError, naming the span,
    for one that stands in no sentence.
    """
    labels = {row.article: f"{row.letter}, {row.label}" for row in articles.itertuples(index=False)}
    by_article = {article: rows.to_dict("records") for article, rows in sentences.groupby("article", sort=False)}
    quoted = []
    for article, start, end in findings[["article", "start", "end"]].itertuples(index=False):
        held = [row for row in by_article.get(article, []) if row["start"] <= start < row["end"]]
        if not held:
            raise ValueError(f"{article}: characters {start} to {end} stand in no sentence")
        (sentence,) = held
        where = f"{labels[article]}, sentence {sentence['sentence'] + 1} of {len(by_article[article])}"
        quoted.append(
            f"<blockquote>{marked(sentence['text'], [(start - sentence['start'], end - sentence['start'])])}"
            f"<footer>{escape(where)}</footer></blockquote>"
        )
    return Shown("\n".join(quoted))


def listed(frame: "pd.DataFrame", caption: str) -> Shown:
    """The rows of a table under a caption, which must be the only one of its words on the page; empty cells show –."""
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in frame.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>"
        for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False)
    )
    return Shown(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(cell: object) -> str:
    return "–" if cell is None else escape(f"{cell:,}" if isinstance(cell, int) else str(cell))


def marked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text as HTML, every character of it escaped, with the spans (start, end) marked, each character once."""
    html, done = [], 0
    for start, end in sorted(spans):
        start, end = max(start, done), min(end, len(text))
        if start < end:
            html += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
            done = end
    return "".join([*html, escape(text[done:])])


@cache
def style() -> str:
    """The style sheet of quotations, for pages and for cells."""
    return files(__package__).joinpath("evidence.css").read_text(encoding="utf-8")
