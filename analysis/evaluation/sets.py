"""Every set that `evaluate` knows, by name."""

from analysis.evaluation import attribution, comparison, figures, framing, sentiment
from analysis.evaluation.benchmark import Benchmark

SETS: dict[str, tuple[Benchmark, ...]] = {
    "attribution": attribution.BENCHMARKS,
    "comparison": comparison.BENCHMARKS,
    "figures": figures.BENCHMARKS,
    "framing": framing.BENCHMARKS,
    "sentiment": sentiment.BENCHMARKS,
}
