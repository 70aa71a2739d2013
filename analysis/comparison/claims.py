"""Claims: what matched sentences of several articles say, and which article tells, half tells or leaves out each."""

from collections import Counter, defaultdict
from heapq import heappop, heappush
from itertools import product
from operator import add
from typing import TYPE_CHECKING

from analysis.comparison.novelty import novelty
from analysis.language import in_lead
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

# Two clusters become one where of the pairs between them HELD are matched and MOST have a score of ALIKE: no chains.
HELD, MOST, ALIKE = 0.15, 0.7, 0.1
EVEN = 0.17  # score that speaks neither for one claim nor for two; like the three above, set on made-up stories
FULLY = 0.5  # score with a sentence of the claim from which a sentence tells all of it, more likely than not
WHOLE = 4  # words from which a sentence is no mere cry or caption, such as "The land."
PLACES = ("headline", "lead", "upper half", "lower half")  # the most prominent first
TOLD = ("told", "partly", "absent")

Key = tuple[str, int]  # article, sentence
Pair = tuple[Key, Key]
Scores = dict[Pair, float]
Counts = tuple[float, int, int]  # of pairs: their summed score, how many are matched, how many alike


def claims(sentences: "pd.DataFrame", matches: "pd.DataFrame") -> "pd.DataFrame":
    """Table `claims` from tables `sentences` and `matches` of one story; headings make no claims.

    A sentence is in one claim. Clusters are joined, those first that gain most, where enough of the pairs between them
    are matched and most are alike; the surest come first of those that as many articles tell. The clearest
    sentence is the one most like the rest, a headline only where no sentence of WHOLE words tells it; one of another
    article with no score of FULLY or more tells the claim partly.
    """
    told = sentences[sentences["kind"] != "heading"]
    rows = {(row["article"], row["sentence"]): row for row in told.to_dict("records")}
    scores, matched = _both_ways(matches)
    order = {key: index for index, key in enumerate(rows)}
    places, novel = _places(sentences), _novelty(told)

    def rank(keys: list[Key]) -> tuple:
        tellers = len({article for article, _ in keys})
        sure = sum(_surest(key, keys, scores) for key in keys) / len(keys)
        return (-tellers, -round(sure, 6), min(order[key] for key in keys))

    claimed = []
    for number, keys in enumerate(sorted(_clusters(list(rows), scores, matched), key=rank), 1):
        best = _clearest(keys, scores, rows)
        for key in sorted(keys, key=order.get):
            sure = _surest(key, keys, scores)
            claimed.append(
                {"claim": number}
                | {column: rows[key][column] for column in ("article", "sentence", "start", "end")}
                | {"told": "told" if key[0] == best[0] or sure >= FULLY else "partly"}
                | {"place": places[key], "clearest": key == best, "score": sure or None, "novelty": novel[key]}
            )
    return table("claims", claimed)


def coverage(claims: "pd.DataFrame", articles: "pd.DataFrame") -> "pd.DataFrame":
    """Table `coverage`: every claim of table `claims` with every article of table `articles`.

    Told beats partly; the place is the most prominent one of the sentences that tell so.
    """
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for row in claims.itertuples(index=False):
        rank = (TOLD.index(row.told), PLACES.index(row.place))
        key = (row.claim, row.article)
        best[key] = min(rank, best.get(key, rank))
    cells = []
    for claim, article in product(sorted(set(claims["claim"])), articles["article"]):
        told, place = best.get((claim, article), (TOLD.index("absent"), None))
        cells.append(
            {"claim": claim, "article": article, "told": TOLD[told], "place": None if place is None else PLACES[place]}
        )
    return table("coverage", cells)


def _both_ways(matches: "pd.DataFrame") -> tuple[Scores, set[Pair]]:
    """The score of each pair, and which pairs are matched, with either sentence first."""
    scores, matched = {}, set()
    for row in matches.itertuples(index=False):
        a, b = (row.article_a, row.sentence_a), (row.article_b, row.sentence_b)
        scores[a, b] = scores[b, a] = row.score
        if row.matched:
            matched |= {(a, b), (b, a)}
    return scores, matched


def _clusters(keys: list[Key], scores: Scores, matched: set[Pair]) -> list[list[Key]]:
    """Sentences joined as long as two clusters gain by it, first those that gain most: the sum of scores beyond EVEN.

    Correlation clustering (Bansal, Blum and Chawla, Machine Learning 2004), greedily. Each cluster keeps count of its
    pairs with every other, for speed; sentences of one article are no pair, and what is not matched speaks for nothing.
    """
    members = {key: [key] for key in keys}  # of each cluster, by one of its sentences
    articles = {key: Counter([key[0]]) for key in keys}
    between: dict[Key, dict[Key, Counts]] = defaultdict(dict)
    for (a, b), score in scores.items():
        held = (a, b) in matched
        between[a][b] = (score if held else min(score, EVEN), held, score >= ALIKE)
    queue: list[tuple[float, Key, Key]] = []

    def gain(one: Key, other: Key) -> float:
        score, held, alike = between[one][other]
        same = sum(count * articles[other][article] for article, count in articles[one].items())
        pairs = len(members[one]) * len(members[other]) - same
        return score - EVEN * pairs if held >= HELD * pairs and alike >= MOST * pairs else 0

    def offer(one: Key, other: Key) -> None:
        if (gained := gain(one, other)) > 0:
            heappush(queue, (-gained, *sorted((one, other))))

    for a, b in matched:
        if a < b:
            offer(a, b)
    while queue:
        lost, one, other = heappop(queue)
        if one not in members or other not in members or -lost != gain(one, other):
            continue  # one of them has been joined with a third since
        members[one] += members.pop(other)
        articles[one] += articles.pop(other)
        for third, counts in between.pop(other).items():
            del between[third][other]
            if third != one:
                both = tuple(map(add, counts, between[one].get(third, (0, 0, 0))))
                between[one][third] = between[third][one] = both
        for third in between[one]:
            offer(one, third)
    return list(members.values())


def _surest(key: Key, keys: list[Key], scores: Scores) -> float:
    """The best score of a sentence with one of another article, 0 where there is none."""
    return max((scores.get((key, other), 0) for other in keys if other[0] != key[0]), default=0)


def _clearest(keys: list[Key], scores: Scores, rows: dict[Key, dict]) -> Key:
    def rank(key: Key) -> tuple:
        likeness = sum(scores.get((key, other), 0) for other in keys)
        text, is_headline = rows[key]["text"], rows[key]["kind"] == "headline"
        return (len(text.split()) < WHOLE, is_headline, -round(likeness, 6), len(text), key)

    return min(keys, key=rank)


def _novelty(told: "pd.DataFrame") -> dict[Key, float]:
    articles = [rows for _, rows in told.groupby("article", sort=False)]
    weights = novelty([rows["text"].to_list() for rows in articles])
    return {
        (row.article, row.sentence): round(weight, 2)
        for rows, weighed in zip(articles, weights, strict=True)
        for row, weight in zip(rows.itertuples(index=False), weighed, strict=True)
    }


def _places(sentences: "pd.DataFrame") -> dict[Key, str]:
    places = {}
    for article, rows in sentences.assign(lead=in_lead(sentences)).groupby("article", sort=False):
        middle = (rows["start"].min() + rows["end"].max()) / 2
        for row in rows.itertuples(index=False):
            if row.kind == "headline":
                place = "headline"
            elif row.lead:
                place = "lead"
            else:
                place = "upper half" if row.start < middle else "lower half"
            places[article, row.sentence] = place
    return places
