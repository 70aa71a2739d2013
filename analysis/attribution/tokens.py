"""Words and marks of a sentence with the class each most likely belongs to; a quotation is one token."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from analysis.attribution.cues import cues, inflections
from analysis.attribution.lexicon import rows
from analysis.attribution.quotations import Quotation, find_quotations
from analysis.language import split_sentences
from analysis.language.sentences import LINE

Range = tuple[int, int]  # tokens of a sentence: the first, and the one after the last
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.,'’\-‑&/][^\W_]+)*|--+|…|\.\.+|[^\w\s]")
CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.I)
MARKS = {",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "[": "open", "]": "close"}
ENDS = {".", "!", "?", "…"}
LONGEST = 250  # tokens after which a sentence is cut, so that reading stays linear in any text
DASHES = {"—", "–", "―", "-", "--", "---"}
# A cue's form gives the class of its word where the closed classes do not.
FORMS = (
    ("past", "past"),
    ("s", "s"),
    ("ing", "ing"),
    ("base", "base"),
    ("participle", "participle"),
    ("adverb", "adv"),
)


@dataclass(slots=True)
class Sentence:
    """Tokens of a sentence side by side: words in lower case, tags, starts and ends (characters of the text)."""

    text: str
    line: int
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    finite: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def tag(self, i: int) -> str:
        """The class of token i; "end" outside the sentence."""
        return self.tags[i] if 0 <= i < len(self.tags) else "end"

    def word(self, i: int) -> str:
        """Token i in lower case; empty outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""


def sentences(text: str) -> list[Sentence]:
    """Sentences of the text; no sentence ends inside a quotation."""
    starts = [span.start for span in split_sentences(text)]
    found = []
    for number, line in enumerate(LINE.finditer(text)):
        quotations = find_quotations(text, line.start(), line.end())
        cuts = _cuts(starts, line, quotations)
        found += _of_line(text, number, line.start(), line.end(), quotations, cuts)
    return found


def _cuts(starts: list[int], line: re.Match, quotations: list[Quotation]) -> list[int]:
    inside = starts[bisect_left(starts, line.start() + 1) : bisect_left(starts, line.end())]
    kept, number = [], 0
    for start in inside:
        while number < len(quotations) and quotations[number].end <= start:
            number += 1
        if number == len(quotations) or start <= quotations[number].start:
            kept.append(start)
    return kept


def _of_line(
    text: str, line: int, start: int, end: int, quotations: list[Quotation], cuts: list[int]
) -> list[Sentence]:
    titled = _titled(text[start:end])
    found = [Sentence(text, line)]
    cut = 0
    for begin, stop, quoted in _items(text, start, end, quotations):
        if (cut < len(cuts) and begin >= cuts[cut]) or len(found[-1]) == LONGEST:
            cut = bisect_right(cuts, begin)
            found.append(Sentence(text, line))
        if quoted:
            _append(found[-1], text[begin:stop], "quote", begin, stop)
        else:
            _add(found[-1], text[begin:stop], begin, titled)
    return [sentence for sentence in found if len(sentence)]


def _items(text: str, start: int, end: int, quotations: list[Quotation]) -> Iterator[tuple[int, int, bool]]:
    """Tokens and quotations of a line, in order: start, end and whether it is a quotation."""
    for quotation in quotations:
        for match in TOKEN.finditer(text, start, quotation.start):
            yield *match.span(), False
        yield quotation.start, quotation.end, True
        start = quotation.end
    for match in TOKEN.finditer(text, start, end):
        yield *match.span(), False


def _titled(line: str) -> bool:
    """Whether a line is set in Title Case, where a capital tells nothing."""
    words = [word for word in line.split() if len(word) > 3]
    return len(words) < 30 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _add(sentence: Sentence, token: str, start: int, titled: bool) -> None:
    if "'" in token or "’" in token:
        clitic = CLITIC.search(token)
        if clitic and clitic.start():
            _add(sentence, token[: clitic.start()], start, titled)
            ending = clitic.group().lower().replace("’", "'")
            tag = _classes().get(ending, "adv")
            if ending == "'s":
                is_verb = sentence.tags[-1] in {"pron", "wh"} or sentence.words[-1] in {"there", "here", "that"}
                tag = "aux" if is_verb else "poss"
            _append(sentence, ending, tag, start + clitic.start(), start + len(token))
            return
        if token in {"'", "’"} and sentence.words and sentence.words[-1].endswith("s") and sentence.ends[-1] == start:
            _append(sentence, token, "poss", start, start + 1)
            return
    word = token.lower()
    tag = _tag(sentence, token, word, titled)
    timed = sentence.tag(len(sentence) - 1) == "time" and sentence.word(len(sentence) - 2) == "the"
    if tag == "name" and timed and sentence.text[sentence.starts[-1]].isupper():
        sentence.tags[-1] = "name"  # "the Evening Post", "the Sunday Times"
    _append(sentence, word, tag, start, start + len(token))


def _append(sentence: Sentence, word: str, tag: str, start: int, end: int) -> None:
    sentence.words.append(word)
    sentence.tags.append(tag)
    sentence.starts.append(start)
    sentence.ends.append(end)


def _tag(sentence: Sentence, token: str, word: str, titled: bool) -> str:
    if not token[0].isalnum():
        return MARKS.get(token) or ("stop" if token[0] in ENDS else "dash" if token in DASHES else "mark")
    capital = token[0].isupper() and not titled
    tag = _classes().get(word)
    if (
        capital
        and sentence.words
        and (tag in {"past", "s", "base", "ing", "participle", "modal", "sub"} or tag is None)
    ):
        return "name"
    if word == "since" and sentence.tag(len(sentence) - 1) == "aux":
        return "adv"  # "has since denied"
    if tag:
        return tag
    if token[0].isdigit():
        return "num"
    if token[0].isupper():
        return "name"
    if word.endswith("ly") and len(word) > 4:
        return "adv"
    if word.endswith("ing") and len(word) > 5:
        return "ing"
    if word.endswith("ed") and len(word) > 4:
        return "past"
    return "word"


@cache
def _classes() -> dict[str, str]:
    """The class of every word that a list knows; a closed class before a verb, a verb's past before its other forms."""
    classes: dict[str, str] = {}
    for row in rows("words.csv"):
        for word in row["words"].split():
            if row["class"] == "verb":
                forms = {name: form for form, name in reversed(inflections(word, "verb"))}
                for name, tag in FORMS:
                    if name in forms:
                        classes.setdefault(forms[name], tag)
            else:
                classes.setdefault(word, row["class"])
    for word, forms in cues().items():
        for name, tag in FORMS:
            if name in forms:
                classes.setdefault(word, tag)
    return classes
