"""Tone toward a target: who does what to whom, negation and denial, names that must not matter, hostile text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import TargetTone, target_tone


def toward(target: str, sentence: str) -> TargetTone:
    start = sentence.index(target)
    return target_tone(sentence, start, start + len(target))


@pytest.mark.parametrize(
    ("sentence", "actor", "object_"),
    [
        ("Acme sued Borland.", "Acme", "Borland"),
        ("Borland sued Acme.", "Borland", "Acme"),
        ("Acme criticised Borland.", "Acme", "Borland"),
        ("Borland was criticised by Acme.", "Acme", "Borland"),
        ("Acme accused Borland of fraud.", "Acme", "Borland"),
        ("Borland was accused of fraud by Acme.", "Acme", "Borland"),
        ("Acme, which makes tools, sued Borland.", "Acme", "Borland"),
        ("Acme warned Borland.", "Acme", "Borland"),
    ],
)
def test_who_is_attacked_fares_worse_than_who_attacks(sentence, actor, object_):
    assert toward(object_, sentence).tone < toward(actor, sentence).tone


def test_who_is_praised_fares_better_than_who_praises():
    assert toward("Borland", "Acme praised Borland.").label == "positive"
    assert toward("Borland", "Acme praised Borland.").tone > toward("Acme", "Acme praised Borland.").tone


def test_who_is_praised_fares_better_than_who_praises_in_the_passive_too():
    sentence = "Borland was praised by Acme."
    assert toward("Borland", sentence).label == "positive"
    assert toward("Borland", sentence).tone > toward("Acme", sentence).tone


def test_mirrored_sentences_give_mirrored_tones():
    assert toward("Acme", "Acme sued Borland.") == toward("Borland", "Borland sued Acme.")
    assert toward("Borland", "Acme sued Borland.") == toward("Acme", "Borland sued Acme.")


def test_negation_turns_praise():
    assert toward("Borland", "Borland is a good company.").label == "positive"
    assert toward("Borland", "Borland is not a good company.").label == "negative"


def test_contracted_negation_with_a_curly_apostrophe_turns_praise():
    assert toward("Borland", "Borland isn’t a good company.") == toward("Borland", "Borland isn't a good company.")
    assert toward("Borland", "Borland isn’t a good company.").label == "negative"


def test_a_denied_accusation_weighs_less_than_a_made_one():
    made = toward("Borland", "Acme said that Borland had committed fraud.")
    denied = toward("Borland", "Acme denied that Borland had committed fraud.")
    assert denied.tone > made.tone + 0.3


def test_to_be_cleared_of_fraud_is_not_to_be_convicted_of_it():
    assert toward("Borland", "The court convicted Borland of fraud.").label == "negative"
    assert toward("Borland", "The court cleared Borland of fraud.").label != "negative"


def test_praise_in_a_critics_mouth_is_praise_of_its_target():
    sentence = "“Smith is a brilliant, honest leader,” said Jones, long her harshest critic."
    assert toward("Smith", sentence).label == "positive"
    assert toward("Jones", sentence).label != "positive"


NAMES = ["Biden", "Microsoft", "OpenAI", "Zhang", "Goldman Sachs", "O’Brien", "UNICEF", "McDonald’s", "Müller", "X"]
FRAMES = [
    "{} misled investors and failed to warn Borland about the flaw.",
    "Analysts said {} and Acme attacked Borland.",
    "Borland, which {} admires, won a generous prize.",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_another_name_does_not_move_tone_toward_the_target(frame):
    assert len({toward("Borland", frame.format(name)) for name in NAMES}) == 1


@pytest.mark.parametrize("frame", FRAMES)
def test_the_targets_own_name_does_not_move_its_tone(frame):
    assert len({toward(name, frame.format(name)) for name in NAMES}) == 1


@pytest.mark.parametrize("frame", ["{} Slams Borland Over Fraud Scandal", "Borland Wins Praise From {} After Rescue"])
def test_another_name_in_a_headline_does_not_move_the_label(frame):
    assert len({toward("Borland", frame.format(name)).label for name in NAMES}) == 1


def test_a_title_before_the_target_is_part_of_it():
    assert toward("Obama", "Critics say President Obama lied.") == toward("Obama", "Critics say Obama lied.")


@given(st.text(max_size=300), st.integers(-5, 310), st.integers(-5, 310))
def test_any_text_and_span_give_probabilities(text, start, end):
    found = target_tone(text, start, end)
    chances = (found.negative, found.neutral, found.positive)
    assert math.isclose(sum(chances), 1)
    assert all(0 <= chance <= 1 for chance in chances)
    assert found.label in ("negative", "neutral", "positive")


def test_only_what_is_near_a_target_in_an_endless_line_is_read():
    filler = "word " * 200_000
    assert toward("Borland", filler + "Acme praised Borland. " + filler) == toward(
        "Borland", "word " * 300 + "Acme praised Borland. " + "word " * 300
    )
