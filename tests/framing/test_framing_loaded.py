"""Loaded words, by the list and by what annotated sentences teach."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from analysis.__main__ import main
from analysis.framing import LabelsError, LoadedClassifier, find_loaded, loaded_of_article
from analysis.tables import table

BIASED = [f"The {word} plan is a disaster for {who}." for word in ("zorbish", "reckless") for who in "abcdef"]
PLAIN = [f"The plan for {who} was published on {day}." for day in ("Monday", "Friday") for who in "abcdef"]
EXAMPLES = (BIASED + PLAIN, [True] * 12 + [False] * 12, [["zorbish"]] * 6 + [["Reckless"]] * 6 + [[]] * 12)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A rift opened between the firms.", "rift", "drama"),
        ("The talks are in chaos.", "chaos", "alarm"),
        ("A groundbreaking model.", "groundbreaking", "greatness"),
        ("It fell drastically.", "drastically", "intensity"),
        ("The thugs left.", "thugs", "judgement"),
        ("The senator slammed it.", "slammed", "insinuation"),
        ("At a breaking point", "breaking point", "drama"),
    ],
)
def test_each_class_of_the_list_is_told(text, words, kind):
    assert [(loaded.text, loaded.kind) for loaded in find_loaded(text)] == [(words, kind)]


@pytest.mark.parametrize("text", ["The firms signed a contract on Monday.", "His batting average rose."])
def test_plain_words_are_not_loaded(text):
    assert find_loaded(text) == []


def test_rows_stand_in_the_article_s_text():
    text = "Title\n\nA rift opened."
    sentences = [{"article": "a", "sentence": 1, "start": 7, "end": 22, "text": text[7:]}]
    rows = loaded_of_article({"article": "a", "text": text}, sentences)
    assert table("loaded", rows).to_dict("records") == [
        {"article": "a", "sentence": 1, "start": 9, "end": 13, "text": "rift", "kind": "drama"}
    ]


@pytest.fixture(scope="module")
def learned():
    return LoadedClassifier().fit(*EXAMPLES)


def test_biased_sentences_and_their_words_are_learned_from_examples(learned):
    new = ["The zorbish plan for g is a disaster.", "The plan for g was published on Sunday."]
    assert learned.predict(new) == [True, False]
    assert [score > 0.5 for score in learned.scores(new)] == [True, False]
    assert learned.words(new[0]) == ["zorbish"]
    assert learned.words(new[1]) == []


def test_a_model_takes_the_place_of_the_list(learned):
    (found,) = find_loaded("The zorbish rift.", learned)
    assert (found.start, found.end, found.text, found.kind) == (4, 11, "zorbish", "learned")


def test_a_model_that_is_saved_and_loaded_tells_the_same(learned, tmp_path):
    learned.save(tmp_path / "loaded.json")
    assert LoadedClassifier.load(tmp_path / "loaded.json").scores(BIASED) == learned.scores(BIASED)


def test_texts_without_words_are_told_too(learned):
    assert learned.words("…") == []
    assert len(learned.scores(["", "…", "\n"])) == 3


@pytest.mark.parametrize(
    ("examples", "reason"),
    [
        ((BIASED, [True] * 12, [["a"]] * 12), "not biased are 0"),
        ((BIASED + PLAIN, [True] * 12 + [False] * 12, [[]] * 24), "with loaded words are 0"),
        ((BIASED, [True] * 11, [[]] * 12), "12 texts, but 11 labels and 12 lists of words"),
    ],
)
def test_examples_that_do_not_do_are_refused(examples, reason):
    with pytest.raises(LabelsError, match=reason):
        LoadedClassifier().fit(*examples)


def test_a_model_is_trained_from_annotated_data_on_the_command_line(tmp_path):
    rows = [dict(zip(("text", "biased", "words"), row, strict=True)) for row in zip(*EXAMPLES, strict=True)]
    lines = [json.dumps(row) for row in [*rows, {"text": "a headline", "frame": "other"}]]
    (tmp_path / "train.jsonl").write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "loaded.json"
    done = CliRunner().invoke(main, ["train", "loaded", "--gold", str(tmp_path), "--output", str(out)])
    assert (done.exit_code, done.output) == (0, f"{out}\n")
    assert LoadedClassifier.load(out).words("The zorbish plan") == ["zorbish"]


def test_training_without_data_is_refused(tmp_path):
    (tmp_path / "train.jsonl").write_text("", encoding="utf-8")
    done = CliRunner().invoke(main, ["train", "loaded", "--gold", str(tmp_path), "--output", str(tmp_path / "x")])
    assert done.exit_code == 2
    assert "must be 5 at least" in done.output


@given(st.text(max_size=200))
def test_spans_give_back_their_text_in_any_text(learned, text):
    assert all(text[found.start : found.end] == found.text for found in find_loaded(text))
    assert all(text[span.start : span.end] == span.text for span in learned.spans(text))
