"""Actor: the same act, told of somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.pairs import Finding, Pair, surest
from analysis.comparison.differences.told import BEING, GENERIC, Told, Word, concepts

SUBJECT = 6  # words before a verb among which its subject is looked for
OBJECT = 6  # words behind it among which the two sentences must share one
BEFORE_SUBJECT = frozenset(
    {"that", "which", "who", "as", "when", "because", "after", "before", "while", "and", "but", "if", "where", "whom"}
)
NOT_A_VERB = frozenset({"a", "an", "the", "of", "in", "on", "at", "for", "with", "its", "his", "her", "their", "no"})
PASSIVE = frozenset({"to", "by", "for", "in", "over", "of", "from", "with", "after"})


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
    yield from surest(found)


def _others(ours: list[Word], theirs: list[Word]) -> bool:
    who, other = concepts(ours), concepts(theirs)
    generic, other_generic = bool(who & GENERIC), bool(other & GENERIC)
    # "The company" here may be "the group" or "Velora" there.
    unclear = generic and (other_generic or _opens(theirs)) or other_generic and _opens(ours)
    return _has_name(ours) == _has_name(theirs) and not who & other and not unclear


def _opens(words: list[Word]) -> bool:
    """Whether the words begin with a capital of their own, and so may be a name that the story has nowhere else."""
    return words[0].content and words[0].text[0].isupper()


def _has_name(words: list[Word]) -> bool:
    return any(word.content and not word.is_common for word in words)


def _acts(told: Told) -> list[Act]:
    irregular = {hit.first for hit in told.hits("verbs")}
    acts = []
    for place, word in enumerate(told.words):
        before = told.words[place - 1].text.lower() if place else "the"
        if not word.is_common or before in NOT_A_VERB or not (word.text.endswith("ed") or place in irregular):
            continue
        ahead = place + 1, min(place + 1 + OBJECT, len(told.words))
        doer, done_to = (
            (_agent(told, *ahead), _subject(told, place)) if before in BEING else (_subject(told, place), ahead)
        )
        if doer and done_to and not _is_short_passive(told, ahead[0]):
            objects = concepts(told.words[slice(*done_to)])
            acts.append(Act(place, place + 1, frozenset({word.term}), doer, objects))
    return acts


def _is_short_passive(told: Told, after: int) -> bool:
    """Whether a headline leaves out the "was" of a passive: "Ex-minister sentenced to eight years"."""
    return told.is_headline and after < len(told.words) and told.words[after].text.lower() in PASSIVE


def _subject(told: Told, verb: int) -> tuple[int, int] | None:
    """The words before a verb, from where its clause begins to the last that is no function word."""
    first = verb
    while first > max(0, verb - SUBJECT):
        word = told.words[first - 1]
        if word.clause != told.words[verb].clause or word.text.lower() in BEFORE_SUBJECT:
            break
        first -= 1
    held = [place for place in range(first, verb) if told.words[place].content]
    return (first, held[-1] + 1) if held else None


def _agent(told: Told, first: int, last: int) -> tuple[int, int] | None:
    """Who did it by a passive verb: the words behind "by"."""
    for place in range(first, last - 1):
        if told.words[place].text.lower() == "by":
            return place + 1, min(place + 4, len(told.words))
    return None
