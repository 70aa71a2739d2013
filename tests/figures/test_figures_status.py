"""What a figure measures has happened unless words that govern it, and do not only stand in its sentence, say else."""

import pytest
from annotated import tables_of
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.denied import is_denied

STATUS = [
    ("The company cut 300 jobs.", "happened"),
    ("The company will cut 300 jobs.", "planned"),
    ("They’ll open on Friday.", "planned"),
    ("The company may cut 300 jobs.", "possible"),
    ("The investors demanded 300 job cuts.", "demanded"),
    ("An inquiry of $5 million was demanded.", "demanded"),
    ("The company denied cutting 300 jobs.", "denied"),
]
DENIED = [
    "The repair did not cost $5 million.",
    "The firm didn’t pay $5 million.",
    "The house was not worth $5 million.",
    "The house has not been sold for $5 million.",
    "He refused to pay $5 million.",
    "The company denied that 40 people were hurt.",
    "The ministry denies reports of 40 dead.",
    "It is not true that 40 people died.",
    "The mayor rejected claims that 40 people had died.",
    "The board ruled out 300 job cuts.",
    "The toll did not rise to 40.",
    "The trial did not take two hours.",
    "The plant did not open in March.",
    "She was neither 40 nor 50.",
]
NOT_DENIED = [
    "Thirteen people never made it out.",
    "Three quarters of the trains did not run.",
    "The firm, which did not respond, paid $85,000.",
    "Harker, who is worth £240 million, refused to say a word.",
    "She has the records of 300 patients, and the trust never noticed.",
    "He has not missed a game in 31 years.",
    "The club has not won since 2004.",
    "The inquiry did not name two men.",
    "He did not answer two letters.",
    "He did not survive the fire in 2019.",
    "He does not know that 40 died.",
    "The ministry did not sign contracts worth $5 million.",
    "He denied the three charges.",
    "She denied three counts of fraud.",
    "They were denied visas for 30 days.",
    "He denied arson following a fire on Sunday.",
    "He denied knowing about a payment of $130,000.",
    "They will not enlist children aged 12.",
    "The firm denied on Thursday that it knew.",
    "The firm did not deny that 300 jobs were lost.",
    "The firm has not ruled out 300 job cuts.",
    "Not only 300 jobs were lost.",
    "Not all 300 came.",
]
BOUNDS = ["It cost no more than $5 million.", "It cost not more than $5 million.", "No fewer than 40 people died."]
ANOTHERS = [
    ("A lawyer for six families demanded money.", "happened"),
    ("Two analysts expect a loss.", "happened"),
    ("On Monday the union demanded more.", "happened"),
    ("It demanded on Monday that he go.", "happened"),
    ("The jury met for 14 hours, and it may change the law.", "happened"),
    ("About 40 clerks left, as the office is to be moved.", "happened"),
    ("The firm, which will move, paid $5 million.", "happened"),
    ("The court insisted on it, the two men said.", "happened"),
    ("He said that he would stay, the three women told Kestrel.", "happened"),
    ("It shut in May.", "happened"),
    ("He was found to be 40 miles away.", "happened"),
    ("The shop lost 300 guests due to rain.", "happened"),
    ("The fog, which cut the view to 300 metres, may have played a part.", "happened"),
    ("The laboratory used since 2016 will close.", "happened"),
    ("The club said Monday it will move.", "happened"),
    ("It will move, the club announced on Monday.", "happened"),
    ("They will vote, it was claimed last night.", "happened"),
    ("The council gave planning permission on Friday.", "happened"),
    ("He walked as if drunk for 40 miles.", "happened"),
    ("A poll of likely voters gave her 47 percent.", "happened"),
    ("To be ready for them, Tarn borrowed €26 million.", "happened"),
    ("The club will sell 40 boats and sales rose 5 percent.", "happened"),
    ("The firm demanded $5 million and paid $3 million.", "happened"),
    ("It would hold 34,000 people and cost £280 million.", "planned"),
    ("It will be up and running in 2028.", "planned"),
    ("It would leave the town with a bill of $5 million.", "planned"),
    ("It cannot open before 2031.", "planned"),
    ("A vote could be called for February.", "possible"),
    ("Work is due to start in 2027.", "planned"),
    ("They will be told in writing, and in plain words, by March.", "planned"),
    ("It does not close before August but will close in 2031.", "planned"),
]


def statuses(text: str) -> dict[str, str]:
    article = {"article": "a", "title": None, "headings": [], "text": text, "published": None}
    return dict(tables_of([article])[1][["text", "status"]].itertuples(index=False))


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status_says_whether_it_has_happened(text, status):
    assert list(statuses(text).values()) == [status]


@pytest.mark.parametrize("text", DENIED)
def test_what_a_denial_governs_is_denied(text):
    assert set(statuses(text).values()) == {"denied"}


@pytest.mark.parametrize("text", NOT_DENIED)
def test_what_a_denial_only_stands_beside_is_not_denied(text):
    found = statuses(text)
    assert found
    assert "denied" not in found.values()


@pytest.mark.parametrize("text", BOUNDS)
def test_a_bound_is_no_denial(text):
    assert list(statuses(text).values()) == ["happened"]


def test_of_two_values_only_the_wrong_one_is_denied():
    assert statuses("It cut not 300 but 200 jobs.") == {"300": "denied", "200": "happened"}
    assert statuses("It fell not on Monday but on Tuesday.") == {"Monday": "denied", "Tuesday": "happened"}


@pytest.mark.parametrize(("text", "status"), ANOTHERS)
def test_words_of_another_clause_or_of_those_who_speak_say_nothing_of_a_figure(text, status):
    assert list(statuses(text).values())[-1] == status


@given(st.text(max_size=200), st.text(max_size=50), st.sampled_from(["number", "money", "date", "duration", "age"]))
def test_a_figure_behind_any_text_is_denied_or_not(before, behind, kind):
    text = f"{before}12{behind}"
    assert is_denied(text, len(before), len(before) + 2, kind) in (True, False)
