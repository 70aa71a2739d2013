"""Markup, style sheets and scripts that were left in a text, taken out; HTML entities and Markdown turned into text.

Works on the raw text of plain and Markdown files, before it is cut into lines, and in time linear in its length.
"""

import html
import re
from collections.abc import Callable, Iterator

from analysis.corpus.words import words

Removed = list[tuple[str, str]]
CSS_DEPTH = 3  # a rule within @media within @supports
SELECTOR = 400  # characters before a brace that may be its selector

_COMMENT = re.compile(r"<!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}-->")
_BLOCK = re.compile(
    r"^[ \t]*<(script|style|noscript|svg)\b[^<>\n]{0,500}>(?:[^<]|<(?!/?\1\b)){0,20000}</\1>[ \t]*$", re.I | re.M
)
_TAG = re.compile(r"</?([a-z][a-z0-9]{0,11})(?:\s[^<>]{0,1000})?/?>", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,1000}(?:\s\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\](\((?:https?:|mailto:|/|#|www\.)[^()\s]{0,1000}(?:\s\"[^\"\n]{0,300}\")?\))")
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])([^\n*_]{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^\n*_]{1,1000}?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,1000})\1")
_DEFINITION = re.compile(r"^[ \t]*\[\^?[^\[\]\n]{1,50}\]:[ \t]+\S.*$", re.M)
_NOTE = re.compile(r"\[\^[\w-]{1,30}\]")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[ \t]*\w{0,20}[ \t]*$", re.M)
_ESCAPE = re.compile(r"\\(?=[*_`#\[\]()<>~.!+-])")
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?){1,5}", re.M)
_UNDERLINED = re.compile(r"^(\S.{0,200})\n[ \t]*(?:={3,}|-{3,})[ \t]*$", re.M)
_CSS_COMMENT = re.compile(r"/\*(?:[^*/]|\*(?!/)|/(?!\*)){0,5000}\*/")
_BRACE = re.compile(r"[{}]")
_PROPERTY = re.compile(r"\s*[-*_a-z][-\w]{0,40}\s*:", re.I)
_AT_RULE = re.compile(
    r"@(?:-\w+-)?(?:media|font-face|keyframes|import|supports|page|charset|layer|container)\b[^{};]*$", re.I
)
_GLUED = re.compile(r"^([^\s.#@:\[]+[.!?:;,…]?[\"'”’)]{0,3})(?=[.#@]-?[a-z_])", re.I)
_SELECTOR = re.compile(r"^(?:[.#@:*>+~&\[(].*|[\w-]+[.#:\[][-\w:.#\[(].*|\d+%,?)$", re.S)


def strip_leftovers(text: str, *, markdown: bool = False) -> tuple[str, Removed]:
    """A text without what only a browser should have read, and the (rule, text) of everything removed.

    A script or style element goes where it fills whole lines: within a sentence it is what the sentence is about.
    Markdown marks that no plain text has by chance (links, bold) go from every text, the others from Markdown alone.
    """
    removed: Removed = []
    if "<" in text:
        text = _drop(_COMMENT, "comment of the page", text, removed)
        text = _drop(_BLOCK, "script or style element", text, removed)
        text = _drop_tags(text, removed)
    if "{" in text:
        text = _drop_css(text, removed)
    if "&" in text:
        text = _unescape(text, removed)
    return _strip_markdown(text, removed, everything=markdown), removed


def _drop(pattern: re.Pattern, rule: str, text: str, removed: Removed, keep: Callable | str = "") -> str:
    """The text with every match replaced, and what was lost of each noted."""
    removed += [(rule, match[0].strip()) for match in pattern.finditer(text)]
    return pattern.sub(keep, text)


def _drop_tags(text: str, removed: Removed) -> str:
    inline, block = words("inline tags"), words("block tags")

    def replace(match: re.Match) -> str:
        name = match[1].lower()
        if name not in inline and name not in block:
            return match[0]
        removed.append(("markup", match[0]))
        return "\n\n" if name in block else ""

    return _TAG.sub(replace, text)


def _unescape(text: str, removed: Removed) -> str:
    for _ in range(2):  # twice, because "&amp;quot;" is common
        found = [match[0] for match in _ENTITY.finditer(text) if html.unescape(match[0]) != match[0]]
        removed += [("HTML entity, turned into its character", entity) for entity in found]
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text


def _strip_markdown(text: str, removed: Removed, *, everything: bool) -> str:
    rule = "Markdown"
    if everything:
        text = _drop(_FENCE, rule, text, removed)
        text = _drop(_DEFINITION, "footnote text", text, removed)
        text = _drop(_NOTE, "footnote mark", text, removed)
        text = _UNDERLINED.sub(lambda match: f"\n# {match[1]}\n", text)
        text = _QUOTE.sub("", text)
    if "](" in text:
        text = _drop(_IMAGE, "image", text, removed)
        removed += [(rule, match[2]) for match in _LINK.finditer(text)]
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _unwrap(_BOLD, text, removed)
    if everything:
        text = _unwrap(_EMPHASIS, text, removed)
        text = _unwrap(_CODE, text, removed)
        text = _ESCAPE.sub("", text)
    return text


def _unwrap(pattern: re.Pattern, text: str, removed: Removed) -> str:
    removed += [("Markdown", f"{match[1]} {match[1]}") for match in pattern.finditer(text)]
    return pattern.sub(r"\2", text)


def _drop_css(text: str, removed: Removed) -> str:
    text = _drop(_CSS_COMMENT, "style sheet", text, removed)
    kept, end = [], 0
    for start, stop in _css_spans(text):
        # Style rules stand between two elements of the page, unless the sentence goes on after them.
        kept += [text[end:start], " " if text[stop : stop + 2].lstrip()[:1].islower() else "\n"]
        removed.append(("style sheet", text[start:stop].strip()))
        end = stop
    return "".join([*kept, text[end:]])


def _css_spans(text: str) -> list[tuple[int, int]]:
    """Spans of style rules with their selectors, in order, neighbours joined."""
    accepted: list[tuple[int, int]] = []
    for start, stop in _brace_pairs(text):
        while accepted and accepted[-1][0] > start:  # rules within this one
            accepted.pop()
        selector = _selector_start(text, start, floor=accepted[-1][1] if accepted else 0)
        if selector < start or ";" in text[start:stop]:
            accepted.append((selector, stop))
    joined: list[tuple[int, int]] = []
    for start, stop in accepted:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined


def _brace_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Matched braces that hold declarations, or at most CSS_DEPTH levels of such braces; inner ones first."""
    stack: list[list] = []  # position of the brace, height of what it holds, its text outside of inner braces
    last = 0
    for match in _BRACE.finditer(text):
        if stack:
            stack[-1][2].append(text[last : match.start()])
        last = match.end()
        if match[0] == "{":
            stack.append([match.start(), 0, []])
        elif stack:
            start, height, parts = stack.pop()
            content = "".join(parts)
            if stack:
                stack[-1][1] = max(stack[-1][1], height + 1)
            if height < CSS_DEPTH and (_declares(content) if height == 0 else _nests(text, start, content)):
                yield start, match.end()


def _declares(content: str) -> bool:
    return ":" in content and all(_PROPERTY.match(part) for part in content.split(";") if part.strip())


def _nests(text: str, start: int, content: str) -> bool:
    return bool(_AT_RULE.search(text[max(0, start - SELECTOR) : start])) and len(content) < 20_000


def _selector_start(text: str, brace: int, floor: int) -> int:
    """Where the selector before a brace starts: an at-rule, or the run of words before it that look like selectors."""
    low = max(floor, brace - SELECTOR, text.rfind("{", floor, brace) + 1, text.rfind("}", floor, brace) + 1)
    before = text[low:brace]
    at_rule = _AT_RULE.search(before)
    if at_rule:
        return low + at_rule.start()
    tags = words("inline tags") | words("block tags") | words("other selectors")
    start = len(before)
    for match in reversed(list(re.finditer(r"\S+", before))):
        token = match[0]
        if not (_SELECTOR.match(token) or token.rstrip(",").lower() in tags):
            break
        start = match.start()
        glued = _GLUED.match(token)
        if glued and glued[1].lower() not in tags:
            return low + start + glued.end()
    return low + start
