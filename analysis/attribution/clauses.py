"""Where the verbs of a sentence stand, and where its clauses end."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.attribution.cues import inflections
from analysis.attribution.lexicon import word_list
from analysis.attribution.tokens import Sentence
from analysis.attribution.voices import speaks

BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "'s"}
NONFINITE = {"be", "been", "being", "having", "doing"}
NOMINAL = {"name", "word", "num", "object", "pron", "quote", "close", "poss"}
BREAKS = {"semicolon", "colon", "dash", "stop"}
AFTER_VERB = {"det", "pron", "to", "wh", "quote", "object", "adv", "num", "name", "poss", "colon", "sub"}
ADJECTIVE = re.compile(r"(?:ory|ive|ous|al|ic|ful|less|able|ible|ary|ent)$|^(?:new|recent|own|other|many)$")


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with what goes before it (auxiliaries, adverbs, "not"): first and last token, and its grammar."""

    first: int
    last: int
    finite: bool
    passive: bool
    infinitive: bool
    negated: bool


@cache
def often_nouns() -> frozenset[str]:
    """Forms that are as often a noun as a verb: "plans", "report"."""
    forms = (form for word in word_list("noun") for form in inflections(word, "verb"))
    return frozenset(form for form, name in forms if name in {"base", "s"})


@cache
def light_verbs() -> frozenset[str]:
    """Forms of verbs before an infinitive that is itself the cue: "went on to say"."""
    return frozenset(form for word in word_list("light") for form, _ in inflections(word, "verb")) | {"on"}


def before(sentence: Sentence, i: int) -> int:
    """The nearest token left of i that is no adverb; -1 where there is none."""
    i -= 1
    while i >= 0 and sentence.tags[i] in {"adv", "neg"}:
        i -= 1
    return i


def is_verb(sentence: Sentence, i: int) -> bool:
    """Whether token i, which may be a verb by its form, is one here; told from its neighbours."""
    tag = sentence.tags[i]
    left = before(sentence, i)
    previous, last = sentence.tag(left), sentence.word(left)
    if last in word_list("several" if tag == "base" else "single" if tag == "s" else "alone"):
        # "Some say", "another says", but "both sides", "this claim"
        previous = "pron" if tag != "past" or sentence.tag(i + 1) in AFTER_VERB | {"end", "prep"} else "det"
    elif previous in {"s", "base", "past", "participle", "ing"} and not is_finite(sentence, left):
        previous = "word"
    if tag in {"past", "participle"}:
        return previous not in {"det", "poss", "prep"} or last == "than"
    if tag == "ing":
        return previous not in {"det", "poss"} and sentence.word(i + 1) != "of"
    if previous in {"pron", "wh"}:
        return tag in {"s", "base"}
    if tag == "s":
        return _is_singular_verb(sentence, i, left, previous)
    return tag == "base" and _is_base_verb(sentence, i, left, previous)


def _is_singular_verb(sentence: Sentence, i: int, left: int, previous: str) -> bool:
    """The same for a form in -s after token left, whose class counts as `previous`."""
    if previous in {"det", "poss", "prep", "num", "modal", "aux", "to", "end"}:
        return False
    if sentence.words[i] not in often_nouns():
        return True
    if _is_counted(sentence, left):
        return False
    if sentence.tag(left) in {"ing", "past"} or ADJECTIVE.search(sentence.word(left)):
        return False
    following = sentence.tag(i + 1)
    if following in {"stop", "end"}:
        # "…, the BBC reports."
        named = previous == "name" and "comma" in sentence.tags[max(0, i - 6) : i]
        return named or (not _plural(sentence, left) and _closes_sentence(sentence, i))
    if previous == "conj" and following == "prep":
        return True
    if previous == "comma" and finite_before(sentence, i) < 0:
        # "The union, however, claims"
        return following in AFTER_VERB | {"word"}
    if sentence.word(i + 1) in {"who", "which", "where", "whose"}:
        return False
    return following in AFTER_VERB and (previous == "conj" or not _plural(sentence, left))


def _is_counted(sentence: Sentence, i: int) -> bool:
    """Whether a number of several stands before the words up to token i: "three chip [projects]"."""
    while sentence.tag(i) in {"word", "base", "s"} and sentence.words[i] not in word_list("number"):
        i -= 1
    return sentence.word(i) in word_list("number") and sentence.tag(i - 1) not in {"det", "poss"}


def _is_base_verb(sentence: Sentence, i: int, left: int, previous: str) -> bool:
    """The same for a form without ending."""
    if previous in {"modal", "to"} or sentence.word(left) in {"do", "does", "did"}:
        return True
    if previous == "conj":
        return sentence.words[i] not in often_nouns()
    if sentence.words[i] == "say" and previous in {"comma", "quote"}:
        return sentence.tag(i + 1) in {"det", "name", "word", "num"}  # "…, say the experts"
    if previous not in NOMINAL or not _plural(sentence, left):
        return False
    return sentence.words[i] not in often_nouns() or sentence.tag(i + 1) in AFTER_VERB or _closes_sentence(sentence, i)


def _closes_sentence(sentence: Sentence, i: int) -> bool:
    """Whether token i ends a clause of those who may speak, behind a comma: "…, insiders claim."."""
    if sentence.tag(i + 1) not in {"stop", "end", "comma"}:
        return False
    start = i
    while start > max(0, i - 10) and sentence.tags[start - 1] not in BREAKS | {"comma", "conj", "quote"}:
        start -= 1
    if sentence.tag(start) not in {"det", "name", "word", "num"}:
        return False
    speaking = any(speaks(word) for word in sentence.words[start:i])
    return speaking and sentence.tag(start - 1) == "comma" and finite_before(sentence, start - 1) >= 0


def _plural(sentence: Sentence, i: int) -> bool:
    """Whether the noun phrase that ends at i looks plural: "critics", "Ruiz and Lee", "minutes of the meeting"."""
    head = True
    for j in range(i, max(-1, i - 8), -1):
        tag, word = sentence.tags[j], sentence.words[j]
        if word == "and" and sentence.tag(j - 1) == "comma" and finite_before(sentence, j) >= 0:
            return False  # "…, and their union fears"
        if word == "and" or (head and tag in {"name", "word", "s", "base"} and _looks_plural(word)):
            return True
        if j == i and word in word_list("alone"):
            return True
        if tag not in {"name", "word", "s", "base", "prep", "to", "det", "num", "poss", "ing", "participle", "object"}:
            return False
        head = tag in {"prep", "to", "participle"} or (head and word in {"close", "familiar"})
    return False


def _looks_plural(word: str) -> bool:
    return word in word_list("plural") or (word.endswith("s") and not word.endswith("ss"))


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether a finite verb, or a helper of one, stands at token i."""
    while len(sentence.finite) <= i < len(sentence):
        sentence.finite.append(_is_finite(sentence, len(sentence.finite)))
    return 0 <= i < len(sentence) and sentence.finite[i]


def _is_finite(sentence: Sentence, i: int) -> bool:
    tag, word = sentence.tags[i], sentence.words[i]
    if tag == "modal":
        return True
    if tag == "aux":
        return word not in NONFINITE
    if tag == "word":
        # A word that no list knows is a verb after "it" or "they": "this mirrors", "they dither"
        last = sentence.word(i - 1)
        return last in {"they", "we", "i"} or (last in {"he", "she", "it", "this"} and _looks_plural(word))
    if tag == "past":
        # "The plan backed by critics" and "released on Monday," hold participles.
        agent = sentence.word(i + 1) == "by" and sentence.tag(i + 2) != "ing"
        released = sentence.tag(before(sentence, i)) == "comma" and sentence.tag(i + 1) in {"prep", "adv", "time"}
        return not agent and not released and is_verb(sentence, i)
    return tag in {"s", "base"} and sentence.tag(before(sentence, i)) != "to" and is_verb(sentence, i)


def group_of(sentence: Sentence, i: int) -> Group:
    """The verb group that ends in the verb at token i."""
    first, helpers, infinitive, negated = i, [], False, False
    j = i - 1
    while j >= 0:
        tag, word = sentence.tags[j], sentence.words[j]
        if tag == "neg":
            negated = True
        elif tag in {"aux", "modal"}:
            helpers.append(word)
            first = j
        elif tag == "to" and not helpers:
            infinitive, first = True, j
            break
        elif tag != "adv":
            break
        j -= 1
    # Adverbs before the first helper or the verb belong to the group: "repeatedly said".
    while first > 0 and sentence.tags[first - 1] in {"adv", "neg"}:
        negated = negated or sentence.tags[first - 1] == "neg"
        first -= 1
    tag = sentence.tags[i]
    # The nearest helper decides: "has been told" is passive, "is telling" is not.
    passive = bool(helpers) and helpers[0] in BE and tag in {"past", "participle"}
    finite = any(word not in NONFINITE for word in helpers) or (tag in {"past", "s", "base"} and not infinitive)
    return Group(first, i, finite, passive, infinitive, negated)


def finite_before(sentence: Sentence, i: int) -> int:
    """The nearest finite verb left of token i within the sentence; -1 where there is none."""
    for j in range(i - 1, -1, -1):
        if is_finite(sentence, j):
            return j
    return -1
