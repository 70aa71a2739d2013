"""Every set that `evaluate` knows, by name."""

from analysis.evaluation import sentiment
from analysis.evaluation.benchmark import Benchmark

SETS: dict[str, tuple[Benchmark, ...]] = {
    "sentiment": sentiment.BENCHMARKS,
}
