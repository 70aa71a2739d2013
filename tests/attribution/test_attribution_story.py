"""Attributions of a story: sources by name, the origins that reports go back to, and how many are independent."""

import pandas as pd
import pytest

from analysis import language, tables
from analysis.attribution import of_article, of_story, origins, with_origins
from analysis.attribution.origins import credits_in

TEXTS = {
    "wire": "Acme may sell its stores, sources told the Financial Times.\n\nAcme declined to comment.",
    "blog": "Acme may sell its stores, the FT reported.\n\nThe company is cheap, analysts say.",
    "paper": "Acme may sell its stores, according to two directors.\n\nAna Ruiz runs Acme. She said it was too early.",
    "page": "Acme may sell its stores. It has forty of them.",
}
OUTLETS = {"paper": "Daily Post", "wire": "The Financial Times"}
NAMES = {"Acme": "organisation", "Ana Ruiz": "person", "Financial Times": "outlet"}


@pytest.fixture(scope="module")
def story():
    """Tables articles, sentences, attributions (sources as written) and names and mentions found by their words."""
    articles, sentences, rows, mentions = [], [], [], []
    for article, text in TEXTS.items():
        row = {"article": article, "title": None, "headings": [], "text": text}
        found = language.of_article(row)
        articles.append(row | {"outlet": OUTLETS.get(article)})
        sentences += found
        rows += of_article(row, found)
        mentions += [mention for sentence in found for mention in mentioned(sentence)]
    names = [
        {"name": name, "type": kind, "article": article, "mentions": 1, "aliases": []}
        for name, kind in NAMES.items()
        for article in TEXTS
    ]
    filled = {"letter": "A", "story": 1, "label": "x", "words": 1, "file": "x"}
    return {
        "articles": tables.table("articles", [row | filled for row in articles]),
        "sentences": tables.table("sentences", sentences),
        "attributions": tables.table("attributions", rows),
        "names": tables.table("names", names),
        "mentions": tables.table("mentions", mentions),
    }


def mentioned(sentence):
    for name in NAMES:
        at = sentence["text"].find(name)
        if at >= 0:
            start = sentence["start"] + at
            yield {
                "article": sentence["article"],
                "sentence": sentence["sentence"],
                "start": start,
                "end": start + len(name),
                "text": name,
                "name": name,
            }


@pytest.fixture(scope="module")
def resolved(story):
    return of_story(story["attributions"], story["sentences"], story["names"], story["mentions"])


def removed(*lines):
    return tables.table("removed", [{"article": article, "rule": "credit", "text": text} for article, text in lines])


def source_of(resolved, article, written):
    rows = resolved[(resolved["article"] == article) & (resolved["source_text"] == written)]
    return rows["source"].iloc[0]


def test_rows_tell_where_source_cue_and_content_stand(story):
    row = story["attributions"].iloc[0]
    text = TEXTS["wire"]
    for role in ("source", "cue", "content"):
        (start, end) = row[f"{role}_spans"][0]
        assert text[start:end] == row[f"{role}_text"]
    assert (row["sentence"], row["start"]) == (0, 0)
    assert row["origin"] == "Financial Times"


def test_a_source_named_in_full_resolves_to_its_name(resolved):
    assert source_of(resolved, "wire", "Acme") == "Acme"


def test_she_is_the_last_person_named_before(resolved):
    assert source_of(resolved, "paper", "She") == "Ana Ruiz"
    assert resolved.loc[resolved["source_text"] == "She", "source_type"].iloc[0] == "named person"


def test_unnamed_people_resolve_to_nobody(resolved):
    assert resolved.loc[resolved["source_text"] == "analysts", "source"].isna().all()


def test_origins_hold_outlets_and_unnamed_groups_with_where_they_are_credited(story, resolved):
    found = origins(resolved, story["articles"], removed())
    kinds = {(row.article, row.origin): row.type for row in found.itertuples()}
    assert kinds["wire", "sources"] == "unnamed"  # the wire is the Financial Times: no outlet credits itself
    assert ("wire", "Financial Times") not in kinds
    assert kinds["blog", "Financial Times"] == "outlet"
    assert kinds["blog", "analysts"] == "unnamed"
    credited = found[(found["article"] == "blog") & (found["type"] == "outlet")].iloc[0]
    assert credited["credited"] == "Acme may sell its stores, the FT reported"


def test_an_outlet_whose_article_is_in_the_story_makes_a_chain(story, resolved):
    found = origins(resolved, story["articles"], removed())
    outlets = found[found["type"] == "outlet"].set_index("article")
    assert outlets.loc["blog", "chain"] == "wire"


def test_a_removed_line_credits_for_the_whole_article(story, resolved):
    lines = removed(("page", "🔗 Source: Reuters"), ("page", "Share this"))
    found = origins(resolved, story["articles"], lines)
    row = found[found["article"] == "page"].iloc[0]
    assert row["origin"] == "Reuters"
    assert found.loc[found["article"] == "page", "start"].isna().all()


@pytest.mark.parametrize(
    ("line", "outlets"),
    [
        ("Source: Reuters", ["Reuters"]),
        ("Read full article on Tech in Asia", ["Tech in Asia"]),
        ("This story first appeared in The Verge.", ["The Verge"]),
        ("Via: Example Daily Bugle", ["Example Daily Bugle"]),
        ("Subscribe to our newsletter", []),
        ("Sources say the deal is off", []),
        ("Via Reuters", ["Reuters"]),
    ],
)
def test_credits_of_removed_lines(line, outlets):
    assert credits_in(line) == outlets


def told(*spans):
    return pd.DataFrame(spans, columns=["article", "start", "end"]).assign(claim=1)


def test_retellings_of_one_report_are_one_origin_and_uncredited_statements_their_articles_own(story, resolved):
    firsts = [(article, 0, text.index(",") if "," in text else 24) for article, text in TEXTS.items()]
    found = with_origins(told(*firsts), resolved, story["articles"], "claim")
    assert set(found["credited"].dropna()) == {"Financial Times", "two directors"}
    assert found.loc[found["credited"].isna(), "article"].tolist() == ["page"]
    assert set(found["origins"]) == {3}


def test_an_outlet_that_is_credited_and_tells_it_itself_counts_once(story, resolved):
    own = told(("blog", 0, 24), ("wire", len(TEXTS["wire"]) - 5, len(TEXTS["wire"])))
    assert set(with_origins(own, resolved, story["articles"], "claim")["origins"]) == {1}


def test_an_article_that_credits_one_sentence_of_a_claim_is_no_origin_for_another(story, resolved):
    credited = with_origins(told(("blog", 0, 24)), resolved, story["articles"], "claim")
    both = told(("blog", 0, 24), ("blog", len(TEXTS["blog"]) - 2, len(TEXTS["blog"])))
    assert set(credited["origins"]) == set(with_origins(both, resolved, story["articles"], "claim")["origins"]) == {1}
