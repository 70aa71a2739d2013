"""Charts of tone say in words what they show, and stand on little or nothing."""

import pandas as pd
import pytest

from analysis.charts.sentiment import arcs, stance
from analysis.tables import table


@pytest.fixture
def articles():
    return pd.DataFrame({"article": ["a", "b"], "letter": ["A", "B"], "label": ["Daily A", "Daily B"]})


def toned(article: str, tone: float, verdict: str | None, interval: tuple[float, float] | tuple[None, None]) -> dict:
    low, high = interval
    measured = {"mentions": 6, "tone": tone, "low": low, "high": high, "label": "neutral", "verdict": verdict}
    return {"article": article, "target": "Acme", **measured}


def test_a_source_is_named_in_the_title_only_with_a_verdict(articles):
    rows = [toned("a", -0.5, "negative", (-0.7, -0.3)), toned("b", 0.1, None, (-0.2, 0.4))]
    chart = stance(table("target_tone", rows), articles, "Acme")
    assert chart.title == "Toward Acme: A negative; the others cannot be told from neutral."
    assert "A −0.50, interval −0.70 to −0.30, 6 mentions" in chart.alternative


def test_a_source_without_an_interval_is_drawn_and_told_without_one(articles):
    chart = stance(table("target_tone", [toned("b", 0.4, None, (None, None))]), articles, "Acme")
    assert chart.title == "No source's tone toward Acme can be told from neutral."
    assert chart.alternative.endswith("B +0.40, 6 mentions.")


def test_arcs_tell_both_halves_of_every_article_that_has_sentences(articles):
    tone = table(
        "tone",
        [
            {"article": "a", "sentence": n, "start": n, "end": n + 1, "tone": t, "voice": "narrator", "place": p}
            for n, (t, p) in enumerate([(0.5, 0.1), (0.5, 0.4), (-0.5, 0.9)])
        ],
    )
    chart = arcs(tone, articles, turned=tone.head(0))
    assert chart.title == "No source's tone turns on the way, beyond chance."
    assert "A +0.50 in its first and −0.50 in its second" in chart.alternative
    assert "B" not in chart.alternative.removeprefix("Mean tone of sentences")
