"""A story makes its tables once and keeps them."""

import gc
import weakref
from pathlib import Path

import pytest

import analysis
from analysis import tables
from analysis.story import StoryError

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


@pytest.mark.parametrize("aliases", [{"Anna Field": "the mayor"}, {"Anna Field": 1}, {"Anna Field": [1]}, {2: ["two"]}])
def test_aliases_that_are_no_lists_of_words_are_refused(corpus, tmp_path, aliases):
    with pytest.raises(StoryError, match="no list of its other forms"):
        analysis.Story.open(corpus, aliases=aliases, cache=tmp_path / "kept")


def test_options_left_empty_count_as_not_given(corpus, tmp_path):
    empty = analysis.Story.open(corpus, articles=[], language="", aliases={}, codebook="", cache=tmp_path / "kept")
    assert empty.key == analysis.Story.open(corpus, cache=tmp_path / "kept").key


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


QUAKE = "Quake shakes coast\n\nA quake of magnitude 5.1 shook the coast near Arendal before dawn, geologists said.\n\n"


@pytest.fixture
def two_stories(corpus):
    (corpus / "quake.txt").write_text(QUAKE + "Geologists at Arendal measured four weaker tremors.\n", encoding="utf-8")
    return corpus


def test_articles_of_two_stories_are_told_apart_the_larger_first(two_stories, tmp_path):
    story = analysis.Story.open(two_stories, cache=tmp_path / "kept")
    assert [list(part.articles["article"]) for part in story.stories] == [["north", "south"], ["quake"]]
    assert [list(part.articles["letter"]) for part in story.stories] == [["A", "B"], ["A"]]


def test_an_outlet_names_its_articles_in_each_story_and_a_label_that_was_given_stays(two_stories, tmp_path):
    described = "article,outlet,label\nnorth,Post,\nsouth,Herald,Our own\nquake,Post,\n"
    (two_stories / "sources.csv").write_text(described, encoding="utf-8")
    story = analysis.Story.open(two_stories, cache=tmp_path / "kept")
    assert [list(part.articles["label"]) for part in story.stories] == [["Post", "Our own"], ["Post"]]
    made = story.provenance[story.provenance["field"] == "label"]
    assert sorted(zip(made["value"], made["origin"], strict=True)) == [
        ("Our own", "given"),
        ("Post", "made"),
        ("Post", "made"),
    ]


def test_the_tables_of_the_whole_are_those_of_its_stories_and_never_cross_them(two_stories, tmp_path):
    story = analysis.Story.open(two_stories, cache=tmp_path / "kept")
    number = dict(zip(story.articles["article"], story.articles["story"], strict=True))
    assert all(number[row.article_a] == number[row.article_b] for row in story.matches.itertuples())
    claims = story.claims.assign(story=story.claims["article"].map(number))
    assert (claims.groupby("claim")["story"].nunique() == 1).all()
    assert len(claims) == sum(len(part.claims) for part in story.stories)


def test_one_story_is_opened_by_its_number_and_a_missing_number_is_refused(two_stories, tmp_path):
    kept = tmp_path / "kept"
    assert list(analysis.Story.open(two_stories, story=2, cache=kept).articles["article"]) == ["quake"]
    with pytest.raises(ValueError, match="no story 3; there are 2"):
        analysis.Story.open(two_stories, story=3, cache=kept)


def test_articles_named_by_the_user_are_one_story(two_stories, tmp_path):
    story = analysis.Story.open(two_stories, articles=["north", "quake"], cache=tmp_path / "kept")
    assert story.stories == [story]


def test_who_credits_an_outlet_of_the_story_is_no_origin_of_his_own_in_ledger_and_claims(tmp_path):
    told = {
        "post": "The Harrow mill lost 300 jobs this year. The town will feel it for a long time.",
        "other": "The Harrow mill lost 300 jobs this year, the Denver Gazette reported. Nobody else has said so.",
    }
    for name, text in told.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "sources.csv").write_text("article,outlet\npost,Denver Gazette\n", encoding="utf-8")
    story = analysis.Story.open(tmp_path, cache=tmp_path / "kept", articles=["post", "other"])
    jobs = story.ledger[story.ledger["text"] == "300"]
    assert set(jobs["sources"]) == {2}
    assert set(jobs["origins"]) == {1}
    shared = story.claims[story.claims.groupby("claim")["article"].transform("nunique") == 2]
    assert set(shared["origins"]) == {1}


@pytest.fixture
def failing_on(monkeypatch):
    """Makes the analysis of figures raise on the articles of these names."""
    from analysis import figures

    of_article = figures.of_article

    def fail(*names):
        def failing(article, sentences):
            if article["article"] in names:
                raise KeyError("no such unit")
            return of_article(article, sentences)

        monkeypatch.setattr(figures, "of_article", failing)

    return fail


def test_an_article_that_an_analysis_fails_on_is_refused_and_the_rest_goes_on(corpus, tmp_path, failing_on):
    (corpus / "middle.txt").write_text(STORIES["north.txt"] + "It rained all night.\n", encoding="utf-8")
    failing_on("middle")
    story = analysis.Story.open(corpus, cache=tmp_path / "kept")
    made = story.annotate()
    assert story.rejected.to_dict("records") == [
        {"file": "middle.txt", "reason": "failed in figures with KeyError: 'no such unit' (article middle)"}
    ]
    assert dict(zip(story.articles["letter"], story.articles["article"], strict=True)) == {"A": "north", "B": "south"}
    naming = {name: set(frame["article"]) for name, frame in made.items() if "article" in frame}
    assert not [name for name, articles in naming.items() if "middle" in articles]


def test_of_several_stories_each_has_what_an_analysis_failed_on_among_the_refused(two_stories, tmp_path, failing_on):
    failing_on("south")
    story = analysis.Story.open(two_stories, cache=tmp_path / "kept")
    assert [list(part.articles["article"]) for part in story.stories] == [["north"], ["quake"]]
    assert all(list(part.rejected["file"]) == ["south.txt"] for part in [story, *story.stories])


def test_an_analysis_that_fails_on_every_article_is_told_as_the_reason(corpus, tmp_path, failing_on):
    failing_on("north", "south")
    with pytest.raises(ValueError, match="no usable article in .*; refused: 2 failed in figures with KeyError"):
        analysis.Story.open(corpus, cache=tmp_path / "kept")


def test_annotating_several_stories_goes_on_where_it_was_stopped(two_stories, tmp_path, monkeypatch):
    from analysis import framing

    vocabulary, made = framing.vocabulary, []

    def stopped_at_the_second(sentences):
        made.append(sorted(set(sentences["article"])))
        if len(made) == 2:
            raise KeyboardInterrupt
        return vocabulary(sentences)

    monkeypatch.setattr(framing, "vocabulary", stopped_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        analysis.Story.open(two_stories, cache=tmp_path / "kept").annotate()
    analysis.Story.open(two_stories, cache=tmp_path / "kept").annotate()
    assert made == [["north", "south"], ["quake"], ["quake"]]


def test_annotating_several_stories_holds_none_of_them_in_the_end(two_stories, tmp_path, monkeypatch):
    held = []

    def one(story, number, make=analysis.Story._one):
        part = make(story, number)
        held.append(weakref.ref(part))
        return part

    monkeypatch.setattr(analysis.Story, "_one", one)
    story = analysis.Story.open(two_stories, cache=tmp_path / "kept")
    story.annotate()
    gc.collect()
    assert [part() for part in held] == [None, None]
