"""Differences between articles of a story: every rule over every pair of sentences, ranked and joined."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, islice
from math import log
from typing import TYPE_CHECKING, NamedTuple

from analysis.comparison.differences import actors, certainty, credits, labels, polarity, scope, silence, times, values
from analysis.comparison.differences.acts import acts
from analysis.comparison.differences.naming import names
from analysis.comparison.differences.normal import normal
from analysis.comparison.differences.pairs import Finding, Pair
from analysis.comparison.differences.quantities import PLAIN, value_of
from analysis.comparison.differences.ranking import numbered, worth_showing
from analysis.comparison.differences.rivals import Ledger
from analysis.comparison.differences.told import Told
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

RULES = (polarity, scope, certainty, labels, actors)
MATCHED = 0.05  # score of a match under which the sentences are not compared
MOST = 20_000  # pairs of sentences that are compared, the best matches of a story: some twenty seconds
GROUP = 200  # sentences of a group that are compared with each other though they do not match
# How sure a difference must be to be listed, by kind: set on the planted differences of tests/comparison/planted.
SHOWN = {"value": 0.25, "time": 0.4, "actor": 0.35, "label": 0.28}
SHOWN |= {"certainty": 0.38, "scope": 0.24, "polarity": 0.44, "attribution": 0.45}
# How well their sentences must match for these kinds: the words read alike in sentences that tell of other things.
MATCHING = {"polarity": 0.2, "certainty": 0.26, "label": 0.25}
SURE = {"label": 0.34}  # how sure such a difference is that is listed of sentences which match less


class Compared(NamedTuple):
    """A story made ready: its sentences, the pairs of them that match, further pairs whose figures or times may be of
    one thing all the same, the ledger, and the weight of every concept.
    """

    told: list[Told]
    pairs: list[Pair]
    further: list[Pair]
    ledger: Ledger
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
    match, as do hours and the days of the news. It reads words in their order, not grammar, and knows the opposites,
    labels and cues of its lists.
    """
    import pandas as pd

    story = compared(sentences, matches, attributions, figures, ledger)
    found: dict[Pair, list[Finding]] = defaultdict(list)
    for rule in (values, times):
        for pair, finding in rule.find([*story.pairs, *story.further], story.told, story.ledger):
            found[pair] += _shown(pair, [finding])
    for pair, finding in labels.find_apart(story.told, story.weights):
        found[pair] += [finding] if finding.sure >= SHOWN[finding.kind] else []
    for pair in story.pairs:
        found[pair] += _shown(pair, (finding for rule in RULES for finding in rule.find(pair)))
        found[pair] += _shown(pair, credits.find(pair, found[pair]))
    rows = [_row(pair.a, pair.b, finding) for pair, findings in found.items() for finding in findings]
    rows += [_row(*difference) for difference in silence.find(story.told)]
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
    stated = Ledger.of(ledger)
    grouped = (sides for sides in _in_groups(list(told.values()), stated) if sides not in pairs)
    further = [Pair(*map(told.get, sides), 0.0, weights) for sides in dict.fromkeys(islice(grouped, MOST))]
    return Compared(list(told.values()), list(pairs.values()), further, stated, weights)


def _in_groups(told: list[Told], ledger: Ledger) -> Iterator[tuple]:
    """Pairs of sentences with a fact of the ledger in common, with times of day, or with the day of the news."""
    groups = defaultdict(list)
    for sentence in told:
        for fact in {ledger.facts.get((sentence.article, figure.span[0])) for figure in sentence.quantities} - {None}:
            groups[fact].append(sentence)
    for group in (*groups.values(), *times.groups(told)):
        places = sorted((sentence.article, sentence.start) for sentence in group[:GROUP])
        yield from ((one, other) for one, other in combinations(places, 2) if one[0] != other[0])


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


def _shown(pair: Pair, findings: Iterable[Finding]) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.sure >= SHOWN[finding.kind]
        and (pair.score >= MATCHING.get(finding.kind, 0) or finding.sure >= SURE.get(finding.kind, 1))
    ]


def _row(a: Told, b: Told, finding: Finding) -> dict:
    sides = {}
    for side, sentence, (start, end) in (("a", a, finding.a), ("b", b, finding.b)):
        said = sentence.text[start - sentence.start : end - sentence.start]
        sides |= {f"article_{side}": sentence.article, f"start_{side}": start, f"end_{side}": end}
        sides |= {f"words_{side}": said}
    headlines = a.is_headline + b.is_headline
    return {"kind": finding.kind, **sides, "sure": round(finding.sure, 4), "rule": finding.rule, "headlines": headlines}
