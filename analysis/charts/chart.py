"""A chart as SVG in a page: text stays text, colours follow the page, the same bytes for the same data."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING

from analysis.evidence.quotations import colour_class
from analysis.evidence.shown import Shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INCH = 72  # points: a chart is drawn with one point a pixel
# Matplotlib takes no CSS variables. Each is drawn as a colour of its own, and named in the SVG.
_INKS = {
    **{f"#0000{16 + place:02x}": f"--s{place}" for place in range(8)},
    "#000020": "--ink",
    "#000021": "--soft",
    "#000022": "--line",
    "#000023": "--agree",
    "#000024": "--clash",
    "#000025": "--sum",
    "#000026": "--paper",
}
_DRAWN = {name.removeprefix("--"): colour for colour, name in _INKS.items()}
_INK = re.compile("|".join(_INKS))
# What a file needs and an element of a page must not have: prologue, metadata, a style sheet for all, repeated names.
_OF_A_FILE = re.compile(
    r"""\A.*?(?=<svg )|\s*<metadata>.*?</metadata>|\s*<defs>\s*<style.*?</style>\s*</defs>|(?<=<g) id="[^"]*\"""",
    re.DOTALL,
)


class Chart(Shown):
    """An SVG drawing under the finding it shows; alternative says in words what a reader who cannot see it misses."""

    def __init__(self, title: str, alternative: str, svg: str, note: str = ""):
        self.title, self.alternative = title, alternative
        named = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(alternative)}" ', 1)
        said = f'<p class="note">{escape(note)}</p>' if note else ""
        super().__init__(
            f"<figure><figcaption>{escape(title)}</figcaption>"
            f'<div class="scroll" tabindex="0" role="region" aria-label="Chart: {escape(title)}">{named}</div>'
            f"{said}</figure>"
        )


def nothing(finding: str) -> Chart:
    """What stands in place of a chart where there is nothing to draw: why, in a sentence."""
    return Chart(finding, "An empty chart.", "")


def colour(name: str) -> str:
    """What to draw with: a source's colour by its letter, or ink, soft, line, agree, clash, sum, paper by name."""
    return _DRAWN[name] if name in _DRAWN else _DRAWN[colour_class(name)]


class Drawing:
    """Axes to draw on, and after the block the SVG."""

    def __init__(self, axes: "Axes"):
        self.axes = axes
        self.svg = ""


@contextmanager
def drawing(width: int = 720, height: int = 320) -> Iterator[Drawing]:
    """Axes of width × height pixels, without a frame: `with drawing() as drawn: drawn.axes.plot(…)`, then drawn.svg."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(_style()):
        figure = Figure(figsize=(width / INCH, height / INCH), layout="constrained")
        drawn = Drawing(figure.add_subplot())
        yield drawn
        written = io.StringIO()
        figure.savefig(written, format="svg", transparent=True, metadata={"Date": None})
    svg = _OF_A_FILE.sub("", written.getvalue()).strip()
    svg = svg.replace(f'width="{width}pt" height="{height}pt"', f'width="{width}" height="{height}"')
    drawn.svg = _INK.sub(lambda found: f"var({_INKS[found[0]]})", svg)


def _style() -> dict:
    ink, soft, line = colour("ink"), colour("soft"), colour("line")
    return {
        "svg.fonttype": "none",
        "svg.hashsalt": "parallax",
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"],  # comes with matplotlib: widths are the same on every machine
        "font.size": 12,
        "text.color": ink,
        "axes.labelcolor": soft,
        "axes.edgecolor": line,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.axisbelow": True,
        "grid.color": line,
        "xtick.color": line,
        "ytick.color": line,
        "xtick.labelcolor": soft,
        "ytick.labelcolor": ink,
        "ytick.major.size": 0,
        "figure.dpi": INCH,
    }
