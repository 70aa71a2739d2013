"""What only one article says."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log

from analysis.comparison.terms import terms


def novelty(articles: Sequence[Sequence[str]]) -> list[list[float]]:
    """For each sentence of each article, the summed weight of its terms that no other article has, 0 where all have.

    A term weighs log((1 + n) / (1 + k)) + 1, where k of the n sentences have it. Long sentences have more of it; the
    same thing told in other words is taken for new.
    """
    found = [[set(terms(sentence)) for sentence in article] for article in articles]
    sentences = Counter(chain.from_iterable(chain.from_iterable(found)))
    tellers = Counter(chain.from_iterable(set().union(*article) for article in found))
    count = sum(map(len, found))
    weight = {term: log((1 + count) / (1 + sentences[term])) + 1 for term, articles in tellers.items() if articles == 1}
    return [[sum(weight.get(term, 0) for term in sorted(sentence)) for sentence in article] for article in found]
