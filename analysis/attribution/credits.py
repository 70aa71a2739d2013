"""Attributions without a reporting verb: "according to", "reportedly", a colon or a dash beside a quotation."""

from analysis.attribution.clauses import before, finite_before, is_finite
from analysis.attribution.contents import content_before
from analysis.attribution.cues import Cue
from analysis.attribution.endings import content_end
from analysis.attribution.found import Found
from analysis.attribution.phrases import clause_after, phrase_end, phrase_ending, with_apposition
from analysis.attribution.sources import main_subject, may_speak
from analysis.attribution.tokens import Sentence
from analysis.attribution.voices import speaks

QUOTATION = Cue("", (), "mark", "neutral", "speech", frozenset({"quote"}))


def by_phrase(sentence: Sentence, i: int, cue: Cue) -> Found | None:
    """According to Ruiz, …; …, according to Ruiz."""
    start = i + len(cue.particles) + 1
    end = with_apposition(sentence, phrase_end(sentence, start))
    if sentence.word(end) == "and" and sentence.word(end + 1) == "to":
        end = max(end, with_apposition(sentence, phrase_end(sentence, end + 2)))  # "to survivors and to a witness"
    if end == start or tuple(sentence.words[i + 1 : start]) != cue.particles:
        return None
    if not cue.particles and (
        sentence.tag(i - 1) not in {"comma", "end"} or sentence.tag(start) not in {"det", "name"}
    ):
        return None  # "$20 per share", but ", per the paper"
    left = before(sentence, i)
    inserted = sentence.tag(left) == "comma" and sentence.tag(left - 1) in {
        "wh",
        "sub",
        "conj",
    }  # "where, according to"
    if left < 0 or inserted or sentence.tags[left] in {"sub", "conj"} or sentence.words[left] == "that":
        begin = end + (sentence.tag(end) == "comma")
        content = (begin, content_end(sentence, begin)) if begin < len(sentence) else None
    else:
        content = content_before(sentence, i)
    if content is None or content[0] == content[1]:
        return None  # "According to Ruiz." says nothing
    return Found(sentence, [(start, end)], (i, start), [(sentence, content)], cue)


def by_noun(sentence: Sentence, i: int, cue: Cue) -> Found | None:
    """Ruiz’s claim that …; Ruiz’s view is that …; reports that …"""
    start = i + 1
    if sentence.tag(start) == "aux" and sentence.word(start + 1) == "that":
        start += 1
    opening = sentence.tag(start + 1) in {"det", "pron", "name", "num"}
    if sentence.word(start) != "that" or not (opening or clause_after(sentence, start + 1)):
        return None
    owner = i - 1
    while sentence.tag(owner) in {"word", "adv", "past", "ing"}:
        owner -= 1
    source = phrase_ending(sentence, owner) if sentence.tag(owner) == "poss" else []
    if not source and cue.kind != "report":
        return None
    return Found(sentence, source, (i, i + 1), [(sentence, (start, content_end(sentence, start)))], cue)


def by_adverb(sentence: Sentence, i: int, cue: Cue) -> Found | None:
    """The firm is reportedly ready to sell: the clause without the adverb."""
    joined = (j for j in range(i - 1, 0, -1) if sentence.tags[j] == "conj" and sentence.tags[j - 1] == "comma")
    start = next(joined, -1) + 1
    left = content_before(sentence, i)
    if left:
        left = (max(left[0], start), left[1])
    fronted = sentence.tag(left[0] if left else start) == "sub"
    right = (i + 1, content_end(sentence, i + 1, fronted=fronted)) if i + 1 < len(sentence) else None
    contents = [(sentence, content) for content in (left, right) if content and content[1] > content[0]]
    return Found(sentence, [], (i, i + 1), contents, cue) if contents else None


def by_marks(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Quotations that none of `found` holds, with the speaker whom a mark or another verb gives them."""
    more = [one for one in (_before_dash(sentence, -1), None if found else _headed(sentence)) if one]
    for i, tag in enumerate(sentence.tags):
        if tag == "quote" and not any(one.holds(i) for one in found):
            one = _after_colon(sentence, i) or _before_dash(sentence, i) or _before_verb(sentence, i)
            if one:
                more.append(one)
    return more


def _headed(sentence: Sentence) -> Found | None:
    """Sources: Acme may leave; Poll: most would go. In a text's first line, after a word for people or documents."""
    if sentence.line:
        return None
    colon = next((j for j in range(1, min(5, len(sentence))) if sentence.tags[j] == "colon"), 0)
    content = (colon + 1, content_end(sentence, colon + 1)) if 0 < colon < len(sentence) - 1 else (0, 0)
    if not speaks(sentence.word(colon - 1)) or not any(is_finite(sentence, j) for j in range(*content)):
        return None
    if any(is_finite(sentence, j) or sentence.tags[j] == "quote" for j in range(colon + 2)):
        return None
    return Found(sentence, [(0, colon)], (colon, colon + 1), [(sentence, content)], QUOTATION)


def _after_colon(sentence: Sentence, i: int) -> Found | None:
    """The mayor was blunt: “…”"""
    if sentence.tag(i - 1) != "colon":
        return None
    clause = main_subject(sentence, i - 1) if finite_before(sentence, i - 1) >= 0 else []
    source = clause if clause and may_speak(sentence, clause) else phrase_ending(sentence, i - 1)
    content = (i, content_end(sentence, i))
    return Found(sentence, source, (i - 1, i), [(sentence, content)], QUOTATION) if source else None


def _before_dash(sentence: Sentence, i: int) -> Found | None:
    """“…” — Ana Ruiz, reader; where her name is a sentence of its own, the quotation ends the one before."""
    dash = i + 1 + (sentence.tag(i + 1) == "stop")
    if sentence.tag(dash) != "dash" or sentence.tag(dash + 1) != "name":
        return None
    end = with_apposition(sentence, phrase_end(sentence, dash + 1))
    content = [(sentence, (i, i + 1))] if i >= 0 else []
    closed = sentence.tag(end) in {"end", "stop"}
    return Found(sentence, [(dash + 1, end)], (dash, dash + 1), content, QUOTATION) if closed else None


def _before_verb(sentence: Sentence, i: int) -> Found | None:
    """“…,” Ruiz deadpanned; “…,” deadpanned Ruiz: after a quotation that a comma or ? ends, any verb will do."""
    if sentence.text[sentence.ends[i] - 2] not in ",?!" or i > 1:
        return None
    start = i + 1
    if sentence.tag(start) in {"past", "s"}:
        verb, source = start, [(start + 1, with_apposition(sentence, phrase_end(sentence, start + 1)))]
    else:
        verb = phrase_end(sentence, start)
        source = [(start, verb)]
        while sentence.tag(verb) == "adv":
            verb += 1
    if source[0][0] == source[0][1] or sentence.tag(verb) not in {"past", "s"} or not is_finite(sentence, verb):
        return None
    speech = Found(sentence, source, (verb, verb + 1), [(sentence, (i, i + 1))], QUOTATION)
    return speech if may_speak(sentence, source) else None
