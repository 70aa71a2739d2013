"""Noun phrases of a sentence: where one that ends or begins at a token begins or ends, and what may lead up to it."""

from analysis.attribution.clauses import BREAKS, before, finite_before, group_of, is_finite
from analysis.attribution.lexicon import word_list
from analysis.attribution.tokens import Range, Sentence

INSIDE = {"name", "word", "num", "det", "poss", "object", "ing", "past", "participle", "base", "s", "mark", "open"}
LINKS = {"of", "for", "from", "at", "in", "with", "on", "by", "to", "about", "near", "against", "behind", "within"}
SUBJECTS = {"name", "det", "pron", "word", "num"}  # with which a subject begins
AFTER_APPOSITION = {"comma", "end", "stop", "prep", "dash", "quote"}
RECENT = {"last", "this", "next", "early", "late", "earlier"}
BEFORE_OCCASION = {"det", "word", "name", "num", "poss", "time", "past", "ing", "conj", "quote", "base"}
LONGEST_APPOSITION = 60  # tokens
SHORT = 40  # characters of a quotation under which it is a title or a few words


def phrase_ending(sentence: Sentence, end: int) -> list[Range]:
    """The noun phrase whose last token stands before `end`, with its "of" and "for" phrases; empty where none does."""
    end = skip_time(sentence, end - 1) + 1
    start = end
    while start > 0:
        if _is_within(sentence, start - 1, end):
            start -= 1
        elif (relative := _relative(sentence, start - 1)) is not None:
            start = relative
        else:
            break
        if sentence.tags[start] == "pron":
            break
    return _without_adjunct(sentence, start, end)


def _relative(sentence: Sentence, verb: int) -> int | None:
    """Where the relative clause of a verb begins, if it is one: "a study [that] appeared", "people [who] have seen"."""
    if not is_finite(sentence, verb):
        return None
    j = group_of(sentence, verb).first - 1
    if sentence.tag(j) != "wh" and sentence.word(j) != "that":
        return None
    return j if sentence.tag(j - 1) in {"word", "name", "num"} and not is_finite(sentence, j - 1) else None


def _is_within(sentence: Sentence, j: int, end: int) -> bool:
    """Whether token j belongs to the noun phrase that goes on after it up to `end`."""
    tag, following = sentence.tags[j], sentence.tag(j + 1)
    if tag == "pron":
        return j + 1 == end
    if sentence.word(j - 1) == "according":
        return False
    if tag in {"past", "participle"} and (following in {"prep", "adv", "to"} or begins_time(sentence, j + 1)):
        # A verb without an object between a noun and its verb is a participle: "a report [published on Monday] said".
        return sentence.tag(j - 1) in {"word", "name", "adv"} and sentence.tag(before(sentence, j)) != "aux"
    if tag in {"past", "s", "base", "participle"}:
        return not is_finite(sentence, j) and sentence.tag(before(sentence, j)) != "aux"
    if tag == "stop":
        return sentence.tag(j - 1) == "name" and j + 1 < end
    if tag == "quote":
        return is_short(sentence, j) and sentence.tag(j - 1) in {"det", "poss", "word", "prep"}
    if tag == "conj":
        return sentence.words[j] in {"and", "&", "or"} and _coordinates(sentence, j)
    if tag == "comma":
        return _lists(sentence, j, end)
    if tag == "prep":
        return sentence.words[j] in LINKS or sentence.tag(j - 1) == "word"
    if tag == "to":
        return following != "base"
    if tag == "adv":
        return following in {"word", "past", "ing"} and sentence.tag(j - 1) in {"det", "poss"}
    if tag == "time":
        return j + 1 < end
    if tag in {"word", "name", "base", "s"} and following == "det":
        return False  # "a claim [the club] disputes"
    if tag == "word":
        return not is_finite(sentence, j)
    return tag in INSIDE or tag == "close"


def begins_time(sentence: Sentence, i: int) -> bool:
    """Whether words of time begin at token i: "Monday", "last week"."""
    return sentence.tag(i) == "time" or (sentence.word(i) in RECENT and sentence.tag(i + 1) == "time")


def _coordinates(sentence: Sentence, conj: int) -> bool:
    """Whether "and" joins two names or nouns, and not two clauses."""
    left, right = sentence.tag(conj - 1), sentence.tag(conj + 1)
    if left not in {"name", "word", "close", "poss", "num"} and not (
        left == "stop" and sentence.tag(conj - 2) == "name"
    ):
        return False
    return finite_before(sentence, conj) < 0 and right in {"name", "word", "det", "num"}


def _lists(sentence: Sentence, comma: int, end: int) -> bool:
    """Whether a comma stands in a list that "and" ends within the phrase: "Ruiz, Lee and Cho"."""
    return (
        sentence.tag(comma - 1) == "name"
        and sentence.tag(comma + 1) == "name"
        and "and" in sentence.words[comma:end]
        and finite_before(sentence, comma) < 0
    )


def _without_adjunct(sentence: Sentence, start: int, end: int) -> list[Range]:
    """The phrase without what only leads up to it: "But", "On Monday", "In a statement"."""
    while start < end:
        tag = sentence.tags[start]
        if tag == "prep":
            # The subject begins after the noun of a phrase that leads up to it: "In a speech Ruiz", "On Monday he".
            start = _after_adjunct(sentence, start + 1, end)
        elif tag in {"adv", "conj", "sub", "time", "stop", "to", "close", "mark"} or _is_complementizer(
            sentence, start, end
        ):
            start += 1
        else:
            break
    return [(start, end)] if start < end else []


def _is_complementizer(sentence: Sentence, i: int, end: int) -> bool:
    return sentence.words[i] == "that" and (end - i > 2 or sentence.tag(i + 1) in {"name", "pron", "det", "num"})


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
    """Where the noun phrase that begins at token `start` ends, with its "of" and "for" phrases."""
    j = start
    while j < len(sentence) and _goes_on(sentence, j, start):
        j += 1
        if sentence.tags[j - 1] == "pron":
            break
    return j


def _goes_on(sentence: Sentence, j: int, start: int) -> bool:
    """Whether token j belongs to the noun phrase that begins at `start`."""
    tag, previous, following = sentence.tags[j], sentence.tag(j - 1), sentence.tag(j + 1)
    if tag == "pron":
        return j == start
    if tag == "det":
        return j == start or previous in {"prep", "conj", "det", "to"}
    if tag in {"past", "s", "base", "participle", "ing"}:
        return not is_finite(sentence, j) and (j == start or previous not in {"comma", "conj", "to"})
    if tag == "stop":
        return previous == "name" and j + 1 < len(sentence)
    if tag == "conj":
        joined = sentence.words[j] in {"and", "&", "or"} and following in {"name", "word", "det", "num"}
        return joined and not clause_after(sentence, j + 1)
    if tag == "prep":
        if sentence.words[j] == "of" and sentence.word(j + 1) in word_list("number") and sentence.tag(j + 2) == "name":
            return True  # "mother of three Ana Ruiz"
        return sentence.words[j] in LINKS and following not in {"time", "num"} and not leads_to_occasion(sentence, j)
    if tag == "quote":
        return is_short(sentence, j) and previous in {"det", "poss", "word", "prep"}
    if tag == "adv":
        return previous in {"det", "poss"} or (j == start and following in {"word", "past"})
    return tag in {"name", "word", "num", "poss", "object", "mark", "open", "close"}


def with_apposition(sentence: Sentence, end: int) -> int:
    """Where a source that ends at `end` ends with its apposition: "Ana Ruiz[, 59, the mayor of Leeds, who …,] said"."""
    while sentence.tag(end) == "comma":
        opening = sentence.tag(end + 1)
        after = end + 2 if opening == "num" else phrase_end(sentence, end + 1)
        if opening in {"det", "word", "name"} and sentence.tag(after) == "wh":
            opening = "wh"
        if sentence.word(end + 1) == "whose" and sentence.tag(phrase_end(sentence, end + 2)) == "comma":
            return end  # "Acme, whose head, Ana Ruiz, called …"
        if opening == "wh":
            limit = min(len(sentence), after + LONGEST_APPOSITION)
            return next((j for j in range(end + 1, limit) if sentence.tags[j] in {*BREAKS, "comma"}), limit)
        if opening not in {"det", "num", "word", "name"} or sentence.tag(after) not in AFTER_APPOSITION:
            return end
        if opening == "num" and sentence.tag(after) != "comma":
            return end
        end = after
    return end


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
        if sentence.words[j] in word_list("occasion"):
            return True
        if sentence.tags[j] not in BEFORE_OCCASION:
            return False
    return False


def is_short(sentence: Sentence, i: int) -> bool:
    """Whether the quotation at token i is a title or a few words rather than speech."""
    return sentence.ends[i] - sentence.starts[i] < SHORT


def skip_time(sentence: Sentence, j: int) -> int:
    """The token left of words of time that end at j: "a report [earlier this week]"."""
    if sentence.tag(j) != "time":
        return j
    while j > 0 and (
        sentence.tags[j] in {"time", "num", "adv"} or sentence.words[j] in {"this", "last", "next", "on", "in"}
    ):
        j -= 1
    return j
