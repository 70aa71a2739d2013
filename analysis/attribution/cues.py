"""The words that introduce what somebody says or thinks, in every form they take."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from analysis.attribution.lexicon import rows

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """A lemma of cues.csv: its particle words, part of speech, class, kind and the complements it takes."""

    lemma: str
    particles: tuple[str, ...]
    part: str
    certainty: str
    kind: str
    takes: frozenset[str]


def _rank(cue: Cue) -> tuple[bool, int]:
    return "silence" not in cue.takes, -len(cue.particles)


@cache
def cues() -> dict[str, dict[str, tuple[Cue, ...]]]:
    """Cues by their first word in lower case, then by its form; silence and longer cues come first.

    Forms: base, s, past, participle, ing, noun, adverb, phrase.
    """
    found: dict[str, dict[str, list[Cue]]] = defaultdict(lambda: defaultdict(list))
    for row in rows("cues.csv"):
        first, *particles = row["lemma"].split()
        cue = Cue(
            row["lemma"], tuple(particles), row["part"], row["class"], row["kind"], frozenset(row["takes"].split())
        )
        for form, name in inflections(first, row["part"]):
            found[form][name].append(cue)
    return {
        word: {name: tuple(sorted(group, key=_rank)) for name, group in forms.items()} for word, forms in found.items()
    }


def inflections(word: str, part: str) -> list[tuple[str, str]]:
    """Forms of a word with their names: (“claims”, “s”). Verbs inflect by rule and by irregular.csv."""
    if part == "noun":
        return [(word, "noun"), (_with_s(word), "noun")]
    if part != "verb":
        return [(word, part)]
    past, participle = _irregular().get(word) or ([_with_ed(word)], [])
    forms = [(word, "base"), (_with_s(word), "s"), *((_with_ing(word, stem), "ing") for stem in past[-1:])]
    return forms + [(form, "past") for form in past] + [(form, "participle") for form in participle or past]


@cache
def _irregular() -> dict[str, tuple[list[str], list[str]]]:
    return {row["lemma"]: (row["past"].split(), row["participle"].split()) for row in rows("irregular.csv")}


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in {"go", "do"}:
        return word + "es"
    return word[:-1] + "ies" if word[-1] == "y" and word[-2] not in VOWELS else word + "s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word[-1] == "y" and word[-2] not in VOWELS else word + "ed"


def _with_ing(word: str, past: str) -> str:
    if past.endswith(word[-1] * 2 + "ed"):
        return past[:-2] + "ing"
    if word in {"begin", "run", "set", "put", "get", "hit", "cut", "let", "win", "sit", "shut", "forget", "forbid"}:
        return word + word[-1] + "ing"
    if word.endswith("e") and not word.endswith(("ee", "oe")) and word != "be":
        return word[:-1] + "ing" if not word.endswith("ie") else word[:-2] + "ying"
    return word + "ing"
