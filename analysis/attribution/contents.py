"""Where the content of an attribution begins and ends, after its cue or before its source."""

from analysis.attribution.clauses import BREAKS, group_of, is_finite, is_verb
from analysis.attribution.cues import Cue, cues
from analysis.attribution.sources import clause_after, leads_to_occasion, phrase_end
from analysis.attribution.tokens import Sentence

STARTS = {
    "det",
    "pron",
    "name",
    "word",
    "num",
    "object",
    "poss",
    "quote",
    "ing",
    "wh",
    "adv",
    "sub",
    "past",
    "base",
    "s",
    "mark",
    "time",
}
SUBJECTS = {"name", "det", "pron", "word", "num"}
APPROXIMATE = {"at", "about", "over", "around", "under"}
REACH = 25  # tokens in which a content must begin after its cue
Range = tuple[int, int]


def content_after(sentence: Sentence, i: int, cue: Cue, source: list[Range]) -> Range | None:
    """The content that follows a cue whose last word stands before token i, or None; source is empty in the passive."""
    start = _start(sentence, i, cue, not source)
    if start is None:
        return None
    end = content_end(sentence, start, not cue.takes & {"that", "wh", "quote"}, _is_fronted(sentence, source))
    return (start, end) if end > start else None


def _is_fronted(sentence: Sentence, source: list[Range]) -> bool:
    """Whether the cue's clause comes before the main one: "When Ruiz said that …, Lee laughed"."""
    return (
        bool(source)
        and sentence.tag(source[0][0] - 1) == "sub"
        and sentence.tag(source[0][0] - 2) in {"end", "conj", "comma"}
    )


def _start(sentence: Sentence, i: int, cue: Cue, passive: bool) -> int | None:
    takes = cue.takes
    while sentence.tag(i) == "adv" and sentence.word(i) != "then":
        i += 1
    tag, word = sentence.tag(i), sentence.word(i)
    clausal = bool(takes & {"that", "quote"})
    if clausal and tag in {"colon", "comma", "dash"} and sentence.tag(i + 1) == "quote":
        return i + 1
    if clausal and tag == "colon":
        return i + 1 if i + 1 < len(sentence) else None
    if clausal and tag == "comma":
        return _after_parenthesis(sentence, i)
    if word == "that" and takes & {"that", "np"}:
        return i
    if tag == "to" and sentence.tag(i + 1) not in {"det", "name", "object", "poss"}:
        return i if "to" in takes or passive else None
    if word in APPROXIMATE and takes & {"that", "np"}:
        return i
    if word in {"despite", "if", "unless", "although"} and "that" in takes:
        return i
    if tag == "quote":
        return i if takes & {"that", "quote", "np"} else None
    if tag in {"wh", "sub"}:
        return (
            i
            if takes & {"wh", "np"} or (word in {"if", "whether", "how", "why", "what"} and takes & {"that"})
            else None
        )
    if "person" in takes:
        if not passive:
            i = _after_person(sentence, i)
        if i is None:
            return None
        return _start_after_adjuncts(sentence, i, takes)
    if tag == "time" or (tag in {"prep", "to"} and clausal):
        return _start_after_adjuncts(sentence, i, takes)
    if tag in STARTS and takes & {"that", "np"}:
        return i
    return None


def _after_parenthesis(sentence: Sentence, comma: int) -> int | None:
    """The content after a cue and a phrase between commas: "said, in an interview, that"."""
    if sentence.tag(comma + 1) not in {"prep", "adv", "time", "ing"}:
        return None
    for j in range(comma + 2, min(len(sentence), comma + 25)):
        if sentence.tags[j] == "comma" and (sentence.word(j + 1) == "that" or sentence.tag(j + 1) == "quote"):
            return j + 1
        if sentence.tags[j] in BREAKS:
            return j + 1 if sentence.tag(j + 1) == "quote" else None
    return None


def _after_person(sentence: Sentence, i: int) -> int | None:
    """The token after the one addressed: "told [the paper] that", "urged [voters] to"; None where nobody is."""
    tag = sentence.tag(i)
    if tag == "object":
        return i + 1
    if tag in {"det", "word", "name", "num", "poss", "ing", "base", "s"}:
        i += 1
        while i < len(sentence) and _is_of_person(sentence, i):
            i += 1
        return i
    return i if tag in {"quote", "wh", "comma", "colon"} else None


def _is_of_person(sentence: Sentence, i: int) -> bool:
    """Whether token i goes on with the noun phrase before it."""
    tag, previous, following = sentence.tags[i], sentence.tags[i - 1], sentence.tag(i + 1)
    if tag in {"word", "num", "poss", "mark", "base", "s"}:
        return not is_finite(sentence, i)
    if tag == "name":
        return previous in {"name", "det", "poss", "conj", "prep", "mark"}
    if tag == "prep":
        return following in {"det", "name", "word", "time"} and not leads_to_occasion(sentence, i)
    if tag == "det":
        return previous in {"prep", "conj"} and sentence.words[i] != "that"
    return tag == "conj" and following in {"name", "word"} and not clause_after(sentence, i + 1)


def _start_after_adjuncts(sentence: Sentence, i: int, takes: frozenset[str]) -> int | None:
    """The content after words of time and place: "said [on Monday] that", "said [in an interview,] “No.”"."""
    bare, inserted = None, False
    for j in range(i, min(len(sentence), i + REACH)):
        tag, following = sentence.tags[j], sentence.tag(j + 1)
        if _opens(sentence, j, i, takes):
            return j
        if tag == "colon" and j + 1 < len(sentence):
            return j + 1
        if tag in BREAKS or is_finite(sentence, j):
            break
        if tag == "comma":
            if following not in {"time", "num", "name", "quote", "prep"} and sentence.word(j + 1) != "that":
                break
            inserted = True
        if bare is None and not inserted and _begins_clause(sentence, j, i):
            bare = j
    return bare


def _opens(sentence: Sentence, j: int, i: int, takes: frozenset[str]) -> bool:
    """Whether token j opens a content by itself, after adjuncts from token i."""
    tag, word, following = sentence.tags[j], sentence.words[j], sentence.tag(j + 1)
    if word == "that":
        return following != "time"
    if tag == "quote":
        return j == i or sentence.tags[j - 1] in {"comma", "colon", "name", "word", "time", "num", "object"}
    if tag == "to":
        return "to" in takes and following in {"base", "word", "aux", "adv", "quote"}
    return (tag == "wh" or word in {"if", "whether"}) and bool(takes & {"wh", "np"})


def _begins_clause(sentence: Sentence, j: int, i: int) -> bool:
    """Whether a clause without "that" begins at token j: at a new noun phrase after the adjuncts from token i."""
    tag, previous = sentence.tags[j], sentence.tag(j - 1)
    if tag in {"pron", "sub"}:
        return clause_after(sentence, j)
    if j == i:
        return tag in {"det", "name", "word", "num"} and clause_after(sentence, j)
    new = (
        previous in {"time", "word"} if tag == "name" else tag == "det" and previous in {"time", "word", "name", "num"}
    )
    return new and clause_after(sentence, j)


def content_end(sentence: Sentence, start: int, phrase: bool = False, fronted: bool = False) -> int:
    """Where content ends that begins at `start`: at another cue of its source, a credit, an occasion or the end.

    phrase: whether the content is a noun phrase, which ends before a clause of time or reason too. fronted: whether its
    clause comes before the main one, which ends it.
    """
    j, opened = start, 0
    while j < len(sentence):
        tag = sentence.tags[j]
        if tag == "open":
            opened += 1
        elif tag == "close":
            opened -= 1
        elif tag == "semicolon" or tag == "stop" and j == len(sentence) - 1:
            return j
        elif tag == "quote" and _ends_speech(sentence, j):
            return j + 1
        elif opened <= 0 and j > start:
            if (
                fronted
                and tag in {"comma", "dash"}
                and sentence.tag(j + 1) in SUBJECTS
                and clause_after(sentence, j + 1)
            ):
                return j
            if tag in {"comma", "conj", "dash"} and (_source_goes_on(sentence, j) or _turns(sentence, j)):
                return j
            if sentence.words[j] == "according" and not _is_inserted(sentence, j):
                return j - 1 if sentence.tags[j - 1] == "comma" else j
            if tag == "prep" and leads_to_occasion(sentence, j) and (phrase or _ends_with_occasion(sentence, j)):
                return j
            if (
                phrase
                and tag == "sub"
                and sentence.words[j] in {"when", "after", "before", "while", "because", "although"}
            ):
                return j - (sentence.tags[j - 1] == "comma")
        j += 1
    return j


def _is_inserted(sentence: Sentence, i: int) -> bool:
    """Whether "according to …" at token i stands between commas within a clause."""
    if sentence.tag(i - 1) != "comma" or sentence.tag(i - 2) not in {"det", "conj", "sub", "wh"}:
        return False
    return sentence.tag(phrase_end(sentence, i + 2)) == "comma"


def _ends_speech(sentence: Sentence, i: int) -> bool:
    """Whether the quotation at token i ends the content, by its last mark and what follows: "“No,” when asked"."""
    if sentence.text[sentence.ends[i] - 2] not in ",.!?":
        return False
    return sentence.tag(i + 1) in {"sub", "ing", "prep"}


def _ends_with_occasion(sentence: Sentence, i: int) -> bool:
    return not any(is_finite(sentence, j) for j in range(i + 1, min(len(sentence), i + 15)))


def _source_goes_on(sentence: Sentence, i: int) -> bool:
    """Whether another cue of the same source follows the mark or conjunction at i: "…, adding that", "and said"."""
    j, joined = i, False
    while sentence.tag(j) in {"conj", "adv", "comma", "dash"} or (joined and sentence.tag(j) == "aux"):
        joined = joined or sentence.tags[j] == "conj"
        j += 1
    forms = cues().get(sentence.word(j), {})
    tag = sentence.tag(j)
    if tag == "ing":
        return any(cue.takes & {"that", "np"} for cue in forms.get("ing", ()))
    # "It affirmed the plan, reiterated that …, and expressed …"
    listed = tag == "past" and sentence.word(j + 1) == "that"
    if not (joined or listed) or tag not in {"past", "s"} or tag not in forms:
        return False
    return is_verb(sentence, j) and not group_of(sentence, j).passive


def _turns(sentence: Sentence, i: int) -> bool:
    """Whether the narrator goes on or somebody else speaks after the mark or conjunction at i: "and Lee said"."""
    j = i + (sentence.tags[i] == "comma")
    if sentence.tag(j) not in {"conj", "sub", "dash"}:
        return False
    if j > i and sentence.words[j] in {"but", "although", "though"}:
        return clause_after(sentence, j + 1)
    if sentence.tags[j] != "dash" and sentence.words[j] not in {"and", "but", "while"}:
        return False
    end = phrase_end(sentence, j + 1)
    while sentence.tag(end) in {"adv", "aux"}:
        end += 1
    if end == j + 1:
        return False
    forms = cues().get(sentence.word(end), {}).get(sentence.tag(end), ())
    return any("quote" in cue.takes for cue in forms) and is_verb(sentence, end)


def content_before(sentence: Sentence, end: int, floor: int = 0) -> Range | None:
    """The content that ends left of a trailing source: "[The plan is dead], officials said"."""
    while end > floor and sentence.tags[end - 1] in {"comma", "dash"}:
        end -= 1
    start = end
    depth = 0
    while start > floor:
        tag = sentence.tags[start - 1]
        if tag in {"close"}:
            depth += 1
        elif tag == "open":
            depth -= 1
        if tag in {"semicolon"} or (tag == "colon" and depth == 0):
            break
        start -= 1
    if sentence.tags[end - 1] == "quote" and all(
        sentence.tags[k] in {"conj", "comma", "quote"} for k in range(start, end)
    ):
        while sentence.tags[start] != "quote":
            start += 1
    while start < end and sentence.tags[start] in {"conj", "comma", "mark", "stop"}:
        start += 1
    return (start, end) if end > start else None
