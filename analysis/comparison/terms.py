"""What a text is compared by: its words, what they mean, and those of them that are numbers."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from analysis import data
from analysis.comparison.word_classes import word_class
from analysis.language import stem, stopwords, words

JOINT = re.compile(r"[-‑]|(?<=\d)(?=[^\W\d])")  # within a word: a hyphen, or a number's end ("8.4bn", "19th")
IGNORED, TELLING, UNITS, ANAPHORS = map(word_class, ("ignored", "telling", "unit", "anaphor"))
OPENING = 100  # characters of a sentence in which its first word is looked for
LONGEST_WORD = 40  # longer runs of letters are addresses and left-overs, and stemming them costs more than it tells
KNOWN_WORDS = 200_000  # words whose stems are kept: more than the vocabulary of 50,000 articles needs

Stem = tuple[str, bool]  # of a word or a part of one, and whether it tells anything: that of a stop word does not


def stems(text: str) -> list[str]:
    """Stems of the words that are no stop words, and numbers in digits without the commas that set thousands apart.

    Forms that forms.txt puts in one line have one stem; a hyphenated word has a stem for each of its parts.
    """
    return [part for word in words(text) for part, tells in _stems(word.text) if tells]


def terms(text: str) -> list[str]:
    """The same, where words and phrases of one line of synonyms.txt are one term: the first of the line."""
    return _meant([part for word in words(text) for part in _stems(word.text)])


def weighted_stems(text: str, lead: int, lead_weight: int, name_weight: int) -> list[str]:
    """Stems of text, those in its first `lead` characters and those of capitalised words more than once.

    Capitals are a rough stand-in for names: a first word counts too, unless it is a stop word; a text all in capitals
    or in title case has every word a name.
    """
    found = []
    for word in words(text):
        weight = 1 + (lead_weight - 1) * (word.start < lead) + (name_weight - 1) * word.text[0].isupper()
        found += [part for part, tells in _stems(word.text) if tells] * weight
    return found


def refers_back(sentence: str) -> bool:
    """Whether it opens with a word that stands for what the sentence before it tells of: "It …", "This merger …"."""
    return any(word.text.lower() in ANAPHORS for word in words(sentence[:OPENING])[:1])


def numbers(stems: Sequence[str]) -> set[str]:
    """The numbers among the stems of a text, each with its unit if one of UNITS follows: "19 year" is no "19 million".

    Bare numbers of one digit are left out: of those, any two sentences may share some.
    """
    counted = [(stem, unit if unit in UNITS else "") for stem, unit in pairwise([*stems, ""]) if stem[0].isdigit()]
    return {f"{stem} {unit}".strip() for stem, unit in counted if unit or len(stem.replace(".", "")) > 1}


def _meant(told: Sequence[Stem]) -> list[str]:
    """The terms of stems in their order: of the longest phrase that begins with each, else of the stem alone."""
    phrases, longest = _phrases()
    found, place = [], 0
    while place < len(told):
        part, tells = told[place]
        for length in range(longest.get(part, 1), 1, -1):
            phrase = tuple(part for part, _ in told[place : place + length])
            if phrase in phrases:
                found.append(phrases[phrase])
                place += len(phrase)
                break
        else:
            if tells:
                found.append(phrases.get((part,), part))
            place += 1
    return found


@lru_cache(KNOWN_WORDS)
def _stems(word: str) -> tuple[Stem, ...]:
    parts = [part.lower().replace("’", "'").removesuffix("'s") for part in JOINT.split(word)]
    found = [_stem(part) for part in parts if len(part) <= LONGEST_WORD]
    return tuple(part for part in found if part[0])


def _stem(word: str) -> Stem:
    """The stem of a lower-case word."""
    if word[:1].isdigit():
        return word.replace(",", ""), True
    by_word, by_stem = _forms()
    found = _apart().get(word) or by_word.get(word) or by_stem.get(stem(word), stem(word))
    ignored = (word in stopwords() and word not in TELLING) or word in IGNORED
    return found, not ignored or found.isdigit()  # "two" is a stop word, and a number


@cache
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    """What stands for each word and each stem of forms.txt: a word, or a stem, of two lines belongs to the first."""
    by_word: dict[str, str] = {}
    by_stem: dict[str, str] = {}
    for line in data.lines(__package__, "forms.txt"):
        first, *_ = forms = line.split()
        for form in forms:
            by_word.setdefault(form, first)
            by_stem.setdefault(stem(form), first)
    return by_word, by_stem


@cache
def _apart() -> dict[str, str]:
    """What stands for each word of apart.txt: in capitals, and so no stem."""
    lines = [line.split() for line in data.lines(__package__, "apart.txt")]
    return {form: forms[0].upper() for forms in lines for form in forms}


@cache
def _phrases() -> tuple[dict[tuple[str, ...], str], dict[str, int]]:
    """The term of each word and phrase of synonyms.txt, by its stems; stems of the longest that begins with each."""
    phrases, longest = {}, {}
    for line in data.lines(__package__, "synonyms.txt"):
        group = line.split(", ")
        for entry in group:
            phrase = tuple(part for word in words(entry) for part, _ in _stems(word.text))
            if phrases.setdefault(phrase, group[0]) == group[0]:
                longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 1))
    return phrases, longest
