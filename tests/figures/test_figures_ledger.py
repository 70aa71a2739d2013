"""The ledger: on annotated stories of five sources, on the five articles, and what holds of any figures."""

from pathlib import Path

import pandas as pd
import pytest
from annotated import NAMES, facts, load, pairs, tables_of
from hypothesis import given
from hypothesis import strategies as st

from analysis import Story
from analysis.figures import ledger, nearly_joined
from analysis.tables import table

# F1 at first sight: takeover .51, vaccine .56, collision .34, coalition .32, factory .30, stadium .27, verdict .19,
# hospital .08; then cheese .59, herons .59, datacenter .51, aground .47, with six false pairs in all; hoard .64 and
# strait .65, which the likelihood was not fitted on.
MISSED = ("coalition", "hoard", "hospital", "strait", "verdict")
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module", params=NAMES)
def story(request):
    return load(request.param)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    return Story.open(SEEDS, cache=tmp_path_factory.mktemp("cache"))


def test_no_two_facts_are_put_on_one_row(story):
    annotated, joined = pairs(story, story.ledger())
    assert not joined - annotated


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=pytest.mark.xfail(
                name in MISSED, reason="told at length, with other words and weekdays for one fact", strict=True
            ),
        )
        for name in NAMES
    ],
)
def test_most_figures_of_one_fact_are_put_on_one_row(name):
    told = load(name)
    annotated, joined = pairs(told, told.ledger())
    assert 2 * len(annotated & joined) / (len(annotated) + len(joined)) >= 0.7


def test_rows_that_hold_a_whole_fact_have_its_relation(story):
    rows = story.ledger()
    found = facts(story, rows)
    relations = rows.drop_duplicates("fact").set_index("fact")["relation"]
    for fact, relation in story.relations.items():
        marks = [mark for mark, marked in story.marked.items() if marked == fact]
        held = {found.get(mark) for mark in marks}
        if len(held) == 1 and None not in held:
            assert relations[held.pop()] == relation, fact


def test_the_order_of_articles_changes_no_fact(story):
    order = list(story.articles["article"])[::-1]
    turned = story.figures.set_index("article").loc[order].reset_index()
    assert _as_sets(ledger(turned, story.sentences, story.names)) == _as_sets(story.ledger())


def test_what_was_nearly_joined_stands_on_two_rows(story):
    rows = story.ledger().set_index(["article", "start"])["fact"]
    near = nearly_joined(story.figures, story.sentences, story.names)
    for row in near.itertuples(index=False):
        assert rows[row.article_a, row.start_a] != rows[row.article_b, row.start_b]
        assert row.reason


def test_equal_sums_of_other_years_and_names_stay_apart(seeds):
    rows = seeds.ledger
    billion = rows[rows["text"] == "$1 billion"]
    by_when = billion.groupby("when")["fact"].agg(set)
    assert len(billion) == 4
    assert len(by_when["2019"]) == 1
    assert not by_when["2019"] & by_when["2015"]


def test_a_sum_is_one_fact_whatever_it_is_called(seeds):
    rows = seeds.ledger
    assert rows[rows["text"] == "$13 billion"]["fact"].nunique() == 1


def test_parts_that_one_source_gives_add_up_to_the_whole_others_give(seeds):
    rows = seeds.ledger
    whole = rows[rows["text"] == "$13 billion"]
    parts = rows[rows["part_of"] == whole["fact"].iloc[0]]
    assert set(whole["relation"]) == {"adds up"}
    assert list(parts.sort_values("start")["text"]) == ["$1 billion", "$2 billion", "$10 billion"]


def test_figures_of_other_things_add_up_to_nothing():
    texts = {"a": "Holm earned $400 million and paid $500 million in fines.", "b": "Holm had $900 million of revenue."}
    rows = _ledger_of(texts)
    assert "adds up" not in set(rows["relation"])


def test_sums_of_one_sentence_and_thing_add_up():
    texts = {"a": "The fund got $400 million in aid in March and $500 million in April.", "b": "Aid was $900 million."}
    rows = _ledger_of(texts)
    whole = rows[rows["text"] == "$900 million"]
    assert set(whole["relation"]) == {"adds up"}
    assert set(rows[rows["part_of"] == whole["fact"].iloc[0]]["text"]) == {"$400 million", "$500 million"}


APART = [
    ("Twelve passengers died in the crash.", "Fourteen passengers were injured in the crash."),
    ("Holm was fined $5 million.", "Holm must pay $5 million in damages."),
    ("Alder won 45 percent of the vote.", "Moreno won 45 percent of the vote."),
    ("The fire killed 30 people in 2004.", "The fire killed 31 people."),
    ("Prosecutors asked for ten years in prison.", "He got six years in prison."),
    ("Revenue rose 5 percent.", "Revenue fell 6 percent."),
    ("Surgery was put off at four hospitals of the group.", "Twelve hospitals of the group were hit."),
    ("The two airlines will merge.", "Costa is one of three airlines that fly there."),
    ("Some lines were live, 12 in all.", "The fire killed 14 people."),
    ("A pass costs $90 a month.", "A pass costs $100 a year."),
    ("Profit fell from $50 million.", "Profit was $40 million."),
    ("The company will cut 1,200 jobs.", "The company employs 1,400 people."),
    ("The storm destroyed 40 homes.", "The storm damaged 60 homes."),
    ("Eight of the injured are in hospital.", "Nine people were injured."),
    ("Inflation was 3.2 percent.", "Unemployment was 3.2 percent."),
    ("The fire killed 12 people.", "The fire hurt 12 people."),
    ("Holm bought 80 percent of Orsk.", "Holm paid 90 percent of the price at once."),
    ("The school burned down, police said on Tuesday.", "The school burned down on Monday."),
    ("The trust said so on Monday.", "The server was found open on Monday."),
    ("Holm owes its banks $64 million.", "Holm made a profit of $60 million."),
]
TOGETHER = [
    ("Twelve passengers died in the crash.", "At least 14 passengers were killed in the crash.", "differs"),
    ("The fire burned 14,000 acres of forest.", "The fire has consumed 19,000 acres.", "differs"),
    ("Holm cut 1,200 jobs.", "Some 1,400 workers lose their jobs at Holm.", "differs"),
    ("A blaze killed at least 11 people.", "The 13 men and women who lost their lives were mourned.", "compatible"),
    ("Some 31 people were taken to hospital.", "The crash left 26 injured.", "differs"),
    ("She carried 214 people, five of whom have died.", "She had 214 aboard, and five were killed.", "agrees"),
    ("Holm sold the club for $310 million.", "Holm sold it for a price that insiders put at $280 million.", "differs"),
    ("Holm acquires 80 percent of Orsk.", "Holm is buying 85 percent of Orsk.", "differs"),
    ("The vote is on November 18.", "They vote on November 25.", "differs"),
    ("The rate was lowered by half a point.", "It cut the rate by half a percentage point.", "agrees"),
    ("A woman of 71 with a weak heart died.", "The death of a 71-year-old woman was looked into.", "agrees"),
    ("Holm said 300,000 homes were without power.", "Holm has 350,000 customers without electricity.", "differs"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_things_names_times_and_rates_stay_apart(one, other):
    assert set(_ledger_of({"a": one, "b": other})["relation"]) == {"alone"}


@pytest.mark.parametrize(("one", "other", "relation"), TOGETHER)
def test_one_thing_in_other_words_is_one_fact_though_values_differ(one, other, relation):
    assert set(_ledger_of({"a": one, "b": other})["relation"]) == {relation}


def test_until_and_beyond_are_one_fact_told_differently(seeds):
    rows = seeds.ledger
    years = rows[rows["text"] == "2030"]
    assert years["fact"].nunique() == 1
    assert set(years["relation"]) == {"differs"}


def test_a_story_without_figures_has_an_empty_ledger():
    sentences = table("sentences", [])
    assert ledger(table("figures", []), sentences).empty
    assert nearly_joined(table("figures", []), sentences).empty


WHATS = st.sampled_from(["jobs", "people killed", "fine", "trees", None])
NAMED = st.lists(st.sampled_from(["Holm", "Verdant", "Orsk"]), unique=True, max_size=2)
VALUES = st.sampled_from([2.0, 12.0, 14.0, 300.0, 314.0])
FIGURES = st.lists(st.tuples(st.sampled_from("abcd"), VALUES, WHATS, NAMED), max_size=25)


@given(FIGURES)
def test_every_figure_stands_on_one_row_and_facts_of_one_article_are_alone(drawn):
    sentences, figures = _made(drawn)
    rows = ledger(figures, sentences)
    assert not rows.duplicated(["article", "start"]).any()
    assert len(rows) == len(figures)
    for _, fact in rows.groupby("fact"):
        assert fact["sources"].iloc[0] == fact["article"].nunique()
        assert (fact["relation"].iloc[0] == "alone") == (fact["article"].nunique() == 1)


@given(FIGURES, st.randoms(use_true_random=False))
def test_facts_do_not_depend_on_the_order_of_figures_of_other_articles(drawn, random):
    sentences, figures = _made(drawn)
    order = sorted(set(figures["article"]))
    random.shuffle(order)
    turned = pd.concat([figures[figures["article"] == name] for name in order]) if order else figures
    assert _as_sets(ledger(turned.reset_index(drop=True), sentences)) == _as_sets(ledger(figures, sentences))


def _ledger_of(texts: dict[str, str]) -> pd.DataFrame:
    articles = [
        {"article": name, "title": None, "headings": [], "text": text, "published": None}
        for name, text in texts.items()
    ]
    sentences, figures, _ = tables_of(articles)
    return ledger(figures, sentences)


def _as_sets(rows: pd.DataFrame) -> set[frozenset]:
    return {frozenset(zip(fact["article"], fact["start"], strict=True)) for _, fact in rows.groupby("fact")}


def _of_texts(texts: dict[str, str], written: str, kind: str, value: float, what: str):
    sentences = [
        {"article": name, "sentence": 0, "start": 0, "end": len(text), "paragraph": 0, "kind": "body", "text": text}
        for name, text in texts.items()
    ]
    figures = [
        {"article": name, "sentence": 0, "start": text.index(written), "end": text.index(written) + len(written)}
        | {"text": written, "kind": kind, "value": value, "what": what, "who": [], "status": "happened"}
        for name, text in texts.items()
    ]
    return table("sentences", sentences), table("figures", figures)


def _made(drawn):
    sentences, figures, lengths = [], [], {}
    for article, value, what, who in sorted(drawn, key=lambda figure: figure[0]):
        written, start = f"{value:.0f}", lengths.get(article, 0)
        text = f"{' '.join(who)} had {written} {what or ''} there."
        number = sum(sentence["article"] == article for sentence in sentences)
        row = {"article": article, "sentence": number, "start": start, "end": start + len(text)}
        sentences.append(row | {"paragraph": number, "kind": "body", "text": text})
        place = start + text.index(written)
        row |= {"start": place, "end": place + len(written), "text": written, "kind": "number", "value": value}
        figures.append(row | {"what": what, "who": who, "status": "happened"})
        lengths[article] = start + len(text) + 2
    return table("sentences", sentences), table("figures", figures)
