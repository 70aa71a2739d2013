"""Mentions of names: which stretches of a story's capitalised words name somebody or something."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.language.capitals import Capitals, Word, capital_runs, in_title_case
from analysis.language.lexicon import given_names, is_ordinary, known_names, word_class

FEWEST_IN_TITLE_CASE = {"headline": 2, "heading": 2, "body": 4}  # capitals from which a line can be in title case
MARKED = re.compile(r"[^\W\d_A-Z][A-Z]|[A-Z]+-?\d")


@dataclass(slots=True)
class Mention:
    """A stretch of one sentence that may be a name. titled: a title stands before it. sure: a name by itself."""

    row: int
    start: int
    end: int
    form: str
    titled: bool = False
    sure: bool = True


def find_mentions(texts: list[str], kinds: list[str], forms: frozenset[str] = frozenset()) -> list[Mention]:
    """Mentions in the sentences of a story, in order; forms: names given by the user.

    Capitals that any word would have (a sentence's first, a line in title case) count where the story, or what is
    known beforehand, shows the word to be a name.
    """
    capitals, lines, titles = Capitals(), [], []
    for row, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        runs = capital_runs(text)
        if in_title_case(text, runs, FEWEST_IN_TITLE_CASE[kind]):
            titles.append((row, runs))
        else:
            lines.append((row, runs))
            capitals.learn(text, runs)
    reader = _Reader(capitals, forms)
    lines = [(row, [part for run in runs for part in reader.unhyphenated(run)]) for row, runs in lines]
    found = [
        mention
        for row, runs in lines
        for run in runs
        if not run[0].opening
        for mention in reader.read(texts[row], row, run)
    ]
    reader.seen = Counter(mention.form for mention in found if mention.sure)
    found += [
        mention
        for row, runs in lines
        for run in runs
        if run[0].opening
        for mention in reader.read(texts[row], row, run)
    ]
    reader.seen.update(mention.form for mention in found if mention.sure)
    found += [mention for row, runs in titles for run in runs for mention in reader.read_title(texts[row], row, run)]
    return sorted(found, key=lambda mention: (mention.row, mention.start))


class _Reader:
    """Reads names off runs of capitalised words; seen: the forms found where capitals tell."""

    def __init__(self, capitals: Capitals, forms: frozenset[str]):
        self.capitals = capitals
        self.seen: Counter[str] = Counter()
        self.forms = forms

    def read(self, text: str, row: int, run: list[Word]) -> Iterator[Mention]:
        for words, titled in self._segments(text, run):
            words = self._trimmed(text, words, titled)
            if not words:
                continue
            mention = _mention(text, row, words, titled)
            if len(words) > 1:
                if not self._is_common(words):
                    yield mention
            elif titled or self._is_name(text, words[0]):
                mention.sure = titled or not self._is_described(text, words[0])
                yield mention
            elif _after_the(text, words[0].start):
                mention.sure = False
                yield mention

    def unhyphenated(self, run: list[Word]) -> list[list[Word]]:
        """The run cut at hyphens that stand between two names: “Microsoft-OpenAI”."""
        parts: list[list[Word]] = [[]]
        for word in run:
            first, hyphen, second = word.text.partition("-")
            if hyphen and all(self._is_known(part) or self.capitals.inside[part] for part in (first, second)):
                middle = word.start + len(first)
                parts[-1].append(Word(word.start, middle, first, word.opening, word.gap))
                parts.append([Word(middle + 1, word.end, second, False)])
            else:
                parts[-1].append(word)
        return parts

    def read_title(self, text: str, row: int, run: list[Word]) -> Iterator[Mention]:
        """Names within a run in title case: the longest stretches seen or known as names, and OpenAI or GPT-4."""
        first = 0
        while first < len(run):
            for last in range(min(len(run), first + 6), first, -1):
                mention = _mention(text, row, run[first:last], False)
                if self._is_known(mention.form) or (last == first + 1 and _is_marked(mention.form)):
                    yield mention
                    break
            else:
                last = first + 1
            first = last

    def _segments(self, text: str, run: list[Word]) -> Iterator[tuple[list[Word], bool]]:
        """The run cut at titles, days and capitals that name nobody; and whether a title stands before a piece."""
        if self._is_known(text[run[0].start : run[-1].end]):
            yield run, False
            return
        piece, titled, place = [], False, 0
        while place < len(run):
            after = _title_end(run, place)
            if after > place and run[place].gap.strip() == "" and not self._goes_on(piece, run[after:]):
                while piece and piece[0].text in word_class("qualifier"):
                    piece = piece[1:]
                if not all(is_ordinary(word.text.lower()) for word in piece):
                    yield piece, titled
                piece, titled, place = [], True, after
                continue
            word = run[place]
            if self._is_cut(run, place):
                yield piece, titled
                piece, titled = [], False
            else:
                piece.append(word)
            place += 1
        yield piece, titled

    def _goes_on(self, before: list[Word], after: list[Word]) -> bool:
        """Whether a word that could be a title is part of a name, as in “Premier League”."""
        return _is_headed(after) or (len(after) == 1 and bool(before) and is_ordinary(after[0].text.lower()))

    def _is_cut(self, run: list[Word], place: int) -> bool:
        word = run[place].text
        if word in word_class("calendar"):
            return place == 0 or run[place - 1].text not in given_names()
        if word in word_class("numbered") and place + 1 < len(run) and len(run[place + 1].text) < 3:
            return True
        return word in self.capitals.plain or (word in word_class("plain") and (place == 0 or word != "AI"))

    def _trimmed(self, text: str, words: list[Word], titled: bool) -> list[Word]:
        """The words of a piece without a first one that is only a nationality, or only opens its sentence."""
        while len(words) > 1 and not titled and not self._is_known(text[words[0].start : words[-1].end]):
            first, second = words[:2]
            rest = text[second.start : words[-1].end]
            if first.text in word_class("demonym"):
                whole = _is_headed(words[1:]) and second.text not in given_names()
            elif not first.opening or not is_ordinary(first.text.lower()) or self.capitals.is_name(first.text, True):
                whole = True
            else:
                begins = self._is_known(rest) or second.text in given_names()
                minor = first.text.lower() in word_class("minor")
                whole = not begins and not minor and is_ordinary(second.text.lower())
            if whole:
                break
            words = words[1:]
        while len(words) > 1 and words[-1].text in word_class("numbered"):
            words = words[:-1]
        return words

    def _is_name(self, text: str, word: Word) -> bool:
        form = word.text
        if any(form in word_class(name) for name in ("demonym", "calendar", "plain", "title", "qualifier")):
            return False
        if len(form) == 1 or form[0].isdigit():
            return False
        if self._is_known(form) and not is_ordinary(form.lower()):
            return True
        return self.capitals.is_name(form, word.opening)

    def _is_described(self, text: str, word: Word) -> bool:
        """Whether an ordinary word after “the” needs a longer name to stand for: “the Commission”."""
        return (
            _after_the(text, word.start)
            and is_ordinary(word.text.lower())
            and not (self._is_known(word.text) or f"The {word.text}" in known_names())
        )

    def _is_common(self, words: list[Word]) -> bool:
        return all(word.text in word_class("title") | word_class("qualifier") for word in words) or all(
            is_ordinary(word.text.lower()) and self.capitals.lower[word.text.lower()] > self.capitals.inside[word.text]
            for word in words
        )

    def _is_known(self, form: str) -> bool:
        return form in self.forms or (not form.startswith("The ") and (form in self.seen or form in known_names()))


def _mention(text: str, row: int, words: list[Word], titled: bool) -> Mention:
    start, end = words[0].start, words[-1].end
    form = text[start:end]
    if _after_the(text, start) and f"The {form}" in known_names():
        form = f"The {form}"
    return Mention(row, start, end, form, titled)


def _title_end(run: list[Word], place: int) -> int:
    """Where the title that starts at a place ends (“Secretary of State”); the place itself if none does."""
    titles, qualifiers = word_class("title"), word_class("qualifier")
    end = after = place
    while end < len(run) and (run[end].text in titles or run[end].text in qualifiers):
        end += 1
        if run[end - 1].text in titles:
            after = end
    if after > place:
        while (
            after < len(run)
            and run[after].gap.strip() in ("of", "of the", "for", "and")
            and is_ordinary(run[after].text.lower())
        ):
            after += 1
    return after


def _is_headed(words: list[Word]) -> bool:
    """Whether one of the words says that they name an organisation or a place."""
    heads = word_class("organisation") | word_class("place") | word_class("event")
    return any(word.text in heads for word in words)


def _is_marked(form: str) -> bool:
    """Whether no ordinary word is written so: OpenAI, iPhone, GPT-4."""
    return MARKED.search(form) is not None


def _after_the(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() == "the "
