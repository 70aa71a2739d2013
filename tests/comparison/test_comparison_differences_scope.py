"""How many of them, and how alone: what differs in scope, and what only has a word of scope in it."""

import pytest
from compared import found


def scopes(*texts: str) -> set[tuple[str, str]]:
    return {(words, other) for kind, words, other in found(*texts) if kind == "scope"}


@pytest.mark.parametrize(
    ("one", "other", "words", "other_words"),
    [
        ("All 20 trams of Graz stood still.", "14 of the 20 trams of Graz stood still.", "All", "14 of the"),
        ("All the bridges were rebuilt.", "All but one of the bridges were rebuilt.", "All", "All but one"),
        ("The roof was completely destroyed.", "The roof was partly destroyed.", "completely", "partly"),
        ("The trains to Como are always late.", "The trains to Como are sometimes late.", "always", "sometimes"),
        ("Power was cut in the whole of Malta.", "Power was cut in parts of Malta.", "the whole of", "parts of"),
        (
            "Orsa is the largest lender in Oslo.",
            "Orsa is the third largest lender in Oslo.",
            "largest",
            "the third largest",
        ),
        (
            "Orsa is the largest lender in Oslo.",
            "Orsa is one of Norway's largest lenders in Oslo.",
            "largest",
            "one of Norway's largest",
        ),
        (
            "Minde is the only port of the island.",
            "Minde and three other ports of the island were shut.",
            "the only",
            "three other",
        ),
        ("Minde is the sole supplier of the mill.", "The mill is looking at other suppliers.", "sole", "other"),
    ],
)
def test_how_many_here_against_how_many_there(one, other, words, other_words):
    assert scopes(one, other) == {(words, other_words)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("All children took part in the race.", "The children of the school ran in part of the race."),
        ("Several guests said the hall was full.", "Each guest of the hall was given a rose."),
        ("Orsa is the third largest lender in Oslo.", "Orsa is one of the largest lenders in Oslo."),
        ("A third of the town voted.", "It was the largest vote of the town."),
        ("Both parties praised the judge.", "Some members of the parties praised the judge."),
        ("All members of the choir sang in Graz.", "Some singers from Graz met the choir and its members."),
        ("The law covers all owners of boats.", "The mayor of Oslo named owners of boats as part of the law."),
        ("Most of the boats were sold to owners in Oslo.", "The owners in Oslo not only sold boats."),
    ],
)
def test_a_word_of_scope_alone_is_no_difference(one, other):
    assert not scopes(one, other)
