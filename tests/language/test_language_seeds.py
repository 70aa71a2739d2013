"""The names of the five articles, listed by hand with what each form stands for."""

import re
from pathlib import Path

import pytest

from analysis import language, tables
from analysis.corpus import read_corpus

SEEDS = Path(__file__).parents[2] / "seeds"
TYPES = {
    "person": ["Sam Altman", "Elon Musk"],
    "organisation": ["OpenAI", "Microsoft", "Google", "Amazon", "Windsurf", "Inflection AI", "SoftBank", "Oracle"],
    "outlet": ["Financial Times", "Wall Street Journal"],
    "product": ["ChatGPT", "Copilot", "Microsoft 365", "Azure OpenAI Service", "Stargate", "GitHub Copilot", "Azure"]
    + ["Azure AI", "Office", "Bing", "GPT", "GPT-4"],
    "place": ["Redmond", "U.S."],
    "other": ["Artificial General Intelligence", "Big Tech"],
}
NAMES = {name: name for names in TYPES.values() for name in names}
NAMES |= {"FT": "Financial Times", "Altman": "Sam Altman", "Musk": "Elon Musk"}
FORM = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(NAMES, key=len, reverse=True)))})(?!\w)")


@pytest.fixture(scope="module")
def articles():
    return read_corpus(SEEDS).articles


@pytest.fixture(scope="module")
def found(articles):
    rows = [row for article in articles.to_dict("records") for row in language.of_article(article)]
    return language.find_names(tables.table("sentences", rows))


def test_every_mention_is_found_joined_and_nothing_else_is(articles, found):
    expected = {
        (article, match.start(), match.end(), NAMES[match.group()])
        for article, text in zip(articles["article"], articles["text"], strict=True)
        for match in FORM.finditer(text)
    }
    assert len(expected) == 190
    _, mentions = found
    assert set(mentions[["article", "start", "end", "name"]].itertuples(index=False, name=None)) == expected


def test_every_name_has_its_type(found):
    names, _ = found
    assert dict(zip(names["name"], names["type"], strict=True)) == {
        name: kind for kind, names in TYPES.items() for name in names
    }
