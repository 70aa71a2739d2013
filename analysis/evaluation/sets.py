"""Every set that `evaluate` knows, by name."""

from analysis.evaluation import attribution, sentiment
from analysis.evaluation.benchmark import Benchmark

SETS: dict[str, tuple[Benchmark, ...]] = {
    "attribution": attribution.BENCHMARKS,
    "sentiment": sentiment.BENCHMARKS,
}
