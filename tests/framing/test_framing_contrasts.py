"""Shares of sentences, agreement with a person, what sources call things, and who acts."""

import pandas as pd
import pytest

from analysis.framing import CodedError, agency, agreement, apart, event_labels, name_labels, read_coded, shares
from analysis.framing.shares import wilson
from analysis.language import split_sentences

FRAMES = ["conflict", "economic"]


def sentences_of(text: str, article: str = "a") -> pd.DataFrame:
    rows = [
        {"article": article, "sentence": number, "start": span.start, "end": span.end, "text": span.text}
        for number, span in enumerate(split_sentences(text))
    ]
    return pd.DataFrame(rows)


def mentions_of(text: str, *names: str, article: str = "a") -> pd.DataFrame:
    told = sentences_of(text, article)
    rows = []
    for row in told.itertuples():
        for name in names:
            at = row.text.find(name)
            while at >= 0:
                place = {"start": row.start + at, "end": row.start + at + len(name), "text": name, "name": name}
                rows.append({"article": article, "sentence": row.sentence, **place})
                at = row.text.find(name, at + 1)
    return pd.DataFrame(rows)


def structured(**kinds: list[str]) -> pd.DataFrame:
    """Sentences of the articles by kind; every sentence is a paragraph."""
    return pd.DataFrame(
        [
            {"article": article, "sentence": number, "paragraph": number, "kind": kind}
            for article, of_article in kinds.items()
            for number, kind in enumerate(of_article)
        ]
    )


def shown(*places: tuple[str, int, str]) -> pd.DataFrame:
    return pd.DataFrame(places, columns=["article", "sentence", "frame"])


def test_the_interval_is_wilson_s():
    # Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263 and 0 of 20.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=1e-4)


def test_headline_and_first_paragraph_are_apart_from_the_body():
    told = shares(
        shown(("a", 0, "conflict"), ("a", 1, "conflict"), ("a", 1, "conflict"), ("a", 3, "conflict")),
        structured(a=["headline", "body", "heading", "body", "body"]),
        FRAMES,
    ).set_index(["frame", "part"])
    assert told.loc["conflict", "found"].to_dict() == {"whole": 3, "headline and lead": 2, "body": 1}
    assert told.loc["conflict", "of"].to_dict() == {"whole": 5, "headline and lead": 2, "body": 3}
    assert told.loc["economic", "share"].tolist() == [0, 0, 0]


def test_a_difference_stands_out_only_where_it_holds_for_all_comparisons():
    kinds = {"a": ["body"] * 40, "b": ["body"] * 40, "c": ["body"] * 40}
    found = [("a", number, "conflict") for number in range(30)] + [("b", number, "conflict") for number in range(5)]
    compared = apart(shares(shown(*found, ("c", 0, "conflict")), structured(**kinds), FRAMES))
    beyond = compared[compared["beyond"]]
    assert set(zip(beyond["frame"], beyond["article"], strict=True)) == {
        ("conflict", "a"),
        ("conflict", "b"),
        ("conflict", "c"),
    }
    assert compared.loc[compared["frame"] == "economic", "chance"].tolist() == [1, 1, 1]


def test_one_article_alone_is_compared_with_nothing():
    assert apart(shares(shown(), structured(a=["body"]), FRAMES)).empty


CODED = "article,sentence,frame\na,1,conflict\na,2,\na,3,economic\na,4,conflict\n"


def test_alpha_is_krippendorff_s(tmp_path):
    (tmp_path / "coded.csv").write_text(CODED, encoding="utf-8")
    coded = read_coded(tmp_path / "coded.csv")
    told = agreement(coded, shown(("a", 0, "conflict"), ("a", 9, "conflict")), FRAMES).set_index("frame")
    # Conflict: the person says yes no no yes, the codebook yes no no no. Of 8 values 3 are yes; 1 of 4 pairs differs;
    # expected is 2 * 3 * 5 / (8 * 7) of pairs, so that alpha = 1 - 0.25 / (30 / 56).
    assert told.loc["conflict", "alpha"] == pytest.approx(1 - 0.25 / (30 / 56))
    assert told.loc["conflict", ["sentences", "coder", "codebook"]].tolist() == [4, 2, 1]


def test_where_nobody_gives_a_frame_there_is_no_alpha(tmp_path):
    (tmp_path / "coded.csv").write_text("article,sentence,frame\na,1,\n", encoding="utf-8")
    told = agreement(read_coded(tmp_path / "coded.csv"), shown(), FRAMES)
    assert told["alpha"].isna().all()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("article,frame\na,conflict\n", "column sentence is missing"),
        ("article,sentence,frame\na,1,x\na,0,x\n", "line 3: sentence is a whole number from 1, not 0"),
        ("article,sentence,frame\na,two,x\n", "line 2: sentence is a whole number from 1, not two"),
        ("", "No columns"),
    ],
)
def test_a_coding_that_cannot_be_used_is_refused_with_file_and_reason(tmp_path, text, reason):
    (tmp_path / "coded.csv").write_text(text, encoding="utf-8")
    with pytest.raises(CodedError, match=rf"coded\.csv.*{reason}"):
        read_coded(tmp_path / "coded.csv")


def test_sources_labels_of_an_event_are_told_by_what_they_are_labels_of():
    told = event_labels(sentences_of("The rift grew. Talks went on.\nThe talks’s end."))
    assert list(zip(told["frame"], told["term"], strict=True)) == [
        ("discord", "rift"),
        ("talks", "talks"),
        ("talks", "talks"),
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Acme, its largest backer, agreed.", "its largest backer"),
        ("They asked Acme—the maker of traps—to wait.", "the maker of traps"),
        ("It bought the startup Acme for a dollar.", "the startup"),
        ("It spoke to its dominant backer, Acme.", "its dominant backer"),
        ("Chief executive of all, Zorb CEO Acme spoke.", "Zorb CEO"),
    ],
)
def test_a_description_beside_a_name_is_told(text, label):
    told = name_labels(sentences_of(text), mentions_of(text, "Acme"), ["Acme"])
    (row,) = told[told["kind"] == "description"].itertuples()
    assert row.label == label == text[row.start : row.end]


@pytest.mark.parametrize("text", ["The future of Acme is bright.", "They met in the Acme office, the day after."])
def test_other_words_beside_a_name_are_no_description(text):
    told = name_labels(sentences_of(text), mentions_of(text, "Acme"), ["Acme"])
    assert told["kind"].tolist() == ["form"]


@pytest.mark.parametrize(
    ("text", "role", "verb"),
    [
        ("Acme abandoned the talks.", "acts", "abandon"),
        ("Acme has already left.", "acts", "leave"),
        ("Acme may soon walk away.", "acts", "walk"),
        ("Acme is reportedly prepared to abandon the talks.", "acts", "abandon"),
        ("Acme said to consider a sale", "acts", "consider"),
        ("Acme is steadily building a plant.", "acts", "build"),
        ("The round was led by Acme.", "acts", "lead"),
        ("“No,” said Acme.", "acts", "say"),
        ("They accuse Acme of it.", "is acted upon", "accuse"),
        ("Acme was sued by its rival.", "is acted upon", "sue"),
        ("Acme has been accused of it.", "is acted upon, by whom is not said", "accuse"),
        ("Acme may be sued.", "is acted upon, by whom is not said", "sue"),
    ],
)
def test_who_acts_and_who_is_acted_upon(text, role, verb):
    (row,) = agency(sentences_of(text), mentions_of(text, "Acme"), ["Acme"]).itertuples()
    assert (row.role, row.verb) == (role, verb)
    assert "Acme" in text[row.start : row.end]


@pytest.mark.parametrize(
    "text",
    [
        "Talks with Acme have stalled.",
        "Acme’s shares rose.",
        "Acme shares rose.",
        "Acme, they left.",
        "Acme",
        "To Acme",
    ],
)
def test_what_a_name_does_not_do_is_not_told_of_it(text):
    assert agency(sentences_of(text), mentions_of(text, "Acme"), ["Acme"]).empty
