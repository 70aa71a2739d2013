"""A text cut into its lines: one paragraph, heading or left-over of the page each."""

import re
import unicodedata
from dataclasses import dataclass

WIDTH = (40, 120)  # characters at which texts are wrapped by hand or by programs
SLACK = 8  # characters that a wrapped line may fall short of taking the next word
MIN_WRAPPED = 3  # line ends from which wrapping can be told
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffc]"
)
_JOINER = re.compile("(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f])")  # others join emoji or letters
_SPACES = re.compile("[ \t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)(?:\s+#+)?$")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


@dataclass(slots=True)
class Line:
    """A line of an article; `gap`: a blank line stands before it; `level`: of a heading marked as such, else 0."""

    text: str
    gap: bool = False
    level: int = 0
    item: bool = False


def normalise(text: str) -> str:
    """The text with every line end as \\n, every run of spaces of any kind as one space, and composed letters (NFC).

    What nobody sees goes: control and zero-width characters, soft hyphens, direction and byte order marks. Half
    surrogates, which no file can hold, become replacement characters. Everything else stays as it is.
    """
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    if "\u200c" in text or "\u200d" in text:
        text = _JOINER.sub("", text)
    text = _SURROGATE.sub("\ufffd", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """A normalised text on one line, for titles, names and other short values."""
    return " ".join(normalise(text).split())


def cut_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank; those that were wrapped at a width are joined to paragraphs again."""
    rows = [row.strip() for row in normalise(text).split("\n")]
    width = _wrapping(rows)
    lines: list[Line] = []
    gap, last = False, ""
    for row in rows:
        if not row:
            gap = True
            continue
        if width and lines and not gap and not lines[-1].level and _full(last, row, width):
            lines[-1].text += row if re.search(r"[^\W\d_]-$", last) and row[0].islower() else f" {row}"
        else:
            lines.append(_line(row, gap))
        gap, last = False, row
    return lines


def _line(row: str, gap: bool) -> Line:
    heading = _HEADING.match(row)
    return Line(heading[2], gap, len(heading[1])) if heading else Line(row, gap)


def _wrapping(rows: list[str]) -> int:
    """The width at which the rows were wrapped, or 0.

    A wrapped text fills its lines: most rows that another follows could not have taken that one's first word, and most
    of them stop in the middle of a sentence.
    """
    long = sum(len(row) > WIDTH[1] for row in rows)
    pairs = [(row, after) for row, after in zip(rows, rows[1:], strict=False) if row and after and len(row) <= WIDTH[1]]
    width = max((len(row) for row, _ in pairs), default=0)
    if width < WIDTH[0] or len(pairs) < MIN_WRAPPED or long > len(rows) / 10:
        return 0
    full = sum(_full(row, after, width) for row, after in pairs)
    unfinished = sum(not _ENDS.search(row) for row, _ in pairs)
    return width if full >= 0.6 * len(pairs) and unfinished >= 0.5 * len(pairs) else 0


def _full(row: str, after: str, width: int) -> bool:
    return width >= len(row) > width - SLACK - 1 - len(after.split(maxsplit=1)[0])
