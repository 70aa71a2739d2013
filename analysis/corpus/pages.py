"""Saved web pages: the article by trafilatura (Barbaresi 2021), and what it took away."""

import re
from dataclasses import dataclass

from analysis.corpus.lines import Line, one_line
from analysis.corpus.refusals import Refused

MAX_TAKEN = 2_000  # characters of the removed words that are kept
PARAGRAPHS = {"p", "head", "item", "quote", "cell", "fw", "ab", "lg", "l"}
# No clock: by default a page dated after today would lose its date.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
METADATA = {"title": "title", "author": "author", "date": "published", "sitename": "outlet", "url": "url"}
UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "iframe", "object")


@dataclass(frozen=True)
class Page:
    """The lines of a page's article, what the page says of it, and one row on what was removed."""

    lines: list[Line]
    fields: dict[str, object]
    removed: list[tuple[str, str]]


def read_page(source: str) -> Page:
    """The article of a saved page; raises Refused where the page has none.

    Text in lists, quotations and tables stays, comments of readers go. The outlet is what the page's own metadata say.
    """
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if not source.strip():
        raise Refused("empty")
    try:
        document = trafilatura.bare_extraction(
            source, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATES
        )
    except (ValueError, RecursionError, AssertionError, TypeError):
        raise Refused("no article: the web page cannot be parsed") from None
    lines = _lines(document.body) if document is not None and document.body is not None else []
    if not lines:
        raise Refused("no article: a web page without the text of one")
    values = {name: getattr(document, key) for key, name in METADATA.items()}
    taken = _taken_away(source, lines)
    removed = [("web page furniture", taken)] if taken else []
    return Page(lines, {name: value for name, value in values.items() if value}, removed)


def _lines(body) -> list[Line]:
    """The lines of trafilatura's tree: one for each innermost paragraph, heading, list item, quotation or cell."""
    lines = []
    for element in body.iter():
        inner = any(child.tag in PARAGRAPHS for child in element.iterdescendants())
        if element.tag not in PARAGRAPHS or (inner and not (element.text or "").strip()):
            continue
        text = one_line(element.text or "" if inner else "".join(element.itertext()))
        if text:
            level = int(re.sub(r"\D", "", element.get("rend") or "") or 2) if element.tag == "head" else 0
            lines.append(Line(text, gap=True, level=level, item=element.tag == "item"))
    return lines


def _taken_away(source: str, lines: list[Line]) -> str:
    """The page's visible words that are not in the article, a line of the page each, in short."""
    from lxml import etree, html

    try:
        tree = html.fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    for element in list(tree.iter(*UNSEEN, etree.Comment)):
        element.drop_tree()
    kept = " ".join(line.text for line in lines)
    taken, length = [], 0
    for piece in tree.itertext():
        text = one_line(piece)
        if text and text not in kept:
            taken.append(text)
            length += len(text)
        if length > MAX_TAKEN:
            return " · ".join(taken)[:MAX_TAKEN] + " …"
    return " · ".join(taken)
