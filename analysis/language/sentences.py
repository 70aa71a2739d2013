"""Where sentences begin and end."""

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

from analysis.language.span import Span

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
OPENING = "\"'“‘«([—–-"


def split_sentences(text: str) -> list[Span]:
    """Sentences of text, in order, without outer blanks; each line's end ends a sentence.

    Punkt (Kiss and Strunk 2006) with abbreviations of our own. No break before a lower-case word.
    An abbreviation that ends a sentence ("… in the U.S. The …") joins it to the next.
    """
    spans = []
    for line in LINE.finditer(text):
        start = line.start()
        for piece in _pieces(line.group()):
            stripped = piece.strip()
            if stripped:
                begin = start + len(piece) - len(piece.lstrip())
                spans.append(Span(begin, begin + len(stripped), stripped))
            start += len(piece)
    return spans


def of_article(article: dict) -> list[dict]:
    """Rows of table `sentences` for an article (columns article, title, headings and text)."""
    text = article["text"]
    headings = set(article["headings"] or ())
    titled = isinstance(article["title"], str)
    rows, paragraph, seen = [], 0, 0
    for number, span in enumerate(split_sentences(text)):
        paragraph += text.count("\n\n", seen, span.start)
        seen = span.start
        kind = "headline" if titled and paragraph == 0 else "heading" if paragraph in headings else "body"
        rows.append(
            {
                "article": article["article"],
                "sentence": number,
                "start": span.start,
                "end": span.end,
                "paragraph": paragraph,
                "kind": kind,
                "text": span.text,
            }
        )
    return rows


def _pieces(line: str) -> list[str]:
    """The line cut before each sentence; the pieces together are the line."""
    starts = [start for start, _ in _punkt().span_tokenize(line)][1:]
    cuts = [0, *(start for start in starts if not line[start : start + 9].lstrip(OPENING)[:1].islower()), len(line)]
    return [line[a:b] for a, b in pairwise(cuts)]


@cache
def _punkt():
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    lines = files(__package__).joinpath("abbreviations.txt").read_text(encoding="utf-8").splitlines()
    parameters.abbrev_types = {word for line in lines if not line.startswith("#") for word in line.split()}
    return PunktSentenceTokenizer(parameters)
