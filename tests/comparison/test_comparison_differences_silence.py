"""Who answers in one article and does not in another."""

import pytest

from analysis.comparison.differences import silence
from analysis.comparison.differences.told import Credit, Told

STATEMENT = "Velora said in a statement that the plant was safe."


def told(article: str, *sentences: str, source: str | None = None, beside: frozenset = frozenset()) -> list[Told]:
    """The sentences of an article, the last of them credited to a source; Velora and Dana Okafor are names.

    beside: what the story says beside these names.
    """
    rows, start = [], 0
    for text in sentences:
        rows.append({"article": article, "start": start, "end": start + len(text), "text": text, "kind": "body"})
        start += len(text) + 1
    names = dict.fromkeys(("velora", "dana", "okafor"), beside)
    credits = []
    if source:
        at = rows[-1]["start"] + sentences[-1].index(source)
        who = frozenset(word.lower() for word in source.split() if word != "the")
        credits = [Credit((at, at + len(source)), (rows[-1]["start"], rows[-1]["end"]), who, None)]
    return [Told(row, names, credits) for row in rows]


def found(silent: list[Told], speaking: list[Told]) -> list[tuple[str, str]]:
    return [(finding.a, finding.b) for _, _, finding in silence.find(silent + speaking)]


@pytest.mark.parametrize(
    "words",
    [
        "Velora declined to comment.",
        "Velora has not yet responded to questions.",
        "Velora, contacted by this newspaper, made no comment.",
        "Bosses at Velora hid behind their lawyers and refused to say a word.",
        "Calls to Velora went unanswered.",
        "Velora could not be reached for comment.",
        "Velora could not immediately be reached.",
        "Velora referred questions to its lawyers.",
        "Velora has so far said nothing.",
        "Nobody at Velora picked up the phone.",
        "Velora refused to be interviewed.",
    ],
)
def test_no_answer_here_is_set_against_a_statement_there(words):
    assert len(found(told("a", words), told("b", STATEMENT, source="Velora"))) == 1


def test_the_company_is_the_one_named_before():
    silent = told("a", "Dana Okafor runs Velora.", "The company did not respond.")
    assert found(silent, told("b", STATEMENT, source="Velora"))
    assert not found(silent, told("b", "Dana Okafor said that the plant was safe.", source="Dana Okafor"))


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The ministry did not respond.", "Velora"),
        ("Dana Okafor declined to comment.", "Velora"),
        ("Velora responded at once.", "Velora"),
        ("Velora declined to say on Monday whether the plant would close.", "Velora"),
        ("Velora declined to comment further.", "Velora"),
    ],
)
def test_another_party_or_an_answer_is_no_silence(words, source):
    assert not found(told("a", words), told("b", STATEMENT, source=source))


def test_of_two_sentences_the_one_that_tells_of_a_statement_is_taken():
    early, late = "Velora said on Monday that sales rose.", STATEMENT
    speaking = [*told("b", early, source="Velora"), *told("b", early, late, source="Velora")[1:]]
    [(_, place)] = found(told("a", "Velora declined to comment."), speaking)
    assert place[0] == len(early) + 1


def test_a_surname_is_silent_for_the_whole_name_that_speaks():
    speaking = told("b", "Dana Okafor told reporters that the plant was safe.", source="Dana Okafor")
    assert not found(told("a", "Okafor declined to comment."), speaking)
    assert found(told("a", "Okafor declined to comment.", beside=frozenset(["dana"])), speaking)
