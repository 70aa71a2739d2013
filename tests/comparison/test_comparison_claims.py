"""How matched pairs become claims, on pairs given by hand."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison import claims, coverage
from analysis.tables import table


def sentence(article: str, number: int, paragraph: int, kind: str = "body") -> dict:
    start = 100 * number
    place = {"article": article, "sentence": number, "start": start, "end": start + 99, "paragraph": paragraph}
    return {**place, "kind": kind, "text": f"{article} {number}"}


def pair(a: tuple[str, int], b: tuple[str, int], score: float = 0.9, matched: bool = True) -> dict:
    sides = {"a": a, "b": b}
    row = {f"article_{side}": key[0] for side, key in sides.items()}
    row |= {f"sentence_{side}": key[1] for side, key in sides.items()}
    row |= {f"start_{side}": 100 * key[1] for side, key in sides.items()}
    row |= {f"end_{side}": 100 * key[1] + 99 for side, key in sides.items()}
    return {**row, "score": score, "matched": matched}


def told_together(found: pd.DataFrame) -> set[frozenset]:
    return {
        frozenset(zip(rows["article"], rows["sentence"], strict=True)) for _, rows in found.groupby("claim", sort=False)
    }


@pytest.mark.parametrize("middle", ["a", "b", "c"])
def test_two_that_are_both_like_a_third_are_not_joined_for_that(middle):
    sentences = table("sentences", [sentence(article, 0, 0) for article in "abc"])
    one, other = sorted({"a", "b", "c"} - {middle})
    chain = [pair((middle, 0), (one, 0), 0.9), pair((middle, 0), (other, 0), 0.8)]
    found = told_together(claims(sentences, table("matches", chain)))
    assert found == {frozenset({(middle, 0), (one, 0)}), frozenset({(other, 0)})}


@pytest.mark.parametrize(("matched", "unmatched"), [(0.2, 0.11), (0.15, 0.6)])
def test_a_third_that_is_alike_is_not_joined_where_too_little_speaks_for_it(matched, unmatched):
    sentences = table("sentences", [sentence(article, 0, 0) for article in "abc"])
    third = [pair(("b", 0), ("c", 0), matched), pair(("a", 0), ("c", 0), unmatched, matched=False)]
    found = told_together(claims(sentences, table("matches", [pair(("a", 0), ("b", 0), 0.9), *third])))
    assert found == {frozenset({("a", 0), ("b", 0)}), frozenset({("c", 0)})}


def test_three_that_hold_together_are_one_claim():
    sentences = table("sentences", [sentence(article, 0, 0) for article in "abc"])
    triangle = table("matches", [pair(("a", 0), ("b", 0)), pair(("b", 0), ("c", 0)), pair(("a", 0), ("c", 0))])
    assert len(told_together(claims(sentences, triangle))) == 1


def test_one_that_is_alike_enough_joins_two_it_is_matched_with_one_of():
    sentences = table("sentences", [sentence(article, 0, 0) for article in "abc"])
    pairs = [pair(("a", 0), ("b", 0), 0.9), pair(("b", 0), ("c", 0), 0.8), pair(("a", 0), ("c", 0), 0.1, matched=False)]
    found = claims(sentences, table("matches", pairs)).set_index("article")
    assert found["claim"].nunique() == 1
    assert found["score"].to_dict() == {"a": 0.9, "b": 0.9, "c": 0.8}
    assert found["clearest"].to_dict() == {"a": False, "b": True, "c": False}


def test_a_sentence_that_is_less_likely_than_not_to_tell_the_same_tells_it_partly_and_surer_claims_come_first():
    sentences = table("sentences", [sentence(article, number, number) for article in "ab" for number in range(2)])
    pairs = table("matches", [pair(("a", 0), ("b", 0), 0.4), pair(("a", 1), ("b", 1), 0.6)])
    found = claims(sentences, pairs)
    assert found["sentence"].tolist() == [1, 1, 0, 0]
    assert found["told"].tolist() == ["told", "told", "told", "partly"]
    assert found["clearest"].tolist() == [True, False, True, False]


def test_a_claim_is_told_in_a_whole_sentence_where_there_is_one():
    told = {"a": "The land.", "b": "The company has bought the land.", "c": "The land was bought by the company."}
    sentences = table("sentences", [sentence(article, 0, 0) | {"text": text} for article, text in told.items()])
    pairs = [pair(("a", 0), ("b", 0), 0.9), pair(("a", 0), ("c", 0), 0.9), pair(("b", 0), ("c", 0), 0.6)]
    found = claims(sentences, table("matches", pairs)).set_index("article")
    assert found["clearest"].to_dict() == {"a": False, "b": True, "c": False}


def test_what_one_article_alone_tells_has_no_score_and_the_more_novelty_the_more_of_its_words_are_its_own():
    told = {"a": "The mayor of Tarn resigned.", "b": "The mayor of Tarn resigned, shouting at nurses."}
    sentences = table("sentences", [sentence(article, 0, 0) | {"text": text} for article, text in told.items()])
    found = claims(sentences, table("matches", [])).set_index("article")
    assert found["score"].isna().all()
    assert found["novelty"]["a"] == 0
    assert found["novelty"]["b"] > 0


def test_a_long_sentence_may_match_two_of_another_article():
    sentences = table("sentences", [sentence("a", 0, 0), sentence("b", 0, 0), sentence("b", 1, 0)])
    both = table("matches", [pair(("a", 0), ("b", 0)), pair(("a", 0), ("b", 1))])
    assert len(told_together(claims(sentences, both))) == 1


def test_unmatched_pairs_join_nothing():
    sentences = table("sentences", [sentence(article, 0, 0) for article in "ab"])
    apart = table("matches", [pair(("a", 0), ("b", 0), 0.2, matched=False)])
    assert len(told_together(claims(sentences, apart))) == 2


def test_places_are_headline_then_first_body_paragraph_then_halves():
    kinds = ["headline", "heading", "body", "body", "body", "body"]
    paragraphs = [0, 1, 2, 2, 3, 4]
    rows = [sentence("a", n, paragraphs[n], kinds[n]) for n in range(6)]
    # the six sentences span 0 to 599: the middle is 299.5, so sentence 3 (lead), 4 and 5 begin after it
    found = claims(table("sentences", rows), table("matches", [])).sort_values("sentence")
    assert found["place"].tolist() == ["headline", "lead", "lead", "lower half", "lower half"]


def test_an_early_paragraph_after_the_lead_is_in_the_upper_half():
    rows = [sentence("a", number, number) for number in range(4)]
    found = claims(table("sentences", rows), table("matches", [])).sort_values("sentence")
    assert found["place"].tolist() == ["lead", "upper half", "lower half", "lower half"]


def test_coverage_takes_told_before_partly_and_then_the_most_prominent_place():
    base = {"claim": 1, "start": 0, "end": 1, "clearest": False}
    told = [
        {**base, "article": "a", "sentence": 0, "told": "partly", "place": "headline"},
        {**base, "article": "a", "sentence": 5, "told": "told", "place": "lower half"},
        {**base, "article": "a", "sentence": 3, "told": "told", "place": "upper half"},
        {**base, "article": "b", "sentence": 0, "told": "told", "place": "lead", "clearest": True},
    ]
    cells = coverage(table("claims", told), pd.DataFrame({"article": ["a", "b", "c"]}))
    assert cells["told"].tolist() == ["told", "told", "absent"]
    assert cells["place"].tolist()[:2] == ["upper half", "lead"]


def test_no_sentences_make_no_claims():
    found = claims(table("sentences", []), table("matches", []))
    assert found.empty
    assert coverage(found, pd.DataFrame({"article": ["a"]})).empty


def test_a_sentence_that_two_claims_would_hold_goes_where_more_is_gained():
    sentences = table("sentences", [sentence(article, 0, 0) for article in "abcd"])
    pairs = [pair(("a", 0), ("b", 0), 0.9), pair(("a", 0), ("d", 0), 0.6), pair(("b", 0), ("d", 0), 0.6)]
    found = told_together(claims(sentences, table("matches", [*pairs, pair(("c", 0), ("d", 0), 0.7)])))
    assert found == {frozenset({("a", 0), ("b", 0), ("d", 0)}), frozenset({("c", 0)})}


def test_a_pair_that_is_not_matched_joins_nothing_however_alike():
    sentences = table("sentences", [sentence(article, 0, 0) for article in "abc"])
    pairs = [pair(("a", 0), ("b", 0), 0.95, matched=False), pair(("b", 0), ("c", 0), 0.3)]
    assert told_together(claims(sentences, table("matches", pairs))) == {
        frozenset({("a", 0)}),
        frozenset({("b", 0), ("c", 0)}),
    }


KEYS = [(article, number) for article in "abcd" for number in range(2)]
ACROSS = [(a, b) for a, b in combinations(KEYS, 2) if a[0] != b[0]]


@given(st.lists(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9]), min_size=len(ACROSS), max_size=len(ACROSS)), st.randoms())
def test_claims_hold_each_sentence_once_and_matched_pairs_alone_together_whatever_the_order_of_the_pairs(likes, random):
    sentences = table("sentences", [sentence(article, number, number) for article, number in KEYS])
    pairs = [pair(*keys, score, matched=score >= 0.25) for keys, score in zip(ACROSS, likes, strict=True) if score]
    found = told_together(claims(sentences, table("matches", pairs)))
    assert sorted(key for keys in found for key in keys) == KEYS
    matched = {frozenset(keys) for keys, score in zip(ACROSS, likes, strict=True) if score >= 0.25}
    for keys in found:
        assert all(any({key, other} in matched for other in keys) for key in keys) or len(keys) == 1
    random.shuffle(pairs)
    assert told_together(claims(sentences, table("matches", pairs))) == found
