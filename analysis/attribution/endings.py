"""Where the content of an attribution ends."""

from analysis.attribution.clauses import group_of, is_finite, is_verb
from analysis.attribution.cues import cues
from analysis.attribution.phrases import SUBJECTS, clause_after, leads_to_occasion, phrase_end
from analysis.attribution.tokens import Sentence

CONTRAST = {"but", "although", "though"}
TIME_AND_REASON = {"when", "after", "before", "while", "because", "although"}


def content_end(
    sentence: Sentence, start: int, phrase: bool = False, fronted: bool = False, relative: bool = False
) -> int:
    """Where content ends that begins at `start`: at another cue of its source, a credit, an occasion or the end.

    phrase: whether the content may be a noun phrase, which ends before a clause of time or reason too. fronted: whether
    its clause comes before the main one, which ends it. relative: whether its clause begins with "who" or "which", so
    that a comma before a verb ends it.
    """
    opened = 0
    phrase = phrase and sentence.word(start) != "that" and sentence.tag(start) not in {"wh", "sub", "to"}
    loose = phrase or sentence.tag(start) == "to"
    for j in range(start, len(sentence)):
        tag = sentence.tags[j]
        opened += (tag == "open") - (tag == "close")
        if tag == "semicolon" or (tag == "stop" and j == len(sentence) - 1):
            return j
        if tag == "quote" and _ends_speech(sentence, j, phrase):
            return j + 1
        if (
            j > start + (sentence.words[start] == "that")
            and opened <= 0
            and (_ends_at(sentence, j, phrase, loose, fronted) or (relative and _is_before_verb(sentence, j)))
        ):
            return j - (sentence.tags[j - 1] == "comma")
        phrase, loose = phrase and not is_finite(sentence, j), loose and not is_finite(sentence, j)
    return len(sentence)


def _ends_at(sentence: Sentence, j: int, phrase: bool, loose: bool, fronted: bool) -> bool:
    """Whether what begins at token j is no content any more."""
    tag = sentence.tags[j]
    if fronted and tag in {"comma", "dash"} and sentence.tag(j + 1) in SUBJECTS and clause_after(sentence, j + 1):
        return True
    if tag == "comma" and _is_credited(sentence, j):
        return True
    if tag in {"comma", "conj", "dash"}:
        return _source_goes_on(sentence, j, loose) or _turns(sentence, j, loose)
    if sentence.words[j] == "according":
        return not _is_inserted(sentence, j)
    if tag == "prep":
        return leads_to_occasion(sentence, j) and (phrase or not _goes_on_after(sentence, j))
    return phrase and sentence.words[j] in TIME_AND_REASON and _opens_clause(sentence, j)


def _is_credited(sentence: Sentence, comma: int) -> bool:
    """Whether somebody is said to say it all behind a comma: "Ruiz plans to go[, her office said]"."""
    verb = phrase_end(sentence, comma + 1)
    if verb == comma + 1 or sentence.tag(verb) not in {"past", "s", "base"}:
        return False
    forms = cues().get(sentence.words[verb], {}).get(sentence.tags[verb], ())
    told = any("person" in cue.takes for cue in forms)
    end = phrase_end(sentence, verb + 1) if told else verb + 1
    closes = sentence.tag(end) in {"comma", "stop", "end", "time"}
    return closes and any({"quote", "that"} <= cue.takes for cue in forms) and is_verb(sentence, verb)


def _is_before_verb(sentence: Sentence, comma: int) -> bool:
    """Whether the verb of another clause follows at once: "Ruiz, who hopes to run, [has left]"."""
    i = comma + 1
    while sentence.tag(i) in {"adv", "neg"}:
        i += 1
    return sentence.tags[comma] == "comma" and is_finite(sentence, i)


def _opens_clause(sentence: Sentence, i: int) -> bool:
    """Whether the word of time or reason at token i opens a clause: "when asked", "after it closed"."""
    return sentence.tag(i + 1) in {"past", "ing", "prep", "comma"} or clause_after(sentence, i + 1)


def _goes_on_after(sentence: Sentence, i: int) -> bool:
    """Whether a verb follows soon after the preposition at token i: its phrase is part of what is said."""
    return any(is_finite(sentence, j) for j in range(i + 1, min(len(sentence), i + 15)))


def _is_inserted(sentence: Sentence, i: int) -> bool:
    """Whether "according to …" at token i stands between commas within a clause."""
    if sentence.tag(i - 1) != "comma" or sentence.tag(i - 2) not in {"det", "conj", "sub", "wh"}:
        return False
    return sentence.tag(phrase_end(sentence, i + 2)) == "comma"


def _ends_speech(sentence: Sentence, i: int, phrase: bool) -> bool:
    """Whether the quotation at token i ends the content, by its last mark and what follows: "“No,” when asked"."""
    if sentence.text[sentence.ends[i] - 2] not in ",.!?":
        return False
    return sentence.tag(i + 1) in {"sub", "ing", "prep"} or (phrase and _adds_clause(sentence, i + 1))


def _adds_clause(sentence: Sentence, i: int) -> bool:
    """Whether a conjunction at token i adds a clause with a subject of its own."""
    if sentence.tag(i) != "conj" or is_finite(sentence, i + 1):
        return False
    return sentence.tag(i + 1) in SUBJECTS | {"s", "base"} and clause_after(sentence, i + 1)


def _source_goes_on(sentence: Sentence, i: int, loose: bool) -> bool:
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
    if not (joined or listed) or tag not in {"past", "s", "base"}:
        return False
    # Within a clause "he had seen it and thought of home" goes on; after a noun phrase any cue is the source's.
    loose = loose or sentence.tags[i] == "comma"
    after = j + 1 + (sentence.tag(j + 1) == "adv")
    opens = sentence.word(after) == "that" or sentence.tag(after) == "wh"
    if not any(loose or opens or "quote" in cue.takes for cue in forms.get(tag, ())):
        return False
    return is_verb(sentence, j) and not group_of(sentence, j).passive


def _turns(sentence: Sentence, i: int, loose: bool) -> bool:
    """Whether the narrator goes on or somebody else speaks after the mark or conjunction at i: "and Lee said"."""
    j = i + (sentence.tags[i] == "comma")
    if sentence.tag(j) not in {"conj", "sub", "dash"} and sentence.word(j) != "which":
        return False
    if sentence.words[j] in CONTRAST and sentence.word(j + 1) == "that" and not is_finite(sentence, j + 2):
        return False  # "said that it was lost, but that nobody was hurt"
    if j > i and sentence.words[j] in (CONTRAST | {"while", "whereas"} if loose else CONTRAST):
        return clause_after(sentence, j + 1)
    if loose and j > i and _adds_clause(sentence, j):
        return True
    if sentence.tags[j] != "dash" and sentence.words[j] not in {"and", "but", "while", "whereas", "which"}:
        return False
    end = phrase_end(sentence, j + 1)
    while sentence.tag(end) in {"adv", "aux"}:
        end += 1
    if end == j + 1:
        return False
    forms = cues().get(sentence.word(end), {}).get(sentence.tag(end), ())
    same = sentence.word(j + 1) in {"he", "she"} and sentence.tags[i] == "comma"
    speaks = any({"quote", "that"} <= cue.takes or (same and cue.kind == "speech") for cue in forms)
    return speaks and is_verb(sentence, end)
