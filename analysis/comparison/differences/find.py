"""Differences between articles of a story: every rule over every pair of sentences, ranked and joined."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from math import log
from typing import TYPE_CHECKING, NamedTuple

from analysis.comparison.differences import actors, certainty, credits, labels, polarity, scope, silence, times, values
from analysis.comparison.differences.acts import acts
from analysis.comparison.differences.naming import names
from analysis.comparison.differences.normal import normal
from analysis.comparison.differences.pairs import Finding, Pair
from analysis.comparison.differences.quantities import PLAIN, value_of
from analysis.comparison.differences.ranking import numbered, worth_showing
from analysis.comparison.differences.told import Told
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

RULES = (times, polarity, scope, certainty, labels, actors)
MATCHED = 0.05  # score of a match under which the sentences are not compared
MOST = 20_000  # pairs of sentences that are compared, the best matches of a story: some twenty seconds
# How sure a difference must be to be listed, by kind: set on the planted differences of tests/comparison/planted.
SHOWN = {"value": 0.33, "time": 0.32, "actor": 0.35, "label": 0.28}
SHOWN |= {"certainty": 0.38, "scope": 0.24, "polarity": 0.41, "attribution": 0.45}


class Compared(NamedTuple):
    """A story made ready: its sentences, the pairs of them that match, further pairs with a fact of the ledger in
    common, the fact of each figure by its article and start, and the weight of every concept.
    """

    told: list[Told]
    pairs: list[Pair]
    joined: list[Pair]
    facts: dict[tuple[str, int], int]
    weights: dict[str, float]


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

    story = compared(sentences, matches, attributions, figures, ledger)
    found: dict[Pair, list[Finding]] = defaultdict(list)
    for pair, finding in values.find([*story.pairs, *story.joined], story.told, story.facts):
        found[pair] += _shown([finding])
    for pair, finding in labels.find_apart(story.told, story.weights):
        found[pair] += _shown([finding])
    for pair in story.pairs:
        found[pair] += _shown(finding for rule in RULES for finding in rule.find(pair))
        found[pair] += _shown(credits.find(pair, found[pair]))
    rows = [_row(pair.a, pair.b, finding) for pair, findings in found.items() for finding in findings]
    rows += [
        _row(*difference) for difference in (*times.find_in_ledger(story.told, story.facts), *silence.find(story.told))
    ]
    return table("differences", pd.DataFrame(numbered(worth_showing(rows))).drop(columns="headlines", errors="ignore"))


def compared(
    sentences: "pd.DataFrame",
    matches: "pd.DataFrame",
    attributions: "pd.DataFrame | None" = None,
    figures: "pd.DataFrame | None" = None,
    ledger: "pd.DataFrame | None" = None,
) -> Compared:
    """The tables of a story made ready to be compared."""
    told = _told(sentences, attributions, figures)
    weights = _weights(list(told.values()))
    best = matches[matches["score"] >= MATCHED].sort_values("score", ascending=False, kind="stable")[:MOST]
    pairs = {}
    for match in best.itertuples(index=False):
        sides = (match.article_a, match.start_a), (match.article_b, match.start_b)
        pairs[sides] = Pair(*map(told.get, sides), match.score, weights)
    facts = {} if ledger is None else {(row.article, row.start): row.fact for row in ledger.itertuples(index=False)}
    together = defaultdict(dict)
    for sentence in told.values():
        for figure in sentence.quantities:
            if fact := facts.get((sentence.article, figure.span[0])):
                together[fact][sentence.article, sentence.start] = sentence
    apart = {sides for of_fact in together.values() for sides in combinations(sorted(of_fact), 2)} - pairs.keys()
    joined = [Pair(*map(told.get, sides), 0.0, weights) for sides in sorted(apart) if sides[0][0] != sides[1][0]]
    return Compared(list(told.values()), list(pairs.values()), joined, facts, weights)


def _told(
    sentences: "pd.DataFrame", attributions: "pd.DataFrame | None", figures: "pd.DataFrame | None"
) -> dict[tuple[str, int], Told]:
    known = names(sentences.loc[sentences["kind"] == "body", "text"])
    credited = {} if attributions is None else credits.credits_of(attributions)
    stated = defaultdict(list)
    if figures is not None:
        for row in figures.astype(object).where(figures.notna(), None).to_dict("records"):
            stated[row["article"], row["sentence"]].append(normal(row))
    given = defaultdict(set)
    for (article, _), rows in stated.items():
        given[article].update(map(value_of, rows))
    last = sentences.groupby("article")["sentence"].max()
    told = {}
    for row in sentences[sentences["kind"] != "heading"].to_dict("records"):
        article = row["article"]
        figured = stated[article, row["sentence"]], given[article]
        place = row["sentence"] / (last[article] + 1)
        told[article, row["start"]] = Told(row, known, credited.get(article, ()), *figured, place)
    return told


def _weights(told: list[Told]) -> dict[str, float]:
    """Inverse document frequency of every concept and family of labels, over the sentences of the story."""
    counts = Counter()
    for sentence in told:
        named = {about for read in (labels.labels, acts) for one in sentence.kept(read) for about in one.about}
        counts.update(named | {word.concept for word in sentence.words})
        counts.update({about for figure in sentence.quantities for about in figure.about - figure.counted - {PLAIN}})
    return {concept: log(1 + len(told) / count) for concept, count in counts.items()}


def _shown(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.sure >= SHOWN[finding.kind]]


def _row(a: Told, b: Told, finding: Finding) -> dict:
    sides = {}
    for side, sentence, (start, end) in (("a", a, finding.a), ("b", b, finding.b)):
        said = sentence.text[start - sentence.start : end - sentence.start]
        sides |= {f"article_{side}": sentence.article, f"start_{side}": start, f"end_{side}": end}
        sides |= {f"words_{side}": said}
    headlines = a.is_headline + b.is_headline
    return {"kind": finding.kind, **sides, "sure": round(finding.sure, 4), "rule": finding.rule, "headlines": headlines}
