"""The five seed articles, checked by eye against their files."""

import re
from pathlib import Path

import pytest

from analysis.corpus import read_corpus

SEEDS = Path(__file__).parents[2] / "seeds"
MENDED = {  # the only stretches of paragraphs that cleaning changes
    "technology 1.": "technology.",
    "Microsoft 2.": "Microsoft.",
    "leverage 3.": "leverage.",
    "Altman 4.": "Altman.",
    "mission 4.": "mission.",
    "direction 5.": "direction.",
    "⚡ ": "",
    "🧠 ": "",
    "🔍 ": "",
    "🔄 ": "",
    "🤝 ": "",
}


@pytest.fixture(scope="module")
def corpus():
    return read_corpus(SEEDS)


@pytest.fixture(scope="module")
def articles(corpus):
    return {row.article[:3]: row for row in corpus.articles.itertuples()}


def removed(corpus, number):
    return [(row.rule, row.text) for row in corpus.removed.itertuples() if row.article.startswith(number)]


def test_all_five_are_articles_and_nothing_is_refused(corpus):
    assert [article[:3] for article in corpus.articles["article"]] == ["000", "001", "002", "003", "004"]
    assert list(corpus.articles["letter"]) == ["A", "B", "C", "D", "E"]
    assert corpus.rejected.empty


def test_titles_are_the_first_lines_and_one_article_has_none(corpus):
    assert [title or None for title in corpus.articles["title"].fillna("")] == [
        "Microsoft May Walk Away from OpenAI Negotiations Amid Stake Disputes",
        "Rising Tensions: Has the OpenAI–Microsoft Partnership Reached a Breaking Point?",
        "Microsoft Considers Withdrawing from OpenAI Negotiations",
        None,
        "Microsoft said to consider ending negotiations with OpenAI",
    ]


@pytest.mark.parametrize(
    ("number", "headings"),
    [
        ("000", []),
        (
            "001",
            [
                "OpenAI and Microsoft at Odds: AI Partnership Faces Critical Crossroads",
                "A Six-Year Alliance Under Threat",
                "Multiple Sources of Contention",
                "Joint Statement Aims to Alleviate Concerns",
                "OpenAI's Drive for Autonomy",
                "Altman's History of Strategic Realignments",
                "The Path to Resolution: Redefining the Alliance",
                "Warning Signs of Escalation",
            ],
        ),
        (
            "002",
            [
                "Governance Disputes and Strategic Divergence",
                "Growing Uncertainty Over Long-Term Vision",
                "Microsoft’s Backup Plan: Internal AI Advancements",
                "Partnership Still Active—for Now",
            ],
        ),
        ("003", []),
        ("004", []),
    ],
)
def test_headings_are_marked(articles, number, headings):
    paragraphs = articles[number].text.split("\n\n")
    assert [paragraphs[place] for place in articles[number].headings] == headings


def test_what_is_removed_is_logged_with_its_rule(corpus):
    assert removed(corpus, "000") == []
    assert removed(corpus, "001") == [("by-line", "Mohamed Hassan"), ("category line", "Microsoft")]
    assert removed(corpus, "002") == [("bullet", sign) for sign in "⚡🧠🔍🔄🤝"]
    assert removed(corpus, "003") == []
    style, *rest = removed(corpus, "004")
    assert style[0] == "style sheet"
    assert style[1].startswith(".source-ref{")
    assert style[1].endswith("{a.ask-tia-citation-link{font-size:11px !important;}}")
    assert rest == [
        ("source credit", "🔗 Source: Reuters"),
        ("link to another article", "Read full article on Tech in Asia"),
        ("section name", "Technology Business"),
        ("comment prompt", "Comments"),
        ("comment prompt", "Leave a comment in Nestia App"),
        *[("footnote mark", digit) for digit in "123445"],
    ]


def test_every_other_word_of_the_files_is_kept_in_place(corpus, articles):
    gone = {text for number in articles for rule, text in removed(corpus, number) if len(text) > 1}
    for file in sorted(SEEDS.glob("*.txt")):
        raw = file.read_text(encoding="utf-8")
        for text in gone:
            raw = raw.replace(f"{text}\n", "\n", 1) if f"\n{text}\n" in f"\n{raw}" else raw
        raw = re.sub(r"(?s)\.source-ref\{.*\}\}🔗 Source: Reuters", "", raw).replace(
            "Leave a comment in Nestia App", ""
        )
        for words, mended in MENDED.items():
            raw = raw.replace(words, mended)
        assert articles[file.name[:3]].text.split("\n\n") == [line for line in raw.splitlines() if line.strip()]


def test_what_is_known_is_said_with_its_origin(corpus):
    known = {(row.article[:3], row.field): (row.value, row.origin) for row in corpus.provenance.itertuples()}
    assert known["001", "author"] == ("Mohamed Hassan", "given")
    assert known["004", "outlet"] == ("Tech in Asia", "given")
    assert known["000", "title"][1] == "read"
    assert known["000", "language"] == ("en", "made")
    assert {origin for (_, field), (_, origin) in known.items() if field in ("published", "url")} == {"absent"}
    assert known["003", "title"][1] == "absent"


def test_labels_are_short_distinct_and_telling(corpus):
    assert list(corpus.articles["label"]) == [
        "May Walk Away",
        "Mohamed Hassan",
        "Considers Withdrawing",
        "Renegotiating the terms",
        "Tech in Asia",
    ]
