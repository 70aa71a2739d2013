"""One article in each format, and where its values come from."""

import json
from textwrap import dedent

import pandas as pd
import pytest

from analysis.corpus import CorpusError, read_corpus

STORY = (
    "The harbour council of Rye voted on Tuesday to close the old ferry terminal.",
    "Two members walked out before the vote, and the mayor said that it could not wait.",
)
TEXT = "\n\n".join(STORY)


def known(corpus, article):
    """(value, origin) of each field of an article that is not absent."""
    rows = corpus.provenance[corpus.provenance["article"] == article]
    return {row.field: (row.value, row.origin) for row in rows.itertuples() if row.origin != "absent"}


def test_front_matter_tells_what_is_known_of_a_markdown_file(tmp_path):
    (tmp_path / "rye.md").write_text(
        dedent("""\
            ---
            title: Ferry closes
            author: [Jane Doe, John Roe]
            date: 2024-03-05
            outlet: Rye Post
            ---
            # Ferry closes

            """)
        + TEXT
    )
    corpus = read_corpus(tmp_path)
    assert corpus.articles["text"].item() == f"Ferry closes\n\n{TEXT}"
    assert known(corpus, "rye") == {
        "title": ("Ferry closes", "read"),
        "outlet": ("Rye Post", "read"),
        "author": ("Jane Doe, John Roe", "read"),
        "published": ("2024-03-05", "read"),
        "language": ("en", "made"),
        "label": ("Rye Post", "made"),
    }


def test_a_saved_page_gives_its_article_and_one_row_of_what_was_taken_away(tmp_path):
    paragraphs = "".join(f"<p>{line} It was a long evening for all who had come to see it.</p>" for line in STORY)
    (tmp_path / "page.html").write_text(
        f"""<html><head><title>Ferry closes</title>
        <meta name="author" content="Jane Doe">
        <meta property="article:published_time" content="2024-03-05T10:00:00Z">
        <meta property="og:site_name" content="Rye Post">
        </head><body><nav>Home Sea</nav><article><h1>Ferry closes</h1>{paragraphs}
        <h2>What next</h2><p>The council meets again on Friday, and nobody knows what it will decide then.</p>
        <p>Source: Reuters</p></article><footer>Most read</footer></body></html>"""
    )
    corpus = read_corpus(tmp_path)
    article = corpus.articles.iloc[0]
    assert (article["title"], article["author"], article["outlet"]) == ("Ferry closes", "Jane Doe", "Rye Post")
    assert article["published"] == "2024-03-05"
    assert [article["text"].split("\n\n")[place] for place in article["headings"]] == ["What next"]
    assert list(zip(corpus.removed["rule"], corpus.removed["text"], strict=True)) == [
        ("web page furniture", "Home Sea · Most read"),
        ("source credit", "Source: Reuters"),
    ]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_rows_give_their_columns_by_name(tmp_path, suffix):
    rows = [{"outlet": "Rye Post", "text": TEXT, "stars": "4"}, {"outlet": None, "text": TEXT.replace("Rye", "Deal")}]
    path = tmp_path / f"rows.{suffix}"
    if suffix == "csv":
        pd.DataFrame(rows).to_csv(path, index=False)
    elif suffix == "jsonl":
        path.write_text("\n".join(map(json.dumps, rows)))
    else:
        pd.DataFrame(rows).to_parquet(path)
    corpus = read_corpus(path)
    assert list(corpus.articles["article"]) == ["rows#1", "rows#2"]
    assert list(corpus.articles["file"]) == [f"rows.{suffix}"] * 2
    assert list(corpus.articles["text"]) == [TEXT, TEXT.replace("Rye", "Deal")]
    assert known(corpus, "rows#1")["outlet"] == ("Rye Post", "read")
    assert "outlet" not in known(corpus, "rows#2")


def test_an_outlet_that_the_text_credits_is_not_the_articles_outlet(tmp_path):
    (tmp_path / "a.txt").write_text(f"Ferry closes\n\n{TEXT}\n\nSource: Reuters\n")
    corpus = read_corpus(tmp_path)
    assert "outlet" not in known(corpus, "a")
    assert list(corpus.removed["text"]) == ["Source: Reuters"]


def test_sources_csv_adds_and_corrects_and_says_what_it_could_not_use(tmp_path):
    (tmp_path / "a.md").write_text(f"---\noutlet: Rye Pst\n---\n{TEXT}")
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": TEXT.replace("Rye", "Deal")}))
    (tmp_path / "sources.csv").write_text(
        "article,outlet,published\na,Rye Post,5 March 2024\nrows#1,Deal Echo,03/04/2024\nb,Hull Star,\n"
    )
    corpus = read_corpus(tmp_path)
    assert list(corpus.articles["article"]) == ["a", "rows#1"]
    assert known(corpus, "a")["outlet"] == ("Rye Post", "given")
    assert known(corpus, "a")["published"] == ("2024-03-05", "given")
    assert known(corpus, "rows#1")["outlet"] == ("Deal Echo", "given")
    assert "published" not in known(corpus, "rows#1")
    reasons = corpus.rejected.set_index("file")["reason"]
    assert reasons["sources.csv#3"] == "no such article: b"
    assert "day and month may be either way round" in reasons["sources.csv#2"]


def test_a_sources_csv_with_an_unknown_column_is_refused_with_the_columns_that_exist(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "sources.csv").write_text("article,paper\na,Rye Post\n")
    with pytest.raises(CorpusError, match=r"unknown column paper; expected are article, title, outlet, author"):
        read_corpus(tmp_path)


def test_the_same_text_of_another_outlet_stays_as_a_copy(tmp_path):
    outlets = ["AP", "Rye Post", "AP"]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": TEXT, "outlet": outlet}) for outlet in outlets))
    corpus = read_corpus(tmp_path)
    assert list(corpus.articles["outlet"]) == ["AP", "Rye Post"]
    assert list(corpus.articles["copy_of"].fillna("")) == ["", "a#1"]
    assert list(corpus.rejected["reason"]) == ["duplicate: the same text as a#1, both from AP"]


def test_other_languages_are_read_only_when_asked_for(tmp_path):
    (tmp_path / "german.txt").write_text(
        "Der Hafenrat hat am Dienstag beschlossen, das alte Terminal zu schließen, weil es zu teuer ist."
    )
    (tmp_path / "english.txt").write_text(TEXT)
    corpus = read_corpus(tmp_path)
    assert list(corpus.articles["article"]) == ["english"]
    assert corpus.rejected["reason"].item() == "not English: reads as German (de); language=any reads it all the same"
    corpus = read_corpus(tmp_path, language="any")
    assert list(corpus.articles["language"]) == ["en", "de"]


def test_stems_that_clash_become_paths_and_articles_can_be_picked(tmp_path):
    (tmp_path / "sea").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "sea" / "a.txt").write_text(TEXT.replace("Rye", "Deal"))
    assert list(read_corpus(tmp_path).articles["article"]) == ["a", "sea/a"]
    assert list(read_corpus(f"{tmp_path}/**/*.txt").articles["article"]) == ["a", "sea/a"]
    assert list(read_corpus(tmp_path / "a.txt").articles["article"]) == ["a"]
    assert list(read_corpus(tmp_path, articles=["sea/a"]).articles["article"]) == ["sea/a"]
    with pytest.raises(CorpusError, match="no article b in .*; there are: a, sea/a"):
        read_corpus(tmp_path, articles=["b"])
