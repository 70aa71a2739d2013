"""Every tool is scored by the set's own scorer on the same items; what cannot be run says so."""

import json

import pytest
from click.testing import CliRunner

from analysis.__main__ import main
from analysis.evaluation import SETS, evaluate, scores
from analysis.evaluation.benchmark import Benchmark, Measure
from analysis.evaluation.measuring import GoldError, table

SCORER = """
import json, sys
gold, predicted = ([json.loads(line) for line in open(name)] for name in sys.argv[1:3])
right = sum(g["label"] == p["label"] for g, p in zip(gold, predicted))
print(json.dumps({"all": {"right": right / len(gold)}}))
"""
ITEMS = [{"id": 1, "label": "a"}, {"id": 2, "label": "b"}, {"id": 3, "label": "a"}, {"id": 4, "label": "a"}]


def always(label):
    return lambda items, _: [{"id": item["id"], "label": label} for item in items]


def absent(items, _):
    raise ImportError("no such tool here")


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """A folder with one annotated set, on which ours says a, one peer says b, and one is not installed."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dev.jsonl").write_text("\n".join(map(json.dumps, ITEMS)))
    (tmp_path / "letters" / "score.py").write_text(SCORER)
    benchmark = Benchmark(
        name="letters", data="ours", file="letters/dev.jsonl", ours=always("a"),
        peers={"B": always("b"), "absent": absent}, measures=(Measure("all.right", "right", "letters", people=0.9),),
    )  # fmt: skip
    monkeypatch.setitem(SETS, "letters", (benchmark,))
    return tmp_path


def test_the_scorer_of_the_set_scores_every_tool_on_the_same_items(gold):
    rows = evaluate(gold, ["letters"], peers=True).set_index("tool")
    assert rows["score"]["Parallax"] == 0.75
    assert rows["score"]["B"] == 0.25
    assert (rows["items"] == 4).all()


def test_a_peer_that_is_not_installed_or_not_asked_for_was_not_run(gold):
    assert not evaluate(gold, ["letters"], peers=True).set_index("tool")["run"]["absent"]
    assert "not run" in table(evaluate(gold, ["letters"]))


def test_an_unknown_set_is_refused_with_those_that_exist(gold):
    with pytest.raises(GoldError, match="unknown set x; there are: .*letters"):
        evaluate(gold, only=["x"])


def test_a_folder_without_the_data_is_refused_in_one_line(tmp_path):
    ran = CliRunner().invoke(main, ["evaluate", "--gold", str(tmp_path)])
    assert ran.exit_code == 2
    assert "score.py beside it are not there" in ran.output


def test_scores_that_ship_are_of_known_sets_and_measures():
    known = {(name, b.name, m.name) for name, bs in SETS.items() for b in bs for m in b.measures}
    shipped = scores()
    assert set(shipped[["set", "name", "measure"]].itertuples(index=False, name=None)) <= known
    assert shipped["items"].gt(0).all()
