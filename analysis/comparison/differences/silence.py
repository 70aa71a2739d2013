"""Attribution: a party speaks in one article and gives no answer in another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from analysis.comparison.differences.lexicon import lexicon
from analysis.comparison.differences.pairs import Finding
from analysis.comparison.differences.polarity import negations
from analysis.comparison.differences.told import Credit, Told, Word, concept, concept_class, concepts
from analysis.comparison.word_classes import word_class

SURE = 0.5  # how sure a difference is that rests on no match of sentences
MOST = 50  # silent sentences of a story that are looked at
TOGETHER, CUES, SPECIFIC = map(word_class, ("together", "cue", "specific"))
STATEMENT = "statement"
BEHIND = 6  # words behind a silence that may tell what alone is left open: "declined to say whether"


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence that says a party gave no answer: where the words for it end, the names or nouns of the party, and
    the words that stand beside these names in the story: first names, titles.
    """

    told: Told
    last: int
    party: frozenset[str]
    known: frozenset[str]


def find(told: list[Told]) -> Iterator[tuple[Told, Told, Finding]]:
    """For every sentence that says a party did not answer, the first of each other article in which it does.

    It does where it denies, regrets, accepts or makes a statement; if it nowhere does, where it is first heard at all.
    """
    for silent in islice(_silences(told), MOST):
        answers: dict[str, tuple[Told, tuple[int, int]]] = {}
        heard: tuple[Told, tuple[int, int]] | None = None
        for other in told:
            place = _spoken(silent, other) if other.article != silent.told.article else None
            if place:
                if not heard and any(word.stem in CUES for word in other.words):
                    heard = other, place
                if any(row["form"] == "answer" for hit in other.hits("silence") for row in hit.rows):
                    answers.setdefault(other.article, (other, place))
        for other, place in answers.values() or ([heard] if heard else []):
            sides = [(silent.told, silent.told.span(0, silent.last)), (other, place)]
            (a, one), (b, two) = sorted(sides, key=lambda side: side[0].article)
            yield a, b, Finding("attribution", "no answer against a statement", one, two, SURE)


def _silences(told: list[Told]) -> Iterator[Silence]:
    """The silent sentences; "the company" is the organisation read last in its article that speaks in the story."""
    speaking = _organisations(told)
    last_read: dict[str, frozenset[str]] = {}
    for sentence in told:
        last = _unanswered(sentence)
        if last is not None:
            before = sentence.words[:last]
            party = _names(before)
            if not party:
                unnamed = bool(concept_class("generic") & concepts(before))
                party = last_read.get(sentence.article, frozenset()) if unnamed else concepts(before)
            known = (sentence.names[word.lower] for word in before if word.lower in sentence.names)
            yield Silence(sentence, last, party, frozenset().union(*known))
        last_read[sentence.article] = _names(sentence.words) & speaking or last_read.get(sentence.article, frozenset())


def _organisations(told: list[Told]) -> frozenset[str]:
    """Names that speak by themselves and never follow another name, as surnames do."""
    names = frozenset().union(*(_names(sentence.words) for sentence in told))
    alone = {next(iter(credit.who)) for sentence in told for credit in sentence.credits if len(credit.who) == 1}
    pairs = (pair for sentence in told for pair in pairwise(sentence.words))
    surnames = {
        word.concept
        for before, word in pairs
        if {before.concept, word.concept} <= names and before.end + 1 == word.start and "'" not in before.lower
    }
    return frozenset(alone & names - surnames)


def _names(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.concept for word in words if word.content and not word.is_common and word.text[0].isupper())


def _unanswered(told: Told) -> int | None:
    """Where the words end that say an answer was not given."""
    for hit in told.hits("silence"):
        form = hit.row["form"]
        if any(told.word(place) in SPECIFIC for place in range(hit.last, hit.last + BEHIND)):
            continue
        if form == "whole" or (form == "negated" and hit.first in told.kept(negations)):
            return hit.last
    return None


def _spoken(silent: Silence, other: Told) -> tuple[int, int] | None:
    """Where the party of the silent sentence, or both parties together, speak in the other sentence."""
    sources = (credit.source for credit in other.own_credits if _speaks(silent, credit))
    together = TOGETHER & {word.lower for word in silent.told.words[: silent.last]}
    return next(sources, _statement_together(other) if together else None)


def _statement_together(told: Told) -> tuple[int, int] | None:
    """Where a sentence tells of a statement of parties taken together: "the two companies said in a statement"."""
    statement = next((place for place, word in enumerate(told.words) if word.stem == STATEMENT), 0)
    first = next((place for place in range(statement) if told.word(place) in TOGETHER), None)
    return None if first is None else told.span(first, statement + 1)


def _speaks(silent: Silence, credit: Credit) -> bool:
    """Whether a credit is to the party itself or to somebody who speaks for it."""
    others = credit.who - silent.party
    return bool(credit.who & silent.party) and (others <= silent.known or bool(others & _voices()))


@cache
def _voices() -> frozenset[str]:
    """Who speaks for a party, and what a party speaks in."""
    rows = [row for row in lexicon("silence").rows if row["form"] == "voice"]
    return frozenset(concept(word) for row in rows for word in row["stems"].split("|"))
