"""What is told first: the right rows, and sentences whose numbers are those of the tables."""

from types import SimpleNamespace

import pandas as pd

from analysis import summary

ARTICLES = pd.DataFrame(
    [{"article": name, "letter": name.upper(), "text": "Reuters told the FT so."} for name in "abc"]
)


def claims(*rows):
    return pd.DataFrame(rows, columns=["claim", "article", "place"]).assign(score=0.9)


def test_claims_of_most_articles_come_first_and_those_of_one_are_left_out():
    found = claims(
        (1, "a", "lead"), (1, "b", "lead"), (2, "c", "lead"), (3, "a", "lead"), (3, "b", "lead"), (3, "c", "lead")
    )
    assert summary.widely_told(found)["claim"].tolist() == [3, 3, 3, 1, 1]
    assert summary.first(summary.widely_told(found), 1)["claim"].tolist() == [3, 3, 3]


def test_a_claim_that_only_one_article_surely_tells_is_left_out():
    found = claims((1, "a", "lead"), (1, "b", "lead")).assign(score=[0.9, 0.4])
    assert summary.widely_told(found).empty


def test_two_sentences_of_one_article_are_one_teller():
    assert summary.widely_told(claims((1, "a", "lead"), (1, "a", "lower half"))).empty


def test_claims_of_several_articles_that_go_back_to_one_origin_are_told_apart():
    found = claims((1, "a", "lead"), (1, "b", "lead"), (2, "a", "lead"), (2, "c", "lead"), (3, "a", "lead"))
    assert set(summary.on_one_origin(found.assign(origins=[1, 1, 2, 2, 1]))["claim"]) == {1}


def test_each_credited_outlet_is_told_with_the_articles_that_credit_it():
    credited = [("Reuters", "outlet", "b"), ("sources", "unnamed", "a"), *(("FT", "outlet", name) for name in "abb")]
    origins = pd.DataFrame(credited, columns=["origin", "type", "article"])
    told = summary.credits(origins, ARTICLES)
    assert [said for said, _ in told] == [
        "Two of three articles credit the FT (A, B).",
        "One of three articles credits Reuters (B).",
    ]
    assert len(told[0][1]) == 3


def test_a_claim_of_one_headline_and_another_lower_half_is_buried():
    told = summary.buried(
        claims((1, "a", "headline"), (1, "b", "lower half"), (2, "a", "lead"), (2, "b", "upper half")), ARTICLES
    )
    assert [said for said, _ in told] == ["What A tells in headline or lead, B leaves for the lower half."]


def test_a_claim_that_a_source_tells_early_and_again_late_is_not_buried_by_it():
    assert summary.buried(claims((1, "a", "lead"), (1, "b", "lead"), (1, "b", "lower half")), ARTICLES) == []


def test_only_verdicts_that_are_sure_are_told():
    tone = pd.DataFrame(
        [("a", "Ann Lee", "negative"), ("b", "Ann Lee", None), ("c", "Ann Lee", "neutral")],
        columns=["article", "target", "verdict"],
    )
    assert summary.leaning_tones(tone, ARTICLES) == (
        "A is negative toward Ann Lee. No lean beyond chance shows in the other two pairs of a source and a name."
    )


def test_facts_of_more_than_one_source_are_counted_by_how_these_agree():
    facts = pd.DataFrame({"relation": ["differs", "alone", "agrees", "agrees"]})
    assert summary.common_facts(facts) == (
        "Three of four facts stand in more than one source: one differs and two agree."
    )


def test_an_opening_counts_what_is_surely_shared_and_what_one_source_alone_tells_and_not_what_is_unsure():
    told = claims((1, "a", "lead"), (1, "b", "lead"), (2, "a", "lead"), (2, "b", "lead"), (3, "c", "lead"))
    story = SimpleNamespace(
        articles=ARTICLES.assign(words=100),
        claims=told.assign(score=[0.9, 0.9, 0.4, 0.4, None]),
        names=pd.DataFrame({"name": ["Ann Lee"], "mentions": [3]}),
        origins=pd.DataFrame(columns=["origin", "type", "article"]),
        differences=pd.DataFrame({"difference": [1, 1, 2]}),
    )
    assert summary.opening(story) == (
        "Three articles of 300 words in all that name Ann Lee most. "
        "One claim is told by more than one source, one claim by one alone. "
        "The sources part on two points."
    )


def test_names_that_no_source_names_often_are_told_apart():
    times = pd.Series({"Ann Lee": 7, "Acme": 2})
    assert summary.toned_names(times, ["Ann Lee"]) == (
        "Tone is read where the sources name Ann Lee (7). "
        "Named fewer than five times by every source, in all: Acme (2)."
    )
    assert summary.toned_names(times[:0], []) == "No tone toward a name can be read."


def test_a_voice_with_a_verdict_is_told_with_its_interval_and_neutral_only_as_close_to_it():
    rows = [("Acme", "narrator", 0.15, 0.02, 0.27, "neutral"), ("Acme", "others", 0.1, -0.3, 0.5, None)]
    voiced = pd.DataFrame(rows, columns=["target", "voice", "tone", "low", "high", "verdict"])
    assert summary.voice_tones(voiced) == (
        "Toward Acme, the writers themselves are close to neutral (+0.15, +0.02 to +0.27)."
    )
    assert summary.voice_tones(voiced[1:]) == "Neither voice can be told from neutral."


def test_of_one_article_no_count_is_told():
    origins = pd.DataFrame([("Reuters", "outlet", "a")], columns=["origin", "type", "article"])
    assert [said for said, _ in summary.credits(origins, ARTICLES[:1])] == ["The article credits Reuters (A)."]
