"""Attributions of a text: source, cue and content of each construction that credits a statement."""

from dataclasses import dataclass

from analysis.attribution.clauses import Group, before, finite_before, group_of, is_verb
from analysis.attribution.contents import content_after, content_before, content_end
from analysis.attribution.cues import Cue, cues
from analysis.attribution.outlets import credited
from analysis.attribution.sources import main_subject, phrase_end, phrase_ending, subject_of, with_apposition
from analysis.attribution.tokens import Sentence, sentences
from analysis.attribution.voices import source_type
from analysis.language import Span

AFTER_SPEAKER = {
    "comma",
    "end",
    "stop",
    "prep",
    "conj",
    "adv",
    "time",
    "colon",
    "semicolon",
    "dash",
    "sub",
    "ing",
    "wh",
}
COLON = Cue(":", (), "phrase", "neutral", "speech", frozenset({"quote"}))
Range = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Who (source) reports (cue) what (content), as spans; certainty: plain, reported, hedged or denied."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    form: str
    source_type: str
    certainty: str
    origin: str | None


@dataclass(slots=True)
class Found:
    """An attribution as ranges of tokens of a sentence; a later sentence may add a quotation to its content."""

    sentence: Sentence
    source: list[Range]
    cue: list[Range]
    content: list[tuple[Sentence, Range]]
    cues: Cue
    negated: bool = False


def find_attributions(text: str) -> list[Attribution]:
    """Attributions in reading order."""
    found: list[Found] = []
    speaker, previous = None, None
    for sentence in sentences(text):
        same = previous is not None and previous.line == sentence.line
        here = _of_sentence(sentence)
        for one in here:
            if not one.content and same and previous.tags[-1] == "quote":
                one.content.append((previous, (len(previous) - 1, len(previous))))
                if speaker and speaker.content[-1][0] is previous:
                    speaker.content.pop()
        here = [one for one in here if one.content]
        end = len(sentence) - (sentence.tags[-1] == "stop")
        if not here and speaker and sentence.tags[0] == "quote" and (same or end == 1):
            speaker.content.append((sentence, (0, end)))
        else:
            found += here
            quoted = [one for one in here if _is_quoting(one)]
            speaker = quoted[-1] if quoted else here[-1] if here else None
        previous = sentence
    return [attribution for one in found if (attribution := _as_attribution(text, one))]


def _is_quoting(one: Found) -> bool:
    return any(_has_quote(sentence, bounds) for sentence, bounds in one.content)


def _of_sentence(sentence: Sentence) -> list[Found]:
    found: list[Found] = []
    known = cues()
    for i, word in enumerate(sentence.words):
        if word not in known:
            continue
        forms = known[word]
        tag = sentence.tags[i]
        one = None
        if "phrase" in forms and sentence.word(i + 1) == "to":
            one = _credit(sentence, i, forms["phrase"][0])
        elif "adverb" in forms:
            one = _adverb(sentence, i, forms["adverb"][0])
        elif (tag in forms or (tag == "past" and "participle" in forms)) and is_verb(sentence, i):
            one = _verb(sentence, i, forms.get(tag) or forms["participle"], found)
        if one:
            found.append(one)
    return found + _after_colons(sentence, found)


def _after_colons(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Quotations that only a colon introduces: "The mayor was blunt: “…”"."""
    held = {k for one in found for part, bounds in one.content if part is sentence for k in range(*bounds)}
    more = []
    for i in range(len(sentence) - 1):
        if sentence.tags[i] == "colon" and sentence.tags[i + 1] == "quote" and i + 1 not in held:
            clause = main_subject(sentence, i) if finite_before(sentence, i) >= 0 else []
            source = clause or phrase_ending(sentence, i)
            if source:
                content = (i + 1, content_end(sentence, i + 1))
                more.append(Found(sentence, source, [(i, i + 1)], [(sentence, content)], COLON))
    return more


def _verb(sentence: Sentence, i: int, options: tuple[Cue, ...], found: list[Found]) -> Found | None:
    group = group_of(sentence, i)
    for cue in options:
        after = i + 1 + len(cue.particles)
        if tuple(sentence.words[i + 1 : after]) == cue.particles:
            one = _with_verb(sentence, group, cue, after, found)
            if one:
                return one
    return None


def _with_verb(sentence: Sentence, group: Group, cue: Cue, after: int, found: list[Found]) -> Found | None:
    if group.infinitive:
        return None
    span = [(group.first, after)]
    clausal = bool(cue.takes & {"that", "quote"})
    left = before(sentence, group.first)
    # “…,” said Ruiz
    if clausal and not group.passive and sentence.tag(left) in {"quote", "comma", "end"} and group.finite:
        inverted = _inverted(sentence, group, cue, after)
        if inverted:
            return inverted
    source = _shared(sentence, left, found) or subject_of(sentence, group)
    content = content_after(sentence, after, cue, group.passive)
    if group.passive:
        return _passive(sentence, group, cue, after, source, content)
    if source and clausal and group.finite:
        begin = source[0][0]
        direct = sentence.tag(begin - 1) == "quote"
        if direct or content is None or sentence.tag(after) == "comma":
            trailing = _trailing(sentence, source, after, cue, span)
            if trailing:
                return trailing
    if content is None:
        if source and group.finite and "quote" in cue.takes and sentence.tag(source[0][0] - 1) == "end":
            return Found(sentence, source, span, [], cue, group.negated)
        return None
    if not (cue.takes & {"that", "np", "wh", "to"}) and not _has_quote(sentence, content):
        return None
    if not source and group.finite:
        return None
    return Found(sentence, source, span, [(sentence, content)], cue, group.negated)


def _shared(sentence: Sentence, left: int, found: list[Found]) -> list[Range]:
    """The source of the attribution before, where this cue goes on from its content: "said it would, [adding that]"."""
    if sentence.tag(left) in {"conj", "comma", "dash"}:
        for one in reversed(found):
            end = one.content[-1][1][1] if one.content else -1
            if end in {left, left - 1} and one.content[-1][0] is sentence:
                return one.source
    return []


def _has_quote(sentence: Sentence, content: Range) -> bool:
    return any(sentence.tags[k] == "quote" for k in range(*content))


def _inverted(sentence: Sentence, group: Group, cue: Cue, after: int) -> Found | None:
    start = after
    if sentence.tag(start) not in {"name", "det", "pron", "word", "num", "time"} or sentence.word(start) == "that":
        return None
    end = phrase_end(sentence, start)
    if end <= start or sentence.tag(end) not in AFTER_SPEAKER:
        return None
    content = content_before(sentence, group.first)
    if not content:
        return None
    if (
        sentence.tag(before(sentence, group.first)) == "comma"
        and sentence.tag(before(sentence, group.first) - 1) == "end"
    ):
        return None
    end = with_apposition(sentence, end)
    contents = [(sentence, content)]
    contents += _goes_on(sentence, end)
    return Found(sentence, [(start, end)], [(group.first, after)], contents, cue, group.negated)


def _goes_on(sentence: Sentence, end: int) -> list[tuple[Sentence, Range]]:
    """What of the sentence's rest belongs to the content again: a quotation after the speaker."""
    for j in range(end, len(sentence)):
        if sentence.tags[j] == "quote":
            if sentence.tags[j - 1] in {"comma", "colon", "dash", "stop"} or j == end:
                return [(sentence, (j, content_end(sentence, j)))]
            return []
    return []


def _trailing(sentence: Sentence, source: list[Range], after: int, cue: Cue, span: list[Range]) -> Found | None:
    """Content before its source: "…, Ruiz said", with what goes on after it."""
    begin = source[0][0]
    left = sentence.tag(begin - 1)
    if left not in {"comma", "quote", "dash"}:
        return None
    content = content_before(sentence, begin)
    if not content:
        return None
    contents = [(sentence, content)]
    if sentence.tags[content[1] - 1] == "quote":
        contents += _goes_on(sentence, after)
    elif sentence.tag(after) == "comma":
        contents.append((sentence, (after + 1, content_end(sentence, after + 1))))
    return Found(sentence, source, span, contents, cue)


def _passive(sentence, group, cue, after, subject, content) -> Found | None:
    span = [(group.first, after)]
    if sentence.word(after) == "by":
        end = phrase_end(sentence, after + 1)
        if end > after + 1 and subject and "np" in cue.takes:
            agent = (after + 1, with_apposition(sentence, end))
            return Found(sentence, [agent], span, [(sentence, subject[0])], cue, group.negated)
        return None
    if not content:
        return None
    contents = [(sentence, content)]
    if sentence.tags[content[0]] == "to" and subject:
        contents.insert(0, (sentence, subject[0]))
    elif not cue.takes & {"that", "wh"}:
        return None
    return Found(sentence, [], span, contents, cue, group.negated)


def _credit(sentence: Sentence, i: int, cue: Cue) -> Found | None:
    """According to somebody."""
    start = i + 2
    end = phrase_end(sentence, start)
    if end <= start:
        return None
    full = with_apposition(sentence, end)
    if before(sentence, i) < 0 or sentence.tag(before(sentence, i)) in {"sub", "conj"}:
        begin = full + 1 if sentence.tag(full) == "comma" else full
        if begin < len(sentence):
            content = (begin, content_end(sentence, begin))
            return Found(sentence, [(start, full)], [(i, i + 2)], [(sentence, content)], cue)
        return None
    content = content_before(sentence, i)
    return content and Found(sentence, [(start, full)], [(i, i + 2)], [(sentence, content)], cue)


def _adverb(sentence: Sentence, i: int, cue: Cue) -> Found | None:
    left = content_before(sentence, i)
    right = (i + 1, content_end(sentence, i + 1)) if i + 1 < len(sentence) else None
    contents = [(sentence, content) for content in (left, right) if content and content[1] > content[0]]
    return Found(sentence, [], [(i, i + 1)], contents, cue) if contents else None


def _as_attribution(text: str, one: Found) -> Attribution | None:
    content = _spans([(sentence, bounds) for sentence, bounds in one.content], text)
    if not content:
        return None
    source = _spans([(one.sentence, bounds) for bounds in one.source], text)
    cue = _spans([(one.sentence, bounds) for bounds in one.cue], text)
    tokens = [sentence.tags[k] for sentence, bounds in one.content for k in range(*bounds)]
    quotes = tokens.count("quote")
    form = (
        "indirect"
        if not quotes
        else "direct"
        if quotes == len([t for t in tokens if t not in {"comma", "stop"}])
        else "mixed"
    )
    written = source[0].text if source else ""
    origin = credited(written, _around(one, content))
    return Attribution(source, cue, content, one.cues.kind, form, source_type(written), _certainty(one), origin)


def _certainty(one: Found) -> str:
    if one.cues.certainty == "denial":
        return "denied"
    if one.cues.certainty == "hedged" and one.cues.part != "adverb":
        return "hedged"
    return "plain" if one.source else "reported"


def _around(one: Found, content: tuple[Span, ...]) -> str:
    """The words after the cue and before the content, or after both: whom it was told, where it was said."""
    sentence, start = one.sentence, one.cue[-1][1] - 1
    begin = sentence.ends[start]
    ahead = [span.start for span in content if span.start >= begin]
    return sentence.text[sentence.starts[start] : min(ahead[0] if ahead else sentence.ends[-1], begin + 120)]


def _spans(ranges: list[tuple[Sentence, Range]], text: str) -> tuple[Span, ...]:
    spans = []
    for sentence, (first, last) in ranges:
        while first < last and sentence.tags[first] in {"comma", "stop", "colon", "semicolon", "dash"}:
            first += 1
        while first < last and sentence.tags[last - 1] in {"comma", "colon", "semicolon", "dash"}:
            last -= 1
        if first < last:
            start, end = sentence.starts[first], sentence.ends[last - 1]
            spans.append(Span(start, end, text[start:end]))
    return tuple(spans)
