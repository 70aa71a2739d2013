"""Attributions by a verb: "Ruiz said that …", "“…,” said Ruiz", "…, Ruiz told the paper", "is said to"."""

from dataclasses import replace

from analysis.attribution.clauses import Group, before, group_of, is_finite, light_verbs
from analysis.attribution.contents import content_after, content_before, is_relative
from analysis.attribution.cues import Cue, cues
from analysis.attribution.endings import content_end
from analysis.attribution.found import Found
from analysis.attribution.lexicon import word_list
from analysis.attribution.passives import by_agent, by_passive, is_headline_passive, names_agent, said_to
from analysis.attribution.phrases import SUBJECTS, begins_time, phrase_end, phrase_ending, with_apposition
from analysis.attribution.sources import may_speak, subject_of
from analysis.attribution.tokens import Range, Sentence

AFTER_SPEAKER = {"comma", "colon", "semicolon", "dash", "stop", "end"}
AFTER_SPEAKER |= {"prep", "conj", "sub", "wh", "adv", "time", "ing"}
PLAIN = {"say", "tell", "write"}  # of which whatever is their subject is a source
NOBODY = {"neither", "none", "no", "nobody", "nor"}
CONDITIONAL = {"would", "could", "may", "might", "should", "must", "can", "'d"}


def by_verb(sentence: Sentence, i: int, cue: Cue, found: list[Found]) -> Found | None:
    """The attribution that the verb at token i makes with a cue; `found` are those before it in the sentence."""
    after = i + 1 + len(cue.particles)
    if tuple(sentence.words[i + 1 : after]) != cue.particles:
        return None
    group = _with_light_verb(sentence, group_of(sentence, i))
    if group is None or _is_hypothetical(sentence, group, cue) or _is_participle(sentence, group, after):
        return None
    span = (group.first, after)
    if "silence" in cue.takes:
        return _silence(sentence, group, cue)
    if names_agent(sentence, group, after):
        return by_agent(sentence, group, cue, span)
    if group.passive:
        return by_passive(sentence, group, cue, span)
    if is_headline_passive(sentence, group, cue, after):
        return said_to(sentence, group, cue, span)
    return _inverted(sentence, group, span, cue) or _by_subject(sentence, group, span, cue, found)


def _is_hypothetical(sentence: Sentence, group: Group, cue: Cue) -> bool:
    """Whether a conditional keeps the verb from being said: "might say", "will publish", but not "wouldn’t say"."""
    helpers = sentence.words[group.first : group.last]
    if cue.lemma == "publish" and "will" in helpers:
        return True
    return bool(CONDITIONAL.intersection(helpers)) and not group.negated and "only" not in helpers


def _by_subject(sentence: Sentence, group: Group, span: Range, cue: Cue, found: list[Found]) -> Found | None:
    """Ruiz said that …; …, Ruiz said; Ruiz asked: with the subject for a source."""
    source = _shared(sentence, group, found) or subject_of(sentence, group)
    if source and sentence.word(source[0][0] - 1) == "than":
        return None  # "more than it admits"
    if not source or (cue.lemma not in PLAIN and not may_speak(sentence, source)):
        return None
    after = span[1]
    content = content_after(sentence, after, cue, source)
    if group.finite and cue.takes & {"that", "quote"}:
        around = _around(sentence, source, cue, after, content)
        if around:
            return Found(sentence, source, span, around, cue)
    if sentence.word(source[0][0] - 1) == "which" and "that" in cue.takes:
        return _of_relative(sentence, source, span, cue, content)
    if content is None:
        # The quotation stands before or after this sentence: "Ruiz replied:"
        alone = sentence.tag(source[0][0] - 1) == "end" or sentence.tag(after) == "colon"
        return Found(sentence, source, span, [], cue) if alone and "quote" in cue.takes and group.finite else None
    if word_list("unnamed") & set(sentence.words[content[0] : content[0] + 5]):
        return None  # "who asked not to be named"
    if not cue.takes & {"that", "np", "wh", "to", "sum"} and sentence.tags[content[0]] != "quote":
        return None
    return Found(sentence, source, span, [(sentence, content)], cue)


def _of_relative(sentence: Sentence, source: list[Range], span: Range, cue: Cue, content: Range | None) -> Found | None:
    """A deal, which the paper says could be signed soon; a deal, which the paper reported first."""
    which, after = source[0][0] - 1, span[1]
    if content is None and is_finite(sentence, after):
        content = (after, content_end(sentence, after))
    said = [content] if content else phrase_ending(sentence, which - (sentence.tag(which - 1) == "comma"))
    contents = [(sentence, (which, which + 1)), *((sentence, part) for part in said)]
    return Found(sentence, source, span, sorted(contents, key=lambda part: part[1]), cue)


def _is_participle(sentence: Sentence, group: Group, after: int) -> bool:
    """Whether the verb only describes the subject of the verb after it: "officials [briefed on the plan] said"."""
    bare = group.first == group.last and sentence.tags[group.last] == "past" and sentence.tag(after) == "prep"
    return bare and is_finite(sentence, phrase_end(sentence, after + 1))


def _with_light_verb(sentence: Sentence, group: Group) -> Group | None:
    """The group with a verb like "try" or "go on" before its infinitive; None for another infinitive."""
    if not group.infinitive:
        return group
    governing = before(sentence, group.first)
    if governing < 0 or sentence.words[governing] not in light_verbs():
        return None
    return replace(group_of(sentence, governing), last=group.last)


def _shared(sentence: Sentence, group: Group, found: list[Found]) -> list[Range]:
    """The source of the attribution before, where this cue goes on from its content: "said it would, [adding that]"."""
    left = before(sentence, group.first)
    if sentence.tag(left) in {"conj", "comma", "dash"}:
        for one in reversed(found):
            ends = {one.cue[1], *(bounds[1] for part, bounds in one.content if part is sentence)}
            tags = {sentence.tags[group.first], sentence.tags[one.cue[0]]}  # "who want … and hopes" have two subjects
            if sentence.tags[left] == "comma" and one.source and sentence.tags[one.source[-1][0]] == "wh":
                continue  # "Ruiz, who said he hopes to win, told"
            if ends & {left, left - 1} and tags != {"base", "s"}:
                return one.source
    return []


def _inverted(sentence: Sentence, group: Group, span: Range, cue: Cue) -> Found | None:
    """“…,” said Ruiz, the mayor. “…”"""
    left = before(sentence, group.first)
    addressed = "person" in cue.takes and sentence.tag(left) != "quote"
    if "quote" not in cue.takes or not group.finite or addressed:
        return None
    starts = SUBJECTS | ({"base", "s", "past"} if sentence.tag(left) == "quote" else set())
    if sentence.tag(left) not in {"quote", "comma"} or sentence.tag(span[1]) not in starts:
        return None
    end = phrase_end(sentence, span[1])
    content = content_before(sentence, span[0])
    if end == span[1] or sentence.tag(end) not in AFTER_SPEAKER or not content:
        return None
    if sentence.tag(end) == "adv" and is_finite(sentence, end + 1):
        return None  # "Ruiz, the mayor, said builders then left"
    if sentence.tags[left] == "comma":
        clause = "that" in cue.takes and any(is_finite(sentence, k) for k in range(*content))
        quoted = sentence.tags[left - 1] == "quote"
        rest = (end + 1, content_end(sentence, end + 1)) if sentence.tag(end) == "comma" else (end, end)
        if cue.lemma == "say" and not clause and not quoted and any(is_finite(sentence, k) for k in range(*rest)):
            return Found(
                sentence, [(span[1], end)], span, [(sentence, content), (sentence, rest)], cue
            )  # "No, says Ruiz,"
        if not quoted and not (clause and may_speak(sentence, [(span[1], end)])):
            return None
    end = with_apposition(sentence, end)
    return Found(sentence, [(span[1], end)], span, [(sentence, content), *_resumed(sentence, end)], cue)


def _around(
    sentence: Sentence, source: list[Range], cue: Cue, after: int, content: Range | None
) -> list[tuple[Sentence, Range]]:
    """Content before its source ("…, Ruiz said"), with what goes on after it; empty where it only follows."""
    begin = source[0][0]
    if sentence.word(begin - 1) == "as" and (content is None or sentence.tag(after) == "comma"):
        return _as_said(sentence, begin - 1, after)
    left = sentence.tag(begin - 1)
    followed = sentence.tag(after) in SUBJECTS and not begins_time(sentence, after)
    if content is None and "person" not in cue.takes and followed:
        return []
    direct = left == "quote" and (content is None or _leads(sentence, begin - 1))
    if left not in {"comma", "quote", "dash"}:
        return []
    said = content_before(sentence, begin)
    inserted = said and sentence.tag(said[0]) in SUBJECTS and is_finite(sentence, _comma_after(sentence, said, after))
    if not (direct or content is None or inserted or sentence.tag(after) == "comma"):
        return []
    if not said or ("that" not in cue.takes and sentence.tags[said[1] - 1] != "quote"):
        return []
    if sentence.tags[said[1] - 1] == "quote":
        return [(sentence, said), *_resumed(sentence, after)]
    if sentence.tag(after + 1) == "ing" and sentence.words[after + 1] in cues():
        return [(sentence, said)]
    rest = _comma_after(sentence, said, after)
    if rest < len(sentence):
        return [(sentence, said), (sentence, (rest, content_end(sentence, rest)))]
    return [(sentence, said)]


def _comma_after(sentence: Sentence, said: Range, after: int) -> int:
    """Where content goes on after its source: at once ("…, he said, …"), or where what came before lacks its verb."""
    if sentence.tag(after) == "comma":
        return after + 1
    if sentence.word(after - 1) == "told":
        told = phrase_end(sentence, after)
        if sentence.tag(told) == "comma" and sentence.tag(told + 1) in {"conj", "sub"}:
            return told + 1  # "…, Ruiz told reporters, because …"
    if any(is_finite(sentence, k) for k in range(*said)):
        return len(sentence)
    commas = (j for j in range(after, min(len(sentence), after + 12)) if sentence.tags[j] == "comma")
    return next(commas, len(sentence)) + 1


def _as_said(sentence: Sentence, i: int, after: int) -> list[tuple[Sentence, Range]]:
    """The content of "as Ruiz said" at token i: what stands before it, or after the comma."""
    said = content_before(sentence, i)
    if said and sentence.tag(i - 1) == "quote":
        said = (i - 1, i)  # "…, and called it “dead,” as Ruiz said"
    if said and not (sentence.tag(after) == "comma" and sentence.tag(after + 1) == "quote"):
        return [(sentence, said)]
    marks = (j for j in range(after, min(len(sentence), after + 12)) if sentence.tags[j] in {"comma", "colon"})
    rest = next(marks, len(sentence)) + 1
    return [(sentence, (rest, content_end(sentence, rest)))] if rest < len(sentence) else []


def _leads(sentence: Sentence, quote: int) -> bool:
    """Whether a quotation begins its sentence, but for a conjunction."""
    return all(sentence.tags[k] in {"conj", "adv", "comma", "quote"} for k in range(quote))


def _resumed(sentence: Sentence, start: int) -> list[tuple[Sentence, Range]]:
    """The quotation after a speaker, if it goes on from the one before."""
    for j in range(start, len(sentence)):
        if sentence.tags[j] == "quote":
            introduced = sentence.word(j - 2) in cues() and j - 2 >= start
            goes_on = j == start or (sentence.tags[j - 1] in {"comma", "dash", "stop"} and not introduced)
            return [(sentence, (j, content_end(sentence, j)))] if goes_on else []
    return []


def _silence(sentence: Sentence, group: Group, cue: Cue) -> Found | None:
    """Ruiz did not respond to a request; neither company has commented; Ruiz could not be reached for comment."""
    source = subject_of(sentence, group)
    end = content_end(sentence, group.last, relative=is_relative(sentence, source))
    words = set(sentence.words[group.last : end])
    if not source or not words & word_list("request"):
        return None
    if not (group.negated or cue.particles or sentence.words[source[0][0]] in NOBODY):
        return None
    first = group.last if group.first < group.last else group.last + 1
    return Found(sentence, source, (group.first, first), [(sentence, (first, end))], cue) if first < end else None
