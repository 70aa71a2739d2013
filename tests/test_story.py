"""A story makes its tables once and keeps them."""

from pathlib import Path

import pytest

import analysis
from analysis import tables

FLOOD = "Flood closes bridge\n\nThe river rose and the old bridge was closed on Monday, the city council said.\n\n"
STORIES = {
    "north.txt": FLOOD + "Drivers must take the northern road until engineers have looked at the old bridge.\n",
    "south.txt": FLOOD + "Schools stay open, and buses run later than usual while the river remains high.\n",
}


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_every_table_has_its_declared_columns(corpus, tmp_path):
    story = analysis.Story.open(corpus, cache=tmp_path / "kept")
    for name, frame in story.annotate().items():
        assert list(frame.columns) == [column.column for column in tables.schema()[name]]


def test_sentences_stand_where_the_table_says(corpus, tmp_path):
    story = analysis.Story.open(corpus, cache=tmp_path / "kept")
    texts = dict(zip(story.articles["article"], story.articles["text"], strict=True))
    rows = story.sentences.to_dict("records")
    assert len(rows) == 6
    assert all(texts[row["article"]][row["start"] : row["end"]] == row["text"] for row in rows)


def test_kept_tables_are_read_back_the_same(corpus, tmp_path):
    first = analysis.Story.open(corpus, cache=tmp_path / "kept").annotate()
    again = analysis.Story.open(corpus, cache=tmp_path / "kept").annotate()
    assert {name: frame.to_csv() for name, frame in first.items()} == {
        name: frame.to_csv() for name, frame in again.items()
    }


def test_a_changed_article_changes_the_key_and_a_moved_folder_does_not(corpus, tmp_path):
    key = analysis.Story.open(corpus, cache=tmp_path / "kept").key
    (tmp_path / "elsewhere").mkdir()
    moved = corpus.rename(tmp_path / "elsewhere" / "corpus")
    assert analysis.Story.open(moved, cache=tmp_path / "kept").key == key
    (moved / "south.txt").write_text(STORIES["south.txt"] + "It rained again.\n", encoding="utf-8")
    assert analysis.Story.open(moved, cache=tmp_path / "kept").key != key


def test_an_unknown_table_is_refused_with_those_that_exist(corpus, tmp_path):
    story = analysis.Story.open(corpus, cache=tmp_path / "kept")
    with pytest.raises(AttributeError, match="no table 'clams'; it has articles"):
        _ = story.clams


def test_a_path_that_does_not_exist_is_refused_by_name(tmp_path):
    with pytest.raises(ValueError, match="nowhere does not exist"):
        analysis.Story.open(tmp_path / "nowhere", cache=tmp_path / "kept")


def test_the_five_seed_articles_are_read_with_the_titles_their_pages_have(tmp_path):
    seeds = Path(__file__).parent.parent / "seeds"
    story = analysis.Story.open(seeds, cache=tmp_path / "kept")
    assert story.articles["letter"].tolist() == ["A", "B", "C", "D", "E"]
    assert story.articles["title"].isna().tolist() == [False, False, False, True, False]
    assert story.rejected.empty
    assert set(story.coverage["article"]) == set(story.articles["article"])
