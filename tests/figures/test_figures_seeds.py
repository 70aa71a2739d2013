"""The seed articles: every figure of a list made by hand, and nothing else."""

import csv
from pathlib import Path

from analysis.corpus import read_corpus
from analysis.figures import Figure, find_figures

SEEDS = Path(__file__).parents[2] / "seeds"


def value_of(figure: Figure) -> str | float | None:
    if figure.magnitude:
        return "{:g} to {:g}".format(*figure.magnitude)
    return f"{figure.low} {figure.high}" if figure.low else figure.value


def listed(row: dict) -> tuple:
    value = row["value"]
    if " to " in value:
        value = "{:g} to {:g}".format(*map(float, value.split(" to ")))
    elif value and " " not in value:
        value = float(value)
    return row["article"], row["text"], row["kind"], value or None, row["unit"] or None, row["approximation"] or None


def test_the_seed_articles_hold_the_figures_listed_by_hand_and_no_others():
    lines = Path(__file__).with_name("seeds.csv").read_text(encoding="utf-8").splitlines()
    articles = read_corpus(SEEDS).articles.to_dict("records")
    found = [
        (article["article"], figure.text, figure.kind, value_of(figure), figure.unit, figure.approximation)
        for article in articles
        for figure in find_figures(article["text"])
    ]
    assert found == [listed(row) for row in csv.DictReader(line for line in lines if not line.startswith("#"))]
