"""Lines of the page that are not the article: prompts, advertisements, credits, by-lines, stamps, sections, scripts."""

import re
from functools import cache

from analysis import data
from analysis.corpus.lines import Line
from analysis.corpus.words import words

LONGEST = 220  # characters of a line that furniture.csv is tried on
OPENING = 10  # lines among which the head of an article ends at the latest
CODE_SHARE = 0.08  # share of code marks in a line of script; prose has a quarter of that at most

EMOJI = (
    "\u203c\u2049\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u275a\u2761-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f"
)
BULLET = re.compile(rf"(?:(?:[0-9#*]?\ufe0f?\u20e3|[{EMOJI}])[\ufe0e\ufe0f\u200d]*\s*|[•◦‣·∙●▪]\s*|[-*]\s+)+")
NEVER = r"(?!)"  # matches no line
_TAIL = " .:!?…»›>→"
_WORDY = re.compile(r"[^\W_]")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_CODE_SIGN = re.compile(r"\)\s?\{|=>|\(\);|[=!]=|\|\||&&|\"\s?:|'\s?:|\};|\)\s?;")
_CODE_MARK = re.compile(r"[{}\[\]();=<>|&$\"_]")
_BARE_NAME = re.compile(r"(?:[A-Z][\w'’.-]{0,20} ){1,3}[A-Z][\w'’-]{1,25}")
_BYLINE_START = re.compile(r"(?:(?:written |words |story |text |analysis |opinion |reported )?by:?|authors? ?:) ", re.I)
_BYLINE_END = re.compile(r" ?(?:[,|·•]| [–—-] ).*$")
_COLLECTIVE = re.compile(
    r"\b(?:staff|press|news|agency|agencies|desk|newsroom|team|editors?|writers?|reporters?|reuters|afp|bureau|the)\b",
    re.I,
)


def is_prose(text: str) -> bool:
    """Whether a line reads as a paragraph: eight words and a full stop, or twenty words."""
    return _is_sentence(text, 8) or text.count(" ") >= 19


def _is_sentence(text: str, fewest: int) -> bool:
    return text.count(" ") >= fewest - 1 and _STOP.search(text) is not None


def find_furniture(lines: list[Line], author: str | None = None) -> dict[int, str]:
    """The rule for each line, by its number, that belongs to the page; a line that is the known author is a by-line."""
    prose = [number for number, line in enumerate(lines) if is_prose(line.text) and (number or "." in line.text[-3:])]
    # A by-line often stands under a first paragraph, the standfirst; hence the second.
    head = min(prose[1] if len(prose) > 1 else len(lines), OPENING)
    top = min(prose[0] if prose else len(lines), OPENING)
    tail = prose[-1] + 1 if prose else max(len(lines) - OPENING, 1)
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        if line.level:
            continue
        places = {
            "any",
            "head" if number < head else "",
            "tail" if number >= tail else "",
            "after" if number - len(found) else "",
        }
        if number < head or number >= tail:
            places.add("edge")
        rule = _rule(line.text, frozenset(places))
        if not rule and (number < top or number >= tail) and _is_section(line.text):
            rule = "section name"
        if rule:
            found[number] = rule
    _add_bylines(lines, head, found, author)
    _add_neighbours(lines, found, tail)
    _add_listed(lines, found, tail)
    return found


def author_of(line: str) -> str | None:
    """The person whom a by-line names ("By JANE DOE, Staff Writer"); None where it names a desk or an agency."""
    kernel = core(line)
    start = _BYLINE_START.match(kernel)
    name = _BYLINE_END.sub("", kernel[start.end() :]).strip() if start else ""
    if " " not in name or _COLLECTIVE.search(name):
        return None
    return " ".join(
        word.capitalize() if word.isupper() and word.isalpha() and len(word) > 2 else word for word in name.split()
    )


def core(text: str) -> str:
    """A line without the bullets before it and the punctuation after it."""
    bullet = BULLET.match(text)
    return (text[bullet.end() :] if bullet else text).rstrip(_TAIL)


def _rule(text: str, places: frozenset[str]) -> str | None:
    if not _WORDY.search(text):
        return "line of signs"
    if len(text) <= LONGEST:
        kernel = core(text)
        sentence = _is_sentence(text, 5)
        pattern, rules = _pattern(places, sentence)
        match = pattern.fullmatch(kernel)
        if match:
            return rules[match.lastgroup]
    return "script" if _is_code(text) else None


def _is_code(text: str) -> bool:
    return bool(_CODE_SIGN.search(text)) and len(_CODE_MARK.findall(text)) > CODE_SHARE * len(text)


def _is_section(text: str) -> bool:
    name, sections = core(text).lower(), words("sections")
    return len(name) <= 60 and (name in sections or all(part in sections for part in re.split(r"[\s|/>»›,·•]+", name)))


def _add_bylines(lines: list[Line], head: int, found: dict[int, str], author: str | None) -> None:
    """Lines of the head that are only a name which occurs nowhere else, and a bare category right under a by-line."""
    for number in range(1, head):
        text = lines[number].text
        if number in found or lines[number].level:
            continue
        if text == author or (_BARE_NAME.fullmatch(text) and _names_writer(lines, number)):
            found[number] = "by-line"
        elif _is_category(lines[number], found.get(number - 1)):
            found[number] = "category line"


def _is_category(line: Line, above: str | None) -> bool:
    under = above in ("by-line", "time stamp") and not line.gap
    return under and len(line.text.split()) <= 3 and line.text[-1].isalnum()


def _names_writer(lines: list[Line], number: int) -> bool:
    name = lines[number].text.split()
    if name[0].lower() not in words("given names"):
        return False
    elsewhere = re.compile(rf"\b(?:{'|'.join(map(re.escape, name))})\b")
    return not any(elsewhere.search(line.text) for place, line in enumerate(lines) if place != number)


def _add_neighbours(lines: list[Line], found: dict[int, str], tail: int) -> None:
    """Single words such as "Facebook" or "Search" at the edges, and beside a removed line."""
    for order in (range(len(lines)), reversed(range(len(lines)))):
        for number in order:
            beside = number - 1 in found or number + 1 in found or number >= tail
            if number in found or lines[number].level or not beside or len(lines[number].text) > LONGEST:
                continue
            rule = _rule(lines[number].text, frozenset({"run"}))
            near = number >= tail or (number - 1 in found and not lines[number].gap)
            if not rule and near and _is_section(lines[number].text):
                rule = "section name"
            if rule:
                found[number] = rule


def _add_listed(lines: list[Line], found: dict[int, str], tail: int) -> None:
    """The titles under "Related articles": all that are left at the end of an article, within it only its block."""
    listing = False
    for number, line in enumerate(lines):
        if number in found:
            listing = listing or found[number] == "list of other articles"
        elif listing and not is_prose(line.text) and not line.level and (number >= tail or not line.gap):
            found[number] = "list of other articles"
        else:
            listing = False


@cache
def _pattern(places: frozenset[str], sentence: bool) -> tuple[re.Pattern, dict[str, str]]:
    """One pattern of all that may match at these places, and the rule of each of its groups."""
    rows = [row for row in _rows() if row["where"] in places and (row["sentence"] == "yes" or not sentence)]
    rules = {f"p{number}": row["rule"] for number, row in enumerate(rows)}
    joined = "|".join(f"(?P<{group}>{row['pattern']})" for group, row in zip(rules, rows, strict=True))
    return re.compile(joined or NEVER, re.IGNORECASE), rules


@cache
def _rows() -> list[dict[str, str]]:
    return data.rows(__package__, "furniture.csv")
