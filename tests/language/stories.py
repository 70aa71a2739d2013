"""Invented stories whose names were marked by hand: [form] is a mention, [form=Name] one of a name fuller elsewhere."""

import re
from pathlib import Path

from analysis import language, tables

MARK = re.compile(r"\[([^\]=]+)(?:=([^\]]+))?\]")
FOLDER = Path(__file__).parent / "stories"


def read_story(path):
    """The story's table `sentences`, and {(article, start, end): name} of the mentions in the body."""
    rows, marked = [], {}
    for number, article in enumerate(re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]):
        title, *paragraphs = article.rstrip("\n").split("\n")
        text = title
        for paragraph in paragraphs:
            text += "\n\n"
            end = 0
            for mark in MARK.finditer(paragraph):
                text += paragraph[end : mark.start()]
                marked[str(number), len(text), len(text) + len(mark[1])] = mark[2] or mark[1]
                text += mark[1]
                end = mark.end()
            text += paragraph[end:]
        rows += language.of_article({"article": str(number), "title": title, "headings": [], "text": text})
    return tables.table("sentences", rows), marked
