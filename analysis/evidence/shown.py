"""What a cell shows, as HTML that is safe in any page, and looks alike in a page and in JupyterLab."""

from functools import cache
from html import escape
from importlib.resources import files


class Shown:
    """What a notebook cell shows; html is safe to stand in any page. Two are shown below each other by +."""

    def __init__(self, html: str):
        self.html = html

    def __add__(self, other: "Shown") -> "Shown":
        return Shown(f"{self.html}\n{other.html}")

    def _repr_html_(self) -> str:
        return f'{style_tag()}<div class="parallax">{self.html}</div>'


def finding(*sentences: str) -> Shown:
    """A finding in words, a paragraph: unlike in Markdown, an article's "<b>" or "*" in it stays text."""
    return Shown(f'<p class="finding">{escape(" ".join(sentences))}</p>')


def folded(summary: "str | Shown", shown: Shown, *, open: bool = False) -> Shown:
    """What is shown, folded away under its summary."""
    head = summary.html if isinstance(summary, Shown) else escape(summary)
    return Shown(f"<details{' open' * open}><summary><span>{head}</span></summary>{shown.html}</details>")


@cache
def style() -> str:
    """The style sheet of what cells show, for pages and for cells."""
    return files(__package__).joinpath("evidence.css").read_text(encoding="utf-8").strip()


@cache
def style_tag() -> str:
    """The style sheet as an element, which a cell carries and a page has once."""
    return f"<style>{style()}</style>"
