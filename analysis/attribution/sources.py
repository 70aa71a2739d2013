"""Where the source of an attribution stands: the subject of its cue, before or after it, or whom a credit names.

A source is a list of token ranges (first, after the last).
"""

from analysis.attribution.clauses import BREAKS, Group, before, finite_before, group_of, is_finite
from analysis.attribution.cues import word_list
from analysis.attribution.tokens import Sentence
from analysis.attribution.voices import speaks, voices

INSIDE = {"name", "word", "num", "det", "poss", "object", "ing", "past", "participle", "base", "s", "mark", "open"}
LINKS = {"of", "for", "from", "at", "in", "with", "on", "by", "to", "about", "near", "against", "behind", "within"}
ADJUNCT = {"prep", "ing", "adv", "time", "sub"}
AFTER_APPOSITION = {"comma", "end", "stop", "prep", "dash", "quote"}
RECENT = {"last", "this", "next", "early", "late", "earlier"}
LONGEST_APPOSITION = 60
Range = tuple[int, int]


def subject_of(sentence: Sentence, group: Group) -> list[Range]:
    """The subject of a verb group; empty where it has none in its sentence."""
    if group.finite:
        if _is_coordinated(sentence, group.first):
            return main_subject(sentence, group.first, subordinate=True)
        return _before(sentence, group.first)
    left = sentence.tag(group.first - 1)
    if sentence.tags[group.last] == "ing" and left in {"name", "word"}:
        # "footage of the mayor saying", but not "new rules adding"
        noun = phrase_ending(sentence, group.first)
        if not noun or not may_speak(sentence, noun):
            return []
        # What they released is theirs: "the firms released a statement affirming"
        written = sentence.words[head_of(sentence, noun[0])] in voices()["document"]
        return (written and main_subject(sentence, group.first)) or noun
    if left == "prep" and sentence.word(group.first - 1) not in {"by", "of", "on"}:
        return []
    return main_subject(sentence, group.first)


def may_speak(sentence: Sentence, source: list[Range]) -> bool:
    """Whether a source is a name, a person's pronoun or a word for people, bodies or documents."""
    head = head_of(sentence, source[0])
    return sentence.tags[head] in {"name", "num", "close"} or speaks(sentence.words[head])


def head_of(sentence: Sentence, bounds: Range) -> int:
    """The noun that a noun phrase is about: the last before a preposition, a comma, "who" or "familiar with"."""
    first, end = bounds
    for j in range(first + 1, end):
        tag, previous = sentence.tags[j], sentence.tags[j - 1]
        if tag in {"prep", "comma", "wh", "open", "dash", "time"} or sentence.words[j] in voices()["qualifier"]:
            return j - 1
        if tag in {"past", "participle"} and (previous in {"word", "s", "base"} or speaks(sentence.words[j - 1])):
            return j - 1
    return end - 1


def _before(sentence: Sentence, first: int) -> list[Range]:
    """The noun phrase that ends left of a finite verb group."""
    j = _skip_time(sentence, before(sentence, first))
    tag = sentence.tag(j)
    if tag == "end" or _is_coordinated(sentence, first):
        return []
    if tag == "wh" or (sentence.word(j) == "that" and sentence.tag(j - 1) not in {"end", "comma"}):
        antecedent = phrase_ending(sentence, j - 1 if sentence.tag(j - 1) == "comma" else j)
        return [*antecedent, (j, j + 1)]
    if tag == "comma":
        return _around_apposition(sentence, j)
    if tag == "close":
        phrase = phrase_ending(sentence, _opening(sentence, j, "open"))
        return [(phrase[0][0], j + 1)] if phrase else []
    if tag == "dash":
        return phrase_ending(sentence, _opening(sentence, j, "dash"))
    return phrase_ending(sentence, j + 1)


def _is_coordinated(sentence: Sentence, first: int) -> bool:
    """Whether a verb group shares the subject of a verb before it: "he paused and said", "paused, then said"."""
    j = before(sentence, first)
    return sentence.tag(j) == "conj" or (sentence.tag(j) == "comma" and sentence.word(j + 1) == "then")


def _skip_time(sentence: Sentence, j: int) -> int:
    """The token left of words of time that end at j: "a report [earlier this week]"."""
    if sentence.tag(j) != "time":
        return j
    while j > 0 and (
        sentence.tags[j] in {"time", "num", "adv"} or sentence.words[j] in {"this", "last", "next", "on", "in"}
    ):
        j -= 1
    return j


def main_subject(sentence: Sentence, i: int, subordinate: bool = False) -> list[Range]:
    """The subject of the clause that token i depends on: of the nearest main verb before it, or else after it.

    subordinate: whether the nearest verb counts also in a clause like "after it came out".
    """
    first, verb = None, finite_before(sentence, i)
    while verb >= 0:
        start = group_of(sentence, verb).first
        source = _before(sentence, start)
        if source:
            if _is_main(sentence, source) or (subordinate and len(source) == 1):
                return source
            first = first or source
        verb = finite_before(sentence, start)
    return first or _after_comma(sentence, i)


def _is_main(sentence: Sentence, source: list[Range]) -> bool:
    """Whether no word before or in a subject makes its clause depend on another: "after she", "who", "he said she"."""
    left = source[0][0] - 1
    if len(source) > 1 or sentence.tags[source[0][0]] == "wh" or sentence.tag(left) in {"sub", "wh"}:
        return False
    return sentence.word(left) not in {"that", "to"} and not is_finite(sentence, left)


def _after_comma(sentence: Sentence, i: int) -> list[Range]:
    for j in range(i, len(sentence)):
        if sentence.tags[j] == "comma":
            end = phrase_end(sentence, j + 1)
            if end > j + 1 and is_finite(sentence, _after_adverbs(sentence, end)):
                return [(j + 1, end)]
    return []


def _after_adverbs(sentence: Sentence, i: int) -> int:
    while sentence.tag(i) in {"adv", "neg"}:
        i += 1
    return i


def _opening(sentence: Sentence, close: int, tag: str) -> int:
    for j in range(close - 1, -1, -1):
        if sentence.tags[j] == tag:
            return j
    return close


def _around_apposition(sentence: Sentence, comma: int) -> list[Range]:
    """The subject before ", the mayor of Leeds, 59, who …," or ", in a speech,": the clause's first noun phrase."""
    for j in range(_clause_start(sentence, comma), comma):
        if sentence.tags[j] == "comma":
            head = phrase_ending(sentence, j)
            if head:
                return head if sentence.tag(j + 1) in ADJUNCT else [(head[0][0], comma)]
    return []


def _clause_start(sentence: Sentence, i: int) -> int:
    """Where the clause begins that goes on at token i: after a break, a quotation or a verb that is not in "who …"."""
    j = i
    while j > max(0, i - LONGEST_APPOSITION):
        tag = sentence.tags[j - 1]
        if tag in BREAKS or (tag == "quote" and (j == 1 or not _is_short(sentence, j - 1))):
            break
        if (tag == "sub" or is_finite(sentence, j - 1)) and not _in_relative(sentence, j - 1):
            break
        j -= 1
    return j


def _in_relative(sentence: Sentence, i: int) -> bool:
    """Whether token i stands in a stretch between commas after "who", "which" or a conjunction such as "as"."""
    while i > 0:
        if sentence.tags[i] == "wh" or (sentence.tags[i] == "sub" and sentence.tags[i - 1] == "comma"):
            return True
        if sentence.tags[i - 1] == "comma":
            return False
        i -= 1
    return False


def _is_short(sentence: Sentence, i: int) -> bool:
    """Whether the quotation at token i is a title or a few words rather than speech."""
    return sentence.ends[i] - sentence.starts[i] < 40


def phrase_ending(sentence: Sentence, end: int) -> list[Range]:
    """The noun phrase whose last token stands before `end`, with its "of" and "for" phrases; empty where none does."""
    end = _skip_time(sentence, end - 1) + 1
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
    if tag in {"past", "participle"} and (following in {"prep", "adv", "to"} or begins_time(sentence, j + 1)):
        # A verb without an object between a noun and its verb is a participle: "a report [published on Monday] said".
        return sentence.tag(j - 1) in {"word", "name", "adv"} and sentence.tag(before(sentence, j)) != "aux"
    if tag in {"past", "s", "base", "participle"}:
        return not is_finite(sentence, j) and sentence.tag(before(sentence, j)) != "aux"
    if tag == "stop":
        return sentence.tag(j - 1) == "name" and j + 1 < end
    if tag == "quote":
        return _is_short(sentence, j) and sentence.tag(j - 1) in {"det", "poss", "word", "prep"}
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
        return sentence.words[j] in LINKS and following not in {"time", "num"} and not leads_to_occasion(sentence, j)
    if tag == "quote":
        return _is_short(sentence, j) and previous in {"det", "poss", "word", "prep"}
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
