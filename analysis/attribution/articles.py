"""Attributions of an article, as rows of its table."""

from analysis.attribution.find import find_attributions
from analysis.language import Span, holding


def of_article(article: dict, sentences: list[dict]) -> list[dict]:
    """Rows of table `attributions` for an article (columns article, text) and its rows of `sentences`.

    `source` is left empty; `origin` holds the outlet credited by the attribution's own words.
    """
    starts = [sentence["start"] for sentence in sentences]
    rows = []
    for one in find_attributions(article["text"]):
        spans = [*one.source, *one.cue, *one.content]
        start = min(span.start for span in spans)
        rows.append(
            {
                "article": article["article"],
                "sentence": sentences[holding(starts, start)]["sentence"],
                "start": start,
                "end": max(span.end for span in spans),
                "source_spans": _bounds(one.source),
                "cue_spans": _bounds(one.cue),
                "content_spans": _bounds(one.content),
                "source_text": _text(one.source),
                "cue_text": _text(one.cue),
                "content_text": _text(one.content),
                "kind": one.kind,
                "form": one.form,
                "source_type": one.source_type,
                "source": None,
                "origin": one.origin,
                "certainty": one.certainty,
            }
        )
    return rows


def _bounds(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _text(spans: tuple[Span, ...]) -> str | None:
    return " … ".join(span.text for span in spans) or None
