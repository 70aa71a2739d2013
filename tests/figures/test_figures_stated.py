"""What a figure measures, whom it is about, and when."""

import pytest
from annotated import tables_of
from hypothesis import given
from hypothesis import strategies as st

from analysis import figures
from analysis.figures.clauses import clauses, words
from analysis.tables import table

WHAT = [
    ("Over $57 billion was raised across 11 funding rounds.", "11", "funding rounds"),
    ("It came despite a $13 billion investment in Holm.", "$13 billion", "investment in Holm"),
    ("It risks $20 billion in prospective funding.", "$20 billion", "prospective funding"),
    ("The blast killed at least 12 people.", "12", "killed people"),
    ("The death toll rose to 14.", "14", "death toll"),
    ("Revenue rose 4 percent to $3.2 billion.", "$3.2 billion", "Revenue"),
    ("Revenue rose 4 percent to $3.2 billion.", "4 percent", "Revenue rose"),
    ("A quake of magnitude 6.1 struck the valley.", "6.1", "magnitude"),
    ("They won 58 of the 150 seats in parliament.", "58", "seats in parliament"),
    ("The deficit will fall to 1.8 percent of output.", "1.8 percent", "deficit"),
    ("The school burned down, police said on Tuesday.", "Tuesday", "police said"),
    ("The school burned down, Tarn told reporters on Tuesday.", "Tuesday", "told reporters"),
    ("The payments firm was fined $85 million.", "$85 million", "fined"),
]
STORY = [
    "Microsoft first invested $1 billion in OpenAI in 2019, followed by $2 billion in 2021.",
    "A further $10 billion was invested in OpenAI by Microsoft.",
    "The firm Brightline, founded in 2008, was fined $85 million, Nina Cole said.",
    "Nina Cole and Paul Harker met. Nina Cole left Microsoft for OpenAI. Brightline hired Paul Harker.",
]


def stated(text: str):
    article = {"article": "a", "title": None, "headings": [], "text": text, "published": None}
    return tables_of([article])[1].set_index("text")


@pytest.mark.parametrize(("text", "figure", "what"), WHAT)
def test_what_is_the_phrase_that_says_what_is_counted(text, figure, what):
    assert stated(text).loc[figure, "what"] == what


@pytest.fixture(scope="module")
def story():
    return stated("\n\n".join(STORY))


def test_who_are_the_names_of_the_clause_the_one_who_acts_first(story):
    assert story.loc["$1 billion", "who"] == ["Microsoft", "OpenAI"]
    assert story.loc["$10 billion", "who"] == ["Microsoft", "OpenAI"]


def test_what_and_who_are_understood_from_the_figure_before(story):
    assert story.loc["$2 billion", "who"] == ["Microsoft", "OpenAI"]
    assert story.loc["$2 billion", "what"] == "invested"


def test_when_is_the_time_beside_the_figure_and_not_that_of_an_aside(story):
    assert story.loc["$1 billion", "when"] == "2019"
    assert story.loc["$2 billion", "when"] == "2021"
    assert story.isna().loc["$85 million", "when"]


def test_who_only_speaks_is_not_whom_the_figure_is_about(story):
    assert story.loc["$85 million", "who"] == ["Brightline"]


def test_a_figure_has_the_start_of_the_shortest_attribution_that_holds_it():
    text = "It will cut 300 jobs and 20 shops, it said."
    sentences = [{"article": "a", "sentence": 0, "start": 0, "end": 43, "paragraph": 0, "kind": "body", "text": text}]
    found = [
        {"article": "a", "sentence": 0, "start": start, "end": end, "text": text[start:end], "kind": "number"}
        for start, end in ((12, 15), (25, 27))
    ]
    attributions = [
        {"article": "a", "sentence": 0, "start": start, "end": 43, "content_spans": [[start, end]], "content_text": ""}
        | {"kind": "speech", "form": "indirect", "source_type": "unspecified", "certainty": "plain"}
        | {"source_spans": [], "cue_spans": []}
        for start, end in ((0, 33), (3, 20))
    ]
    mentions = table("mentions", [])
    rows = figures.of_story(
        table("figures", found), table("sentences", sentences), mentions, table("attributions", attributions)
    )
    assert list(rows["attribution"]) == [3, 0]


@given(st.lists(st.sampled_from(["12", "$3", "and", ",", "killed", "people", "—", "which", "2019", ";", "x" * 500])))
def test_a_figures_own_stretch_lies_in_its_clause_around_it(pieces):
    sentence, spans = "", []
    for piece in pieces:
        if piece[-1].isdigit():
            spans.append((len(sentence), len(sentence) + len(piece)))
        sentence += piece + " "
    for (start, end), clause in zip(spans, clauses(sentence, spans), strict=True):
        assert 0 <= clause.start <= clause.own_start <= start
        assert end <= clause.own_end <= clause.end <= len(sentence)
    for word in words(sentence, spans):
        assert sentence[word.start : word.end].lower() == word.lower
        assert not any(start < word.end and word.start < end for start, end in spans)
