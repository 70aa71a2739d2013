"""Where the source of an attribution stands: the subject of its cue, before or after it, or whom a credit names.

A source is a list of token ranges (first, after the last)."""

from analysis.attribution.clauses import BREAKS, Group, before, finite_before, group_of, is_finite, is_verb, occasions
from analysis.attribution.tokens import Sentence

INSIDE = {"name", "word", "num", "det", "poss", "object", "ing", "past", "participle", "base", "s", "mark"}
LINKS = {
    "of",
    "for",
    "from",
    "at",
    "in",
    "with",
    "on",
    "by",
    "to",
    "who",
    "about",
    "near",
    "close",
    "against",
    "behind",
}
Range = tuple[int, int]


def subject_of(sentence: Sentence, group: Group) -> list[Range]:
    """The subject of a verb group; empty where it has none in its sentence."""
    if group.finite:
        return _before(sentence, group.first)
    return _of_main_clause(sentence, group.first)


def _before(sentence: Sentence, first: int) -> list[Range]:
    """The noun phrase that ends left of a finite verb group."""
    j = before(sentence, first)
    tag, word = sentence.tag(j), sentence.word(j)
    if tag == "end":
        return []
    if tag == "conj" or (tag == "comma" and sentence.word(j + 1) == "then"):
        return _of_main_clause(sentence, j)
    if tag == "wh" or (word == "that" and sentence.tag(j - 1) not in {"end", "comma"}):
        antecedent = _phrase_ending(sentence, j - 1 if sentence.tag(j - 1) == "comma" else j)
        return [*antecedent, (j, j + 1)]
    if tag == "comma":
        return _around_apposition(sentence, j)
    if tag == "close":
        opened = _opening(sentence, j)
        phrase = _phrase_ending(sentence, opened)
        return [(phrase[0][0], j + 1)] if phrase else []
    if tag == "dash":
        return _around_dashes(sentence, j)
    return _phrase_ending(sentence, j + 1)


def _of_main_clause(sentence: Sentence, i: int) -> list[Range]:
    """The subject of the clause that token i depends on: of the nearest finite verb before it, or else after it."""
    verb = finite_before(sentence, i)
    while verb >= 0:
        first = group_of(sentence, verb).first
        source = _before(sentence, first)
        if source:
            return source
        verb = finite_before(sentence, first)
    for j in range(i, len(sentence)):
        if sentence.tags[j] == "comma":
            start = j + 1
            end = phrase_end(sentence, start)
            return [(start, end)] if end > start and is_group_ahead(sentence, end) else []
    return []


def is_group_ahead(sentence: Sentence, i: int) -> bool:
    """Whether a verb group follows at token i, after adverbs."""
    while sentence.tag(i) in {"adv", "neg"}:
        i += 1
    return i < len(sentence) and is_finite(sentence, i)


def _opening(sentence: Sentence, close: int) -> int:
    for j in range(close - 1, -1, -1):
        if sentence.tags[j] == "open":
            return j
    return close


def _around_apposition(sentence: Sentence, comma: int) -> list[Range]:
    """The subject in front of ", the mayor," or ", who …," or ", in a speech,"."""
    for j in range(comma - 1, max(-1, comma - 30), -1):
        if sentence.tags[j] in BREAKS:
            return []
        if sentence.tags[j] == "comma":
            opening = sentence.tag(j + 1)
            head = _phrase_ending(sentence, j)
            if not head:
                continue
            if opening in {"wh", "det", "num", "word", "name", "past", "poss"}:
                return [(head[0][0], comma)]
            if opening in {"prep", "ing", "adv", "time", "sub"}:
                return head
    return []


def _around_dashes(sentence: Sentence, dash: int) -> list[Range]:
    for j in range(dash - 1, -1, -1):
        if sentence.tags[j] == "dash":
            return _phrase_ending(sentence, j)
    return []


def _phrase_ending(sentence: Sentence, end: int) -> list[Range]:
    """The noun phrase whose last token stands before `end`, with its "of" and "for" phrases."""
    j = end - 1
    while j >= 0 and sentence.tags[j] == "time" and j > 0:
        j -= 1
    last = j + 1
    start = last
    while j >= 0:
        tag, word = sentence.tags[j], sentence.words[j]
        if tag == "pron":
            start = j if start == last else start
            break
        if tag in {"past", "s", "base", "participle"}:
            if is_finite(sentence, j) or (sentence.tag(before(sentence, j)) == "aux"):
                break
        elif tag == "stop":
            if j + 1 == last or sentence.ends[j] != sentence.starts[j + 1] - 1 or sentence.tag(j - 1) != "name":
                break
        elif tag == "quote":
            if sentence.tag(j - 1) not in {"det", "prep", "poss", "name"} and sentence.tag(j + 1) not in {
                "name",
                "word",
            }:
                break
        elif tag == "conj":
            if word not in {"and", "&", "or"} or not _coordinates(sentence, j, last):
                break
        elif tag == "comma":
            if not _lists(sentence, j, last):
                break
        elif tag == "prep":
            if word not in LINKS and sentence.tag(j - 1) not in {"word", "num"}:
                break
        elif tag == "to":
            if sentence.tag(j + 1) == "base":
                break
        elif tag not in INSIDE and tag != "close" and tag != "open":
            break
        start = j
        j -= 1
    return _without_adjunct(sentence, start, last)


def _coordinates(sentence: Sentence, conj: int, last: int) -> bool:
    """Whether "and" joins two names or nouns, and not two clauses."""
    left, right = sentence.tag(conj - 1), sentence.tag(conj + 1)
    if left not in {"name", "word", "close", "poss"} and not (left == "stop" and sentence.tag(conj - 2) == "name"):
        return False
    verb = finite_before(sentence, conj)
    return verb < 0 and right in {"name", "word", "det", "num"}


def _lists(sentence: Sentence, comma: int, last: int) -> bool:
    """Whether a comma stands in a list that "and" ends within the phrase: "Ruiz, Lee and Cho"."""
    return (
        "and" in sentence.words[comma:last]
        and sentence.tag(comma - 1) == "name"
        and sentence.tag(comma + 1) == "name"
        and finite_before(sentence, comma) < 0
    )


def _without_adjunct(sentence: Sentence, start: int, end: int) -> list[Range]:
    """The phrase without what only leads up to it: "But", "On Monday", "In a statement"."""
    while start < end:
        tag = sentence.tags[start]
        if tag in {"adv", "conj", "sub", "time", "stop", "to", "close", "mark"}:
            start += 1
        elif tag == "prep":
            # The subject begins after the noun of a phrase that leads up to it: "In a speech Ruiz", "On Monday he".
            start = _after_adjunct(sentence, start + 1, end)
        else:
            break
    return [(start, end)] if start < end else []


def _after_adjunct(sentence: Sentence, start: int, end: int) -> int:
    for j in range(start, end):
        if sentence.tags[j] == "time" and sentence.tag(j + 1) not in {"time", "num"}:
            return j + 1
        if j > start and sentence.tags[j] in {"det", "pron"} and sentence.tags[j - 1] in {"name", "word", "num"}:
            return j
        if j > start and sentence.tags[j] == "name" and sentence.tags[j - 1] == "word":
            return j
        if sentence.tags[j] == "num" and sentence.tag(j + 1) in {"det", "name", "pron"}:
            return j + 1
    return end


def phrase_end(sentence: Sentence, start: int) -> int:
    """Where the noun phrase that begins at token `start` ends, with "of" phrases and appositions between commas."""
    j = start
    while j < len(sentence):
        tag, word = sentence.tags[j], sentence.words[j]
        if tag == "pron":
            return j + 1 if j == start else j
        if tag in {"name", "word", "num", "poss", "object", "mark", "open", "close"}:
            pass
        elif tag == "det":
            if j > start and sentence.tags[j - 1] not in {"prep", "conj", "comma", "det", "to", "past"}:
                break
        elif tag in {"past", "s", "base", "participle", "ing"}:
            if sentence.tag(j - 1) not in {"det", "poss", "prep", "name", "num"} or is_finite(sentence, j):
                break
        elif tag == "stop":
            if j + 1 >= len(sentence) or sentence.tag(j - 1) != "name":
                break
        elif tag == "conj":
            if (
                word not in {"and", "&", "or"}
                or sentence.tag(j + 1) not in {"name", "word", "det", "num"}
                or clause_after(sentence, j + 1)
            ):
                break
        elif tag == "prep":
            if word not in LINKS or sentence.tag(j + 1) == "time" or leads_to_occasion(sentence, j):
                break
        elif tag == "quote":
            if sentence.ends[j] - sentence.starts[j] > 40:
                break
        else:
            break
        j += 1
    return j


def with_apposition(sentence: Sentence, end: int) -> int:
    """Where a source that ends at `end` ends with its apposition: "Ana Ruiz[, the mayor of Leeds,] said"."""
    if sentence.tag(end) != "comma":
        return end
    opening = sentence.tag(end + 1)
    if opening == "wh":
        for j in range(end + 1, min(len(sentence), end + 40)):
            if sentence.tags[j] in BREAKS or sentence.tags[j] == "comma":
                return j
        return min(len(sentence), end + 40)
    if opening not in {"det", "num", "word", "name"}:
        return end
    after = phrase_end(sentence, end + 1)
    return after if sentence.tag(after) in {"comma", "end", "stop", "prep", "dash"} else end


def clause_after(sentence: Sentence, i: int) -> bool:
    """Whether a noun phrase and a finite verb follow at token i before any break."""
    for j in range(i, min(len(sentence), i + 12)):
        if sentence.tags[j] in BREAKS or sentence.tags[j] in {"comma", "sub", "conj"}:
            return False
        if is_finite(sentence, j):
            return True
    return False


def leads_to_occasion(sentence: Sentence, i: int) -> bool:
    """Whether the preposition at token i opens a phrase such as "in an interview with the paper"."""
    if sentence.words[i] not in {"in", "at", "during", "on", "via", "through", "from", "by"}:
        return False
    for j in range(i + 1, min(len(sentence), i + 8)):
        if sentence.words[j] in occasions():
            return True
        if sentence.tags[j] not in {
            "det",
            "word",
            "name",
            "num",
            "poss",
            "time",
            "past",
            "ing",
            "conj",
            "quote",
            "base",
        }:
            return False
    return False


__all__ = ["clause_after", "is_verb", "leads_to_occasion", "phrase_end", "subject_of", "with_apposition"]
