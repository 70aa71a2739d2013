"""Frames are learned from labelled texts, and too few of them are refused."""

import pytest

from analysis.framing import FrameClassifier, LabelsError, load_codebook, read_labelled

STORMS = [f"The storm tore down {thing} in the gale." for thing in ("walls", "trees", "masts", "roofs", "signs")]
STORMS += ["The storm sank a boat in the gale."]
PRICES = [f"The price of {thing} rose at the market." for thing in ("corn", "tin", "wool", "rice", "tea", "salt")]
BOTH = [f"The storm drove up the price of {thing}." for thing in ("corn", "rice", "tea")]
SINGLE = (STORMS + PRICES, ["storm"] * 6 + ["price"] * 6)
SEVERAL = (STORMS + PRICES + BOTH, [{"storm"}] * 6 + [{"price"}] * 6 + [{"storm", "price"}] * 3)


def test_single_labels_are_told_with_probabilities_that_add_up_to_one():
    learned = FrameClassifier().fit(*SINGLE)
    new = ["A storm and a gale.", "The market price fell."]
    assert learned.predict(new) == ["storm", "price"]
    assert learned.scores(new).columns.tolist() == ["price", "storm"]
    assert learned.scores(new).sum(axis=1).tolist() == pytest.approx([1, 1])


def test_sets_of_labels_are_told_as_sets():
    learned = FrameClassifier(load_codebook("generic")).fit(*SEVERAL)
    assert learned.predict(["The storm drove up the price of tin."]) == [{"storm", "price"}]


def test_cross_validation_tells_each_example_from_the_others():
    scores, confusions = FrameClassifier().fit(*SINGLE).cross_validated()
    assert scores[["frame", "examples", "f1"]].values.tolist() == [["price", 6, 1.0], ["storm", 6, 1.0]]
    assert confusions.empty


def test_what_was_told_wrongly_is_among_the_confusions():
    texts = [*STORMS, *PRICES, "The storm tore down a barn in the gale."]
    _, confusions = FrameClassifier().fit(texts, [*SINGLE[1], "price"]).cross_validated()
    assert confusions.values.tolist() == [["price", "storm", 1]]


@pytest.mark.parametrize(
    ("texts", "labels", "reason"),
    [
        (STORMS + PRICES[:4], ["storm"] * 6 + ["price"] * 4, "5 examples at least: price has 4"),
        (STORMS, ["storm"] * 6, "two frames at least"),
        (STORMS, ["storm"] * 5, "6 texts, but 5 labels"),
        (STORMS + PRICES, ["storm"] * 6 + [{"price"}] * 6, "some labels are one frame and others a set"),
        ([], [], "two frames at least"),
    ],
)
def test_labels_that_do_not_do_are_refused(texts, labels, reason):
    with pytest.raises(LabelsError, match=reason):
        FrameClassifier().fit(texts, labels)


def test_a_classifier_that_is_saved_and_loaded_tells_the_same(tmp_path):
    learned = FrameClassifier().fit(*SEVERAL)
    learned.save(tmp_path / "frames.json")
    loaded = FrameClassifier.load(tmp_path / "frames.json")
    assert loaded.scores(BOTH).equals(learned.scores(BOTH))


def test_a_classifier_is_not_loaded_with_another_codebook(tmp_path):
    FrameClassifier(load_codebook("generic")).fit(*SINGLE).save(tmp_path / "frames.json")
    with pytest.raises(LabelsError, match="learned with codebook generic, not None"):
        FrameClassifier.load(tmp_path / "frames.json")


@pytest.mark.parametrize(
    ("rows", "labels"),
    [("one,storm\ntwo,price\n", ["storm", "price"]), ("one,storm | price\ntwo,NA\n", [{"storm", "price"}, {"NA"}])],
)
def test_labelled_texts_are_read_from_csv(tmp_path, rows, labels):
    (tmp_path / "labelled.csv").write_text(f"text,frame\n{rows * 5}", encoding="utf-8")
    assert read_labelled(tmp_path / "labelled.csv") == (["one", "two"] * 5, labels * 5)


def test_labels_too_few_to_learn_from_are_refused_with_their_file(tmp_path):
    (tmp_path / "labelled.csv").write_text("text,frame\n" + "one,storm\n" * 5 + "two,price\n", encoding="utf-8")
    with pytest.raises(LabelsError, match=r"labelled\.csv: a frame needs 5 examples at least: price has 1"):
        read_labelled(tmp_path / "labelled.csv")


@pytest.mark.parametrize(("text", "reason"), [("text,label\na,b\n", "column frame is missing"), ("", "No columns")])
def test_a_file_that_holds_no_labelled_texts_is_refused(tmp_path, text, reason):
    (tmp_path / "labelled.csv").write_text(text, encoding="utf-8")
    with pytest.raises(LabelsError, match=rf"labelled\.csv: .*{reason}"):
        read_labelled(tmp_path / "labelled.csv")
