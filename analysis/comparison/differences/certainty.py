"""Certainty: the same act told as settled here, as planned, reported, considered, possible or open there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.pairs import Finding, Pair, surest
from analysis.comparison.differences.polarity import negations
from analysis.comparison.differences.told import BEING, COMMON, Told, Word

# From the surest to the least sure, and denied.
SCALE = ("settled", "announced", "planned", "reported", "believed", "considered", "possible", "open", "denied")
# Pairs that are no difference a reader minds.
ALIKE = (
    {"settled", "announced"},
    {"announced", "planned"},
    {"reported", "believed"},
    {"considered", "open"},
    {"possible", "open"},
)
WIDE = ("clause", "subject")  # what a cue governs, where that is all of a clause
GOVERNED = 5  # words beside a cue among which the verb or noun that it is about is looked for
MARKED = 8  # words from a cue to what it is about that are marked with it
EQUATED = 7  # words after a noun among which "is" or "was" tells what it is
AUXILIARY = frozenset({"have", "be", "been"})
VERB_NEXT = BEING | {"has", "have", "had", "did", "will", "would", "to"}
NOUN_NEXT = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})  # "put the cost at"
# Endings of nouns of acts, which state nothing by themselves: "negotiations", "the settlement".
ACT_NOUNS = ("tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ance", "ence", "ship", "ships")
QUESTION = frozenset({"whether", "what", "how", "why", "who", "when", "where", "if"})
DATED = frozenset({"in", "on", "of", "by", "since", "until", "last", "next", "this", "early", "late"})  # May the month


@dataclass(frozen=True, slots=True)
class Statement:
    """A content word, the certainty it is told with, and the words that show it: the cue to the word."""

    first: int
    last: int
    about: frozenset[str]
    certainty: str
    marked: tuple[int, int]


def find(pair: Pair) -> Iterator[Finding]:
    """The surest finding of the pair."""
    found = [
        pair.finding("certainty", f"{ours.certainty} against {theirs.certainty}", ours, theirs, context)
        for ours, theirs, context in pair.aligned(pair.a.kept(_statements), pair.b.kept(_statements), same_first=True)
        if ours.certainty != theirs.certainty and {ours.certainty, theirs.certainty} not in ALIKE
    ]
    yield from surest(found)


def _statements(told: Told) -> list[Statement]:
    """Every verb or noun that may be an act, is no name or number, and is neither negated nor denied."""
    cues = [hit for hit in told.hits("certainty") if not _is_month(told, hit.first)]
    inside = {place for hit in (*cues, *told.quantities) for place in range(hit.first, hit.last)}
    negated = {place for place, negation in told.kept(negations).items() if negation not in inside}
    wordings = told.hits("wordings")
    named = {place: hit for hit in wordings for place in range(hit.first, hit.last)}
    open_places = {n for n, word in enumerate(told.words) if word.content and word.is_common and word.text[-2:] != "ly"}
    open_places |= {hit.last - 1 for hit in wordings}
    over = _cue_over_each(told, cues, open_places - inside)
    acts = []
    for place in sorted(open_places - inside - negated):
        certainty, marked = "settled", (place, place + 1)
        if hit := over.get(place):
            certainty, marked = hit.rows[0]["certainty"], _marked(hit, place)
        if certainty != "denied" and (hit or _is_told(told, place)):
            acts.append(Statement(place, place + 1, _about(told.words[place], named.get(place)), certainty, marked))
    return acts


def _about(word: Word, named: Hit | None) -> frozenset[str]:
    """What an act is: its word and its stem, and the act that a list knows it for, alone where a phrase tells it."""
    act = {row["act"] for row in named.rows} if named else set()
    is_phrase = named is not None and named.last - named.first > 1
    return frozenset(act if is_phrase else act | {word.term, word.stem})


def _cue_over_each(told: Told, cues: list[Hit], open_places: set[int]) -> dict[int, Hit]:
    """The cue that rules each place: the nearest, or the one around its clause if that is less sure."""
    over: dict[int, Hit] = {}
    for hit in sorted(cues, key=lambda hit: hit.rows[0]["governs"] in WIDE):
        for place in _governed(told, hit, open_places):
            if place not in over or hit.rows[0]["governs"] not in WIDE or _rank(hit) > _rank(over[place]):
                over[place] = hit
    return over


def _rank(hit: Hit) -> int:
    return SCALE.index(hit.rows[0]["certainty"])


def _marked(hit: Hit, place: int) -> tuple[int, int]:
    """From the cue to the word, or the cue alone where the word is far."""
    around = min(hit.first, place), max(hit.last, place + 1)
    return around if around[1] - around[0] <= MARKED else (hit.first, hit.last)


def _is_told(told: Told, place: int) -> bool:
    """Whether a word without a cue may state an act: no infinitive, participle or noun of an act by itself."""
    word, before = told.words[place].text.lower(), [near.text.lower() for near in told.words[max(0, place - 3) : place]]
    last = before[-1] if before else ""
    if _is_equated(told, place):
        return True
    if word.endswith(ACT_NOUNS) or last in NOUN_NEXT:
        return any(verb.endswith("ed") for verb in before)  # "opened a criminal investigation"
    unfinished = word.endswith("ing") and last not in BEING
    bare = last == "to" or (last in ("and", "or") and not word.endswith(("ed", "s", "ing")))
    return not (unfinished or bare)


def _is_equated(told: Told, place: int) -> bool:
    """Whether a noun is said to be another thing: "the cause of the blast was a leak"."""
    ahead = [word for word in told.words[place + 1 : place + EQUATED] if word.clause == told.words[place].clause]
    words = [word.text.lower() for word in ahead]
    verb = next((n for n, word in enumerate(words[:-1]) if word in BEING), None)
    return verb is not None and words[verb + 1] in NOUN_NEXT and (verb == 0 or words[0] == "of")


def _is_verb(told: Told, place: int) -> bool:
    last = told.words[place - 1].text.lower() if place else ""
    past = told.words[place].text.endswith("ed") or place in {hit.first for hit in told.hits("verbs")}
    return past or last in VERB_NEXT


def _governed(told: Told, hit: Hit, open_places: set[int]) -> Iterator[int]:
    """The open places that a cue is about, by what column governs says."""
    clause = told.words[hit.last - 1].clause
    governs = hit.rows[0]["governs"]
    if governs == "clause":
        yield from (n for n in open_places if n >= hit.last and told.words[n].clause == clause and _is_verb(told, n))
    elif governs == "subject":
        start = _start_of_subject(told, hit.first)
        held = sorted(n for n in open_places if start <= n < hit.first)
        yield from (n for n in held if n == held[0] or _is_verb(told, n))
    elif governs == "last":
        places = range(hit.first - 1, max(hit.first - 1 - GOVERNED, -1), -1)
        yield from _first(told, places, open_places, clause)
    else:
        places = range(hit.last, min(hit.last + GOVERNED, len(told.words)))
        if told.words[hit.last - 1].text.lower() == "to":  # "to keep its seat" is about no act
            places = [n for n in places if told.words[n].text.lower() not in AUXILIARY][:1]
        yield from _first(told, places, open_places, clause)
        near = [word.text.lower() for word in told.words[max(0, hit.first - 2) : hit.first]]
        if len(near) == 2 and near[0] in BEING and near[1] in NOUN_NEXT:  # "a short circuit was the likely cause"
            start = _start_of_clause(told, hit.first)
            yield from (n for n in open_places if start <= n < hit.first)


def _first(told: Told, places: Iterable[int], open_places: set[int], clause: int) -> Iterator[int]:
    """The first open place of these, and what "or" or "and" joins to it: "may pause or end"."""
    place = next((n for n in places if n in open_places and told.words[n].clause == clause), None)
    while place is not None:
        yield place
        joined = place + 1 < len(told.words) and told.words[place + 1].text in ("or", "and")
        place = place + 2 if joined and place + 2 in open_places else None


def _start_of_subject(told: Told, place: int) -> int:
    """Where the clause before a place starts: at its question word, if it has one in the sentence."""
    asked = [n for n in range(place) if told.words[n].text.lower() in QUESTION]
    return asked[0] if asked else _start_of_clause(told, place)


def _start_of_clause(told: Told, place: int) -> int:
    """The first word of the clause before a place; "she said" and "that" open one."""
    start = place
    while start and told.words[start - 1].clause == told.words[place].clause:
        if told.words[start - 1].stem in COMMON or told.words[start - 1].text.lower() == "that":
            break
        start -= 1
    return start


def _is_month(told: Told, place: int) -> bool:
    if told.words[place].text != "May":
        return False
    before = told.words[place - 1].text.lower() if place else ""
    after = told.words[place + 1].text if place + 1 < len(told.words) else ""
    return before in DATED or before.isdigit() or after.isdigit()
