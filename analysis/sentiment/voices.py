"""Tone along an article, and whose voice it is in."""

from collections.abc import Sequence

from analysis.sentiment.lexicon import sentence_tone

VOICES = {"direct": "quoted", "mixed": "reported", "indirect": "reported"}


def of_article(article: dict, sentences: Sequence[dict], attributions: Sequence[dict]) -> list[dict]:
    """Rows of table `tone` from an article and its rows of `sentences` and `attributions` (kind, form, content_spans).

    What the writer tells of somebody's thoughts is in the writer's voice.
    """
    spoken = [
        (start, end, VOICES[attribution["form"]])
        for attribution in attributions
        if attribution["kind"] != "thought"
        for start, end in attribution["content_spans"]
    ]
    length = max(1, len(article["text"]))
    return [
        {
            "article": sentence["article"],
            "sentence": sentence["sentence"],
            "start": sentence["start"],
            "end": sentence["end"],
            "tone": sentence_tone(sentence["text"]),
            "voice": _voice(sentence["start"], sentence["end"], spoken),
            "place": (sentence["start"] + sentence["end"]) / 2 / length,
        }
        for sentence in sentences
    ]


def _voice(start: int, end: int, spoken: Sequence[tuple[int, int, str]]) -> str:
    """The voice that most of the span is in; content within content counts once, for the voice that quotes it."""
    quoted = _covered(start, end, [span for span in spoken if span[2] == "quoted"])
    either = _covered(start, end, spoken)
    if 2 * either <= end - start:
        return "narrator"
    return "quoted" if 2 * quoted >= either else "reported"


def _covered(start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> int:
    covered, reached = 0, start
    for span_start, span_end, _ in sorted(spans):
        first, last = max(span_start, reached), min(span_end, end)
        if last > first:
            covered += last - first
            reached = last
    return covered
