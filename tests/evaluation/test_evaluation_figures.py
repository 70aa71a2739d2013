"""What the scorer of figures is handed."""

from pathlib import Path

from analysis.evaluation.figures import BENCHMARKS, ours


def test_ours_hands_over_spans_values_and_approximations_with_times_told_from_the_reference_day():
    items = [
        {"id": 1, "text": "It cost over $5 million.", "scope": ["money"]},
        {"id": 2, "text": "It closed last year.", "scope": ["period"], "ref": "2025-06-20"},
    ]
    money, time = (prediction["figures"][0] for prediction in ours(items, Path()))
    assert (money["start"], money["end"], money["value"], money["approx"]) == (13, 23, 5e6, "over")
    assert (time["low"], time["high"]) == ("2024-01-01", "2025-01-01")


def test_each_item_counts_where_its_kinds_belong():
    quantities, _, times, _ = (benchmark.pick for benchmark in BENCHMARKS)
    item = {"suite": "money", "scope": ["money"], "figures": []}
    assert quantities(item)
    assert not times(item)
