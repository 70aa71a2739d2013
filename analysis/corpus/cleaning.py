"""From the lines of a file to an article's own words, with every removal noted."""

import re
from dataclasses import dataclass

from analysis.corpus.dates import day_in
from analysis.corpus.footnotes import drop_footnotes
from analysis.corpus.furniture import BULLET, author_of, core, find_furniture
from analysis.corpus.headlines import heading_numbers, is_headline
from analysis.corpus.lines import Line, one_line

_SAME = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Cleaned:
    """An article's own words: title or None, paragraphs, which of them (from 0) are headings; (rule, text) of what was
    removed; author and published (ISO day) where a removed line states them.
    """

    title: str | None
    paragraphs: tuple[str, ...]
    headings: tuple[int, ...]
    removed: tuple[tuple[str, str], ...]
    author: str | None = None
    published: str | None = None

    @property
    def text(self) -> str:
        """The title as first paragraph, if there is one, then the paragraphs."""
        return "\n\n".join([self.title, *self.paragraphs] if self.title else self.paragraphs)

    @property
    def heading_paragraphs(self) -> list[int]:
        """The paragraphs of text, from 0, that are headings."""
        return [number + bool(self.title) for number in self.headings]


def clean(
    lines: list[Line], title: str | None = None, author: str | None = None, *, corrected: bool = False
) -> Cleaned:
    """An article from its lines: furniture, bullets and footnote marks removed, title and headings told apart.

    `title`, `author`: as known beforehand; lines that only repeat them go. `corrected`: the title stands in for the
    text's own headline, which is then removed. Words, quotation marks and dashes that are left are exactly the file's.
    """
    furniture = find_furniture(lines, author)
    removed = [(rule, lines[number].text) for number, rule in sorted(furniture.items())]
    author, published = _stated(removed)
    kept = [line for number, line in enumerate(lines) if number not in furniture]
    removed += _drop_bullets(kept)
    removed += drop_footnotes(kept)
    kept = [line for line in kept if line.text]
    title = clean_title(title)
    if kept and title and _same(kept[0].text, title):
        kept = kept[1:]
    elif (title is None or corrected) and is_headline(kept):
        if title:
            removed.append(("headline, replaced by the title given", kept[0].text))
        title = title or kept[0].text
        kept = kept[1:]
    if title:
        repeats = [_same(line.text, title) for line in kept]
        removed += [("repeated title", line.text) for line, repeat in zip(kept, repeats, strict=True) if repeat]
        kept = [line for line, repeat in zip(kept, repeats, strict=True) if not repeat]
    paragraphs = tuple(line.text for line in kept)
    return Cleaned(title, paragraphs, tuple(heading_numbers(kept)), tuple(removed), author, published)


def clean_title(title: str | None) -> str | None:
    """A title on one line without bullets before it; None where nothing is left."""
    if not title:
        return None
    line = one_line(title)
    bullet = BULLET.match(line)
    return (line[bullet.end() :] if bullet else line) or None


def _drop_bullets(lines: list[Line]) -> list[tuple[str, str]]:
    removed = []
    for line in lines:
        bullet = BULLET.match(line.text)
        if bullet:
            mark = bullet[0].strip()
            removed.append(("bullet", mark))
            line.text = line.text[bullet.end() :]
            line.item = mark.isascii() or mark in "•◦‣·∙●▪"
    return removed


def _stated(removed: list[tuple[str, str]]) -> tuple[str | None, str | None]:
    """Author and day of publication that by-lines and time stamps state outright; a bare name is not outright."""
    authors = [author_of(text) for rule, text in removed if rule == "by-line"]
    stamps = [
        text for rule, text in removed if rule == "time stamp" and not re.search(r"updated|modified|edited", text, re.I)
    ]
    days = [day_in(core(text)) for text in stamps]
    return next(filter(None, authors), None), next(filter(None, days), None)


def _same(one: str, other: str) -> bool:
    return len(one) <= 2 * len(other) + 20 and _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return _SAME.sub("", text).casefold()
