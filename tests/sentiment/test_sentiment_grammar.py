"""Roles: which words a target is agent or patient of, is said to be, or owns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment.context import context
from analysis.sentiment.grammar import roles


def roles_of_acme(sentence: str) -> dict[str, str]:
    start = sentence.index("Acme")
    around = context(sentence, start, start + 4)
    return {around.words[place]: role for place, role in roles(around).items()}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Acme sued Borland.", {"sued": "agent"}),
        ("Acme was not sued by Borland.", {"sued": "patient not"}),
        ("Borland was sued by Acme.", {"sued": "agent"}),
        ("Acme, which sells tools, sued Borland.", {"sells": "agent", "sued": "agent"}),
        ("Acme (a maker of tools) was fined.", {"fined": "patient"}),
        ("Acme's reckless plan failed.", {"reckless": "owned"}),
        ("Acme, a maker of tools, and Borland sued.", {}),
    ],
)
def test_a_target_has_its_part_in_what_is_done_also_past_an_aside(sentence, expected):
    assert roles_of_acme(sentence) == expected


def test_an_aside_that_never_closes_has_no_verb_past_it():
    assert roles_of_acme("Acme, a maker of tools.") == {}


@given(st.lists(st.sampled_from(["Acme", ",", "(", ")", "who", "was", "'s", "sued", "not", "and"]), max_size=12))
def test_roles_are_of_words_within_the_context_and_never_of_the_target(words):
    sentence = " ".join(["Acme", *words])
    around = context(sentence, 0, 4)
    assert all(0 <= place < len(around.words) and place != around.target for place in roles(around))
