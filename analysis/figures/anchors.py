"""When a figure holds."""

from analysis.figures.clauses import BESIDE, Clause
from analysis.figures.things import TIMES


def time_of(
    sentence: str, kinds: list[str], spans: list[tuple[int, int]], place: int, clauses: list[Clause]
) -> int | None:
    """Place of the time that the figure at this place is anchored to, a time itself to itself; None where none is near.

    The nearest time of its own stretch, one behind it rather than one before; else one before it in its clause that
    no other quantity has to itself and that is no aside ("the firm, founded in 2008, was fined").
    """
    if kinds[place] in TIMES:
        return place
    times = [other for other in clauses[place].linked if kinds[other] in TIMES]
    if not times:
        start, end = clauses[place].start, clauses[place].end
        times = [
            other
            for other in range(max(0, place - BESIDE), place)
            if kinds[other] in TIMES
            and start <= spans[other][0] < end
            and not _aside(sentence[start : spans[other][0]], sentence[spans[other][1] : end])
            and all(kinds[linked] in TIMES for linked in clauses[other].linked)
        ]
    return min(times, key=lambda other: (abs(other - place), other < place), default=None)


def _aside(before: str, behind: str) -> bool:
    return "," in before and behind.lstrip().startswith(",")
