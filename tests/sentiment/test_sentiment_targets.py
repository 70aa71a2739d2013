"""Tone of a story toward its leading names and their relation, and how sure it is."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis.sentiment import (
    TargetError,
    check_targets,
    leading_names,
    movers,
    one_against_others,
    target_mentions,
    target_tone_by_article,
    target_tone_by_voice,
    turns,
)
from analysis.sentiment.chance import interval_of_mean
from analysis.tables import table


def names(*rows: tuple[str, str, str, int]):
    columns = ("name", "type", "article", "mentions")
    return table("names", [{**dict(zip(columns, row, strict=True)), "aliases": []} for row in rows])


def test_leading_names_are_persons_and_organisations_of_two_articles_most_mentioned_first():
    found = names(
        ("Paris", "place", "a", 9),
        ("Paris", "place", "b", 9),
        ("Acme", "organisation", "a", 2),
        ("Acme", "organisation", "b", 2),
        ("Jones", "person", "a", 3),
        ("Jones", "person", "b", 4),
        ("Borland", "organisation", "a", 50),
    )
    assert leading_names(found) == ["Jones", "Acme"]
    assert leading_names(found, limit=1) == ["Jones"]


def test_a_story_of_one_article_has_leading_names_too():
    assert leading_names(names(("Acme", "organisation", "a", 2))) == ["Acme"]


def test_no_names_no_leading_names():
    assert leading_names(names()) == []


def story(*texts: str, known: tuple[str, ...] = ("Acme", "Borland", "Oracle")):
    sentences, mentions, tone, offset = [], [], [], 0
    for number, text in enumerate(texts):
        key = {"article": "a", "sentence": number}
        sentence = {**key, "start": offset, "end": offset + len(text), "paragraph": 0, "kind": "body", "text": text}
        sentences.append(sentence)
        tone.append({**key, "start": offset, "end": offset + len(text), "tone": 0, "voice": "narrator", "place": 0})
        for name in known:
            if name in text:
                start = offset + text.index(name)
                mentions.append({**key, "start": start, "end": start + len(name), "text": name, "name": name})
        offset += len(text) + 1
    return table("sentences", sentences), table("mentions", mentions), table("tone", tone), " ".join(texts)


TOGETHER = (
    "Acme and Borland renewed their partnership.",
    "Acme has opened talks with Borland.",
    "Borland said that the alliance helps Acme.",
)


def related(*texts: str) -> list[str]:
    sentences, mentions, tone, text = story(*texts)
    found = target_mentions(sentences, mentions, tone, ["Borland", "Acme"])
    rows = found[found["target"] == "Acme–Borland"]
    return [text[row.start : row.end] for row in rows.itertuples()]


def test_the_relation_of_the_two_leading_names_is_a_target_of_its_own():
    assert related(*TOGETHER) == ["partnership", "talks", "alliance"]


def test_a_story_that_hardly_speaks_of_a_relation_has_none():
    assert related(*TOGETHER[:2]) == []


def test_ties_with_somebody_else_are_not_the_relation():
    assert related(*TOGETHER, "Acme signed a deal with Oracle.", "Oracle praised the alliance.") == [
        "partnership",
        "talks",
        "alliance",
    ]


def test_partnerships_of_any_kind_are_not_the_relation():
    assert related(*TOGETHER, "Acme seeks partnerships.", "A partnership needs care.") == [
        "partnership",
        "talks",
        "alliance",
    ]


def test_a_quarrel_of_the_two_is_their_relation_and_one_with_somebody_else_is_not():
    assert related(*TOGETHER, "Tensions grow between Acme and Borland.", "Acme feels friction.")[3:] == ["Tensions"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme and Borland spoke of the Oracle dispute.",
        "Acme and Borland regret the conflict in Oracle.",
        "Acme and Borland see no conflict of interest.",
        "Acme asked Borland about tensions between Oracle and others.",
        "Acme's dispute with Oracle worries Borland.",
    ],
)
def test_a_quarrel_of_others_that_the_two_speak_of_is_not_their_relation(sentence):
    assert related(*TOGETHER, sentence) == related(*TOGETHER)


def test_the_topic_of_a_bond_is_part_of_its_name():
    assert related(*TOGETHER, "Their free trade deal holds.")[3:] == ["free trade deal"]
    assert toward_the_relation("Their pay deal holds.") == toward_the_relation("Their trade deal holds.")


def test_an_endless_run_of_topics_is_read_like_any_other_text():
    assert related(*TOGETHER, "tax " * 50_000) == related(*TOGETHER)


def toward_the_relation(sentence: str) -> float:
    """Tone toward the relation of Acme and Borland in a sentence of a story about it, mean of its mentions."""
    found = target_mentions(*story(*TOGETHER, sentence)[:3], ["Borland", "Acme"])
    return found[(found["target"] == "Acme–Borland") & (found["sentence"] == len(TOGETHER))]["tone"].mean()


@pytest.mark.parametrize(
    "sentence",
    [
        "The dispute between Acme and Borland goes on.",
        "Talks ended in deadlock, said Acme and Borland.",
        "The rift between the two has not been healed.",
        "The rift between the two won’t be healed.",
        "The dispute between Acme and Borland isn't over.",
        "Tension grew between Acme and Borland.",
        "The dispute between Acme and Borland is over pay.",
    ],
)
def test_the_name_of_a_quarrel_says_that_the_relation_is_bad(sentence):
    assert toward_the_relation(sentence) < -0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme and Borland have resolved their dispute.",
        "Acme and Borland hailed the settlement of their dispute.",
        "There is no rift between Acme and Borland.",
        "There isn't a rift between Acme and Borland.",
        "A rupture between Acme and Borland is thought unlikely.",
        "The feud between Acme and Borland has been settled.",
        "The dispute between Acme and Borland is over.",
    ],
)
def test_a_quarrel_that_is_over_or_was_none_says_nothing_against_the_relation(sentence):
    assert toward_the_relation(sentence) > -0.5


def test_in_a_story_that_seldom_names_both_the_noun_given_to_both_once_is_their_relation():
    texts = (
        "Acme and Borland signed a treaty.",
        "The treaty runs for a year.",
        "Acme kept the treaty.",
        "The talks failed.",
    )
    assert related(*texts) == ["treaty"] * 3
    assert related(*texts[:2]) == []
    assert related("Acme and Borland fear the treaty.", *texts[1:]) == []


def test_only_the_targets_asked_for_are_there_and_spans_hold_their_names():
    sentences, mentions, tone, text = story("Acme sued Borland.", "Oracle praised Acme.")
    found = target_mentions(sentences, mentions, tone, ["Acme"])
    assert [text[row.start : row.end] for row in found.itertuples()] == ["Acme", "Acme"]
    assert np.allclose(found["tone"], found["positive"] - found["negative"])


def test_no_mention_gives_empty_tables():
    sentences, mentions, tone, _ = story("Nothing here.")
    found = target_mentions(sentences, mentions, tone, ["Acme", "Borland"])
    assert found.empty
    assert target_tone_by_article(found).empty


def toward(tones: list[float], sentences: list[int] | None = None):
    rows = [
        {
            "article": "a",
            "sentence": number if sentences is None else sentences[number],
            "target": "Acme",
            "start": 10 * number,
            "end": 10 * number + 4,
            "voice": "narrator",
            "tone": tone,
            "negative": max(0.0, -tone),
            "neutral": 1 - abs(tone),
            "positive": max(0.0, tone),
        }
        for number, tone in enumerate(tones)
    ]
    return target_tone_by_article(table("target_mentions", rows)).iloc[0]


def test_one_sentence_has_a_label_and_no_interval_and_no_verdict():
    found = toward([-0.9] * 6, sentences=[0] * 6)
    assert found["label"] == "negative"
    assert pd.isna(found["low"])
    assert pd.isna(found["high"])
    assert pd.isna(found["verdict"])


def test_two_sentences_that_differ_say_next_to_nothing():
    found = toward([0.2, 0.6])
    assert found["low"] < 0 < found["high"]


def test_many_like_sentences_carry_a_verdict():
    assert toward([-0.5, -0.6, -0.4, -0.7, -0.5, -0.6])["verdict"] == "negative"


def test_fewer_than_five_mentions_carry_none():
    assert pd.isna(toward([-0.6, -0.61, -0.6, -0.61])["verdict"])


def test_an_interval_that_holds_neutral_carries_no_verdict():
    found = toward([-0.8, 0.6, -0.5, 0.3, -0.7, 0.2])
    assert found["low"] < 0 < found["high"]
    assert pd.isna(found["verdict"])


def test_the_same_mentions_give_the_same_interval():
    tones = [-0.8, 0.6, -0.5, 0.3]
    assert toward(tones).equals(toward(tones))


@pytest.mark.parametrize("sentences", [2, 3, 5, 12])
def test_intervals_hold_the_true_mean_about_as_often_as_they_say(sentences):
    random = np.random.default_rng(3)
    held = 0
    for _ in range(300):
        low, high = interval_of_mean(random.normal(0.1, 0.2, sentences), np.ones(sentences), random)
        held += low <= 0.1 <= high
    # 95% nominal; two sentences whose bootstrap is all but degenerate may miss a little more often
    assert held / 300 > 0.9


def told(article: str, tones: list[float], voice: str = "narrator", target: str = "Acme") -> list[dict]:
    place = {"article": article, "target": target, "voice": voice, "negative": 0, "neutral": 0, "positive": 0}
    return [{**place, "sentence": n, "start": 9 * n, "end": 9 * n + 4, "tone": tone} for n, tone in enumerate(tones)]


def test_the_writers_and_the_quoted_have_a_tone_each():
    found = target_tone_by_voice(
        table("target_mentions", told("a", [0.5] * 3) + told("b", [-0.4] * 2, "quoted") + told("c", [-0.6], "reported"))
    ).set_index("voice")
    assert found.loc["narrator", "tone"] == pytest.approx(0.5)
    assert found.loc["others", "tone"] == pytest.approx((-0.4 * 2 - 0.6) / 3)
    assert found.loc["others", "mentions"] == 3


def test_the_sentence_that_moves_most_is_the_one_without_which_the_mean_changes_most():
    found = movers(table("target_mentions", told("a", [0.1, 0.9, 0.1, -0.7, 0.1])), most=1).set_index("sentence")
    assert list(found.index) == [1, 3]
    # the mean of all is 0.1; without 0.9 it is -0.1, without -0.7 it is 0.3
    assert found.loc[1, "moves"] == pytest.approx(0.2)
    assert found.loc[3, "moves"] == pytest.approx(-0.2)


def test_sentences_that_move_a_voice_most_are_found_in_whichever_article_they_stand():
    rows = told("a", [0.1, 0.9]) + told("b", [0.1, 0.2, -0.7]) + told("b", [-1.0], "quoted")
    found = movers(table("target_mentions", rows), by="voice", most=1)
    assert list(zip(found["article"], found["sentence"], strict=True)) == [("a", 1), ("b", 2)]


def test_one_sentence_moves_nothing():
    assert movers(table("target_mentions", told("a", [0.9]))).empty


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("Acmee", "no source mentions the target 'Acmee'; near names: Acme"),
        ("bolt", "no source mentions the target 'bolt'; near names: Usain Bolt, Bolt & Sons"),
        (7, "no source mentions the target 7; names most mentioned: Usain Bolt, Acme, Bolt & Sons"),
    ],
)
def test_a_target_that_nobody_mentions_is_refused_with_the_names_nearest_to_it(target, said):
    mentions = {"Acme": 3, "Bolt & Sons": 1, "Usain Bolt": 9, "Zeta": 1}
    names = pd.DataFrame({"name": list(mentions), "mentions": list(mentions.values())})
    check_targets(["Acme", "Zeta"], names)
    with pytest.raises(TargetError, match=f"^{re.escape(said)}$"):
        check_targets(["Acme", target], names)


def test_a_source_far_from_the_others_differs_beyond_chance_and_like_ones_do_not():
    steady = [0.1, -0.1, 0.2, -0.2, 0.0, 0.1]
    rows = told("a", steady) + told("b", steady) + told("c", [-0.8, -0.9, -0.7, -0.8, -0.9, -0.8])
    found = one_against_others(table("target_mentions", rows)).set_index("article")
    assert found.loc["c", "beyond"]
    assert found.loc["c", "tone"] < found.loc["c", "others"]
    alike = one_against_others(table("target_mentions", told("a", steady) + told("b", steady)))
    assert not alike["beyond"].any()


def test_sources_of_few_sentences_are_not_compared():
    rows = told("a", [0.9] * 4) + told("b", [-0.9] * 9)
    found = one_against_others(table("target_mentions", rows))
    assert found.empty
    assert found[found["beyond"]].columns.tolist() == ["target", "article", "tone", "others", "chance", "beyond"]


def test_welch_and_holm_of_two_comparisons_give_what_the_textbook_gives():
    # Two samples of five: means 3 and 5, variances 2.5 each, so t = 2 with 8 degrees of freedom, two-sided p = 0.0805.
    rows = told("a", [1, 2, 3, 4, 5]) + told("b", [3, 4, 5, 6, 7])
    found = one_against_others(table("target_mentions", rows))
    assert found["chance"].tolist() == pytest.approx([0.161, 0.161], abs=0.001)


def test_an_article_that_begins_well_and_ends_badly_turns():
    tones = [0.8, 0.7, 0.9, 0.8, 0.7, -0.6, -0.7, -0.8, -0.6, -0.9]
    rows = [
        {"article": "a", "sentence": n, "start": n, "end": n + 1, "tone": tone, "voice": "narrator", "place": n / 10}
        for n, tone in enumerate(tones)
    ]
    (found,) = turns(table("tone", rows)).to_dict("records")
    assert found["beyond"]
    assert found["first"] > 0 > found["second"]
