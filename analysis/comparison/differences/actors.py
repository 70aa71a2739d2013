"""Actor: the same act, told of somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.pairs import Finding, Pair
from analysis.comparison.differences.told import GENERIC, Told, Word, concepts

SUBJECT = 6  # words before a verb among which its subject is looked for
OBJECT = 6  # words behind it among which the two sentences must share one
BEFORE_SUBJECT = frozenset(
    {"that", "which", "who", "as", "when", "because", "after", "before", "while", "and", "but", "if", "where", "whom"}
)
NOT_A_VERB = frozenset({"a", "an", "the", "of", "in", "on", "at", "for", "with", "its", "his", "her", "their", "no"})
BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})


@dataclass(frozen=True, slots=True)
class Act:
    """The verb of a clause, and the words of who does it."""

    first: int
    last: int
    about: frozenset[str]
    marked: tuple[int, int]
    objects: frozenset[str]


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair; none where one side has a name and the other none, who may be the same."""
    found = [
        pair.finding("actor", "same act, other actor", ours, theirs, context)
        for ours, theirs, context in pair.aligned(pair.a.kept(_acts), pair.b.kept(_acts))
        if ours.objects & theirs.objects
        and _others(pair.a.words[slice(*ours.marked)], pair.b.words[slice(*theirs.marked)])
    ]
    yield from sorted(found, key=lambda finding: -finding.sure)[:1]


def _others(ours: list[Word], theirs: list[Word]) -> bool:
    named, other_named = _names(ours), _names(theirs)
    who, other = concepts(ours), concepts(theirs)
    return bool(named) == bool(other_named) and not who & other and not (who | other) & GENERIC


def _names(words: list[Word]) -> set[str]:
    return {word.concept for word in words if word.content and not word.is_common}


def _acts(told: Told) -> list[Act]:
    irregular = {hit.first for hit in told.hits("verbs")}
    acts = []
    for place, word in enumerate(told.words):
        before = told.words[place - 1].text.lower() if place else "the"
        if word.is_common and (word.text.endswith("ed") or place in irregular) and before not in NOT_A_VERB:
            subject = _agent(told, place) if before in BEING else _subject(told, place)
            if subject and concepts(told.words[slice(*subject)]):
                objects = concepts(told.words[place + 1 : place + 1 + OBJECT])
                acts.append(Act(place, place + 1, frozenset({word.concept}), subject, objects))
    return acts


def _subject(told: Told, verb: int) -> tuple[int, int] | None:
    first = verb
    while first > max(0, verb - SUBJECT):
        word = told.words[first - 1]
        if word.clause != told.words[verb].clause or word.text.lower() in BEFORE_SUBJECT:
            break
        first -= 1
    return (first, verb) if first < verb else None


def _agent(told: Told, verb: int) -> tuple[int, int] | None:
    """Who did it by a passive verb: the words behind "by"."""
    for place in range(verb + 1, min(verb + SUBJECT, len(told.words) - 1)):
        if told.words[place].text.lower() == "by":
            return place + 1, min(place + 4, len(told.words))
    return None
