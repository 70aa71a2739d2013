"""Phrases with a class, read from the word lists of this folder and found in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis import data
from analysis.comparison.word_classes import word_class
from analysis.language import Span, stem, words

DERIVED = tuple(word_class("derived"))
VOWELS = tuple("aeiou")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words first to last (excluded) of a sentence, and the rows of the list that name them."""

    first: int
    last: int
    rows: tuple[dict, ...]

    @property
    def row(self) -> dict:
        """The first of these rows: the only one in a list that has no phrase twice."""
        return self.rows[0]


class Lexicon:
    """The phrases of NAME.csv: those of column `words` as they stand, those of column `stems` in every word of a stem,
    those of column `inflected` in every regular inflection of their first or last word.
    """

    def __init__(self, name: str):
        self._phrases: dict[tuple[str, ...], list[dict]] = {}
        self.rows = data.rows(__package__, f"{name}.csv")
        for row in self.rows:
            self._form = _stemmed if "stems" in row else lower
            for listed in (row.get("words") or row.get("stems") or row["inflected"]).split("|"):
                phrase = tuple(map(self._form, words(listed)))
                for form in _inflected(phrase) if "inflected" in row else [phrase]:
                    rows = self._phrases.setdefault(form, [])
                    if row not in rows:
                        rows.append(row)
        self._longest = max(len(phrase) for phrase in self._phrases)

    def find(self, told: Sequence[Span]) -> list[Hit]:
        """The phrases in the words of a sentence, from left to right, the longest at each place."""
        forms = [self._form(word) for word in told]
        hits, place = [], 0
        while place < len(forms):
            for last in range(min(place + self._longest, len(forms)), place, -1):
                if rows := self._phrases.get(tuple(forms[place:last])):
                    hits.append(Hit(place, last, tuple(rows)))
                    place = last - 1
                    break
            place += 1
        return hits


@cache
def lexicon(name: str) -> Lexicon:
    """The list NAME.csv of this folder."""
    return Lexicon(name)


def lower(word: Span) -> str:
    """A word in lower case, with a straight apostrophe."""
    return word.text.lower().replace("’", "'")


def _stemmed(word: Span) -> str:
    """The stem; but a department does not depart, and who acts willingly is no auxiliary."""
    form = lower(word)
    return form if form.endswith(DERIVED) else stem(form)


def _inflected(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The phrase, and each form of it that inflects its first or its last word."""
    yield phrase
    for form in _inflections(phrase[0]):
        yield form, *phrase[1:]
    for form in _inflections(phrase[-1]):
        yield *phrase[:-1], form


def _inflections(word: str) -> Iterator[str]:
    """The regular inflections of a verb or noun, and some forms that no one writes: "closs" does no harm."""
    stem = word.removesuffix("e")
    if word[-1] == "y" and word[-2:-1] not in VOWELS:
        yield from (word[:-1] + "ies", word[:-1] + "ied")
    yield from (word + "s", stem + "es", stem + "ed", stem + "ing", *(word + word[-1] + end for end in ("ed", "ing")))
