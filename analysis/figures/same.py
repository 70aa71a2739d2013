"""Whether two figures state one fact, as likely as what, who, when and value make it; the reason where they do not."""

from dataclasses import dataclass

from analysis.figures.likelihood import cosine, digits, likelihood, rivals
from analysis.figures.statement import Stated, one_thing, telling
from analysis.figures.values import AGREES, COMPATIBLE, DIFFERS, relation

# How likely two figures must state one fact to be joined: quantities and times, of equal values and of others. News has
# many weekdays in common: at .92, 8 of 544 pairs were wrong with each story left out of the fit, at .96 one of 518.
SURE = {(False, True): 0.7, (False, False): 0.77, (True, True): 0.96, (True, False): 0.95}
# Digits of a value from which on it is not met by chance, and the same of sums, decimals and large counts.
EXACT, FINE = 3, 2
LARGE = 1000
LIKE = 0.25  # cosine of the words around two figures that a reader takes for alike
# What is planned in one report has happened in the next, but what is expected may well be missed.
ALIKE = ({"happened", "planned"}, {"planned", "possible"})
READ = {AGREES: "the same value", COMPATIBLE: "values that admit each other", DIFFERS: "differing values"}


@dataclass(frozen=True)
class Verdict:
    """Whether two figures state one fact, the rule that says so or the reason against it, and how likely they do.

    firm: a reason against that holds for any two figures of the two facts, so that these are never joined.
    """

    same: bool
    rule: str
    likelihood: float
    firm: bool = False


def compare(a: Stated, b: Stated) -> Verdict:
    """Judge two figures of one kind and unit."""
    reading = relation(a.value, b.value, a.times)
    likely = likelihood(a, b)
    if reason := _against(a, b, reading):
        return Verdict(False, reason, likely, True)
    if reason := None if reading == AGREES else _likelier_two(a, b):
        return Verdict(False, reason, likely)
    if likely >= SURE[a.times, reading == AGREES]:
        return Verdict(True, _rule(a, b, reading), likely)
    return Verdict(False, _doubt(a, b, reading), likely)


def _against(a: Stated, b: Stated, reading: str) -> str | None:
    """Why the two cannot be one fact, if so."""
    vague = a.value.point is None or b.value.point is None
    if a.article == b.article and (reading == DIFFERS or (reading == COMPATIBLE and not vague)):
        return "one article states both values"
    if a.times and (a.value.point is None) != (b.value.point is None):
        return "nobody can say which day one of them is"
    if a.way and b.way and a.way != b.way:
        return "a rise against a fall"
    exact = reading == AGREES and (a.times or _exact(a, b))  # what seems to tell them apart may be misread
    if not exact and a.counted and b.counted and not a.counted & b.counted:
        return f"another thing: {_listed(a.counted)} against {_listed(b.counted)}"
    if reading == AGREES:
        named = not exact and a.named and b.named and (not telling(a) or a.persons == b.persons)
        return _other_names(a, b) if named and rivals(a, b) else None
    if a.states and b.states and not a.states & b.states:
        return f"another state: {_listed(a.states)} against {_listed(b.states)}"
    if a.part != b.part:
        return "a part of them against all"
    if a.per and b.per and a.per != b.per:
        return f"another rate: {a.per} against {b.per}"
    return "one is the value before" if reading == DIFFERS and a.earlier != b.earlier else None


def _likelier_two(a: Stated, b: Stated) -> str | None:
    """Why two figures of other values are rather two facts, however alike, if so."""
    if a.times:
        days = a.value.point is None or min(figure.value.high - figure.value.low for figure in (a, b)) <= 1
        return "two days of the news" if days and not (a.calendar and b.calendar) else None
    if a.status != b.status and {a.status, b.status} not in ALIKE:
        return f"{a.status} against {b.status}"
    if a.dated != b.dated and (a if a.dated else b).status == "happened":
        return f"only one is dated: {(a if a.dated else b).when_text}"
    if a.dated and b.dated and not (a.when and b.when) and a.when_text != b.when_text:
        return f"nobody can say that {a.when_text} is {b.when_text}"
    if not (telling(a) and telling(b)) and not (a.counted & b.counted and a.fated and b.fated):
        return "two small numbers, of things too little is told of"
    if a.kind == "number" and a.fated != b.fated and not a.counted & b.counted:
        return f"only of one is told: {_listed((a if a.fated else b).counted)}"
    if a.kind == "number" and a.counted | a.others and b.counted | b.others and not one_thing(a, b):
        return f"other words: {_listed(a.counted | a.others)} against {_listed(b.counted | b.others)}"
    return None


def _rule(a: Stated, b: Stated, reading: str) -> str:
    """In what two figures of one fact are alike."""
    alike = {
        "what is counted": one_thing(a, b),
        "names": a.who & b.who,
        "the words around": cosine(a.weights, b.weights) >= LIKE,
    }
    named = [name for name, found in alike.items() if found]
    return f"{READ[reading]}, alike in {' and '.join(named)}" if named else f"{READ[reading]}, and no other is as near"


def _doubt(a: Stated, b: Stated, reading: str) -> str:
    """What speaks most against two figures that may be one fact."""
    if a.counted and b.counted and not a.counted & b.counted:
        return f"another thing: {_listed(a.counted)} against {_listed(b.counted)}"
    if a.who and b.who and not a.who & b.who:
        return _other_names(a, b)
    if not a.times and a.dated and b.dated and a.when_text != b.when_text:
        return f"another time: {a.when_text} against {b.when_text}"
    if not a.times and a.dated != b.dated:
        return f"only one is dated: {(a if a.dated else b).when_text}"
    return f"{READ[reading]}, and too little else is alike"


def _exact(a: Stated, b: Stated) -> bool:
    """Whether two figures state one value too exact to meet by chance; fewer digits do for sums and large counts."""
    point = a.value.point
    if point is None or point != b.value.point:
        return False
    large = a.kind != "percent" and (a.kind == "money" or point >= LARGE or point != round(point))
    return digits(a) >= (FINE if large and a.dated == b.dated else EXACT)


def _other_names(a: Stated, b: Stated) -> str:
    return f"other names: {_listed(a.who)} against {_listed(b.who)}"


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
