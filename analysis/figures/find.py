"""Find every figure that a text states."""

from bisect import bisect_right
from datetime import date

from analysis.figures.figure import Figure, Reading
from analysis.figures.grammar.bounds import enclosed, rate_of, read_bounds
from analysis.figures.grammar.names import chain_at, hidden, name_at, named_number
from analysis.figures.grammar.ranges import quantity_at
from analysis.figures.grammar.starts import may_start
from analysis.figures.grammar.times import time_at
from analysis.figures.grammar.tokens import MARGIN, Tokens, tokenize
from analysis.language import holding

NEAR = 5  # figures back to which cents may look for their currency
WITH_CENTS = frozenset(("USD", "EUR", "CAD", "AUD", "NZD", "SGD", "HKD"))


def find_figures(text: str, published: str | None = None) -> list[Figure]:
    """Figures of text in reading order, none overlapping; published (ISO day) resolves times such as "last year".

    Times of day and numbers that are part of names are no figures; a result such as 3-1 is two. It reads words, not
    meaning: "over 23,000 acres" is taken for a bound. Raises ValueError where published is no ISO day.
    """
    tokens = tokenize(text)
    today = date.fromisoformat(published) if published else None
    covered = hidden(text)
    readings, at = [], MARGIN
    while at < len(tokens) - MARGIN:
        if not may_start(tokens, at) or _is_covered(tokens[at].start, covered):
            at += 1
            continue
        reading, after = _read(tokens, at, today)
        if reading:
            _add(readings, reading, tokens)
        at = max(after, at + 1)
    return [_figure(text, tokens, reading) for reading in readings]


def _read(tokens: Tokens, at: int, today: date | None) -> tuple[Reading | None, int]:
    """The figure at a token, and where to read on."""
    if after := name_at(tokens, at):
        return None, after
    reading = time_at(tokens, at, today)
    if reading is None and (after := chain_at(tokens, at)):
        return None, after
    reading = reading or quantity_at(tokens, at)
    if reading is None:
        return None, at + 1
    bare = reading.kind == "number" or (reading.kind == "period" and reading.last == reading.first + 1)
    if reading.kind is None or (bare and named_number(tokens, reading.first, reading.last)):
        return None, reading.last
    return reading, reading.last


def _add(readings: list[Reading], reading: Reading, tokens: Tokens) -> None:
    """Add a reading to those before it, with what it takes from them and from the words around it."""
    before = readings[-1] if readings else None
    read_bounds(tokens, reading, before.last if before else 0)
    if before and reading.kind == "money" and tokens[reading.last - 1].word in ("cent", "cents"):
        reading.unit = next(
            (earlier.unit for earlier in reversed(readings[-NEAR:]) if earlier.unit in WITH_CENTS), "USD"
        )
    if before and _is_another_age(tokens, before, reading):
        reading.kind, reading.unit = before.kind, before.unit
    if before and (whole := enclosed(tokens, before, reading)):
        readings[-1] = whole
    else:
        readings.append(reading)


def _is_another_age(tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Whether a number goes on with ages: "aged 21, 23 and 35,"."""
    listed = all(token.word in (",", "and") for token in tokens[before.last : reading.first])
    after = tokens[reading.last].word
    return before.kind == "age" and reading.kind == "number" and listed and (after == "and" or not after.isalpha())


def _figure(text: str, tokens: Tokens, reading: Reading) -> Figure:
    start, end = tokens[reading.first].start, tokens[reading.last - 1].end
    first, last = reading.bounded or (reading.first, reading.last)
    return Figure(
        start,
        end,
        text[start:end],
        reading.kind,
        reading.value,
        reading.low,
        reading.high,
        reading.unit,
        reading.approximation,
        reading.magnitude,
        rate_of(text, tokens, reading),
        text[tokens[first].start : tokens[last - 1].end] if reading.bounded else None,
    )


def _is_covered(start: int, covered: list[tuple[int, int]]) -> bool:
    at = bisect_right(covered, (start, float("inf"))) - 1
    return at >= 0 and start < covered[at][1]


def of_article(article: dict, sentences: list[dict]) -> list[dict]:
    """Rows of table `figures` for an article and its rows of table `sentences`, without what, who, when and status."""
    published = article.get("published")
    starts = [sentence["start"] for sentence in sentences]
    rows = []
    for figure in find_figures(article["text"], published if isinstance(published, str) else None):
        sentence = sentences[holding(starts, figure.start)]["sentence"]
        rows.append({"article": article["article"], "sentence": sentence, **_row(figure)})
    return rows


def _row(figure: Figure) -> dict:
    fields = {name: getattr(figure, name) for name in Figure.__slots__}
    for bound in ("low", "high"):  # one column holds ISO days and numbers
        if isinstance(fields[bound], float):
            fields[bound] = repr(fields[bound])
    return fields
