"""Where the content of an attribution stands: after its cue, or before its source."""

from analysis.attribution.clauses import BREAKS, is_finite
from analysis.attribution.cues import Cue
from analysis.attribution.endings import content_end
from analysis.attribution.lexicon import word_list
from analysis.attribution.phrases import begins_time, clause_after, leads_to_occasion, phrase_end
from analysis.attribution.tokens import Range, Sentence
from analysis.attribution.voices import voices

STARTS = {"det", "pron", "name", "word", "num", "object", "poss", "mark", "time"}  # tags that a content may begin with
STARTS |= {"quote", "wh", "adv", "sub", "ing", "past", "base", "s"}
APPROXIMATE = {"at", "about", "over", "around", "under"}
LONGEST_DATELINE = 14  # tokens
REACH = 25  # tokens in which a content must begin after its cue


def content_after(sentence: Sentence, i: int, cue: Cue, source: list[Range]) -> Range | None:
    """The content that follows a cue whose last word stands before token i, or None; source is empty in the passive."""
    if "sum" in cue.takes:
        return _sum(sentence, i)
    start = _start(sentence, i, cue, not source)
    if start is None or ("thing" in cue.takes and _is_person(sentence, start)):
        return None
    end = content_end(
        sentence, start, "np" in cue.takes, _is_fronted(sentence, source), is_relative(sentence, source, i)
    )
    return (start, end) if end > start and _is_complete(sentence, start, end, cue) else None


def _is_complete(sentence: Sentence, start: int, end: int, cue: Cue) -> bool:
    """Whether content is what its cue takes: a clause has its verb, but for cues that take a noun phrase too."""
    if cue.takes & {"np", "quote"} or sentence.tags[start] in {"wh", "sub", "to", "quote"}:
        return True
    return sentence.words[start] == "that" or any(is_finite(sentence, j) for j in range(start, end))


def _is_fronted(sentence: Sentence, source: list[Range]) -> bool:
    """Whether the cue's clause comes before the main one: "When Ruiz said that …, Lee laughed"."""
    return (
        bool(source)
        and sentence.tag(source[0][0] - 1) == "sub"
        and sentence.tag(source[0][0] - 2) in {"end", "conj", "comma", "adv"}
    )


def _sum(sentence: Sentence, i: int) -> Range | None:
    """The content of "put [the cost to the company at about $3 million]"."""
    for j in range(i + 1, min(len(sentence), i + REACH)):
        if sentence.words[j] == "at" and any(sentence.tags[k] == "num" for k in range(j, min(len(sentence), j + 5))):
            return (i, content_end(sentence, i, phrase=True))
        if sentence.tags[j] in {*BREAKS, "comma", "quote"} or is_finite(sentence, j):
            return None
    return None


def _is_person(sentence: Sentence, start: int) -> bool:
    """Whether a noun phrase is about somebody by what they are: "dismissed [her finance minister]"."""
    if sentence.tags[start] not in {"det", "word", "name"}:
        return False
    end = phrase_end(sentence, start)
    head = sentence.words[end - 1] if end > start else ""
    return any(head in voices()[kind] for kind in ("title", "role", "unnamed"))


def is_relative(sentence: Sentence, source: list[Range], after: int = -1) -> bool:
    """Whether the clause of a cue that ends before token `after` stands between commas: with "who" or an -ing form."""
    if not source:
        return False
    if sentence.tag(after - 1) == "ing" and sentence.tag(after - 2) == "comma":
        return True  # "Acme, citing losses, said"
    start, end = source[-1]
    pronoun = start if end == start + 1 and sentence.tags[start] == "wh" else start - 1
    return sentence.tag(pronoun) == "wh" and sentence.tag(pronoun - 1) in {"comma", "prep"}


def _start(sentence: Sentence, i: int, cue: Cue, passive: bool) -> int | None:
    takes = cue.takes
    while sentence.tag(i) == "adv" and sentence.word(i) not in {"then", "there"}:
        i += 1
    tag, word = sentence.tag(i), sentence.word(i)
    if word == "there" and "that" in takes:
        return i
    if tag == "neg" and sentence.tag(i + 1) == "to" and "to" in takes:
        return i
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
    if word in APPROXIMATE and not leads_to_occasion(sentence, i) and takes & {"that", "np"}:
        return i
    if word in {"despite", "if", "unless", "although"} and "that" in takes:
        return i
    if tag == "quote":
        return i if takes & {"that", "quote", "np"} else None
    if word in {"itself", "themselves"} and "person" not in takes:
        return None
    if tag == "sub" and (begins_time(sentence, i + 1) or sentence.tag(i + 1) == "num"):
        return _start_after_adjuncts(sentence, i, takes) if clausal else None  # "insisted until last week that"
    if tag in {"wh", "sub"}:
        asked = takes & {"wh", "np"} or (word in {"if", "whether", "how", "why", "what"} and "that" in takes)
        return i if asked else None
    if "person" in takes:
        person, i = i, i if passive else _after_person(sentence, i)
        if i is None:
            return None
        wanted = (j for j in range(person + 1, i) if sentence.words[j] == "for" and "for" in takes)
        start = _start_after_adjuncts(sentence, i, takes)
        return next(wanted, None) if start is None else start  # "asked the agency [for a report]"
    dated = begins_time(sentence, i)
    if dated or (tag in {"prep", "to"} and clausal):
        return _start_after_adjuncts(sentence, i, takes) if clausal else None
    if tag in STARTS and takes & {"that", "np"}:
        return i
    return None


def _after_parenthesis(sentence: Sentence, comma: int) -> int | None:
    """The content after a cue and a phrase between commas: "said, in an interview, that"."""
    if sentence.tag(comma + 1) not in {"prep", "adv", "time", "ing", "sub"}:
        return None
    for j in range(comma + 2, min(len(sentence), comma + 25)):
        if sentence.tags[j] == "comma" and (sentence.word(j + 1) == "that" or sentence.tag(j + 1) == "quote"):
            return j + 1
        if sentence.tags[j] in BREAKS:
            return j + 1 if sentence.tag(j + 1) == "quote" else None
    return None


def _after_person(sentence: Sentence, i: int) -> int | None:
    """The token after the one addressed: "told [the paper] that", "urged [voters] to"; i where nobody is."""
    tag = sentence.tag(i)
    if tag == "object":
        return i + 1
    if tag in {"det", "word", "name", "num", "poss", "ing", "base", "s"}:
        j = i + 1
        while j < len(sentence) and _is_of_person(sentence, j):
            j += 1
        return i if is_finite(sentence, j) else j
    return i if tag in {"quote", "wh", "comma", "colon", "pron"} else None


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
        relative = sentence.tag(j - 1) == "word" and sentence.tag(j + 1) == "modal"  # "in a deal that would"
        return following != "time" and not relative
    if tag == "quote":
        return j == i or sentence.tags[j - 1] in {"comma", "colon", "name", "word", "time", "num", "object"}
    if tag == "to":
        return "to" in takes and following in {"base", "word", "aux", "adv", "quote"}
    return (tag == "wh" or word in {"if", "whether"}) and bool(takes & {"wh", "np"})


def _begins_clause(sentence: Sentence, j: int, i: int) -> bool:
    """Whether a clause without "that" begins at token j: at a new noun phrase after the adjuncts from token i."""
    tag, previous = sentence.tags[j], sentence.tag(j - 1)
    if tag in {"pron", "sub"}:
        close = j == i or previous in {"time", "name", "num"} or sentence.words[j - 1] in word_list("occasion")
        return close and clause_after(sentence, j)
    if j == i:
        return tag in {"det", "name", "word", "num"} and clause_after(sentence, j)
    new = (
        previous in {"time", "word"} if tag == "name" else tag == "det" and previous in {"time", "word", "name", "num"}
    )
    return new and clause_after(sentence, j)


def content_before(sentence: Sentence, end: int) -> Range | None:
    """The content that ends left of a trailing source: "[The plan is dead], officials said"."""
    while end > 0 and sentence.tags[end - 1] in {"comma", "dash"}:
        end -= 1
    start, depth = end, 0
    while start > 0:
        tag = sentence.tags[start - 1]
        depth += (tag == "close") - (tag == "open")
        if tag == "semicolon" or (tag == "colon" and depth == 0):
            break
        start -= 1
    start = max(start, _after_dateline(sentence))
    while start < end and sentence.tags[start] in {"conj", "comma", "mark", "stop"}:
        start += 1
    return (start, end) if end > start else None


def _after_dateline(sentence: Sentence) -> int:
    """The token behind the place and agency at the start of a report: "LEEDS, March 3 (Reuters) – "; else 0."""
    if not sentence.text[sentence.starts[0] : sentence.ends[0]].isupper():
        return 0
    for j in range(min(len(sentence), LONGEST_DATELINE)):
        if sentence.tags[j] == "dash":
            return j + 1
        if sentence.tags[j] not in {"name", "time", "num", "comma", "stop", "open", "close"}:
            return 0
    return 0
