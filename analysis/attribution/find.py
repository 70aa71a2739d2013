"""Attributions of a text: source, cue and content of everything that is credited to somebody."""

from dataclasses import dataclass, replace

from analysis.attribution.clauses import is_finite, is_verb
from analysis.attribution.credits import by_adverb, by_marks, by_noun, by_phrase
from analysis.attribution.cues import cues
from analysis.attribution.found import Found
from analysis.attribution.outlets import credited
from analysis.attribution.reporting import by_verb
from analysis.attribution.sources import head_of
from analysis.attribution.tokens import Sentence, sentences
from analysis.attribution.voices import source_type, voices
from analysis.language import Span

WRITTEN = {"outlet", "document"}  # types of sources whose statements are reports, not speech
BESIDE = 120  # characters behind a cue in which it may say to whom: "told the paper"
OUTER = {"comma", "colon", "semicolon", "dash"}


@dataclass(frozen=True)
class Attribution:
    """Who (source) reports (cue) what (content), as spans of the text.

    kind: speech, report, thought or no comment. form: direct, mixed or indirect. source_type: named person,
    organisation, outlet, document, unnamed or unspecified. certainty: plain, reported, hedged or denied. origin: the
    outlet credited.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    form: str
    source_type: str
    certainty: str
    origin: str | None


def find_attributions(text: str) -> list[Attribution]:
    """Attributions in reading order.

    Rules over closed classes, verb forms and capitals find the clauses; a cue list (cues.csv) says which verbs report.
    An attitude within what somebody else says ("Ruiz said she hopes") is left to the content.
    """
    found: list[Found] = []
    speaker, previous = None, None
    for sentence in sentences(text):
        same_line = previous is not None and previous.line == sentence.line
        here = _of_sentence(sentence)
        end = len(sentence) - (sentence.tags[-1] == "stop")
        alone = sentence.tags[0] == "quote" and not any(is_finite(sentence, k) for k in range(end))
        if not here and speaker and alone and (same_line or end == 1):
            # A quotation by itself goes on from the one before, or from what led up to it: "She added:"
            speaker.content.append((sentence, (0, end)))
        else:
            if same_line and previous.tags[-1] == "quote":
                _take_quotation(here, previous, speaker)
            found += here
            quoting = [one for one in here if _quotes(one)]
            speaker = (quoting or here or [None])[-1]
        previous = sentence
    return _typed_by_others([_as_attribution(text, one) for one in found if one.content])


def _of_sentence(sentence: Sentence) -> list[Found]:
    found: list[Found] = []
    known = cues()
    for i, word in enumerate(sentence.words):
        if word in known:
            one = _at(sentence, i, found)
            if one:
                found.append(one)
    found += by_marks(sentence, found)
    return [one for one in found if not _is_attitude_within(one, found)]


def _at(sentence: Sentence, i: int, found: list[Found]) -> Found | None:
    """The attribution whose cue begins at token i."""
    forms, tag = cues()[sentence.words[i]], sentence.tags[i]
    if "phrase" in forms:
        return by_phrase(sentence, i, forms["phrase"][0])
    if "word" in forms:
        return by_verb(sentence, i, forms["word"][0], found)
    if "adverb" in forms:
        return by_adverb(sentence, i, forms["adverb"][0])
    options = forms.get(tag) or (forms.get("participle", ()) if tag == "past" else ())
    if options and is_verb(sentence, i):
        return next((one for cue in options if (one := by_verb(sentence, i, cue, found))), None)
    return by_noun(sentence, i, forms["noun"][0]) if "noun" in forms else None


def _is_attitude_within(one: Found, found: list[Found]) -> bool:
    """Whether a verb of attitude stands within other content; one of unnamed people is kept unless it is theirs too."""
    if "quote" in one.cue_entry.takes or one.cue_entry.part != "verb":
        return False
    others = [other for other in found if other is not one and other.holds(one.cue[0])]
    return any(other.source == one.source or not _is_unnamed(one) for other in others)


def _is_unnamed(one: Found) -> bool:
    return bool(one.source) and one.sentence.words[head_of(one.sentence, one.source[0])] in voices()["unnamed"]


def _take_quotation(here: list[Found], previous: Sentence, speaker: Found | None) -> None:
    """Give the quotation that ends the sentence before to a cue without content: "“Why?” Ruiz asked." """
    for one in here:
        if not one.content:
            one.content.append((previous, (len(previous) - 1, len(previous))))
            if speaker and speaker.content and speaker.content[-1][0] is previous:
                speaker.content.pop()
            return


def _quotes(one: Found) -> bool:
    return any("quote" in part.tags[a:b] for part, (a, b) in one.content)


def _as_attribution(text: str, one: Found) -> Attribution:
    content = _spans(text, one.content)
    source = _spans(text, [(one.sentence, bounds) for bounds in one.source])
    written = source[0].text if source else ""
    made_by = credited(written, "")
    kind = source_type(written, made_by)
    return Attribution(
        source,
        _spans(text, [(one.sentence, one.cue)]),
        content,
        "report" if one.cue_entry.kind == "speech" and (not source or kind in WRITTEN) else one.cue_entry.kind,
        _form(one),
        kind,
        _certainty(one),
        made_by or credited("", _beside_cue(one, content)),
    )


def _typed_by_others(attributions: list[Attribution]) -> list[Attribution]:
    """The same, where "they" are the last people or body named as a source, and the surname of a person is a person."""
    surnames, people = set(), "unspecified"
    for number, one in enumerate(attributions):
        written = one.source[0].text if one.source else ""
        if one.source_type == "named person":
            surnames.add(written.split(",")[0].split()[-1])
        elif written in surnames:
            attributions[number] = replace(one, source_type="named person")
        elif one.source_type in {"unnamed", "organisation"}:
            people = one.source_type
        elif written.lower() == "they":
            attributions[number] = replace(one, source_type=people)
    return attributions


def _form(one: Found) -> str:
    tags = [tag for part, (a, b) in one.content for tag in part.tags[a:b] if tag not in {"comma", "stop"}]
    return "indirect" if "quote" not in tags else "direct" if set(tags) == {"quote"} else "mixed"


def _certainty(one: Found) -> str:
    if one.cue_entry.certainty == "denial":
        return "denied"
    if one.cue_entry.certainty == "hedged" and one.cue_entry.part != "adverb":
        return "hedged"
    return "plain" if one.source else "reported"


def _beside_cue(one: Found, content: tuple[Span, ...]) -> str:
    """The words from the cue to the content, or to the sentence's end: whom it was told, where it was said."""
    sentence, (first, after) = one.sentence, one.cue
    begin = sentence.ends[after - 1]
    stop = min((span.start for span in content if span.start >= begin), default=sentence.ends[-1])
    return sentence.text[sentence.starts[first] : min(stop, begin + BESIDE)]


def _spans(text: str, ranges: list[tuple[Sentence, tuple[int, int]]]) -> tuple[Span, ...]:
    """The ranges as spans, without outer marks."""
    spans = []
    for sentence, (first, last) in ranges:
        while first < last - 1 and sentence.tags[first] in OUTER:
            first += 1
        while first < last - 1 and sentence.tags[last - 1] in OUTER:
            last -= 1
        start, end = sentence.starts[first], sentence.ends[last - 1]
        spans.append(Span(start, end, text[start:end]))
    return tuple(spans)
