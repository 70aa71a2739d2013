"""Shared wording is found, told apart from chance, and reproduces the articles' words."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison import passages, reuse

WIRE = "The ferry ran aground off the northern cape shortly after midnight with eighty people on board."


def articles(*texts: str) -> pd.DataFrame:
    return pd.DataFrame({"article": [chr(ord("a") + number) for number in range(len(texts))], "text": texts})


def wordings(*texts: str) -> list[dict[str, str]]:
    """Each passage as the words of every article that has it."""
    found = passages(articles(*texts))
    return [
        {row.article: texts[ord(row.article) - ord("a")][row.start : row.end] for row in rows.itertuples()}
        for _, rows in found.groupby("passage")
    ]


def test_copied_words_are_one_passage_of_every_article_that_has_them():
    assert wordings(WIRE, f"Sailors say so. {WIRE}", f"{WIRE} More on page two.") == [
        dict.fromkeys("abc", WIRE.rstrip("."))
    ]


def test_a_passage_goes_on_over_a_small_edit():
    edited = WIRE.replace("shortly after midnight", "soon after midnight")
    assert wordings(WIRE, edited) == [{"a": WIRE.rstrip("."), "b": edited.rstrip(".")}]


def test_the_words_that_agree_are_counted_without_the_edit():
    found = passages(articles(WIRE, WIRE.replace("northern", "far north-eastern")))
    assert set(found["words"]) == {15}


def test_case_and_punctuation_do_not_hide_a_copy():
    assert len(wordings(WIRE, WIRE.upper().replace(" OFF", ", OFF"))) == 1


def test_four_words_in_common_are_no_passage():
    assert wordings("The ferry ran aground.", "When the ferry ran aground, all slept.") == []


def test_a_stock_phrase_of_function_words_is_no_passage():
    assert wordings("It was as if it had not been.", "She spoke as if it had not been.") == []


def test_two_articles_that_share_what_a_third_lacks_have_a_passage_of_their_own():
    second = "Salvage crews from two harbours will try to lift the hull at first light."
    assert wordings(WIRE, f"{WIRE} {second}", second) == [
        {"a": WIRE.rstrip("."), "b": WIRE.rstrip(".")},
        {"b": second.rstrip("."), "c": second.rstrip(".")},
    ]


def test_a_stretch_that_an_earlier_article_has_in_part_does_not_cut_a_longer_copy_in_two():
    first, rest = WIRE.split(" off ")
    assert {"b": WIRE.rstrip("."), "c": WIRE.rstrip(".")} in wordings(f"It ran off {rest}", WIRE, f"We hear: {WIRE}")


def test_a_shared_quotation_is_told_from_shared_prose():
    quotation = "“We will not rest until every passenger is home.”"
    texts = articles(f"{WIRE} He said: {quotation}", f"{quotation} Thus she spoke. {WIRE}")
    found = passages(texts)
    assert found.set_index("words")["quoted"].to_dict() == {16: False, 9: True}
    assert reuse(found, texts)["quoted"].tolist() == [9, 9]


def test_a_stray_mark_quotes_no_further_than_its_paragraph():
    stray = f"A 6” nail was found.\n\n“Odd.\n\n{WIRE}"
    assert not passages(articles(stray, WIRE))["quoted"].any()


def test_reuse_counts_each_word_once():
    texts = articles(WIRE, WIRE, "Nothing of the sort was ever said in this paper.")
    counted = reuse(passages(texts), texts).set_index("article")
    assert counted["shared"].tolist() == [16, 16, 0]
    assert counted["share"].tolist() == [1, 1, 0]


def test_articles_without_words_share_nothing():
    texts = articles("", "“” …", "👍")
    assert passages(texts).empty
    assert reuse(passages(texts), texts)["share"].tolist() == [0, 0, 0]


@given(st.lists(st.text(alphabet="ab “”\"'\n.", max_size=80), min_size=1, max_size=4))
def test_any_text_gives_spans_that_begin_and_end_with_words(texts):
    for row in passages(articles(*texts)).itertuples():
        wording = texts[ord(row.article) - ord("a")][row.start : row.end]
        assert {wording[0], wording[-1]} <= {"a", "b"}
