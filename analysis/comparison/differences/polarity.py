"""Polarity: one sentence says that a thing is so, the other that it is not, or says the opposite of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import FADE, Finding, Pair, surest
from analysis.comparison.differences.told import Told, concepts
from analysis.comparison.word_classes import word_class

OTHER_SUBJECT = 0.7  # weight where the nouns before the words are none that the other sentence has
THING = 2  # words that tell what rises or falls, where they stand before its clause
OTHER_CHANGE = 0.5  # the same where something rises or falls, and the nouns before the words differ
WHOLE = 12  # reach from which a negation is one of all that follows
PERIODS = word_class("period")
CHANGES = frozenset(("rise", "fall", "steady", "raise", "lower", "strengthen", "weaken"))
LOOSE = 0.85  # weight of a difference in negation alone, where the words themselves are the same


@dataclass(frozen=True, slots=True)
class Stance:
    """Words of a sentence, what they are about, the sense they take of it, and the negation they stand under."""

    first: int
    last: int
    about: frozenset[str]
    senses: frozenset[str]
    opposites: frozenset[str]
    negation: int | None
    weight: float  # what the negation counts here

    @property
    def marked(self) -> tuple[int, int]:
        """The words to mark: from the negation on, if there is one."""
        return (self.first if self.negation is None else self.negation), self.last


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair, by opposite words or by negation."""
    found = []
    for ours, theirs, context in pair.aligned(pair.a.kept(_stances), pair.b.kept(_stances)):
        facing = ours.senses & theirs.opposites or theirs.senses & ours.opposites
        opposed = bool(facing) and not ours.senses & theirs.senses
        if not (_is_told(pair.a, ours, pair.b) and _is_told(pair.b, theirs, pair.a)):
            continue
        if opposed != ((ours.negation is None) != (theirs.negation is None)):
            rule, weight = ("opposite words", 1.0) if opposed else ("said and negated", LOOSE)
            weight *= ours.weight * theirs.weight * _same_subject(pair, ours, theirs)
            found.append(pair.finding("polarity", rule, ours, theirs, context * weight))
    yield from surest(found)


def _is_told(told: Told, stance: Stance, other: Told) -> bool:
    """Whether the other sentence tells, too, of what a whole statement denies: of a word beside the last, no name."""
    if stance.negation is None or not _is_whole(told, stance.negation):
        return True
    return (
        told.words[stance.last - 1].is_common
        and len(concepts(told.words[stance.negation + 1 : stance.last]) & concepts(other.words)) > 1
    )


def _same_subject(pair: Pair, ours: Stance, theirs: Stance) -> float:
    """What the nouns before the words count: less where the other sentence has none of them."""
    one, other = _subject(pair.a, ours), _subject(pair.b, theirs)
    if not one or not other:
        return 1.0
    if ours.senses & CHANGES and theirs.senses & CHANGES:
        return 1.0 if set(one) & set(other) else OTHER_CHANGE
    return 1.0 if one[-1] in concepts(pair.b.words) or other[-1] in concepts(pair.a.words) else OTHER_SUBJECT


def _subject(told: Told, stance: Stance) -> list[str]:
    """The concepts of the words before, no names or times, in the clause; of what rises or falls, else the last THING.

    "Revenue was $4 billion, an increase of 8%" tells of an increase of revenue.
    """
    first = told.clause(stance.first).start
    before = [(n, word) for n, word in enumerate(told.words[: stance.first]) if word.content and word.is_common]
    nouns = [(n, word.concept) for n, word in before if word.lower not in PERIODS]
    near = [concept for n, concept in nouns if n >= first]
    return near or [concept for _, concept in nouns[-THING:] if stance.senses & CHANGES]


def _stances(told: Told) -> list[Stance]:
    if told.text.endswith("?"):
        return []
    negated = told.kept(negations)
    covered: dict[int, Hit] = {place: hit for hit in told.hits("senses") for place in range(hit.first, hit.last)}
    stances = []
    for place, word in enumerate(told.words):
        hit = covered.get(place, Hit(place, place + 1, ()))
        if place == hit.first and (hit.rows or (word.content and word.lower not in PERIODS)):
            senses = frozenset(row["sense"] for row in hit.rows)
            opposites = frozenset(name for row in hit.rows for name in row["opposite"].split("|"))
            about = senses | opposites or {word.concept}
            negation = negated.get(place)
            weight = 1.0 if negation is None else _weight(told, negation, place)
            stances.append(Stance(hit.first, hit.last, frozenset(about), senses, opposites, negation, weight))
    return stances


def _weight(told: Told, negation: int, place: int) -> float:
    """What a negation counts for a word: less the more words stand between, unless it is one of a whole statement."""
    if _is_whole(told, negation):
        return LOOSE
    return FADE ** sum(word.content for word in told.words[negation + 1 : place])


def _is_whole(told: Told, negation: int) -> bool:
    return any(hit.first == negation and int(hit.row["reach"]) >= WHOLE for hit in told.hits("negations"))


def negations(told: Told) -> dict[int, int]:
    """The place of the negation over every place that stands under one."""
    under = {}
    marks = [(hit.first, hit.last, int(hit.row["reach"])) for hit in told.hits("negations")]
    marks += [(n, n + 1, 4) for n, word in enumerate(told.words) if word.lower.endswith("n't")]
    for first, last, reach in sorted(marks):
        under |= dict.fromkeys(range(last, min(last + reach, told.clause(first).stop)), first)
    return under
