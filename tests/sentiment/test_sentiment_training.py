"""The trained model's file, and training from a small annotated set."""

import csv
import json
import subprocess
import sys
from importlib.resources import files

import numpy as np
import pytest
from click.testing import CliRunner
from scipy.sparse import csr_matrix
from scipy.special import softmax

from analysis.__main__ import main
from analysis.sentiment import leanings, training
from analysis.sentiment.regression import STRENGTH, fit
from analysis.sentiment.training import strongest, train


def test_the_weights_that_ship_are_small():
    learnt = [files("analysis.sentiment").joinpath(name).read_bytes() for name in ("weights.csv", "leanings.csv")]
    assert sum(map(len, learnt)) <= 250_000


def test_predicting_needs_neither_scikit_learn_nor_pandas_nor_nltk():
    code = (
        "import sys; from analysis.sentiment import target_tone; target_tone('Acme sued Borland.', 0, 4);"
        "print([name for name in ('sklearn', 'pandas', 'nltk', 'numpy') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_penalty_of_a_weight_grows_with_the_root_of_how_common_its_feature_is():
    random = np.random.default_rng(1)
    matrix = csr_matrix((random.random((60, 3)) < [0.1, 0.5, 0.9]).astype(float))
    labels = random.integers(0, 3, 60)
    weights = fit(matrix, labels)
    left = np.eye(3)[labels] - softmax(matrix @ weights.T, axis=1)
    common = np.asarray(matrix.sum(axis=0)).ravel()
    assert STRENGTH * left.T @ matrix == pytest.approx(weights * np.sqrt(common), abs=1e-2)


def test_of_two_features_with_the_same_weights_the_commoner_is_kept(monkeypatch):
    monkeypatch.setattr(training, "MOST", 1)
    matrix = csr_matrix([[1, 1], [0, 1], [0, 1], [0, 0]])
    assert strongest(["rare", "usual"], matrix, np.array([[1, 1], [0, 0], [-1, -1]])) == ["usual"]
    assert strongest(["usual", "rare"], matrix[:, ::-1], np.array([[1, 1], [0, 0], [-1, -1]])) == ["usual"]


def test_training_learns_from_its_examples_and_writes_the_same_file_twice(tmp_path):
    verbs = {"neg": "Critics blasted {}.", "neu": "Officials met {}.", "pos": "Fans adored {}."}
    rows = []
    for number in range(60):
        label = ("neg", "neu", "pos")[number % 3]
        sentence, name = verbs[label], f"Name{'abcdefghij'[number % 10]}"
        start = sentence.index("{}")
        row = {"sentence": sentence.format(name), "start": start, "end": start + len(name), "label": label}
        rows.append({"id": f"made_{number}_{number}_0", **row})
    (tmp_path / "train.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    train(tmp_path, tmp_path / "first.csv")
    train(tmp_path, tmp_path / "second.csv")
    written = (tmp_path / "first.csv").read_text(encoding="utf-8")
    assert written == (tmp_path / "second.csv").read_text(encoding="utf-8")
    weights = dict(line.split(",", 1) for line in written.splitlines() if not line.startswith("# "))
    negative, positive = (int(cell) for cell in weights["word blast"].split(","))
    assert negative > 0
    assert negative > positive
    negative, positive = (int(cell) for cell in weights["word ador"].split(","))
    assert positive > negative
    assert not any("namea" in name for name in weights)


def test_words_never_met_lean_as_words_whose_company_they_keep(tmp_path):
    vectors = {"blasted": [1, 0.1], "panned": [0.9, 0.2], "adored": [-1, 0.1], "cherished": [-0.9, 0.2], "met": [0, -1]}
    (tmp_path / "vectors.json").write_text(json.dumps({"vectors": vectors, "dimensions": 2}), encoding="utf-8")
    verbs = {"neg": "blasted", "neu": "met", "pos": "adored"}
    rows = [
        {"id": f"made_{n}_{n}_0", "sentence": f"Acme {verbs[label]} them.", "start": 0, "end": 4, "label": label}
        for n, label in enumerate(["neg", "neu", "pos"] * 40)
    ]
    (tmp_path / "train.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    leanings.train(tmp_path, tmp_path / "vectors.json", tmp_path / "leanings.csv")
    written = (tmp_path / "leanings.csv").read_text(encoding="utf-8").splitlines()
    lean = {
        word: (int(row["praise"]), int(row["judgement"]))
        for row in csv.DictReader(line for line in written if line[0] != "#")
        for word in row["words"].split()
    }
    assert lean["panned"][0] < 0 < lean["cherished"][0]
    assert lean["met"][1] < 0 < lean["panned"][1]


def test_training_without_its_data_is_refused_in_a_line(tmp_path):
    told = CliRunner().invoke(main, ["train", "sentiment", "--gold", str(tmp_path)])
    assert told.exit_code == 2
    assert "train.jsonl" in told.output
