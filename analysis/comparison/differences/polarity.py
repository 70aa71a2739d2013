"""Polarity: one sentence says that a thing is so, the other that it is not, or says the opposite of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import FADE, Finding, Pair, surest
from analysis.comparison.differences.told import CLAUSE_WORDS, Told, Word, concept, concepts
from analysis.comparison.word_classes import word_class

SAME_SUBJECT = 1.5  # weight where the nearest words before are the same
OTHER_SUBJECT = 0.7  # weight where the nouns before the words are none that the other sentence has
OTHER_CHANGE = 0.5  # weight where something rises here and falls there, and the nouns before have none in common
THING = 2  # words that tell what rises or falls, where they stand before its clause
HEADLINE = 0.7  # weight of what a headline says: it leaves out what the words are about, and the text says it again
WHOLE = 12  # reach from which a negation is one of all that follows
OWN_NEGATION = 0.75  # weight where the sentence that affirms a word negates another
OWN_REACH = 6  # words beside a word among which a negation of another word may be one of it in other words
FOREIGN = 0.45  # score of a match under which a negated word needs another beside it that both sentences tell of
UNDONE = 6  # words after "reverse" or "repeal" among which what is undone stands
LOOSE = 0.85  # weight of a difference in negation alone, where the words themselves are the same
PERIODS, UNDOING, CHANGES = map(word_class, ("period", "undoing", "change"))
BEFORE_NOUN = word_class("determiner") | {"no", "without"}
QUOTES = frozenset("\"'“”‘’")


@dataclass(frozen=True, slots=True)
class Stance:
    """Words of a sentence, what they are about, the sense they take of it, and the negation they stand under."""

    first: int
    last: int
    about: frozenset[str]
    senses: frozenset[str]
    opposites: frozenset[str]
    negation: int | None

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
            weight *= _told_too(pair.a, ours, pair.b) * _told_too(pair.b, theirs, pair.a)
            weight *= 1.0 if opposed else _affirmed(pair, ours, theirs)
            weight *= HEADLINE if pair.a.is_headline or pair.b.is_headline else 1.0
            near = min(1.0, context * _same_subject(pair, ours, theirs))
            found.append(pair.finding("polarity", rule, ours, theirs, near * weight))
    yield from surest(found)


def _is_told(told: Told, stance: Stance, other: Told) -> bool:
    """Whether the other sentence tells, too, of what a whole statement denies: of the last word and another.

    "Nobody was hurt" has no other.
    """
    if stance.negation is None or not _is_whole(told, stance.negation):
        return True
    first, stop = stance.negation + 1, told.clause(stance.negation).stop
    said, denied = concepts(told.words[first : stance.last]), concepts(told.words[first:stop])
    return len(said & concepts(other.words)) >= min(2, len(denied))


def _affirmed(pair: Pair, ours: Stance, theirs: Stance) -> float:
    """What a word that one sentence negates counts for: nothing where the other may not affirm it of the same thing.

    So it is where a negation stands close to the word there too, or a sentence has it both ways, or the sentences match
    little and share no other word of the clause.
    """
    sides = (pair.a, ours), (pair.b, theirs)
    told, stance = next(side for side in sides if side[1].negation is None)
    negated, clause = told.kept(negations), told.clause(stance.first)
    close = range(min(clause.start, stance.first - OWN_REACH), clause.stop)
    if any(place in close for place in {*negated, *negated.values()}) or any(_is_both_ways(*side) for side in sides):
        return 0.0
    beside, other_beside = (_beside(*side) for side in sides)
    if pair.score < FOREIGN and not beside & other_beside - stance.about:
        return 0.0
    return OWN_NEGATION if negated else 1.0


def _beside(told: Told, stance: Stance) -> frozenset[str]:
    """The concepts of the other words of the clause."""
    return concepts(told.words[n] for n in told.clause(stance.first) if not stance.first <= n < stance.last)


def _is_both_ways(told: Told, stance: Stance) -> bool:
    """Whether a sentence has the word of a stance both under a negation and under none."""
    others = (other for other in told.kept(_stances) if other.about & stance.about and other.senses == stance.senses)
    return any((other.negation is None) != (stance.negation is None) for other in others)


def _same_subject(pair: Pair, ours: Stance, theirs: Stance) -> float:
    """What the words before count: more where the nearest are the same, less where the other sentence has none."""
    before, other_before = _before(pair.a, ours), _before(pair.b, theirs)
    if before and other_before and before[-1].concept == other_before[-1].concept:
        return SAME_SUBJECT
    nouns, other_nouns = ([word.concept for word in words if word.is_common] for words in (before, other_before))
    if ours.senses & CHANGES and theirs.senses & CHANGES:
        return 1.0 if set(nouns) & set(other_nouns) else OTHER_CHANGE
    if not nouns or not other_nouns or nouns[-1] in concepts(pair.b.words) or other_nouns[-1] in concepts(pair.a.words):
        return 1.0
    return OTHER_SUBJECT


def _before(told: Told, stance: Stance) -> list[Word]:
    """The words before, and before a negation, that tell no time: of the clause, or the last THING before what rises.

    "Revenue was $4 billion, an increase of 8%" tells of an increase of revenue.
    """
    first = told.clause(stance.first).start
    told_of = [n for n in range(stance.marked[0]) if told.words[n].content and told.word(n) not in PERIODS]
    near = [n for n in told_of if n >= first] or (told_of[-THING:] if stance.senses & CHANGES else [])
    return [told.words[n] for n in near]


def _stances(told: Told) -> list[Stance]:
    if told.text.endswith("?"):
        return []
    negated = told.kept(negations)
    covered: dict[int, Hit] = {place: hit for hit in told.hits("senses") for place in range(hit.first, hit.last)}
    stances = []
    for place, word in enumerate(told.words):
        hit = covered.get(place, Hit(place, place + 1, ()))
        tells = hit.rows or (word.content and word.is_common and word.lower not in PERIODS)
        is_part = place in negated and _is_modifier(told, place)
        if place == hit.first and tells and not is_part and not _is_set_phrase(told, hit):
            senses = frozenset(row["sense"] for row in hit.rows)
            opposites = frozenset(name for row in hit.rows for name in row["opposite"].split("|"))
            about, negation = senses | opposites or {word.concept}, negated.get(place)
            if not hit.rows and word.lower.startswith("un"):  # "unpaid" is not paid
                about, negation = {concept(word.lower[2:])}, place
            stances.append(Stance(hit.first, hit.last, frozenset(about), senses, opposites, negation))
    return stances


def _is_modifier(told: Told, place: int) -> bool:
    """Whether a word only tells of what kind the noun behind it is: "no income tax" does not deny the income."""
    ahead = told.words[place + 1 : place + 2]
    goes_on = any(word.content and word.is_common and word.clause == told.words[place].clause for word in ahead)
    return goes_on and told.word(place - 1) in BEFORE_NOUN and not told.is_past(place + 1)


def _is_set_phrase(told: Told, hit: Hit) -> bool:
    """Whether words say nothing of the kind: of a listed phrase, of a name, or of what is undone: "reversed a ban"."""
    start = max(told.clause(hit.first).start, hit.first - UNDONE)
    is_undone = any(word.stem in UNDOING for word in told.words[start : hit.first])
    is_listed = any(not row["opposite"] for row in hit.rows)
    return is_listed or _is_name(told, hit) or (bool(hit.rows) and is_undone)


def _is_name(told: Told, hit: Hit) -> bool:
    """Whether a word is written with a capital beside another, but in a headline: "United States"."""
    beside = [told.words[n] for n in (hit.first - 1, hit.first, hit.last) if 0 < n < len(told.words)]
    capitals = [word for word in beside if word.text[0].isupper()]
    return not told.is_headline and told.words[hit.first].text[0].isupper() and len(capitals) > 1


def _told_too(told: Told, stance: Stance, other: Told) -> float:
    """What a negation counts for a word: less for each word between that the other sentence does not tell of."""
    if stance.negation is None:
        return 1.0
    if _is_whole(told, stance.negation):
        return LOOSE
    between = [word for word in told.words[stance.negation + 1 : stance.first] if word.content]
    missing = sum(word.concept not in concepts(other.words) for word in between)
    return FADE**missing


def _is_whole(told: Told, negation: int) -> bool:
    return any(hit.first == negation and int(hit.row["reach"]) >= WHOLE for hit in told.hits("negations"))


def negations(told: Told) -> dict[int, int]:
    """The place of the negation over every place that stands under one."""
    under = {}
    marks = [(hit.first, hit.last, int(hit.row["reach"])) for hit in told.hits("negations")]
    marks += [(n, n + 1, 4) for n, word in enumerate(told.words) if word.lower.endswith("n't")]
    for first, last, reach in sorted(marks):
        under |= dict.fromkeys(range(last, min(last + reach, _stop(told, first))), first)
    return under


def _stop(told: Told, place: int) -> int:
    """The end of the clause in which a word stands; words that are only quoted from it do not end it."""
    stop = told.clause(place).stop
    while stop < len(told.words) and told.word(stop) not in CLAUSE_WORDS:
        between = told.text[told.words[stop - 1].end - told.start : told.words[stop].start - told.start]
        if between.strip() not in QUOTES:
            break
        stop = told.clause(stop).stop
    return stop
