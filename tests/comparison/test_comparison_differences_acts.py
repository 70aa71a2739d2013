"""Who does what, read off verbs and nouns of acts."""

import pytest
from compared import found

from analysis.comparison.differences.acts import acts
from analysis.comparison.differences.naming import names
from analysis.comparison.differences.told import Told, concept


def told(text: str, kind: str = "body") -> Told:
    return Told({"article": "a", "start": 0, "end": len(text), "text": text, "kind": kind})


def doers(text: str, act: str, kind: str = "body") -> list[str]:
    sentence = told(text, kind)
    return [text[slice(*sentence.span(*one.marked))] for one in acts(sentence) if f"to {act}" in one.about]


@pytest.mark.parametrize(
    ("text", "act", "doer"),
    [
        ("The agency ordered the recall of the toys.", "recall", "The agency"),
        ("The toys were withdrawn by the maker on Friday.", "recall", "the maker"),
        ("The toys are being taken off the shelves, the maker announced.", "recall", "the maker"),
        ("The plant, which is old, was shut down by order of the mayor.", "close", "the mayor"),
        ("Velora says it closed the plant.", "close", "Velora"),
        ("The ministry on Monday approved the sale.", "approve", "The ministry"),
        ("Reyk, the minister, resigned.", "dismiss", "Reyk"),
        ("An investigation by the prosecutor is under way.", "investigate", "the prosecutor"),
        ("Velora, the mill's owner, will pay for the bridge.", "pay", "Velora"),
        ("It was the bakery that recalled the loaves.", "recall", "the bakery"),
        ("It was the young nurse Ana Brix, 29, who alerted the police.", "alert", "the young nurse Ana Brix"),
        ("The first to find the crack was a diver.", "find", "a diver"),
        ("A diver was the first to spot the crack.", "find", "A diver"),
        ("The bakery's recall of the loaves cost a fortune.", "recall", "The bakery's"),
        ("A diver was the first on the scene.", "first", "A diver"),
        ("At the wheel was the young mate.", "captain", "the young mate"),
        ("The club pays for the festival.", "pay", "The club"),
        ("Dana Okafor welcomed Velora's proposed bridge.", "propose", "Velora's"),
        ("The consortium led by Larch will open the port.", "lead", "Larch"),
        ("The sale was halted on the orders of a court.", "halt", "a court"),
        ("The town will pick up the tab for the bridge.", "pay", "The town"),
    ],
)
def test_the_doer_of_an_act_is_found(text, act, doer):
    assert doers(text, act) == [doer]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The plant was shut down.", "close"),
        ("The plant was shut down by Friday.", "close"),
        ("Prosecutors said he had closed the plant.", "close"),
        ("The recall of the toys went on.", "recall"),
        ("The mill is old, and his office closed it.", "close"),
        ("The troops raids the villagers fear went on.", "attack"),
        ("Building walls closed the road.", "close"),
        ("A diver was the last to leave the boat.", "leave"),
        ("The mill has been quiet since it closed.", "close"),
        ("The offer was widely rejected, including by Ana Brix.", "reject"),
        ("Mayors including Ana Brix led the search.", "lead"),
        ("The bill passed on Friday.", "approve"),
        ("Her lawyers wrote to her and asked Brix to sell the mill.", "sell"),
        ("Velora’s chairman argued that all of them “paid” for it.", "pay"),
    ],
)
def test_an_act_whose_doer_is_not_told_is_left_out(text, act):
    assert doers(text, act) == []


def test_a_headline_is_read_in_the_present():
    assert doers("Toy maker recalls dolls", "recall", "headline") == ["Toy maker"]


def test_a_name_is_known_by_what_stands_beside_it():
    known = names(["Yesterday agency director Karin Vestal spoke.", "Then Vestal, who heads the ministry, left."])
    assert set(map(concept, ("agency", "director", "karin", "ministry"))) <= known["vestal"]


def test_who_says_what_a_name_does_is_not_taken_for_its_bearer():
    assert names(["The plant belongs to Helvagen, the agency said."])["helvagen"] == frozenset()


def test_all_words_of_a_name_are_known_by_what_stands_beside_any():
    known = names(["Yesterday Karin Vestal Brock, the coroner, spoke.", "The plant was closed."])
    assert all(concept("coroner") in known[name] for name in ("karin", "vestal", "brock"))


def test_who_does_it_to_whom_may_be_told_the_other_way_round():
    one, other = "The bank wooed the county for years.", "It was the county that wooed the bank for years."
    assert ("actor", "The bank", "the county") in found(one, other)


def test_one_party_under_two_names_is_no_difference():
    assert not any(kind == "actor" for kind, *_ in found("Velora paid for the bridge.", "The company paid for it."))


def test_parties_of_two_kinds_are_a_difference():
    one, other = "The ministry paid for the new bridge.", "A bakery paid for the new bridge."
    assert ("actor", "The ministry", "A bakery") in found(one, other)


def test_an_institution_is_not_told_from_another_of_its_kind_by_its_name():
    one, other = "Congress approved the new bridge.", "The Senate approved the new bridge."
    assert not any(kind == "actor" for kind, *_ in found(one, other))


def test_who_works_for_a_party_of_a_kind_is_not_of_that_kind():
    one, other = "Harbour Ministry divers found the wreck.", "Ida Brook found the wreck."
    assert not any(kind == "actor" for kind, *_ in found(one, other))


def test_a_verb_that_says_little_by_itself_is_no_act():
    one, other = "The bank put the town at risk.", "The ministry put the town at risk."
    assert not any(kind == "actor" for kind, *_ in found(one, other))


def test_what_many_may_do_to_one_thing_is_no_difference_in_who_does_it():
    one, other = "The ministry denounced the new bridge.", "A bakery denounced the new bridge."
    assert not any(kind == "actor" for kind, *_ in found(one, other))


def test_who_overrides_a_veto_did_not_cast_it():
    assert doers("The council voted to override Ana Brix's veto of the bridge.", "veto") == ["Ana Brix's"]


def test_a_minister_of_a_nation_may_be_one_with_a_name():
    one, other = "Dana Okafor turned down the invitation.", "The Danish minister turned down the invitation."
    assert not any(kind == "actor" for kind, *_ in found(one, other))
