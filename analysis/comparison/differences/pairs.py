"""Two sentences side by side: their words, and how alike what stands around two places in them is."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import sqrt
from typing import Protocol, TypeVar

from analysis.comparison.differences.lexicon import Hit, lexicon
from analysis.comparison.differences.quantities import Quantity, quantity
from analysis.comparison.terms import terms
from analysis.language import stem, stopwords, words

T = TypeVar("T")
FADE = 0.8  # what a word counts less for every word that stands between it and the place looked at
BREAK = 3  # words that a comma, a semicolon, a bracket or a dash between counts for
REACH = 12  # words looked at to either side
# Concepts that stand for a name given elsewhere.
GENERIC = frozenset({"company", "group", "chipmak", "maker", "giant", "startup", "2", "pair", "side", "parti"})
COUNTED = 3  # words behind a figure among which what it counts is looked for
ALIKE = 2  # sentences of likeness 1 / ALIKE are taken to match
NEAR = 0.7  # weight of what stands around a difference, against that of the match of the sentences
CLAUSE_MARKS = frozenset(',;:—–()“”"…')
CLAUSE_WORDS = frozenset({"after", "as", "when", "while", "because", "but", "although", "though", "if", "which", "who"})
COMMON = frozenset({"say", "said", "told", "report"})  # stems that two accounts of anything share


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its characters; words of one term mean the same, words of one concept this or the opposite."""

    start: int
    end: int
    text: str
    stem: str
    term: str
    concept: str
    clause: int
    content: bool
    is_common: bool  # neither a number nor a name


class Place(Protocol):
    """Words first to last (excluded) of a sentence, what they are about, and which words to mark for them."""

    first: int
    last: int
    about: frozenset[str]
    marked: tuple[int, int]


@dataclass(frozen=True)
class Finding:
    """A difference between two sentences: the characters in question in both articles, and how sure it is."""

    kind: str
    rule: str
    a: tuple[int, int]
    b: tuple[int, int]
    sure: float


@dataclass(frozen=True)
class Credit:
    """Who is credited with what: characters of the source and of the content, the source's words, the outlet."""

    source: tuple[int, int]
    content: tuple[int, int]
    who: frozenset[str]
    outlet: str | None


class Told:
    """A sentence of an article, made ready to be compared.

    names of the story in lower case; credits of the article; rows of table `figures` of the sentence; stated: values
    (quantities.value_of) that the article gives anywhere.
    """

    def __init__(
        self,
        row: dict,
        names: frozenset[str] = frozenset(),
        credits: Sequence[Credit] = (),
        figures: Sequence[dict] = (),
        stated: Collection[tuple] = (),
    ):
        self.article, self.start, self.end = row["article"], row["start"], row["end"]
        self.text, self.is_headline = row["text"], row["kind"] == "headline"
        self.credits, self.stated = credits, stated
        self._names, self._figures = names, figures
        self._read: dict[Callable, list] = {}

    @cached_property
    def words(self) -> list[Word]:
        told, clause, seen = [], 0, 0
        for span in words(self.text):
            lower = span.text.lower().replace("’", "'")
            clause += lower in CLAUSE_WORDS or any(mark in CLAUSE_MARKS for mark in self.text[seen : span.start])
            seen = span.end
            root = stem(lower)
            content = lower not in stopwords() and root not in COMMON
            common = lower.isalpha() and lower not in self._names
            place = (self.start + span.start, self.start + span.end)
            told.append(Word(*place, span.text, root, term(lower), concept(lower), clause, content, common))
        return told

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The figures of the sentence."""
        found = []
        for row in self._figures:
            held = [n for n, word in enumerate(self.words) if word.start < row["end"] and row["start"] < word.end]
            if held:
                ahead = self.words[held[-1] + 1 : held[-1] + 1 + COUNTED]
                clause = self.words[held[0]].clause
                counted = (word.concept for word in ahead if word.content and word.is_common and word.clause == clause)
                found.append(quantity(row, held[0], held[-1] + 1, next(counted, None)))
        return found

    def hits(self, name: str) -> list[Hit]:
        """The phrases of the list NAME.csv that stand in the sentence."""
        return lexicon(name).find(self.words)

    def kept(self, read: Callable[["Told"], list[T]]) -> list[T]:
        """What a rule reads in the sentence, read once."""
        if read not in self._read:
            self._read[read] = read(self)
        return self._read[read]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of words first to last (excluded)."""
        return self.words[first].start, self.words[last - 1].end


class Pair:
    """Two sentences that may tell the same thing: score of their match, weight of every concept in the story."""

    def __init__(self, a: Told, b: Told, score: float, weights: dict[str, float]):
        self.a, self.b, self.score, self._weights = a, b, score, weights

    def context(self, hit: Place, other: Place, common: str) -> float:
        """How alike (0 to 1) what stands around two places is: the nearer a word, and the rarer, the more it counts.

        What the two places have in common counts as a word beside them.
        """
        near, other_near = self._around(self.a, hit), self._around(self.b, other)
        near[common] = other_near[common] = self._weight(common)
        shared = sum(sqrt(near[word] * other_near[word]) for word in near.keys() & other_near.keys())
        return shared / sqrt(sum(near.values()) * sum(other_near.values())) if shared else 0.0

    @cached_property
    def likeness(self) -> float:
        """How alike (0 to 1) the sentences are as wholes: cosine of the weights of their concepts."""
        ours, theirs = (concepts(told.words) for told in (self.a, self.b))
        shared = sum(self._weight(word) ** 2 for word in ours & theirs)
        lengths = sqrt(sum(self._weight(word) ** 2 for word in ours) * sum(self._weight(word) ** 2 for word in theirs))
        return shared / lengths if shared else 0.0

    @cached_property
    def shared(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """In either sentence, the words from the first to the last that the other has too; None where there is none."""
        both = concepts(self.a.words) & concepts(self.b.words)
        places = [[n for n, word in enumerate(told.words) if word.concept in both] for told in (self.a, self.b)]
        return tuple((min(found), max(found) + 1) for found in places) if both else None

    def sure(self, context: float) -> float:
        """How sure a difference is: the weighted geometric mean of its context and of how well the sentences match.

        Matching knows no opposites, which likeness takes for one concept: the better of the two counts.
        """
        return context**NEAR * max(self.score, min(1.0, ALIKE * self.likeness)) ** (1 - NEAR)

    def aligned(self, ours: Iterable[Place], theirs: Iterable[Place]) -> list[tuple]:
        """Places of the two sentences that are about one thing: (place, place, context), each the other's best."""
        others = list(theirs)
        found = [
            (self.context(hit, other, max(common, key=self._weight)), hit, other)
            for hit in ours
            for other in others
            if (common := sorted(hit.about & other.about))
        ]
        found.sort(key=lambda item: (-item[0], item[1].first, item[2].first))
        taken, other_taken, best = set(), set(), []
        for context, hit, other in found:
            if hit.first not in taken and other.first not in other_taken:
                best.append((hit, other, context))
            taken.add(hit.first)
            other_taken.add(other.first)
        return best

    def finding(self, kind: str, rule: str, hit: Place, other: Place, context: float) -> Finding:
        """A finding at these places of the two sentences, as sure as match and context together make it."""
        return Finding(kind, rule, self.a.span(*hit.marked), self.b.span(*other.marked), self.sure(context))

    def _weight(self, concept: str) -> float:
        return self._weights.get(concept, 1.0)

    def _around(self, told: Told, place: Place) -> dict[str, float]:
        near: dict[str, float] = {}
        first, last = place.first, place.last
        for at in range(max(0, first - REACH), min(len(told.words), last + REACH)):
            word = told.words[at]
            if word.content and not first <= at < last:
                edge = first if at < first else last - 1
                away = abs(at - edge) - 1 + BREAK * abs(word.clause - told.words[edge].clause)
                weight = self._weight(word.concept) * FADE**away
                near[word.concept] = max(near.get(word.concept, 0.0), weight)
        return near


def concepts(told: Iterable[Word]) -> frozenset[str]:
    """The concepts of the content words among these words."""
    return frozenset(word.concept for word in told if word.content)


@cache
def term(word: str) -> str:
    """What a lower-case word means, as far as the list of synonyms knows: one name for all that mean it."""
    return "-".join(terms(word)) or word


def concept(word: str) -> str:
    """What a lower-case word is about: one name for its term and for the opposite of it."""
    return _senses().get(term(word), term(word))


@cache
def _senses() -> dict[str, str]:
    """The concept of every term that stands for itself in senses.csv."""
    senses: dict[str, str] = {}
    for row in lexicon("senses").rows:
        for word in filter(str.isalpha, row["stems"].split("|")):
            senses.setdefault(term(word), min(row["sense"], row["opposite"]))
    return senses
