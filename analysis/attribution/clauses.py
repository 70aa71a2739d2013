"""Where the verbs of a sentence stand, and where its clauses end."""

from dataclasses import dataclass
from functools import cache

from analysis.attribution.cues import inflections, rows
from analysis.attribution.tokens import Sentence

BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "'s"}
NONFINITE = {"be", "been", "being", "having", "doing"}
NOMINAL = {"name", "word", "num", "object", "pron", "quote", "close", "poss"}
BREAKS = {"semicolon", "colon", "dash", "stop"}
AFTER_VERB = {"det", "pron", "to", "wh", "quote", "object", "adv", "num", "name", "poss", "colon", "sub"}


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
    words = [word for row in rows("words.csv") if row["class"] == "noun" for word in row["words"].split()]
    return frozenset(form for word in words for form, name in inflections(word, "verb") if name in {"base", "s"})


@cache
def occasions() -> frozenset[str]:
    """Nouns for an occasion on which something is said, or the place it is said in: "interview", "Twitter"."""
    return frozenset(word for row in rows("words.csv") if row["class"] == "occasion" for word in row["words"].split())


def before(sentence: Sentence, i: int) -> int:
    """The nearest token left of i that is no adverb; -1 where there is none."""
    i -= 1
    while i >= 0 and sentence.tags[i] in {"adv", "neg"}:
        i -= 1
    return i


def is_verb(sentence: Sentence, i: int) -> bool:
    """Whether token i, which may be a verb by its form, is one here; told from its neighbours."""
    tag, word = sentence.tags[i], sentence.words[i]
    left = before(sentence, i)
    previous, last = sentence.tag(left), sentence.word(left)
    if tag in {"past", "participle"}:
        return previous not in {"det", "poss", "prep"} or last in {"that", "than"}
    if tag == "ing":
        return previous not in {"det", "poss"} and sentence.word(i + 1) != "of"
    if tag == "s":
        if previous in {"pron", "wh"} or last == "that":
            return True
        if previous in {"det", "poss", "prep", "num", "modal", "aux", "to"}:
            return False
        following = sentence.tag(i + 1)
        return word not in often_nouns() or (following in AFTER_VERB and not _plural(sentence, left))
    if tag == "base":
        if previous in {"pron", "wh", "modal", "to"} or last in {"do", "does", "did"}:
            return True
        if previous not in NOMINAL or not _plural(sentence, left):
            return False
        return word not in often_nouns() or sentence.tag(i + 1) in AFTER_VERB
    return False


def _plural(sentence: Sentence, i: int) -> bool:
    """Whether the noun at i looks plural, or is the last of several: "critics", "Ruiz and Lee"."""
    word = sentence.word(i)
    several = sentence.word(i - 1) == "and" or sentence.word(i - 2) == "and" or sentence.word(i - 3) == "and"
    return (
        several
        or word in {"people", "some", "many", "most", "few", "others", "both", "men", "women"}
        or (word.endswith("s") and not word.endswith("ss") and sentence.tag(i) != "poss")
    )


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether a finite verb, or a helper of one, stands at token i."""
    if not sentence.finite:
        sentence.finite = [_is_finite(sentence, j) for j in range(len(sentence))]
    return 0 <= i < len(sentence) and sentence.finite[i]


def _is_finite(sentence: Sentence, i: int) -> bool:
    tag, word = sentence.tags[i], sentence.words[i]
    if tag == "modal":
        return True
    if tag == "aux":
        return word not in NONFINITE
    if tag == "past":
        # "The plan backed by critics" and "released on Monday," hold participles.
        return sentence.word(i + 1) != "by" and is_verb(sentence, i)
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
