"""A sentence made ready to be compared: its words and what they mean, its figures, who is credited in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

from analysis.comparison.differences.lexicon import Hit, lexicon, lower
from analysis.comparison.differences.quantities import Quantity, quantity
from analysis.comparison.terms import terms
from analysis.comparison.word_classes import word_class
from analysis.language import stem, stopwords, words

T = TypeVar("T")
LONGEST = 800  # characters of a sentence that are read: longer ones are lists and left-overs
KNOWN_WORDS = 200_000  # words whose terms are kept
CLAUSE_MARKS = frozenset(',;:—–()“”"…')
CLAUSE_WORDS, BEING, COMMON, PAST, TELLING = map(word_class, ("opener", "being", "shared", "past", "act"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its characters; words of one term mean the same, words of one concept this or the opposite."""

    start: int
    end: int
    text: str
    lower: str
    stem: str
    term: str
    concept: str
    clause: int
    content: bool
    is_common: bool  # neither a number nor a name


@dataclass(frozen=True)
class Credit:
    """Who is credited with what: characters of the source and of the content, the source's words, the outlet."""

    source: tuple[int, int]
    content: tuple[int, int]
    who: frozenset[str]
    outlet: str | None
    is_unnamed: bool = False


class Told:
    """A sentence of an article, made ready to be compared.

    names of the story (naming.names); credits of the article; rows of table `figures` of the sentence; stated: values
    (quantities.value_of) that the article gives anywhere; place: share (0 to 1) of the article that stands before it.
    """

    def __init__(
        self,
        row: dict,
        names: Mapping[str, frozenset[str]] = MappingProxyType({}),
        credits: Sequence[Credit] = (),
        figures: Sequence[dict] = (),
        stated: Collection[tuple] = (),
        place: float = 0.0,
    ):
        self.article, self.start, self.end = row["article"], row["start"], row["end"]
        self.text, self.is_headline = row["text"], row["kind"] == "headline"
        self.credits, self.stated, self.place = credits, stated, place
        self.names, self._figures = names, figures
        self._read: dict[Callable, object] = {}
        self._hits: dict[str, list[Hit]] = {}

    @cached_property
    def words(self) -> list[Word]:
        """The words of the sentence's first LONGEST characters."""
        told, clause, seen = [], 0, 0
        for span in words(self.text[:LONGEST]):
            form = lower(span)
            clause += form in CLAUSE_WORDS or any(mark in CLAUSE_MARKS for mark in self.text[seen : span.start])
            seen = span.end
            root = stem(form)
            content = (form not in stopwords() or form in TELLING) and root not in COMMON
            common = form.isalpha() and form not in self.names
            place = (self.start + span.start, self.start + span.end)
            told.append(Word(*place, span.text, form, root, term(form), concept(form), clause, content, common))
        return told

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The figures of the sentence."""
        found = []
        for row in self._figures:
            held = [n for n, word in enumerate(self.words) if word.start < row["end"] and row["start"] < word.end]
            if held:
                counted = concepts_of(row["what"] or "") - self.names.keys()
                found.append(quantity(row, held[0], held[-1] + 1, counted))
        return found

    @cached_property
    def own_credits(self) -> list[Credit]:
        """The credits of the article whose source stands in the sentence."""
        return [credit for credit in self.credits if self.start <= credit.source[0] < self.end]

    def hits(self, name: str) -> list[Hit]:
        """The phrases of the list NAME.csv that stand in the sentence."""
        if name not in self._hits:
            self._hits[name] = lexicon(name).find(self.words)
        return self._hits[name]

    def kept(self, read: Callable[["Told"], T]) -> T:
        """What a rule reads in the sentence, read once."""
        if read not in self._read:
            self._read[read] = read(self)
        return self._read[read]

    def word(self, place: int) -> str:
        """The word at a place, in lower case; empty outside the sentence."""
        return self.words[place].lower if 0 <= place < len(self.words) else ""

    def clause(self, place: int) -> range:
        """The places of the clause in which a word stands."""
        clause, of = self.words[place].clause, attrgetter("clause")
        return range(bisect_left(self.words, clause, key=of), bisect_right(self.words, clause, key=of))

    def said_with(self, place: int) -> range:
        """The places of what is credited to one source with a word, or of the whole sentence: not who says it."""
        at = self.words[place].start
        said = (credit.content for credit in self.own_credits if credit.content[0] <= at < credit.content[1])
        start, end = min(said, default=(self.start, self.end), key=lambda span: span[1] - span[0])
        starts = [word.start for word in self.words]
        return range(bisect_left(starts, start), bisect_left(starts, end))

    def is_past(self, place: int) -> bool:
        """Whether a word has the form of a verb in the past: in -ed, or an irregular one that is listed."""
        return self.word(place).endswith("ed") or self.word(place) in PAST

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of words first to last (excluded)."""
        return self.words[first].start, self.words[last - 1].end


def concepts(told: Iterable[Word]) -> frozenset[str]:
    """The concepts of the content words among these words."""
    return frozenset(word.concept for word in told if word.content)


def concepts_of(text: str) -> frozenset[str]:
    """The concepts of the words of a text that are no stop words."""
    return frozenset(concept(word) for word in map(lower, words(text)) if word not in stopwords())


@cache
def concept_class(name: str) -> frozenset[str]:
    """The concepts of the words of a class of words.csv."""
    return frozenset(map(concept, word_class(name)))


@lru_cache(KNOWN_WORDS)
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
        for word in filter(str.isalpha, row["inflected"].split("|")):
            senses.setdefault(term(word), min(row["sense"], *row["opposite"].split("|")))
    return senses
