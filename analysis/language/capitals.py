"""Where a text writes words with a capital, and what the capitals of a whole story tell of a word."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.language.lexicon import is_ordinary, looks_ordinary, word_class
from analysis.language.words import stopwords

UPPER = "".join(filter(str.isupper, map(chr, range(0x530))))  # Latin, Greek and Cyrillic capitals
NAME_WORD = re.compile(
    rf"(?<![\w@#])(?:(?:[{UPPER}]\.)+[{UPPER}]\b\.?"  # U.S., J.K.
    rf"|(?:[a-z]{{1,2}}(?=[{UPPER}]))?[{UPPER}][^\W_]*"  # Microsoft, iPhone
    rf"(?:(?:[-‑](?=[{UPPER}\d])|&(?=[{UPPER}])|['’](?!s\b)(?=[^\W\d_]))[^\W_]+)*\+?"  # GPT-4, AT&T, O’Brien
    r"|(?<= )plc\b"
    r"|(?<= )\d{1,4}(?![\w.,%:’']*\d|[\w%]))"  # the 365 of Microsoft 365
)
PARTICLES = re.compile(r"\b(?:(?:van|von|de|der|den|del|della|di|da|bin|al) ){1,3}$")  # before a surname alone
CONTRACTION = re.compile(r"['’](?:re|ve|ll|m|d|t)$", re.IGNORECASE)
LOWER_WORD = re.compile(r"(?<![\w'’.-])[a-z][a-z'’-]+")
OPENING = re.compile(r"(?:^|\) [—–-] ?$|[.!?:;…(\[•|]|(?:^|[\s(—–-])[\"“‘'«„]+)\s*[\"“‘'«„(\[]*$")
EXPANSION = re.compile(r"((?:[a-z][a-z-]* ){1,6})\(([A-Z]{2,6})s?\)")
LONGEST_RUN = 30  # words in a row that can hold names; a longer row is cut, so that the cost stays linear
ORDINARY_IN_TITLE_CASE = 2
LONGEST_GAP = 16  # characters between two words of one name, as in “ and the ”


@dataclass(slots=True)
class Word:
    """A capitalised word of a text; opening: where any word would have a capital, as at the start of a sentence."""

    start: int
    end: int
    text: str
    opening: bool
    gap: str = ""  # what stands before it, where it continues a run


@dataclass
class Capitals:
    """How often a story writes a word in lower case, and with a capital where only names have one."""

    lower: Counter = field(default_factory=Counter)
    inside: Counter = field(default_factory=Counter)
    plain: set[str] = field(default_factory=set)  # short forms of common nouns: “initial public offering (IPO)”

    def learn(self, text: str, runs: Iterable[list[Word]]) -> None:
        """Count the words of a text and of its runs of capitalised words, none of them in title case."""
        self.lower.update(LOWER_WORD.findall(text))
        self.inside.update(word.text for run in runs for word in run if not word.opening)
        for words, short in EXPANSION.findall(text):
            if _initials(words.split()[-len(short) :]) == short.lower():
                self.plain.add(short)

    def is_name(self, word: str, opening: bool) -> bool:
        """Whether the capital of a word by itself is a name's."""
        lower, inside = self.lower[word.lower()], self.inside[word]
        if opening and (lower or is_ordinary(word.lower()) or looks_ordinary(word)):
            return inside > lower
        return lower < max(inside, 1)


def in_title_case(text: str, runs: list[list[Word]], kind: str) -> bool:
    """Whether a line of a kind (headline, heading or body) has no small word of weight, so its capitals tell nothing.

    A sentence of the body must also have ordinary words with capitals: it may as well be short and full of names.
    """
    minor = word_class("minor")
    if sum(map(len, runs)) < 2 or not all(word in minor for word in LOWER_WORD.findall(text)):
        return False
    ordinary = sum(is_ordinary(word.text.lower()) for run in runs for word in run if not word.opening)
    return kind != "body" or ordinary >= ORDINARY_IN_TITLE_CASE


def capital_runs(text: str) -> list[list[Word]]:
    """Capitalised words that stand together, with the small words of names (“of”, “de la”, “&”) between them."""
    runs: list[list[Word]] = []
    end = -LONGEST_GAP
    for match in NAME_WORD.finditer(text):
        start = match.start()
        gap = text[end:start] if 0 < start - end <= LONGEST_GAP else None
        joined = (
            gap is not None and runs and len(runs[-1]) < LONGEST_RUN and _joins(runs[-1][-1].text, gap, match.group())
        )
        continues = match.group() == "plc" or match.group()[0].isdigit()
        if (continues and not joined) or CONTRACTION.search(match.group()):
            continue
        if not joined and (particles := PARTICLES.search(text, max(0, start - LONGEST_GAP), start)):
            start = particles.start()
        word = Word(
            start, match.end(), text[start : match.end()], not joined and _opens(text, start), gap if joined else ""
        )
        if joined:
            runs[-1].append(word)
        else:
            runs.append([word])
        end = match.end()
    return runs


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start]
    return OPENING.search(before) is not None if start >= 4 else not any(map(str.isalnum, before))


def _joins(before: str, gap: str, after: str) -> bool:
    if after[0].isdigit():
        return gap == " " and not before.isdigit() and before not in word_class("calendar")
    if gap == " ":
        return not (before.endswith(".") and after.lower() in stopwords())
    if gap == ". ":
        return len(before) == 1 or (len(before) < 5 and (before in word_class("title") or before == "St"))
    if gap in ("' ", "’ "):
        return before.endswith("s") and after in word_class("organisation") | word_class("event")
    if gap in ("'s ", "’s "):
        return after in word_class("patron")
    if gap in (" & ", " al-", " el-", " d'", " d’", " l'", " l’"):
        return True
    words = gap.split()
    if gap in (" of ", " of the ", " for ", " for the "):
        return before in word_class("of") or before in word_class("title")
    if gap == " and ":
        return is_ordinary(before.lower()) and is_ordinary(after.lower())
    return bool(words) and gap[0] == gap[-1] == " " and all(word in word_class("particle") for word in words)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)
