"""Value and time: figures of one thing that cannot both be right, or of which one is a bound."""

from collections.abc import Iterator

from analysis.comparison.differences.pairs import Finding, Pair, Told, concepts
from analysis.comparison.differences.quantities import BEYOND, BOUND, Quantity, apart, equal

COUNTED = 4  # words behind a figure among which the thing counted is looked for
WEIGHTS = {BOUND: 0.7}  # weight of a difference, where it is not 1
BEFORE = 3  # words before a figure among which its bound stands
# First words of bounds: "until 2030", "beyond the 2030 deadline", "at least 40", "up to", "more than".
BOUNDS = frozenset(
    {
        "until",
        "till",
        "through",
        "by",
        "before",
        "beyond",
        "after",
        "past",
        "since",
        "from",
        "up",
        "at",
        "over",
        "above",
    }
    | {
        "more",
        "under",
        "below",
        "less",
        "fewer",
        "about",
        "around",
        "nearly",
        "almost",
        "roughly",
        "some",
        "as",
        "exceeding",
    }
)
OTHER_THING = 0.4  # weight where the two sentences count different things


def find(pair: Pair) -> Iterator[Finding]:
    """Every pair of figures that differ; none that stand in the other sentence too."""
    ours = [one for one in pair.a.quantities if not any(equal(one, other) for other in pair.b.quantities)]
    theirs = [one for one in pair.b.quantities if not any(equal(one, other) for other in pair.a.quantities)]
    for one, other, context in pair.aligned(ours, theirs):
        if one.unit == other.unit and (rule := apart(one, other)):
            counted = _counted(pair.a, one), _counted(pair.b, other)
            weight = WEIGHTS.get(rule, 1.0)
            if all(counted) and not one.is_time:
                weight *= 1.0 if counted[0] & counted[1] else OTHER_THING
            kind = "time" if one.is_time and rule != BEYOND else "value"
            a, b = _with_bound(pair.a, one), _with_bound(pair.b, other)
            yield Finding(kind, rule, a, b, pair.sure(context * weight))


def _with_bound(told: Told, figure: Quantity) -> tuple[int, int]:
    """The characters of a figure with the words of its bound, which is what differs where the values do not."""
    start, end = figure.span
    for place in range(max(0, figure.first - BEFORE), figure.first):
        if figure.approximation and told.words[place].text.lower() in BOUNDS:
            return told.words[place].start, end
    return start, end


def _counted(told: Told, figure: Quantity) -> frozenset[str]:
    ahead = told.words[figure.last : figure.last + COUNTED]
    return concepts(word for word in ahead if word.is_common and word.clause == told.words[figure.first].clause)
