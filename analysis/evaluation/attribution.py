"""Who says what in news: source, cue and content of attributed statements.

The peer is textacy, which finds direct quotations only, by the parses of a spaCy pipeline. spaCy keeps its pipelines
outside PyPI, so none is declared: the first English one installed (such as en_core_web_sm) is taken, and without one
textacy counts as not run. A text with an odd number of quotation marks it refuses, and has no attributions.
"""

from pathlib import Path

from analysis.evaluation.benchmark import Benchmark, Measure


def ours(items: list[dict], _: Path) -> list[dict]:
    """Attributions of each article."""
    from analysis.attribution import find_attributions

    return [
        {"id": item["id"], "attributions": [_spans(found) for found in find_attributions(item["text"])]}
        for item in items
    ]


def textacy(items: list[dict], _: Path) -> list[dict]:
    """textacy's direct quotations, over spaCy's parses."""
    import spacy
    from textacy.extract import direct_quotations

    installed = [name for name in sorted(spacy.util.get_installed_models()) if name.startswith("en_")]
    if not installed:
        raise ImportError("textacy needs an English pipeline of spaCy")
    parse = spacy.load(installed[0])

    def find(text: str) -> list[dict]:
        try:
            quotations = list(direct_quotations(parse(text)))
        except ValueError:  # an odd number of quotation marks
            return []
        return [_quotation(*found) for found in quotations]

    return [{"id": item["id"], "attributions": find(item["text"])} for item in items]


def _quotation(speaker: list, cue: list, content) -> dict[str, list[list[int]]]:
    """Speaker and cue are tokens, content is a span of them, quotation marks included."""
    roles = {"source": speaker, "cue": cue, "content": content}
    return {role: [[token.idx, token.idx + len(token)] for token in tokens] for role, tokens in roles.items()}


def _spans(found) -> dict[str, list[list[int]]]:
    return {role: [[span.start, span.end] for span in getattr(found, role)] for role in ("source", "cue", "content")}


BENCHMARKS = (
    Benchmark(
        name="attribution",
        data="PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018)",
        file="attribution/dev.jsonl",
        unit="articles",
        ours=ours,
        peers={"textacy": textacy},
        measures=(
            Measure("reporting.F", "with an explicit reporting cue, linked F1", "attribution", people=0.93),
            Measure("quote_speaker.F", "right speaker for a quotation, F1", "attribution", people=0.98),
            Measure("linked.F", "all attributions, linked F1", "attribution", people=0.75),
            Measure("content.F", "words of contents, F1", "attribution", people=0.91),
        ),
    ),
)
