"""Where the source of an attribution stands: the subject of its cue, before or after it, or whom a credit names.

A source is a list of token ranges (first, after the last).
"""

from analysis.attribution.clauses import BREAKS, Group, before, finite_before, group_of, is_finite
from analysis.attribution.phrases import LONGEST_APPOSITION, is_short, phrase_end, phrase_ending, skip_time
from analysis.attribution.tokens import Range, Sentence
from analysis.attribution.voices import speaks, voices

ADJUNCT = {"prep", "ing", "adv", "time", "sub"}


def subject_of(sentence: Sentence, group: Group) -> list[Range]:
    """The subject of a verb group; empty where it has none in its sentence."""
    if group.finite:
        if _is_coordinated(sentence, group.first):
            return main_subject(sentence, group.first, subordinate=True)
        return _before(sentence, group.first)
    left = sentence.tag(group.first - 1)
    if sentence.tags[group.last] == "ing" and left in {"name", "word"}:
        if sentence.tag(group.first - 2) == "det" and sentence.tag(group.last + 1) == "word":
            return []  # "the AI writing tool"
        # "footage of the mayor saying", but not "new rules adding"
        noun = phrase_ending(sentence, group.first)
        if not noun or not may_speak(sentence, noun):
            return []
        # What they released is theirs: "the firms released a statement affirming"
        written = sentence.words[head_of(sentence, noun[0])] in voices()["document"]
        return (written and main_subject(sentence, group.first)) or noun
    semicolon = next((j for j in range(group.first - 1, -1, -1) if sentence.tags[j] == "semicolon"), -1)
    if left == "comma" and finite_before(sentence, group.first) < semicolon:
        return phrase_ending(sentence, group.first - 1)  # "…; the union, citing losses, says"
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
        if tag in {"prep", "to", "comma", "wh", "open", "dash", "time"} or sentence.words[j] in voices()["qualifier"]:
            return j - 1
        if tag in {"past", "participle"} and (previous in {"word", "s", "base"} or speaks(sentence.words[j - 1])):
            return j - 1
    return end - 1


def _before(sentence: Sentence, first: int) -> list[Range]:
    """The noun phrase that ends left of a finite verb group."""
    j = skip_time(sentence, before(sentence, first))
    tag = sentence.tag(j)
    if tag == "end" or _is_coordinated(sentence, first):
        return []
    if tag == "wh" or (sentence.word(j) == "that" and sentence.tag(j - 1) not in {"end", "comma"}):
        return [*_antecedent(sentence, j - 1 if sentence.tag(j - 1) == "comma" else j), (j, j + 1)]
    if tag == "comma":
        return _around_apposition(sentence, j)
    if tag == "close":
        phrase = phrase_ending(sentence, _opening(sentence, j, "open"))
        return [(phrase[0][0], j + 1)] if phrase else []
    if tag == "dash":
        return phrase_ending(sentence, _opening(sentence, j, "dash"))
    return phrase_ending(sentence, j + 1)


def _antecedent(sentence: Sentence, end: int) -> list[Range]:
    """Whom "who" or "which" at `end` stands for: "a blow to [the union], which", "[Ana Ruiz, a deputy] who"."""
    phrase = phrase_ending(sentence, end)
    if not phrase:
        return phrase
    start = phrase[0][0]
    if not may_speak(sentence, phrase):
        prepositions = (j for j in range(phrase[0][1] - 1, start, -1) if sentence.tags[j] in {"prep", "to"})
        inner = [(next(prepositions, start - 1) + 1, phrase[0][1])]
        return inner if may_speak(sentence, inner) else phrase
    if sentence.word(start - 1) == "and" and sentence.words[start] in {"a", "an"}:
        before_and = phrase_ending(sentence, start - 1)
        start = before_and[0][0] if before_and else start
    if sentence.tags[start] == "det" and sentence.tag(start - 1) == "comma" and sentence.tag(start - 2) == "name":
        named = phrase_ending(sentence, start - 1)
        return [(named[0][0], phrase[0][1])] if named else phrase
    return phrase


def _is_coordinated(sentence: Sentence, first: int) -> bool:
    """Whether a verb group shares the subject of a verb before it: "he paused and said", "paused, then said"."""
    j = before(sentence, first)
    return sentence.tag(j) == "conj" or (sentence.tag(j) == "comma" and sentence.word(j + 1) == "then")


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
    phrases = []
    for j in range(_clause_start(sentence, comma), comma):
        if sentence.tags[j] == "comma" and (head := phrase_ending(sentence, j)):
            phrase = head if sentence.tag(j + 1) in ADJUNCT else [(head[0][0], comma)]
            if not _is_object(sentence, head[0][0]):
                return phrase
            phrases.append(phrase)
    return phrases[0] if phrases else []


def _is_object(sentence: Sentence, start: int) -> bool:
    """Whether a noun phrase stands behind its clause's verb: "will close [the plant], its head, Ana Ruiz, said"."""
    left = before(sentence, start)
    return is_finite(sentence, left) or sentence.tag(before(sentence, left)) in {"modal", "to", "aux"}


def _clause_start(sentence: Sentence, i: int) -> int:
    """Where the clause begins that goes on at token i: after a break, a quotation or a verb that is not in "who …"."""
    j = i
    while j > max(0, i - LONGEST_APPOSITION):
        tag = sentence.tags[j - 1]
        if sentence.words[j - 1] == "whose" and not any(is_finite(sentence, k) for k in range(j, i)):
            break
        if tag in BREAKS or (tag == "quote" and (j == 1 or not is_short(sentence, j - 1))):
            break
        possessive = "whose" in sentence.words[max(0, j - 8) : j - 1]  # "Acme, whose head, Ana Ruiz, left, said"
        if (tag == "sub" or is_finite(sentence, j - 1)) and not possessive and not _in_relative(sentence, j - 1):
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
