"""The ledger turned for reading: one row a fact, one column an article, and how the articles agree in words."""

import sys

import pandas as pd
import pytest
from annotated import load

from analysis.charts.figures import money, timeline
from analysis.evidence import facts, nearly, side_by_side
from analysis.figures import nearly_joined, pivoted
from analysis.figures.naming import clearest
from analysis.figures.pivot import amount
from analysis.language.words import stem

AMOUNTS = [
    (5e9, "money", "USD", "$5 billion"),
    (240e6, "money", "CHF", "CHF 240 million"),
    (0.55, "money", "EUR", "€0.55"),
    (0.2, "percent", "percent", "0.2 points"),
    (3.0, "percent", "percent", "3 points"),
    (31_536_000.0, "duration", "second", "1 year"),
    (7_200.0, "duration", "second", "2 hours"),
    (731.0, "period", None, "2 years"),
    (31.0, "date", None, "31 days"),
    (200.0, "number", None, "200"),
    (1.5, "measure", "kilometer", "1.5 kilometers"),
]


@pytest.fixture(scope="module")
def tram():
    return load("tram")


@pytest.fixture(scope="module")
def quake():
    return load("quake")


@pytest.mark.parametrize(("value", "kind", "unit", "said"), AMOUNTS)
def test_amounts_are_said_in_their_unit(value, kind, unit, said):
    assert amount(value, kind, unit) == said


def test_each_fact_has_a_row_clashes_first_and_lone_facts_last(quake):
    rows = pivoted(quake.ledger(), quake.figures, quake.articles)
    assert sorted(rows["fact"]) == sorted(set(quake.ledger()["fact"]))
    places = [("differs", "adds up", "compatible", "agrees", "alone").index(relation) for relation in rows["relation"]]
    assert places == sorted(places)


def test_cells_hold_what_each_source_states_with_its_bound(quake):
    rows = pivoted(quake.ledger(), quake.figures, quake.articles)
    homes = rows[rows["A"] == "more than 300"].iloc[0]
    assert "houses" in homes["name"]
    assert homes["D"] == "340"
    assert homes[["B", "C", "E"]].isna().all()


@pytest.mark.parametrize(
    ("phrases", "name"),
    [
        (["killed", "people killed", "Holm said"], "people killed"),
        (["profit", "net profit", "net profit fell"], "net profit"),
        (["acquires", "stake to the firm"], "stake to the firm"),
        ([None, "trees"], "trees"),
        ([None], None),
    ],
)
def test_a_fact_is_named_by_the_phrase_that_says_best_what_is_counted(phrases, name):
    assert clearest(phrases) == name


def test_reading_the_ledger_takes_no_stemmer(quake, monkeypatch):
    made = quake.ledger()
    monkeypatch.setattr(sys.modules[stem.__module__], "_stemmer", None)
    stem.cache_clear()
    assert len(pivoted(made, quake.figures, quake.articles)) == made["fact"].nunique()


def test_a_clash_says_by_how_much_and_who_gives_what(quake):
    rows = pivoted(quake.ledger(), quake.figures, quake.articles)
    deaths = rows[rows["told"].str.contains("17 in D")].iloc[0]
    assert deaths["reading"] == "differs by 5 · 5 sources"
    assert "at least 12 in A" in deaths["told"]


def test_a_sum_shows_its_parts_in_the_cell_of_the_source_that_gives_them(tram):
    rows = pivoted(tram.ledger(), tram.figures, tram.articles)
    whole = rows[rows["relation"] == "adds up"].iloc[0]
    assert whole["A"] == "$900 million"
    assert whole["B"] == "$400 million + $300 million + $200 million"


def test_pages_show_every_sentence_of_a_fact_and_escape_what_sources_wrote(tram):
    rows = pivoted(tram.ledger(), tram.figures, tram.articles)
    articles = tram.articles.assign(label="<b>label</b>")
    shown = facts(rows, tram.ledger(), articles, tram.sentences).html
    assert shown.count("<details") == len(rows)
    assert "<b>label" not in shown
    assert side_by_side(rows, articles, "Facts").html.count("<tr>") == len(rows) + 1
    near = nearly_joined(tram.figures, tram.sentences, tram.names)
    assert nearly(near, articles, tram.sentences).html.count("<details") == len(near)


def test_of_many_sources_a_row_has_each_value_once_with_who_gives_it(quake):
    rows = pivoted(quake.ledger(), quake.figures, quake.articles).assign(**dict.fromkeys("FGHI"))
    articles = pd.DataFrame({"article": list("abcdefghi"), "letter": list("ABCDEFGHI")})
    shown = side_by_side(rows, articles, "Facts").html
    assert '<th scope="col">Values</th>' in shown


def test_charts_name_facts_and_sources_in_their_alternative_text(tram):
    rows = pivoted(tram.ledger(), tram.figures, tram.articles)
    chart = money(tram.ledger(), tram.figures, rows, tram.articles)
    assert "$900 million in A" in chart.alternative
    assert "<svg" in chart.html
    times = timeline(tram.ledger(), tram.figures, rows, tram.articles)
    assert "2031 in C" in times.alternative


def test_charts_of_stories_without_figures_say_so(tram):
    none = tram.figures[:0]
    rows = pivoted(tram.ledger()[:0], none, tram.articles)
    assert "No source" in money(tram.ledger()[:0], none, rows, tram.articles).html
    assert "No source" in timeline(tram.ledger()[:0], none, rows, tram.articles).html
