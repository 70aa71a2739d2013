"""What a figure measures: the phrase of its sentence that names it."""

import re
from bisect import bisect_left
from itertools import islice, pairwise

from analysis.figures.clauses import JOINED, Clause, Word, word_lists, words
from analysis.figures.things import ONWARD, TIMES, direction, kinds_of, role_of, thing_of

LONGEST_PHRASE = 4  # words of a noun phrase before or after a figure
LEADING = 10  # words before a time in which what happens then is sought
OF_THE = re.compile(r"\s+(?:out )?of\s+(?:(?:the|its|their|all)\s+)*", re.I)
RELATIVE = re.compile(r"\b(?:who|which|that)$", re.I)
FOLLOWS = re.compile(r"\s*\b(?:who|which|that)\b", re.I)
SUBORDINATING = frozenset({"after", "when", "as", "before", "if", "until", "once"})
TOLD = 60  # letters of a relative clause, or before it, in which its fate or bearer is sought
OF_WHOM = re.compile(r"\s+of\s+wh(?:om|ich)\b", re.I)


def phrase_of(sentence: str, spans: list[tuple[int, int]], place: int, clause: Clause, kind: str) -> str | None:
    """The words of the sentence that say what the figure at this place measures; None where none are near.

    Read from the words around the figure, not from a parse: the noun phrase behind it ("11 funding rounds", "$20
    billion in prospective funding"), else the nearest word of things.csv in its own stretch, else in its clause.
    """
    if kind == "age":
        return "age"
    start, end = spans[place]
    near = _words(sentence, spans, clause.own_start, clause.own_end)
    left = [word for word in near if word.end <= start]
    right = [word for word in near if word.start >= end]
    if part := OF_WHOM.match(sentence, end):
        left, right = [], _words(sentence, spans, part.end(), min(len(sentence), part.end() + TOLD))
    if kind in TIMES:
        return _of_time(sentence, spans, clause, left[-LEADING:], right[:LONGEST_PHRASE])
    beside = [
        word for word in left[-1:] if _names(sentence, word, kind) and JOINED.fullmatch(sentence, word.end, start)
    ]
    if beside and "measure" in kinds_of(thing_of(beside[0])):
        return _text(sentence, beside)  # "magnitude 6.1" says all, whatever stands behind
    changed = _change(left)
    noun = [] if changed else _noun_behind(sentence, right, spans, place, kind)
    if kind == "percent" and OF_THE.match(sentence, end) and _nearest(sentence, kind, left, []):
        noun, right = [], []  # of "a deficit of 1.8 percent of output" it is the deficit that is measured
    if noun and role_of(noun[-1], kind) not in {"general", "bearer"}:
        return " ".join([*(word.lower for word in beside), _onward(sentence, noun, right)])
    if noun:
        left, right = _since(left), right + _told_of(sentence, spans, clause, noun)
    bearing = any(role_of(word, kind) == "bearer" for word in noun)
    left, right = ([word for word in side if _may_tell(word, kind, bearing)] for side in (left, right))
    named = _nearest(sentence, kind, left, right) or (None if noun else _of_clause(sentence, spans, clause, kind))
    if named and noun:
        return " ".join(_text(sentence, [word]) for word in sorted([*noun, named], key=lambda word: word.start))
    if named:
        phrase = _onward(sentence, _with_modifiers(sentence, named, near), near)
        return phrase if direction(phrase) or not changed else f"{phrase} {_text(sentence, [changed])}"
    return _onward(sentence, noun, right) if noun else _around(sentence, left, right)


def _may_tell(word: Word, kind: str, bearing: bool) -> bool:
    """Whether a word may say what a bearer suffers, or, where none stands, what is counted."""
    role = role_of(word, kind)
    return role in {"fate", "state"} if bearing else role != "state"


def _of_time(
    sentence: str, spans: list[tuple[int, int]], clause: Clause, left: list[Word], right: list[Word]
) -> str | None:
    """What happens at a time: the nearest thing among the words beside it, else these words."""
    if told := _saying(left):
        return _text(sentence, told)
    named = _nearest(sentence, "date", left, right)
    if not named and (around := _around(sentence, left, right)):
        return around
    named = named or _of_clause(sentence, spans, clause, "date")
    return _onward(sentence, _with_modifiers(sentence, named, [*left, *right]), [*left, *right]) if named else None


def _saying(left: list[Word]) -> list[Word]:
    """The two words of saying right before a time: "(it burned,) police said on (Tuesday)", "told reporters on"."""
    last = (left[:-1] if left and left[-1].lower == "on" else left)[-2:]
    says = last and (last[-1].lower in word_lists()["say"] or last[0].lower == "told")
    return last if says else []


def _words(sentence: str, spans: list[tuple[int, int]], start: int, end: int) -> list[Word]:
    """Words between two offsets of the sentence, outside the figures."""
    inside = spans[bisect_left(spans, (start, 0)) : bisect_left(spans, (end, 0))]
    held = [(first - start, last - start) for first, last in inside]
    return [
        Word(word.start + start, word.end + start, word.lower, word.stem) for word in words(sentence[start:end], held)
    ]


def _noun_behind(sentence: str, right: list[Word], spans: list[tuple[int, int]], place: int, kind: str) -> list[Word]:
    """The noun phrase behind the figure, also over "of" and "in": "$12 million in damages", "58 of the 150 seats"."""
    over_words = {"of"} if kind in {"number", "percent"} else {"of", "in"}
    end = spans[place][1]
    if place + 1 < len(spans) and OF_THE.fullmatch(sentence, end, spans[place + 1][0]):
        end = spans[place + 1][1]
        right = [word for word in right if word.start >= end]
    noun: list[Word] = []
    function = word_lists()["function"] | word_lists()["say"]
    over = False
    for word in right:
        gap = sentence[end : word.start]
        if not JOINED.fullmatch(gap) or len(noun) == LONGEST_PHRASE:
            break
        if word.lower in function:
            if noun or (not over and word.lower not in over_words):
                break
            over = True
        elif over and not noun and sentence[word.start].isupper():
            break
        else:
            noun.append(word)
        end = word.end
    return noun


def _onward(sentence: str, noun: list[Word], right: list[Word]) -> str:
    """The noun phrase with what follows it: "investment in OpenAI", "rise in revenue"."""
    behind = [word for word in right if word.start > noun[-1].start]
    function = word_lists()["function"] - ONWARD
    if not behind or behind[0].lower not in ONWARD or not JOINED.fullmatch(sentence, noun[-1].end, behind[0].start):
        return _text(sentence, noun)
    last = noun[-1]
    kept = None
    for word in behind[: LONGEST_PHRASE + 1]:
        if not JOINED.fullmatch(sentence, last.end, word.start) or word.lower in word_lists()["say"]:
            break
        if word.lower in function and kept:
            break
        if word.lower not in word_lists()["function"]:
            kept = word
        last = word
    return sentence[noun[0].start : (kept or noun[-1]).end]


def _change(left: list[Word]) -> Word | None:
    """The word of rise or fall whose extent the figure is: "rose 4 percent", not "rose to 4 percent"."""
    for word in reversed(left):
        if word.lower in word_lists()["change"]:
            return word
        if word.lower not in word_lists()["function"] or word.lower in {"to", "at", "of"}:
            return None
    return None


def _nearest(sentence: str, kind: str, left: list[Word], right: list[Word]) -> Word | None:
    """The nearest word that names a thing of this kind, one before the figure rather than one behind it."""

    def first(near: list[tuple[Word, Word | None]]) -> list[tuple[int, Word]]:
        held = ((place, word) for place, (word, behind) in enumerate(near) if _names(sentence, word, kind, behind))
        return list(islice(held, 1))

    before, after = first(list(pairwise([*left, None]))[::-1]), first(list(pairwise([*right, None])))
    if not before or (after and after[0][0] < before[0][0]):
        before = after
    return before[0][1] if before else None


def _of_clause(sentence: str, spans: list[tuple[int, int]], clause: Clause, kind: str) -> Word | None:
    """What a figure leaves to be understood from before it: "invested $1 billion in 2019, and $10 billion in 2024"."""
    before = _words(sentence, spans, clause.start, clause.own_start)
    behind = _words(sentence, spans, clause.own_end, clause.end)
    return (
        _nearest(sentence, kind, before, [])
        or _nearest(sentence, kind, [], behind)
        or _nearest(sentence, kind, _antecedent(sentence, spans, clause), [])
    )


def _antecedent(sentence: str, spans: list[tuple[int, int]], clause: Clause) -> list[Word]:
    """The word that a relative clause tells more of: the price in "for a price that insiders put at $280 million"."""
    before = max(0, clause.start - TOLD)
    opened = RELATIVE.search(sentence[before : clause.start])
    return _words(sentence, spans, before, before + opened.start())[-1:] if opened else []


def _since(left: list[Word]) -> list[Word]:
    """The words before a figure that belong to its own statement: of "recalled doses after 34 people" none."""
    opened = [place for place, word in enumerate(left) if word.lower in SUBORDINATING]
    return left[opened[-1] + 1 :] if opened else left


def _told_of(sentence: str, spans: list[tuple[int, int]], clause: Clause, noun: list[Word]) -> list[Word]:
    """The first words of what a relative clause tells of the noun right before it: "13 men who lost their lives"."""
    opened = FOLLOWS.match(sentence, clause.own_end)
    between = _words(sentence, spans, noun[-1].end, clause.own_end)
    if not opened or any(role_of(word) != "general" and word.lower not in word_lists()["function"] for word in between):
        return []
    return _words(sentence, spans, opened.end(), min(len(sentence), opened.end() + TOLD))


def _with_modifiers(sentence: str, named: Word, near: list[Word]) -> list[Word]:
    """The word with up to two before it that belong to it, names aside."""
    if named not in near:
        return [named]
    place = near.index(named)
    first = place
    stop = word_lists()["function"] | word_lists()["say"] | word_lists()["change"]
    while first and place - first < 2 and near[first - 1].lower not in stop:
        word = near[first - 1]
        if not JOINED.fullmatch(sentence, word.end, near[first].start) or sentence[word.start].isupper():
            break
        first -= 1
    return near[first : place + 1]


def _around(sentence: str, left: list[Word], right: list[Word]) -> str | None:
    """The content words closest to the figure, those before it first."""
    for side in (left[-LONGEST_PHRASE:], right[:LONGEST_PHRASE]):
        kept = [place for place, word in enumerate(side) if word.lower not in word_lists()["function"]]
        if kept:
            return sentence[side[kept[0]].start : side[kept[-1]].end]
    return None


def _text(sentence: str, phrase: list[Word]) -> str:
    return sentence[phrase[0].start : phrase[-1].end]


def _names(sentence: str, word: Word, kind: str, behind: Word | None = None) -> bool:
    """Whether the word names a thing of this kind, and not just another's kind ("payments firm", "profit-oriented")."""
    if behind and behind.lower in word_lists()["holder"] or sentence[word.end : word.end + 1] == "-":
        return False
    return thing_of(word, kind) is not None and role_of(word, kind) != "general"
