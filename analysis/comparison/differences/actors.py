"""Actor: the same act, told of somebody else."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.comparison.differences.acts import POSSESSIVE, Act, acts
from analysis.comparison.differences.lexicon import lexicon
from analysis.comparison.differences.pairs import Finding, Pair, surest
from analysis.comparison.differences.told import Told, concept, concepts, term
from analysis.comparison.word_classes import word_class

BY_MANY = frozenset(f"to {act}" for act in word_class("by_many")) | {term(act) for act in word_class("by_many")}
VAGUE, TITLE = "vague", "title"  # kinds: whoever it may be; what many bear


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts: the concepts of the words for it and of what the story says beside its name, its kinds, if named."""

    words: frozenset[str]
    known: frozenset[str]
    kinds: frozenset[str]
    is_named: bool
    may_be_named: bool


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair; none where the two may be the same under another name."""
    found = [
        pair.finding("actor", "same act, other actor", ours, theirs, context)
        for ours, theirs, context in pair.aligned(pair.a.kept(acts), pair.b.kept(acts))
        if _differ(pair, ours, theirs)
    ]
    yield from surest(found)


def _differ(pair: Pair, ours: Act, theirs: Act) -> bool:
    """Whether others do an act to one thing, or two do it to each other: "the town asked it", "it asked the town"."""
    one, other = _party(pair.a, ours.marked), _party(pair.b, theirs.marked)
    is_turned = one.words & theirs.objects and other.words & ours.objects and not one.words & other.words
    if is_turned and pair.a.words[ours.first].term == pair.b.words[theirs.first].term:
        return True
    return bool(ours.objects & theirs.objects) and not ours.about & theirs.about & BY_MANY and _are_others(one, other)


def _party(told: Told, place: tuple[int, int]) -> Party:
    words = told.words[slice(*place)]
    names = [word for word in words if word.content and not word.is_common]
    known = frozenset().union(*(told.names.get(word.lower, frozenset()) for word in names))
    # Investigators of a ministry are not the ministry.
    is_headed = words[-1].text[0].isupper() or words[-1].text.endswith(POSSESSIVE)
    hits = [hit for hit in told.hits("parties") if place[0] <= hit.first < place[1]]
    hits = [hit for hit in hits if is_headed or hit.last == place[1] or told.word(hit.last) == "of"]
    kinds = {row["kind"] for hit in hits for row in hit.rows}
    opens = words[0].content and words[0].text[0].isupper()  # what may be a name that the story has nowhere else
    kinds |= {kind for word in known if is_headed for kind in _kinds().get(word, ())}
    # "The Israeli minister" is not named, and may be anybody; "Velora's lawyers" are.
    is_named = names and words[-1].text[0].isupper() or any(word.text.endswith(POSSESSIVE) for word in names)
    return Party(
        concepts(words), known, frozenset(kinds - {VAGUE, TITLE} or kinds), bool(is_named), bool(names) or opens
    )


@cache
def _kinds() -> dict[str, set[str]]:
    """The kinds of party that a concept names."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in lexicon("parties").rows:
        for word in row["stems"].split("|"):
            kinds[concept(word)].add(row["kind"])
    return kinds


def _are_others(one: Party, other: Party) -> bool:
    shared = (one.words | one.known) & other.words | one.words & other.known
    if one.kinds & other.kinds and (one.words <= _kinds().keys() or other.words <= _kinds().keys()):
        return False  # "Congress" is no name that tells it from the Senate
    if one.is_named and other.is_named:
        return not {word for word in shared if TITLE not in _kinds().get(word, ())}
    if shared:
        return False
    if VAGUE in (one.kinds | other.kinds) or one.kinds & other.kinds:
        return False
    if one.kinds and other.kinds:
        return True
    # "The company" here may be "Velora" there, and what is of no kind may be no party: "its shares".
    return bool(one.kinds or other.kinds) and not (one.may_be_named or other.may_be_named)
