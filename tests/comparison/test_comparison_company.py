"""Sentences are alike by the company that their words keep, and what no words are known of is like nothing."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import data
from analysis.comparison.company import LETTERS, company_vectors
from analysis.comparison.condensing import condense
from analysis.comparison.terms import stems
from analysis.comparison.vectors import sentence_vectors


def cosines(texts: list[str]) -> np.ndarray:
    vectors = company_vectors(*sentence_vectors(list(map(stems, texts))))
    return (vectors @ vectors.T).toarray()


@pytest.mark.parametrize(
    ("told", "retold", "other"),
    [
        ("Nurses treated the wounded.", "Doctors cared for patients.", "Shareholders approved dividends."),
        ("The lender raised rates.", "A bank made borrowing dearer.", "Goalkeepers saved two penalties."),
        ("Snow blocked the motorway.", "Roads were icy after a blizzard.", "The jury acquitted him."),
    ],
)
def test_sentences_without_a_word_in_common_are_nearer_when_they_tell_much_the_same(told, retold, other):
    assert not set(stems(told)) & set(stems(retold))
    near = cosines([told, retold, other])
    assert near[0, 1] > near[0, 2]
    assert near[0, 1] > near[1, 2]


def test_what_all_sentences_have_in_common_says_nothing():
    texts = ["Strike: pilots walk out.", "Strike: schools close.", "Strike: hospitals cope.", "Strike: talks begin."]
    near = cosines(texts)
    assert near[~np.eye(4, dtype=bool)].mean() < 0.2


def test_sentences_of_unknown_words_are_like_nothing():
    near = cosines(["Zrkvh qqpl.", "Zrkvh qqpl.", "The court ruled."])
    assert not near[:2].any()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from(["The court ruled.", "Rain fell."])), min_size=1))
def test_any_text_has_a_direction_or_none_whatever_the_order(texts):
    near = cosines(texts)
    lengths = near.diagonal()
    assert (np.isclose(lengths, 1, atol=1e-3) | (lengths == 0)).all()
    assert np.allclose(cosines(texts[::-1])[::-1, ::-1], near, atol=1e-3)


def test_every_stem_of_the_file_stands_once_with_a_letter_a_dimension():
    rows = data.rows("analysis.comparison", "word_vectors.csv")
    assert len({row["stem"] for row in rows}) == len(rows)
    assert len({len(row["vector"]) for row in rows}) == 1
    assert set("".join(row["vector"] for row in rows)) == set(LETTERS)


def test_condensing_keeps_ordinary_words_by_stem_and_writes_the_same_file_twice(tmp_path):
    words = ["nurse", "nurses", "doctor", "bank", "lender", "zrkvh", "1999", "rain", "snow", "judge", "court"]
    random = np.random.default_rng(1)
    vectors = {word: random.normal(size=6).round(3).tolist() for word in words}
    (tmp_path / "vectors.json").write_text(json.dumps({"vectors": vectors, "dimensions": 6}), encoding="utf-8")
    for name in ("first.csv", "second.csv"):
        condense(tmp_path / "vectors.json", tmp_path / name)
    written = (tmp_path / "first.csv").read_text(encoding="utf-8")
    assert written == (tmp_path / "second.csv").read_text(encoding="utf-8")
    rows = dict(line.split(",") for line in written.splitlines() if not line.startswith("#"))
    assert rows.pop("stem") == "vector"
    assert list(rows) == sorted({stem for word in words for stem in stems(word) if word not in ("zrkvh", "1999")})
