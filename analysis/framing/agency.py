"""Who acts, who is acted upon, and where a passive hides the one who acts."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from analysis import data
from analysis.language import Span, words

if TYPE_CHECKING:
    import pandas as pd

ACTS, ACTED_ON, HIDDEN = "acts", "is acted upon", "is acted upon, by whom is not said"
BY = 6  # words after a passive within which "by" names the one who acts
PAIR = 4  # words before a name within which "between" governs it too: "between Acme and Apex"


def agency(sentences: "pd.DataFrame", mentions: "pd.DataFrame", names: list[str]) -> "pd.DataFrame":
    """What each of the names does, and what is done to it, from tables `sentences` and `mentions`.

    Columns name, article, role (ACTS, ACTED_ON, HIDDEN), verb (base form), start, end (from name to verb). By the order
    of words and the verbs of verbs.csv, without a parser: what stands behind an inserted clause is not seen, nor are
    rarer verbs, and of two names joined by "and" only the second acts.
    """
    import pandas as pd

    texts = {(row.article, row.sentence): (row.start, row.text) for row in sentences.itertuples(index=False)}
    clauses: dict[tuple[str, int], _Clause] = {}
    rows = []
    for mention in mentions[mentions["name"].isin(names)].itertuples(index=False):
        place = (mention.article, mention.sentence)
        offset, text = texts[place]
        if place not in clauses:
            clauses[place] = _Clause(text)
        start, end = mention.start - offset, mention.end - offset
        if found := clauses[place].role(start, end):
            role, verb, word = found
            span = {"start": offset + min(start, word.start), "end": offset + max(end, word.end)}
            rows.append({"name": mention.name, "article": mention.article, "role": role, "verb": verb, **span})
    return pd.DataFrame(rows, columns=["name", "article", "role", "verb", "start", "end"])


class _Clause:
    """The words of a sentence, read on from a name."""

    def __init__(self, text: str):
        self.text = text
        self.words = words(text)
        self.plain = [word.text.lower() for word in self.words]

    def role(self, start: int, end: int) -> tuple[str, str, Span] | None:
        """Role, verb and the verb's word for the name from start to end; None where there is none to see."""
        first = bisect_right(self.words, start, key=lambda word: word.end)
        last = bisect_left(self.words, end, key=lambda word: word.start) - 1
        if last < first or self.words[last].end > end:
            return None
        return (None if self._governed(first) else self._after(last)) or self._before(first)

    def _governed(self, name: int) -> bool:
        """Whether a preposition stands before the name: the verb behind "talks with Acme" is not Acme's."""
        before = self.plain[max(0, name - PAIR) : name]
        return bool(before) and (before[-1] in _class("governing") or before[-1] == "and" and "between" in before)

    def _after(self, name: int) -> tuple[str, str, Span] | None:
        place = self._next(name)
        if place is None:
            return None
        word = self.plain[place]
        if word in _class("minded") or word in _class("modal"):
            return self._infinitive(place)
        if word in _class("be"):
            return self._being(place)
        if word in _class("have"):
            then = self._next(place)
            if then is not None and self.plain[then] == "been":
                return self._being(then)
            return self._told(ACTS, then, "participle") or (ACTS, "have", self.words[place])
        noun = self._next(place)  # "Acme shares rose": what stands before another verb is a noun
        if noun is not None and {"past"} & _kinds(self.plain[noun]) and "past" not in _kinds(word):
            return None
        return self._told(ACTS, place, "past") or self._told(ACTS, place, "third")

    def _being(self, be: int) -> tuple[str, str, Span] | None:
        """After a form of to be: what is going on, a passive, or what someone is about or said to do."""
        place = self._next(be)
        if place is None:
            return None
        if self.plain[place] in _class("be"):
            return self._being(place)
        if self.plain[place] in _class("minded"):
            return self._infinitive(place)
        following = self.plain[place + 1 : place + 1 + BY]
        passive = ACTED_ON if "by" in following else HIDDEN
        return self._told(ACTS, place, "ing") or self._told(passive, place, "participle")

    def _infinitive(self, place: int) -> tuple[str, str, Span] | None:
        """After a modal verb, or after "set to" and its like."""
        then = self._next(place)
        if then is not None and self.plain[then] == "to" and self.plain[place] in _class("minded"):
            then = self._next(then)
        if then is None or self.plain[place] in _class("minded") and self.plain[then - 1] != "to":
            return None
        if self.plain[then] in _class("be"):
            return self._being(then)
        return self._told(ACTS, then, "base")

    def _before(self, name: int) -> tuple[str, str, Span] | None:
        """From the word before: what is done to the name, or a passive "by" it, or speech."""
        place = name - 1
        if place < 0 or self.text[self.words[place].end : self.words[name].start] != " ":
            return None
        if self.plain[place] == "by" and place:
            return self._told(ACTS, place - 1, "participle")
        if self.plain[place] in _class("inverted"):
            return self._told(ACTS, place, "past") or self._told(ACTS, place, "third")
        kinds = ("base", "ing", "past", "third")
        return next(filter(None, (self._told(ACTED_ON, place, kind) for kind in kinds)), None)

    def _next(self, place: int) -> int | None:
        """The next word that is no adverb, unless punctuation stands before it."""
        for then in range(place + 1, len(self.words)):
            if self.text[self.words[then - 1].end : self.words[then].start].strip():
                return None
            if self.plain[then] not in _class("between") and not self.plain[then].endswith("ly"):
                return then
        return None

    def _told(self, role: str, place: int | None, kind: str) -> tuple[str, str, Span] | None:
        base = None if place is None else _verbs().get(self.plain[place], {}).get(kind)
        return None if base is None else (role, base, self.words[place])


def _kinds(word: str) -> set[str]:
    return set(_verbs().get(word, ()))


@cache
def _verbs() -> dict[str, dict[str, str]]:
    """Every form of the verbs: its kinds, each with the base form."""
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for row in data.rows(__package__, "verbs.csv"):
        for kind in ("base", "third", "past", "participle", "ing"):
            forms[row[kind]][kind] = row["base"]
    return dict(forms)


def _class(name: str) -> frozenset[str]:
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in data.rows(__package__, "clause_words.csv")}
