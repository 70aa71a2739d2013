"""Every hostile input is either an article or refused for the right reason."""

import pytest
from hostile import write_hostile_folder

from analysis import Story
from analysis.corpus import NoArticles, read_corpus


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    expected = write_hostile_folder(folder)
    return expected, read_corpus(folder)


def test_every_input_is_an_article_or_refused_for_its_reason(hostile):
    expected, corpus = hostile
    reasons = dict(zip(corpus.rejected["file"], corpus.rejected["reason"], strict=True))
    found = set(corpus.articles["article"])
    for name, outcome in expected.items():
        article = name.replace(".jsonl", "") if "#" in name else name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if outcome is True:
            assert article in found, name
            assert name not in reasons, name
        else:
            assert article not in found, name
            assert reasons[name].split(":")[0] == outcome, name


def test_nothing_else_is_named(hostile):
    expected, corpus = hostile
    assert len(corpus.articles) == sum(outcome is True for outcome in expected.values())
    assert set(corpus.rejected["file"]) == {name for name, outcome in expected.items() if outcome is not True}


def test_a_duplicate_names_its_twin(hostile):
    reasons = hostile[1].rejected.set_index("file")["reason"]
    assert reasons["utf16_shouted.txt"] == "duplicate: the same text as utf16, outlet of neither known"
    assert reasons["many.jsonl#3"] == "duplicate: the same text as many#1, both from Poole Echo"


def test_encodings_give_the_same_words(hostile):
    texts = hostile[1].articles.set_index("article")["text"]
    good = texts["good"]
    for article, place in [("utf16_unmarked", "Margate"), ("windows1252", "Calais"), ("windows_lines", "Dover")]:
        assert texts[article] == good.replace("Port Ellery", place)


def test_script_in_an_article_stays_text(hostile):
    texts = hostile[1].articles.set_index("article")["text"]
    assert "said <script>alert(1)</script> hours" in texts["page"]
    assert "report <script>alert(1)</script>." in texts["script_in_text"]
    assert "track('reader')" not in texts["page"]


def test_a_page_tells_outlet_and_title_and_logs_what_was_taken(hostile):
    corpus = hostile[1]
    page = corpus.articles.set_index("article").loc["page"]
    assert (page["title"], page["outlet"]) == ("Terminal shut", "Ellery Post")
    taken = corpus.removed[corpus.removed["article"] == "page"]
    assert list(taken["rule"]) == ["web page furniture"]
    assert list(taken["text"]) == ["Home · Sea · All rights reserved"]


def test_texts_without_title_or_full_stop_keep_all_their_words(hostile):
    articles = hostile[1].articles.set_index("article")
    assert articles.loc["no_title", "text"].startswith("The harbour council of Rye")
    assert articles["title"].isna()["no_title"]
    assert articles.loc["no_full_stop", "text"].split("\n\n")[1].endswith("the old ferry terminal")


def test_no_machine_path_appears_in_the_tables(hostile, tmp_path):
    corpus = hostile[1]
    for table in (corpus.articles, corpus.provenance, corpus.removed, corpus.rejected):
        assert "/tmp" not in table.to_csv()
        assert str(tmp_path.parent) not in table.to_csv()


def test_every_table_is_made_and_no_article_vanishes(tmp_path):
    expected = write_hostile_folder(tmp_path / "hostile")
    story = Story.open(tmp_path / "hostile", cache=tmp_path / "cache")
    tables = story.annotate()
    articles = set(tables["articles"]["article"])
    assert len(articles) == sum(outcome is True for outcome in expected.values())
    for name in ("provenance", "sentences", "tone"):
        assert set(tables[name]["article"]) == articles, name


def test_a_line_of_five_megabytes_is_refused(tmp_path):
    (tmp_path / "long.txt").write_bytes(b"word " * 1_000_000)
    with pytest.raises(NoArticles, match="too large: 5.0 MB"):
        read_corpus(tmp_path)


def test_a_text_in_which_no_sentence_ends_is_refused(tmp_path):
    (tmp_path / "endless.txt").write_text("The ferry sailed and " * 600, encoding="utf-8")
    with pytest.raises(NoArticles, match="no sentences: 2,400 words"):
        read_corpus(tmp_path)


def test_a_folder_of_nothing_usable_says_so_in_one_line(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "c.docx").write_bytes(b"PK")
    with pytest.raises(NoArticles) as error:
        read_corpus(tmp_path)
    assert str(error.value) == f"no usable article in {tmp_path}; refused: 2 empty, 1 unknown file type"


def test_an_empty_folder_and_a_missing_path_say_what_to_do(tmp_path):
    with pytest.raises(NoArticles, match="there is no file to read"):
        read_corpus(tmp_path)
    with pytest.raises(NoArticles, match="nowhere does not exist; give a folder, a file or a pattern"):
        read_corpus(tmp_path / "nowhere")
    with pytest.raises(NoArticles, match="no file matches"):
        read_corpus(f"{tmp_path}/*.txt")
