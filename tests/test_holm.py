"""Holm's correction."""

import pytest

from analysis.holm import holm


def test_the_smallest_chance_is_multiplied_by_all_comparisons_the_next_by_one_fewer():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])  # 3 × 0.01; 2 × 0.03; 0.04, but no less


def test_no_chance_is_more_than_certain():
    assert holm([0.6, 0.9]) == [1.0, 1.0]
    assert holm([]) == []
