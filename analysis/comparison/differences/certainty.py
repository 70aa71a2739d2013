"""Certainty: the same act told as settled here, as planned, reported, considered, possible or open there.

The scale, from the surest:
settled     The council closed the pool. It will close the pool.
announced   It would close the pool, the council said.
planned     The council plans to close the pool.
reported    The council reportedly closed the pool.
believed    The council is believed to have closed the pool.
considered  The council is considering closing the pool.
possible    The council may close the pool.
open        It is unclear whether the council will close the pool.
demanded    The council should close the pool: says nothing of what it does, and is not compared.
denied      There is no evidence that the council closed the pool: a matter of polarity, and not compared here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import Finding, Pair, surest
from analysis.comparison.differences.polarity import negations
from analysis.comparison.differences.told import BEING, COMMON, Told, Word
from analysis.comparison.word_classes import word_class

SCALE = (
    "settled",
    "announced",
    "planned",
    "reported",
    "believed",
    "considered",
    "possible",
    "open",
    "demanded",
    "denied",
)
COMPARED = frozenset(SCALE) - {"demanded", "denied"}
# Pairs that are no difference a reader minds.
ALIKE = (
    {"settled", "announced"},
    {"announced", "planned"},
    {"reported", "believed"},
    {"considered", "open"},
    {"possible", "open"},
)
GOVERNED = 5  # words beside a cue among which the verb or noun that it is about is looked for
MARKED = 8  # words from a cue to what it is about that are marked with it
EQUATED = 7  # words after a noun among which "is" or "was" tells what it is
OBJECT = 4  # words after a verb that may tell what it is done to
NAMED = 4  # words before a noun among which "is the" tells that it says what something is
OPENED = 3  # words before a noun of an act among which a verb states it: "opened a criminal investigation"
AUXILIARIES, DETERMINERS, QUESTION_WORDS = map(word_class, ("auxiliary", "determiner", "question"))
PERIODS, ADJECTIVES = word_class("period"), tuple(word_class("adjective"))
BEFORE_VERB, BEFORE_MONTH = BEING | word_class("before_verb"), word_class("before_month")
VERBS_IN_LY, BEHIND_HEAD = word_class("verb_in_ly"), word_class("behind_head") | {"of"}
ACT_NOUNS = tuple(word_class("act_noun"))


@dataclass(frozen=True, slots=True)
class Statement:
    """A word for an act, the certainty it is told with, and the words that show it: the cue to the word."""

    first: int
    last: int
    about: frozenset[str]
    certainty: str
    marked: tuple[int, int]
    is_noun: bool = False  # whether the word may be no act by itself, but what does one or what one is done to


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair."""
    found = [
        pair.finding("certainty", f"{ours.certainty} against {theirs.certainty}", ours, theirs, context)
        for ours, theirs, context in pair.aligned(pair.a.kept(_statements), pair.b.kept(_statements), same_first=True)
        if _is_one_act(pair, ours, theirs)
        and ours.certainty != theirs.certainty
        and {ours.certainty, theirs.certainty} not in ALIKE
    ]
    yield from surest(found)


def _is_one_act(pair: Pair, ours: Statement, theirs: Statement) -> bool:
    """Whether two statements may be about one act: what may be a noun alone is one, where an act has the same form."""
    forms = {told.word(at.first).removesuffix("s") for told, at in ((pair.a, ours), (pair.b, theirs))}
    return not (ours.is_noun and theirs.is_noun) and (len(forms) == 1 or not (ours.is_noun or theirs.is_noun))


def _statements(told: Told) -> list[Statement]:
    """Every verb or noun that may be an act, is no name or number, and is neither negated, denied nor asked."""
    if told.text.endswith("?"):
        return []
    cues = [cue for cue in told.hits("certainty") if not _is_month(told, cue.first)]
    taken = {place for hit in (*cues, *told.quantities) for place in range(hit.first, hit.last)}
    negated = {place for place, negation in told.kept(negations).items() if negation not in taken}
    wordings = {place: hit for hit in told.hits("wordings") for place in range(hit.first, hit.last)}
    acts = {n for n, word in enumerate(told.words) if word.content and word.is_common and _may_be_act(word.lower)}
    acts = (acts | {hit.last - 1 for hit in wordings.values()}) - taken
    known = wordings.keys() | {place for hit in told.hits("senses") for place in range(hit.first, hit.last)}
    about = {place: _about(told.words[place], wordings.get(place)) for place in acts}
    over = _cue_over_each(told, cues, acts)
    stated: dict[int, Statement] = {}
    for place in sorted(acts - negated):
        cue = over.get(place)
        if _states_by_itself(told, place) if cue is None else cue.row["certainty"] in COMPARED:
            certainty, marked = (cue.row["certainty"], _marked(cue, place)) if cue else ("settled", (place, place + 1))
            may_be_noun = not (_is_verb(told, place) or place in known) and (cue is None or _is_wide(cue))
            stated[place] = Statement(place, place + 1, about[place], certainty, marked, may_be_noun)
    for act in list(stated.values()):
        is_verb = told.word(act.first - 1) not in DETERMINERS  # "considering a second phase" is about the phase
        for place in _objects(told, act, acts - negated - stated.keys()):
            marked = act.marked[0], place + 1
            stated[place] = Statement(place, place + 1, about[place], act.certainty, marked, is_verb)
    return list(stated.values())


def _objects(told: Told, act: Statement, nouns: set[int]) -> Iterator[int]:
    """The words for what a verb is done to: of "will build a gas plant", the gas and the plant."""
    if act.certainty != "settled" or told.is_past(act.first) or act.marked != (act.first, act.last):
        for place in range(act.last, min(act.last + OBJECT, told.clause(act.first).stop)):
            if place in nouns:
                yield place
            elif not told.words[place].content and told.word(place) not in DETERMINERS:
                return


def _about(word: Word, wording: Hit | None) -> frozenset[str]:
    """What an act is: its word and its stem, and the act that a list knows it for, alone where a phrase tells it."""
    act = {row["act"] for row in wording.rows} if wording else set()
    is_phrase = wording is not None and wording.last - wording.first > 1
    return frozenset(act if is_phrase else act | {word.term, word.stem})


def _may_be_act(word: str) -> bool:
    return not (_is_adverb(word) or word.endswith(ADJECTIVES) or word in PERIODS)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in VERBS_IN_LY


def _marked(cue: Hit, place: int) -> tuple[int, int]:
    """From the cue to the word, or the cue alone where the word is far."""
    around = min(cue.first, place), max(cue.last, place + 1)
    return around if around[1] - around[0] <= MARKED else (cue.first, cue.last)


def _states_by_itself(told: Told, place: int) -> bool:
    """Whether a word without a cue may state an act: no infinitive, participle or noun of an act by itself."""
    word, last = told.word(place), told.word(place - 1)
    if _is_equated(told, place) or _equates(told, place):
        return True
    if word.endswith(ACT_NOUNS) or last in DETERMINERS:
        return any(told.word(near).endswith("ed") for near in range(place - OPENED, place))
    if word.endswith("ing"):
        return last in BEING
    is_verb = told.is_past(place) or word.endswith("s") or last in BEFORE_VERB
    is_infinitive = last == "to" or (last in AUXILIARIES and told.word(place - 2) == "to")
    return not is_infinitive and (is_verb or told.is_past(place + 1))


def _is_equated(told: Told, place: int) -> bool:
    """Whether a noun is said to be another thing: "the cause of the blast was a leak"."""
    ahead = range(place + 1, min(place + EQUATED, told.clause(place).stop))
    verb = next((near for near in ahead[:-1] if told.word(near) in BEING), None)
    is_subject = verb == place + 1 or told.word(place + 1) == "of"
    return verb is not None and is_subject and told.word(verb + 1) in DETERMINERS


def _equates(told: Told, place: int) -> bool:
    """Whether a noun tells what something is: "the leak was the main cause"."""
    first = next((near for near in range(place - 1, place - NAMED, -1) if told.word(near) in DETERMINERS), place)
    verb = next((near for near in range(first - 1, 0, -1) if not _is_adverb(told.word(near))), place)
    return (
        first < place and told.word(verb) in BEING and all(told.words[near].content for near in range(first + 1, place))
    )


def _is_verb(told: Told, place: int) -> bool:
    names = _equates(told, place) or _is_equated(told, place)
    return told.is_past(place) or told.word(place - 1) in BEFORE_VERB or names


def _is_month(told: Told, place: int) -> bool:
    before, after = told.word(place - 1), told.word(place + 1)
    return told.words[place].text == "May" and (before in BEFORE_MONTH or before.isdigit() or after.isdigit())


def _cue_over_each(told: Told, cues: list[Hit], acts: set[int]) -> dict[int, Hit]:
    """The cue that rules each place: the nearest, or the one around its clause if that is less sure."""
    over: dict[int, Hit] = {}
    for cue in sorted(cues, key=_is_wide):
        for place in GOVERNS[cue.row["governs"]](told, cue, acts):
            if place not in over or not _is_wide(cue) or _rank(cue) > _rank(over[place]):
                over[place] = cue
    return over


def _is_wide(cue: Hit) -> bool:
    """Whether a cue rules all of a clause."""
    return cue.row["governs"] in ("clause", "subject")


def _rank(cue: Hit) -> int:
    return SCALE.index(cue.row["certainty"])


def _next(told: Told, cue: Hit, acts: set[int]) -> Iterator[int]:
    """The act right after a cue; of "a short circuit was the likely cause", the words for the circuit too."""
    ahead: Iterable[int] = range(cue.last, cue.last + GOVERNED)
    if told.word(cue.last - 1) == "to":  # "to keep its seat" is about no act, "to be an act" is
        ahead = [place for place in ahead if told.word(place) not in AUXILIARIES]
        ahead = ahead if ahead and told.word(ahead[0]) in DETERMINERS else ahead[:1]
    yield from _first(told, cue, ahead, acts)
    if told.word(cue.first - 2) in BEING and told.word(cue.first - 1) in DETERMINERS:
        yield from acts.intersection(range(_start_of_clause(told, cue.first), cue.first))


def _last(told: Told, cue: Hit, acts: set[int]) -> Iterator[int]:
    """The act right before a cue, and what that is part of: "approval of the drug is expected"."""
    before = range(cue.first - 1, max(cue.first - 1 - GOVERNED, -1), -1)
    yield from _first(told, cue, before, acts)
    whole = (place - 1 for place in before if told.word(place) in BEHIND_HEAD)
    yield from _first(told, cue, whole, acts)


def _clause(told: Told, cue: Hit, acts: set[int]) -> Iterator[int]:
    """The verbs of the clause after a cue, and what may be one: "suggests that it prevents strokes".

    With "and has", a clause on who doubts or suggests goes on.
    """
    stop = told.clause(cue.last - 1).stop
    joined = (place for place in range(cue.last, stop - 1) if told.word(place) == "and")
    ahead = range(cue.last, next((place for place in joined if told.word(place + 1) in BEFORE_VERB), stop))
    yield from (place for place in acts.intersection(ahead) if _is_verb(told, place) or told.word(place).endswith("s"))


def _subject(told: Told, cue: Hit, acts: set[int]) -> Iterator[int]:
    """The first act of the clause before a cue, and its verbs; a question word of the sentence opens that clause."""
    asked = (place for place in range(cue.first) if told.word(place) in QUESTION_WORDS)
    held = sorted(acts.intersection(range(next(asked, _start_of_clause(told, cue.first)), cue.first)))
    yield from (place for place in held if place == held[0] or (_is_verb(told, place) and told.word(place - 1) != "to"))


# How a cue finds the acts that it is about, by what column governs says.
GOVERNS = {"next": _next, "last": _last, "clause": _clause, "subject": _subject}


def _first(told: Told, cue: Hit, places: Iterable[int], acts: set[int]) -> Iterator[int]:
    """The first act at these places in the clause of a cue, and what "or" or "and" joins to it: "may pause or end"."""
    clause = told.clause(cue.last - 1)
    place = next((place for place in places if place in acts and place in clause), None)
    while place is not None:
        yield place
        place = place + 2 if told.word(place + 1) in ("or", "and") and place + 2 in acts else None


def _start_of_clause(told: Told, place: int) -> int:
    """The first word of the clause before a place; "she said" and "that" open one."""
    first = told.clause(place).start
    opened = (n + 1 for n in range(first, place) if told.words[n].stem in COMMON or told.word(n) == "that")
    return max(opened, default=first)
