"""Differences between articles of a story: every rule over every pair of sentences, ranked and joined."""

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from analysis.comparison.differences import actors, certainty, credits, labels, polarity, scope, silence, times, values
from analysis.comparison.differences.acts import acts
from analysis.comparison.differences.naming import names
from analysis.comparison.differences.pairs import Finding, Pair
from analysis.comparison.differences.quantities import PLAIN, value_of
from analysis.comparison.differences.ranking import numbered, worth_showing
from analysis.comparison.differences.told import Told
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

RULES = (values, times, polarity, scope, certainty, labels, actors)
MATCHED = 0.05  # score of a match under which the sentences are not compared
MOST = 20_000  # pairs of sentences that are compared, the best matches of a story: some twenty seconds
# How sure a difference must be to be listed, by kind: set on the planted differences of tests/comparison/planted.
SHOWN = {"value": 0.33, "time": 0.32, "actor": 0.35, "label": 0.28}
SHOWN |= {"certainty": 0.38, "scope": 0.24, "polarity": 0.41, "attribution": 0.45}


def differences(
    sentences: "pd.DataFrame",
    matches: "pd.DataFrame",
    attributions: "pd.DataFrame | None" = None,
    figures: "pd.DataFrame | None" = None,
    ledger: "pd.DataFrame | None" = None,
) -> "pd.DataFrame":
    """Table `differences` from these tables of one story, the surest first.

    The MOST best pairs of matches with a score of MATCHED or more are compared. Without attributions no difference of
    who is credited is found, without figures none of values and times; ledger adds figures whose sentences do not
    match. It reads words in their order, not grammar, and knows the opposites, labels and cues of its lists.
    """
    import pandas as pd

    told = _told(sentences, attributions, figures)
    weights = _weights(list(told.values()))
    rows = [_row(*found) for found in silence.find(list(told.values()))]
    if ledger is not None:
        rows += [_row(*found) for found in values.find_in_ledger(ledger, told.values())]
    best = matches[matches["score"] >= MATCHED].sort_values("score", ascending=False, kind="stable")[:MOST]
    for match in best.itertuples(index=False):
        a, b = told[match.article_a, match.start_a], told[match.article_b, match.start_b]
        pair = Pair(a, b, match.score, weights)
        found = [finding for rule in RULES for finding in rule.find(pair) if finding.sure >= SHOWN[finding.kind]]
        found += [finding for finding in credits.find(pair, found) if finding.sure >= SHOWN[finding.kind]]
        rows += [_row(a, b, finding) for finding in found]
    return table("differences", pd.DataFrame(numbered(worth_showing(rows))).drop(columns="headlines", errors="ignore"))


def _told(
    sentences: "pd.DataFrame", attributions: "pd.DataFrame | None", figures: "pd.DataFrame | None"
) -> dict[tuple[str, int], Told]:
    known = names(sentences.loc[sentences["kind"] == "body", "text"])
    credited = {} if attributions is None else credits.credits_of(attributions)
    stated = defaultdict(list)
    if figures is not None:
        for row in figures.astype(object).where(figures.notna(), None).to_dict("records"):
            stated[row["article"], row["sentence"]].append(row)
    given = defaultdict(set)
    for (article, _), rows in stated.items():
        given[article].update(map(value_of, rows))
    told = {}
    for row in sentences[sentences["kind"] != "heading"].to_dict("records"):
        article = row["article"]
        figured = stated[article, row["sentence"]], given[article]
        told[article, row["start"]] = Told(row, known, credited.get(article, ()), *figured)
    return told


def _weights(told: list[Told]) -> dict[str, float]:
    """Inverse document frequency of every concept and family of labels, over the sentences of the story."""
    counts = Counter()
    for sentence in told:
        named = {about for read in (labels.labels, acts) for one in sentence.kept(read) for about in one.about}
        counts.update(named | {word.concept for word in sentence.words})
        counts.update({about for figure in sentence.quantities for about in figure.about - figure.counted - {PLAIN}})
    return {concept: log(1 + len(told) / count) for concept, count in counts.items()}


def _row(a: Told, b: Told, finding: Finding) -> dict:
    sides = {}
    for side, sentence, (start, end) in (("a", a, finding.a), ("b", b, finding.b)):
        said = sentence.text[start - sentence.start : end - sentence.start]
        sides |= {f"article_{side}": sentence.article, f"start_{side}": start, f"end_{side}": end}
        sides |= {f"words_{side}": said}
    headlines = a.is_headline + b.is_headline
    return {"kind": finding.kind, **sides, "sure": round(finding.sure, 4), "rule": finding.rule, "headlines": headlines}
