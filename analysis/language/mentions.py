"""Mentions of names: which stretches of a story's capitalised words name somebody or something."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from analysis.language.capitals import Capitals, Word, capital_runs, in_title_case
from analysis.language.lexicon import given_names, is_ordinary, known_names, looks_ordinary, word_class
from analysis.language.words import stopwords

LONGEST_NAME = 6  # words of a name that is looked for in a line in title case
MARKED = re.compile(r"[^\W\d_A-Z][A-Z]|[A-Z]+-?\d")  # as no ordinary word is written: OpenAI, iPhone, GPT-4
PARTY = re.compile(r"[DRI]-[A-Z]")  # the seat of a US lawmaker: “(D-Mass.)”


@dataclass(slots=True)
class Mention:
    """A stretch of one sentence that may be a name. titled: a title stands before it. sure: a name by itself."""

    row: int
    start: int
    end: int
    form: str
    titled: bool = False
    sure: bool = True


def find_mentions(texts: list[str], kinds: list[str], forms: Collection[str] = ()) -> list[Mention]:
    """Mentions in the sentences of a story, in order; forms: names given by the user, which win wherever they stand.

    Capitals that any word would have (a sentence's first, a line in title case) count where the story, or what is
    known beforehand, shows the word to be a name.
    """
    capitals, lines, titles = Capitals(), [], []
    for row, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        runs = capital_runs(text)
        if in_title_case(text, runs, kind):
            titles += [(row, run) for run in runs]
        else:
            capitals.learn(text, runs)
            lines += [(row, run) for run in runs]
    reader = _Reader(texts, capitals, forms)
    for opening in (False, True):
        reader.learn(mention for row, run in lines if run[0].opening == opening for mention in reader.read(row, run))
    found = [mention for row, run in lines for mention in reader.read(row, run)]
    found += [mention for row, run in titles for mention in reader.read_title(row, run)]
    return sorted(_with_given(texts, found, forms), key=lambda mention: (mention.row, mention.start))


def _with_given(texts: list[str], found: list[Mention], forms: Collection[str]) -> list[Mention]:
    """The mentions, and in place of those that they overlap all stretches that are a given form, capitals or not."""
    if not forms:
        return found
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    given = [Mention(row, *m.span(), m.group()) for row, text in enumerate(texts) for m in pattern.finditer(text)]
    taken = {(mention.row, place) for mention in given for place in range(mention.start, mention.end)}
    free = [m for m in found if not any((m.row, place) in taken for place in range(m.start, m.end))]
    return free + given


class _Reader:
    """Reads names off runs of capitalised words, from what was learned of the story so far."""

    def __init__(self, texts: list[str], capitals: Capitals, forms: Iterable[str]):
        self.texts = texts
        self.capitals = capitals
        self.forms = set(forms)
        self.parts: set[str] = set()

    def learn(self, mentions: Iterable[Mention]) -> None:
        """Take the forms of these mentions, and the surnames and firms' first words among them, for names."""
        for mention in mentions:
            if mention.sure and not mention.form.startswith("The "):
                self.forms.add(mention.form)
                first, *rest = mention.form.split()
                self.parts |= {word for word in (first, *rest[-1:]) if rest and not is_ordinary(word.lower())}
                if rest and first in given_names():
                    self.parts.add(rest[-1])

    def read(self, row: int, run: list[Word]) -> Iterator[Mention]:
        """The names of a run outside of title case."""
        for part in self._unhyphenated(run):
            for words, titled in self._pieces(row, part):
                kept = words if titled else self._trimmed(row, words)
                if not kept or self._is_common(kept) or self._is_shouted(row, kept):
                    continue
                mention = self._mention(row, kept, titled)
                if len(kept) == 1 and not titled:
                    described = _after_the(self.texts[row], mention.start)
                    mention.sure = self._is_name(kept[0]) and not (described and self._is_description(mention.form))
                    if not mention.sure and not described:
                        continue
                yield mention

    def read_title(self, row: int, run: list[Word]) -> Iterator[Mention]:
        """The names of a run in title case: the longest stretches known as names, OpenAI, and Sam Altman."""
        first = 0
        while first < len(run):
            last = min(len(run), first + LONGEST_NAME)
            while last > first:
                mention = self._mention(row, run[first:last])
                if self._is_known(mention.form) or _is_evident(run[first:last]):
                    yield mention
                    break
                last -= 1
            first = max(last, first + 1)

    def _unhyphenated(self, run: list[Word]) -> list[list[Word]]:
        """The run cut at hyphens that stand between two names: “Microsoft-OpenAI”."""
        parts: list[list[Word]] = [[]]
        for word in run:
            first, hyphen, second = word.text.partition("-")
            if hyphen and self._stands(first) and self._stands(second):
                middle = word.start + len(first)
                parts[-1].append(Word(word.start, middle, first, word.opening, word.gap))
                parts.append([Word(middle + 1, word.end, second, False)])
            else:
                parts[-1].append(word)
        return parts

    def _stands(self, part: str) -> bool:
        return self._is_known(part) or part in self.parts or self.capitals.inside[part] > 0

    def _pieces(self, row: int, run: list[Word]) -> Iterator[tuple[list[Word], bool]]:
        """The run cut at titles, days and capitals that name nobody; and whether a title stands before a piece."""
        if self._is_known(self._form(row, run)):
            yield run, False
            return
        piece, titled, place = [], False, 0
        while place < len(run):
            after = place if self._is_ship(row, run, place) else _title_end(run, place)
            if after > place and not _goes_on(piece, run[after:]):
                yield self._before_title(row, piece), titled
                piece, titled, place = [], after == len(run) or not run[after].gap.strip(" ."), after
                continue
            if self._is_cut(run, place):
                yield piece, titled
                piece, titled = [], False
            else:
                piece.append(run[place])
            place += 1
        yield piece, titled

    def _is_ship(self, row: int, run: list[Word], place: int) -> bool:
        """Whether a title belongs to the name of a ship: “the Lady Moira”, “the liner Queen Mary”."""
        if run[place].text not in word_class("styled") or place + 2 != len(run):
            return False
        before = self.texts[row][: run[place].start].split(" ")[-2:-1]
        return bool(before) and (before[0].lower() == "the" or before[0] in word_class("vessel"))

    def _before_title(self, row: int, piece: list[Word]) -> list[Word]:
        """What a piece before a title names: OpenAI (CEO), White House (Press Secretary), nothing (Trade Minister)."""
        while piece and piece[0].text in word_class("qualifier"):
            piece = piece[1:]
        for last in range(len(piece), 0, -1):
            if self._is_known(self._form(row, piece[:last])):
                return piece[:last]
        ordinary = all(is_ordinary(word.text.lower()) for word in piece)
        return [] if ordinary and (len(piece) < 2 or not _is_headed(piece)) else piece

    def _is_cut(self, run: list[Word], place: int) -> bool:
        word, after = run[place].text, run[place + 1].text if place + 1 < len(run) else ""
        if word in word_class("calendar"):
            return place == 0 or run[place - 1].text not in given_names()
        if word in word_class("numbered") and (after[:1].isdigit() or len(after) == 1):
            return True
        if word in word_class("plain"):
            return place == 0 or word != "AI"  # as in Inflection AI
        return word in self.capitals.plain or PARTY.match(word) is not None

    def _trimmed(self, row: int, words: list[Word]) -> list[Word]:
        """The words of a piece without a first one that is only a nationality, or only opens its sentence."""
        minor = word_class("minor")
        while len(words) > 1 and not self._is_known(self._form(row, words)):
            first, second = words[:2]
            begins = self._is_known(self._form(row, words[1:])) or second.text in given_names()
            if first.text in word_class("demonym"):
                whole = _is_headed(words[1:]) and second.text not in given_names()
            elif first.text.lower() in minor or first.text in word_class("auxiliary"):
                whole = False
            elif first.text in word_class("surname") or first.text in given_names():
                whole = self._form(row, words[1:]) not in known_names()
            elif not first.opening or not _is_word(first.text) or self.capitals.is_name(first.text, True):
                whole = True
            else:
                whole = not begins and is_ordinary(second.text.lower())
            if whole:
                break
            words = words[1:]
        if words and words[-1].text in word_class("demonym") and self._is_known(self._form(row, words[:-1])):
            words = words[:-1]  # an Ohio Republican
        while len(words) > 1 and (words[-1].text in word_class("numbered") or words[-1].text.lower() in minor):
            words = words[:-1]
        return words

    def _is_name(self, word: Word) -> bool:
        """Whether a word that stands alone is a name."""
        form = word.text
        if any(form in word_class(name) for name in ("demonym", "calendar", "plain", "alone", "title", "qualifier")):
            return False
        if len(form) == 1 or form[0].isdigit() or self._is_demonym(form):
            return False
        if form in word_class("press") and not word.opening and not self.capitals.lower[form.lower()]:
            return True
        if self._is_known(form) and (form.isupper() or not is_ordinary(form.lower())):
            return True
        if form in self.parts and not self.capitals.lower[form.lower()]:
            return True
        return self.capitals.is_name(form, word.opening)

    def _is_demonym(self, form: str) -> bool:
        """Whether a word is one for a nation, known or in the story: “Swiss-Danish”, “Ruritanian” beside Ruritania."""
        country = form.removesuffix("s").removesuffix("n")
        invented = country.endswith("ia") and country != form and country in self.forms
        return invented or all(part in word_class("demonym") for part in form.split("-"))

    def _is_description(self, form: str) -> bool:
        """Whether a word after “the” needs a longer name to stand for: “the Commission”."""
        return is_ordinary(form.lower()) and not self._is_known(form) and form not in word_class("press")

    def _is_common(self, words: list[Word]) -> bool:
        """Whether several words name nobody: only titles, words in lower case elsewhere, or ordinary words shouted."""
        if len(words) == 1:
            return False
        if all(word.text in word_class("title") | word_class("qualifier") for word in words):
            return True
        if not all(is_ordinary(word.text.lower()) for word in words):
            return False
        lower, inside = self.capitals.lower, self.capitals.inside
        return all(word.text.isupper() or lower[word.text.lower()] > inside[word.text] for word in words)

    def _is_shouted(self, row: int, words: list[Word]) -> bool:
        """Whether words in capitals are so for their loudness: “DISASTER: …”, “YOU”."""
        form = self._form(row, words)
        if not form.isupper() or self._is_known(form) or any(self.capitals.inside[w.text.title()] for w in words):
            return False
        if form.lower() in stopwords():
            return True
        loud = self.texts[row][words[-1].end : words[-1].end + 1] in (":", "!", "?")
        return loud and words[0].opening and all(len(word.text) > 4 for word in words)

    def _is_known(self, form: str) -> bool:
        return form in self.forms or (form in known_names() and not form.startswith("The "))

    def _form(self, row: int, words: list[Word]) -> str:
        return self.texts[row][words[0].start : words[-1].end] if words else ""

    def _mention(self, row: int, words: list[Word], titled: bool = False) -> Mention:
        start, end = words[0].start, words[-1].end
        form = self.texts[row][start:end]
        if f"The {form}" in known_names() and _after_the(self.texts[row], start):
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
    if after == place or run[place].gap.strip(" ."):
        return place
    while after < len(run) and run[after].gap.strip(" .") and is_ordinary(run[after].text.lower()):
        after += 1
    return after


def _goes_on(before: list[Word], after: list[Word]) -> bool:
    """Whether a word that could be a title is part of a name, as in “Premier League”."""
    return _is_headed(after) or (len(after) == 1 and bool(before) and is_ordinary(after[0].text.lower()))


def _is_headed(words: list[Word]) -> bool:
    """Whether one of the words says that they name an organisation, a place or an event."""
    return any(word.text in word_class(name) for word in words for name in ("organisation", "place", "event"))


def _is_evident(words: list[Word]) -> bool:
    """Whether words in title case can only be a name: OpenAI, GPT-4, or a given name and a surname."""
    if len(words) == 1:
        return words[0].text not in word_class("plain") and MARKED.search(words[0].text) is not None
    first, last = words[0].text, words[-1].text
    return len(words) == 2 and first in given_names() and last.istitle() and not is_ordinary(last.lower())


def _is_word(word: str) -> bool:
    """Whether a capitalised word may as well be no name: an ordinary one, or one like “Chipmaker”."""
    return is_ordinary(word.lower()) or looks_ordinary(word)


def _after_the(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() == "the "
