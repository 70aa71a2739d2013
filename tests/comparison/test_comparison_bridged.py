"""Two sentences that are both like a third are the more likely to tell the same."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison import match_sentences, matching
from analysis.comparison.matching import BRIDGE, FLOOR, PAIR, pair_scores


def scores(alone: list[float], keys: list[tuple[int, int]], brevity: float = 0.0) -> np.ndarray:
    """The scores of all pairs of sentences (article, sentence) that have the score `alone` by themselves."""
    pairs = [(*a, *b) for a, b in combinations(keys, 2) if a[0] < b[0]]
    columns = dict(zip(PAIR, np.array(pairs).T, strict=True))
    alone = np.array(alone)
    features = {"words": np.log(alone / (1 - alone)), "brevity": np.full(len(alone), brevity)}
    return pair_scores(columns, features, {"constant": 0, "words": 1, "brevity": 0})


def test_the_weaker_of_the_two_likenesses_to_the_best_third_counts():
    keys = [(0, 0), (1, 0), (2, 0), (2, 1)]  # pairs 0-1, 0-2, 0-3, 1-2, 1-3
    found = scores([0.1, 0.9, 0.2, 0.6, 0.8], keys)
    assert found[0] == pytest.approx(1 - 0.9 * (1 - BRIDGE * 0.6))


def test_in_short_articles_a_third_says_less():
    keys = [(0, 0), (1, 0), (2, 0)]
    assert scores([0.1, 0.9, 0.9], keys, brevity=0.5)[0] < scores([0.1, 0.9, 0.9], keys)[0]


def test_of_two_articles_nothing_is_added():
    assert scores([0.1, 0.9, 0.9, 0.4], [(0, 0), (0, 1), (1, 0), (1, 1)]) == pytest.approx([0.1, 0.9, 0.9, 0.4])


@given(st.lists(st.floats(0.01, 0.99), min_size=6, max_size=6), st.integers(1, 7))
def test_a_third_never_lowers_a_score_nor_does_it_matter_how_many_are_compared_at_once(alone, at_once):
    keys = [(number, 0) for number in range(4)]
    found = scores(alone, keys)
    assert ((found >= np.array(alone) - 1e-9) & (found <= 1)).all()
    like = dict(zip(combinations(range(4), 2), alone, strict=True))
    for (a, b), score in zip(like, found, strict=True):
        best = max(min(like[min(a, c), max(a, c)], like[min(b, c), max(b, c)]) for c in range(4) if c not in (a, b))
        best = best if best >= FLOOR else 0
        assert score == pytest.approx(1 - (1 - like[a, b]) * (1 - BRIDGE * best))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "PAIRS", at_once)
        assert (scores(alone, keys) == found).all()


def test_an_article_that_tells_both_brings_two_sentences_nearer_each_other(monkeypatch):
    rest = [
        "Rain fell on the hills all day.",
        "A cat sat on a wall.",
        "The choir sang well at mass.",
        "Geese flew south.",
    ]
    crews = [*rest[:2], "Ferry crews want a rise of nine percent."]
    owners = [*rest[2:], "Hebron Lines offered sailors 300 crowns a year."]
    both = [
        "Ferry crews want a rise of nine percent, but Hebron Lines offered sailors 300 crowns a year.",
        "Buses ran.",
    ]

    def score() -> float:
        found = match_sentences([crews, owners, both])
        return found.query("article_a == 0 and sentence_a == 2 and article_b == 1 and sentence_b == 2")["score"].sum()

    bridged = score()
    monkeypatch.setattr(matching, "BRIDGE", 0)
    assert bridged > score() + 0.05
