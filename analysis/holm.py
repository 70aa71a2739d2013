"""Chances corrected for the number of comparisons that they come from."""

from collections.abc import Sequence

TWENTIETH = 0.05  # corrected chance under which a difference is called beyond chance


def holm(chances: Sequence[float]) -> list[float]:
    """The chances corrected for their number (Holm, Scandinavian Journal of Statistics 1979), in the same order."""
    order = sorted(range(len(chances)), key=lambda place: chances[place])
    corrected, most = [0.0] * len(chances), 0.0
    for rank, place in enumerate(order):
        most = max(most, min(1.0, (len(chances) - rank) * chances[place]))
        corrected[place] = most
    return corrected
