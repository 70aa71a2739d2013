"""Who says what in news: source, cue and content of attributed statements."""

from pathlib import Path

from analysis.evaluation.benchmark import Benchmark, Measure


def ours(items: list[dict], _: Path) -> list[dict]:
    """Attributions of each article."""
    from analysis.attribution import find_attributions

    return [
        {"id": item["id"], "attributions": [_spans(found) for found in find_attributions(item["text"])]}
        for item in items
    ]


def _spans(found) -> dict[str, list[list[int]]]:
    return {role: [[span.start, span.end] for span in getattr(found, role)] for role in ("source", "cue", "content")}


BENCHMARKS = (
    Benchmark(
        name="attribution",
        data="PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018)",
        file="attribution/dev.jsonl",
        unit="articles",
        ours=ours,
        measures=(
            Measure("reporting.F", "with an explicit reporting cue, linked F1", "attribution", people=0.93),
            Measure("quote_speaker.F", "right speaker for a quotation, F1", "attribution", people=0.98),
            Measure("linked.F", "all attributions, linked F1", "attribution", people=0.75),
            Measure("content.F", "words of contents, F1", "attribution", people=0.91),
        ),
    ),
)
