"""Attributions in the passive: "the plan was criticised by Ruiz", "it was reported that", "Ruiz is said to"."""

from analysis.attribution.clauses import Group, before
from analysis.attribution.contents import content_after, content_before
from analysis.attribution.cues import Cue
from analysis.attribution.endings import content_end
from analysis.attribution.found import Found
from analysis.attribution.phrases import phrase_end, phrase_ending, with_apposition
from analysis.attribution.sources import may_speak, subject_of
from analysis.attribution.tokens import Range, Sentence


def names_agent(sentence: Sentence, group: Group, after: int) -> bool:
    """Whether "by" follows a participle, in the passive also after its complement: "is considered unlikely by"."""
    if sentence.word(after) == "by":
        return sentence.tags[group.last] in {"past", "participle"} and sentence.tag(after + 1) != "ing"
    reach = range(after, min(len(sentence), after + 5)) if group.passive else ()
    for j in reach:
        if sentence.words[j] == "by":
            return True
        if sentence.tags[j] not in {"word", "adv", "past", "ing", "base", "det"} or sentence.words[j] == "that":
            return False
    return False


def by_agent(sentence: Sentence, group: Group, cue: Cue, span: Range) -> Found | None:
    """The plan was criticised by Ruiz; a deal is considered unlikely by analysts; the talks, first reported by …"""
    by = next(j for j in range(span[1], len(sentence)) if sentence.words[j] == "by")
    left = before(sentence, group.first)
    subject = phrase_ending(sentence, left + (sentence.tag(left) not in {"comma", "dash"}))
    agent = (by + 1, with_apposition(sentence, phrase_end(sentence, by + 1)))
    if agent[0] == agent[1] or not subject or not _may_be_object(cue) or not may_speak(sentence, [agent]):
        return None
    if sentence.word(agent[1]) == "as" and sentence.tag(agent[1] + 1) == "ing":
        return None  # "was quoted by the paper as saying": the verb that follows is the cue
    complement = [(sentence, (span[1], by))] if by > span[1] else []
    return Found(sentence, [agent], span, [(sentence, subject[0]), *complement], cue)


def _may_be_object(cue: Cue) -> bool:
    """Whether what a cue is about may be its subject in the passive: "reported by", but not "seen by"."""
    return "np" in cue.takes or ("that" in cue.takes and cue.kind != "thought")


def by_passive(sentence: Sentence, group: Group, cue: Cue, span: Range) -> Found | None:
    """It was reported that …; …, it is understood; Ruiz is said to …; Ruiz was told that …: no source is named."""
    if sentence.tag(span[1]) == "to":
        if sentence.tag(span[1] + 1) in {"prep", "comma", "stop", "end"}:
            return None  # "will be written to by Monday"
        return said_to(sentence, group, cue, span)
    if sentence.word(span[1]) == "as" and sentence.tag(span[1] + 1) == "ing":
        return None  # "was quoted as saying": the verb that follows is the cue
    subject = before(sentence, group.first)
    if sentence.word(subject) == "it" and sentence.tag(subject - 1) == "comma" and "that" in cue.takes:
        said = content_before(sentence, subject)
        return said and Found(sentence, [], span, [(sentence, said)], cue)
    content = content_after(sentence, span[1], cue, [])
    if not content:
        return _to_whom(sentence, group, cue, span)
    opening = sentence.tags[content[0]]
    if opening in {"wh", "sub", "quote"} or sentence.words[content[0]] == "that":
        return Found(sentence, [], span, [(sentence, content)], cue)
    return None


def _to_whom(sentence: Sentence, group: Group, cue: Cue, span: Range) -> Found | None:
    """The bridge may close, the council was told: no source is named, but those who heard it."""
    told = phrase_ending(sentence, before(sentence, group.first) + 1)
    if "person" not in cue.takes or "that" not in cue.takes or not told or sentence.tag(told[0][0] - 1) != "comma":
        return None
    said = content_before(sentence, told[0][0]) if sentence.tag(span[1]) in {"comma", "stop", "end", "time"} else None
    return said and Found(sentence, [], span, [(sentence, said)], cue)


def is_headline_passive(sentence: Sentence, group: Group, cue: Cue, after: int) -> bool:
    """Whether a headline leaves out "is": "Acme said to consider a sale"."""
    bare = group.first == group.last and sentence.tags[group.last] == "past" and sentence.tag(after) == "to"
    return bare and "that" in cue.takes and "to" not in cue.takes and sentence.tag(after + 1) in {"base", "aux"}


def said_to(sentence: Sentence, group: Group, cue: Cue, span: Range) -> Found | None:
    """Ruiz is said to be leaving: the subject and the infinitive are the content."""
    subject = subject_of(sentence, group)
    content = (span[1], content_end(sentence, span[1]))
    # "Ruiz was asked to leave" is no hearsay.
    if not subject or "person" in cue.takes or not cue.takes & {"that", "to"}:
        return None
    return Found(sentence, [], span, [(sentence, subject[0]), (sentence, content)], cue)
