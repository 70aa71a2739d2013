"""Two small stories by hand: what should match, what should not, and what becomes of the claims."""

import pandas as pd
import pytest

from analysis.comparison import claims, coverage, group_by_story, likeness, match_sentences, matches
from analysis.tables import table

BRIDGE = {
    "herald": [
        ("headline", 0, "Harlow bridge closed after cracks found"),
        ("body", 1, "The Harlow road bridge was closed on Monday after inspectors found cracks in two steel beams."),
        ("body", 2, "Repairs will cost about 4 million pounds, the county council estimates."),
        ("body", 3, "Shopkeepers on the north bank fear for their Christmas trade."),
    ],
    "post": [
        ("headline", 0, "Cracks shut Harlow bridge"),
        ("body", 1, "Inspectors found cracks in two steel beams, and the Harlow road bridge was closed on Monday."),
        ("heading", 2, "Costs"),
        ("body", 3, "The county council estimates that repairs will cost 4 million pounds."),
        ("body", 4, "A ferry will carry pupils across the river from Thursday."),
    ],
    "star": [
        ("headline", 0, "Ferry for pupils as bridge shuts"),
        ("body", 1, "Pupils will be carried across the river by ferry from Thursday."),
        ("body", 2, "An opposition councillor called the delay in painting the railings a disgrace."),
    ],
}
VACCINE = {
    "wire": [
        ("headline", 0, "Agency approves malaria vaccine for infants"),
        ("body", 1, "The medicines agency approved the Navira malaria vaccine for infants on Friday."),
        ("body", 2, "In the trial the vaccine cut severe malaria by 68 percent."),
    ],
    "daily": [
        ("headline", 0, "Navira malaria vaccine approved"),
        ("body", 1, "On Friday the medicines agency approved Navira, a malaria vaccine for infants."),
        ("body", 2, "Nurses in the capital have waited years for a second refrigerator."),
    ],
    "journal": [
        ("headline", 0, "What the malaria trial showed"),
        ("body", 1, "Severe malaria was cut by 68 percent in the trial of the vaccine."),
        ("body", 2, "The trial enrolled 4,800 infants in five countries."),
    ],
}
TOLD_TWICE = {
    "bridge": [("herald", 1, "post", 1), ("herald", 2, "post", 3), ("post", 4, "star", 1)],
    "vaccine": [("daily", 1, "wire", 1), ("journal", 1, "wire", 2)],
}
TOLD_ONCE = {
    "bridge": [("herald", 3), ("star", 2)],
    "vaccine": [("daily", 2), ("journal", 2)],
}
STORIES = {"bridge": BRIDGE, "vaccine": VACCINE}


def sentences_of(story: dict) -> pd.DataFrame:
    rows = []
    for article, lines in story.items():
        start = 0
        for number, (kind, paragraph, text) in enumerate(lines):
            row = {"article": article, "sentence": number, "start": start, "end": start + len(text)}
            rows.append({**row, "paragraph": paragraph, "kind": kind, "text": text})
            start += len(text) + 2
    return table("sentences", rows)


def claims_of(story: dict) -> pd.DataFrame:
    sentences = sentences_of(story)
    return claims(sentences, matches(sentences))


@pytest.mark.parametrize("name", STORIES)
def test_sentences_that_tell_the_same_are_matched(name):
    found = matches(sentences_of(STORIES[name]))
    pairs = found[found["matched"]][["article_a", "sentence_a", "article_b", "sentence_b"]]
    assert set(TOLD_TWICE[name]) <= set(pairs.itertuples(index=False, name=None))


TOO_MUCH = pytest.mark.xfail(
    reason="in a story of a few sentences about one trial, nearly all of them match", strict=True
)


@pytest.mark.parametrize("name", ["bridge", pytest.param("vaccine", marks=TOO_MUCH)])
def test_what_only_one_article_says_is_matched_with_nothing_and_is_a_claim(name):
    found = claims_of(STORIES[name])
    for article, sentence in TOLD_ONCE[name]:
        claim = found[(found["article"] == article) & (found["sentence"] == sentence)]["claim"].item()
        assert len(found[found["claim"] == claim]) == 1


def test_headings_take_no_part():
    sentences = sentences_of(BRIDGE)
    found = matches(sentences)
    assert ("post", 2) not in set(zip(found["article_b"], found["sentence_b"], strict=True))
    told = claims(sentences, found)
    assert ("post", 2) not in set(zip(told["article"], told["sentence"], strict=True))


def test_every_sentence_but_headings_is_in_one_claim_and_each_claim_has_one_clearest_sentence():
    found = claims_of(BRIDGE)
    assert len(found) == sum(kind != "heading" for lines in BRIDGE.values() for kind, _, _ in lines)
    assert not found.duplicated(["article", "sentence"]).any()
    assert (found.groupby("claim")["clearest"].sum() == 1).all()


def test_claims_are_numbered_from_1_and_the_most_widely_told_come_first():
    found = claims_of(BRIDGE)
    told = found.groupby("claim")["article"].nunique()
    assert list(told.index) == list(range(1, len(told) + 1))
    assert told.is_monotonic_decreasing


def test_likeness_has_every_pair_of_articles_once():
    found = likeness(sentences_of(BRIDGE))
    pairs = list(zip(found["article_a"], found["article_b"], strict=True))
    assert pairs == [("herald", "post"), ("herald", "star"), ("post", "star")]
    scores = dict(zip(pairs, found["score"], strict=True))
    assert scores["herald", "post"] > scores["herald", "star"]
    assert found["score"].between(0, 1).all()


def test_articles_of_two_stories_are_told_apart_the_largest_first():
    texts = [" ".join(text for _, _, text in lines) for story in (VACCINE, BRIDGE) for lines in story.values()]
    assert group_by_story([texts[3], texts[4], *texts[:3]]) == [1, 1, 0, 0, 0]


def test_stories_keep_apart_when_their_sentences_are_matched_together():
    articles = [[text for _, _, text in lines] for story in (BRIDGE, VACCINE) for lines in story.values()]
    matched = match_sentences(articles).query("matched")
    assert ((matched["article_a"] < 3) == (matched["article_b"] < 3)).all()


def test_coverage_tells_for_every_claim_what_every_article_does_with_it():
    found = claims_of(BRIDGE)
    cells = coverage(found, pd.DataFrame({"article": list(BRIDGE)}))
    assert len(cells) == found["claim"].nunique() * 3
    ferry = found[(found["article"] == "post") & (found["sentence"] == 4)]["claim"].item()
    row = cells[cells["claim"] == ferry].set_index("article")
    assert row["told"].to_dict() == {"herald": "absent", "post": "told", "star": "told"}
    assert row["place"]["post"] == "lower half"
    assert pd.isna(row["place"]["herald"])


def test_a_short_article_on_one_side_of_a_story_is_grouped_with_it():
    texts = [" ".join(text for _, _, text in lines) for lines in BRIDGE.values()]
    assert group_by_story(texts) == [0, 0, 0]
