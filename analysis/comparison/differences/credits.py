"""Attribution: credited here, told as the article's own there, or credited to somebody else."""

from collections import defaultdict
from collections.abc import Iterator
from math import sqrt
from typing import TYPE_CHECKING

from analysis.comparison.differences.pairs import ALIKE, Finding, Pair
from analysis.comparison.differences.ranking import UNNAMED
from analysis.comparison.differences.told import COMMON, Credit, Told, concepts, concepts_of
from analysis.comparison.saying import SAID

if TYPE_CHECKING:
    import pandas as pd

MARKED = 6  # words that are marked where a credit is missing
WEIGHTS = {
    "credited against uncredited": 0.55,
    "outlet credited against none": 0.85,
    "credited to others": 0.6,
    UNNAMED: 0.8,
}


def credits_of(attributions: "pd.DataFrame") -> dict[str, list[Credit]]:
    """The credits of table `attributions`, by article: what is said or reported by a source that is given."""
    found: dict[str, list[Credit]] = defaultdict(list)
    for row in attributions[attributions["kind"].isin(SAID)].to_dict("records"):
        if row["source_spans"] and row["content_spans"]:
            content = row["content_spans"][0][0], row["content_spans"][-1][1]
            outlet = row["origin"] if isinstance(row["origin"], str) else None
            who = concepts_of(row["source_text"]) - COMMON
            found[row["article"]].append(Credit(tuple(row["source_spans"][0]), content, who, outlet))
    return found


def find(pair: Pair) -> Iterator[Finding]:
    """At most one finding: who is credited with what both sentences tell, or that one rests on an unnamed source."""
    ours, theirs, shared = _main(pair.a), _main(pair.b), pair.shared
    rule = _rule(ours, theirs)
    if {_is_unnamed(pair.a), _is_unnamed(pair.b)} == {True, False}:
        rule, sure = UNNAMED, WEIGHTS[UNNAMED] * sqrt(pair.score * min(1.0, ALIKE * pair.likeness))
    elif rule and not (_named(ours, pair.b) or _named(theirs, pair.a)):
        sure = WEIGHTS[rule] * sqrt(pair.likeness * pair.score)
    else:
        return
    if shared:
        a = ours.source if ours else _uncredited(pair.a, *shared[0])
        b = theirs.source if theirs else _uncredited(pair.b, *shared[1])
        yield Finding("attribution", rule, a, b, sure)


def _is_unnamed(told: Told) -> bool | None:
    """Whether a sentence rests on an unnamed source; None where it leaves that open: "reportedly"."""
    if told.hits("unnamed"):
        return True
    return None if any(hit.row["certainty"] == "reported" for hit in told.hits("certainty")) else False


def _uncredited(told: Told, first: int, last: int) -> tuple[int, int]:
    """The first words of what a sentence tells without a credit."""
    return told.span(first, min(last, first + MARKED))


def _main(told: Told) -> Credit | None:
    """The credit for most of a sentence, given in it."""
    return max(told.own_credits, key=lambda credit: credit.content[1] - credit.content[0], default=None)


def _named(credit: Credit | None, other: Told) -> bool:
    """Whether the other sentence names who is credited, or its article credits the same outlet."""
    if not credit:
        return False
    elsewhere = credit.outlet and any(credit.outlet == own.outlet for own in other.credits)
    return bool(elsewhere or credit.who & concepts(other.words))


def _rule(ours: Credit | None, theirs: Credit | None) -> str | None:
    outlets = [credit.outlet for credit in (ours, theirs) if credit and credit.outlet]
    if len(outlets) == 1:
        return "outlet credited against none"
    if not ours or not theirs:
        return "credited against uncredited" if ours or theirs else None
    return None if ours.who & theirs.who or outlets else "credited to others"
