"""Who does what in a sentence, by verbs and nouns of acts, as far as the order of its words tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.differences.lexicon import Hit
from analysis.comparison.differences.told import BEING, COMMON, Told, concepts
from analysis.comparison.word_classes import word_class

REFLEXIVE = "self"  # form of verbs for what somebody does to himself: to resign is to dismiss oneself
VERBS = ("verb", REFLEXIVE)
STATE = "state"  # form of what somebody is who does it: "at the helm"
SUBJECT = 8  # words before a verb among which its subject is looked for
OBJECT = 10  # words behind it that tell what it is done to
AGENT = 8  # words behind a passive verb among which "by" is looked for
LONGEST_AGENT = 5  # words behind "by"
CARRIED = 4  # words between "ordered" and "the recall"
BEFORE_SUBJECT, BEFORE_NOUN, BEFORE_BASE = map(word_class, ("before_subject", "before_noun", "before_base"))
BEHIND_HEAD, BEHIND_PASSIVE = word_class("behind_head") | BEING, word_class("behind_passive")
PRONOUNS, BY_ORDER, RELATIVE, LIGHT, NO_DOER = map(
    word_class, ("pronoun", "by_order", "relative", "light_verb", "no_doer")
)
NO_START = BEHIND_HEAD | word_class("no_start")
FIRST, LAST = "first", "last"
QUOTES = frozenset('"“”')
INCLUDING = frozenset({"including", "among"})
WITH_BY = 2  # words before an agent, of which the nearer is "by"
DETERMINERS = word_class("determiner")
OBJECT_OPENERS = DETERMINERS | {"for"}
POSSESSIVE = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Act:
    """The words for an act, its names, the words of who does it, and what it is done to."""

    first: int
    last: int
    about: frozenset[str]
    marked: tuple[int, int]
    objects: frozenset[str]


def acts(told: Told) -> list[Act]:
    """The acts of a sentence whose doer it tells, in its order."""
    known = {hit.first: hit for hit in told.hits("acts")}
    found: list[Act] = []
    for place, word in enumerate(told.words):
        hit = known.get(place, Hit(place, place + 1, ()))
        if not word.is_common:
            continue
        if _is_verb(told, hit):
            found += _done(told, hit)
        elif names := _named(hit, "noun"):
            found += _carried_out(told, hit, names, known)
        elif names := _named(hit, STATE):
            found += _being(told, hit, names)
    return found


def _named(hit: Hit, *forms: str) -> frozenset[str]:
    return frozenset(f"to {row['act']}" for row in hit.rows if row["form"] in forms)


def _is_verb(told: Told, hit: Hit) -> bool:
    """Whether a word stands as the verb of a clause; one in the present only where it is listed."""
    before = _before(told, hit.first)
    if before in BEFORE_NOUN or told.word(hit.first - 1).endswith(POSSESSIVE):  # "Velora's proposed sale"
        return False
    if told.is_past(hit.first):
        return bool(hit.rows) or told.word(hit.first) not in LIGHT
    return bool(_named(hit, *VERBS)) and (before in BEFORE_BASE or before in BEING or _is_present(told, hit))


def _is_present(told: Told, hit: Hit) -> bool:
    """Whether a word in -s behind a noun is a verb: in a headline, or where an object follows that opens with "the"."""
    is_plain = told.word(hit.last) in OBJECT_OPENERS and not _named(hit, "noun")
    ends = told.word(hit.first).endswith("s") and (
        told.words[hit.first - 1].content or _before(told, hit.first) in RELATIVE
    )
    return ends and (told.is_headline or is_plain)


def _before(told: Told, place: int) -> str:
    """The word before a verb, adverbs passed over."""
    while told.word(place - 1).endswith("ly"):
        place -= 1
    return told.word(place - 1) or "the"


def _done(told: Told, hit: Hit) -> Iterator[Act]:
    """The act of a verb; by whom, if it is a passive one, may be told by "by" or by who announced it."""
    names = _named(hit, *VERBS) or frozenset({told.words[hit.first].term})
    behind = told.word(hit.last)
    # From "up the tab" on, where "pick up the tab" is the verb.
    ahead = hit.first + 1, min(hit.last + OBJECT, len(told.words))
    subject = _subject(told, hit.first)
    passive = _before(told, hit.first) in BEING and not told.words[hit.first].text.endswith("ing")
    if passive or behind == "by":
        doer, done_to = _agent(told, hit.last) or _announcer(told, hit), subject or (0, hit.first)
    elif told.is_headline and behind in BEHIND_PASSIVE:  # "was" is left out: "Ex-minister sentenced to eight years"
        return
    else:
        doer, done_to = subject, (subject if _named(hit, REFLEXIVE) else ahead)
    if doer and not _is_one_of_many(told, doer):
        yield Act(hit.first, hit.last, names, doer, concepts(told.words[slice(*done_to)]))


def _is_one_of_many(told: Told, doer: tuple[int, int]) -> bool:
    """Whether others do the same: "by many, including Velora", "mayors including Ana Brix"."""
    return any(told.word(place) in INCLUDING for place in range(doer[0] - WITH_BY, doer[1]))


def _carried_out(told: Told, hit: Hit, names: frozenset[str], known: dict[int, Hit]) -> Iterator[Act]:
    """The act of a noun: of who ordered or began it, or of whose it is."""
    doer = None
    for place in range(hit.first - 1, max(hit.first - CARRIED, told.clause(hit.first).start) - 1, -1):
        light = known.get(place)
        if light and _named(light, "light"):
            doer = _subject(told, place) if _is_verb(told, light) else None
            break
    if doer is None and told.word(hit.last) == "by":
        doer = _agent(told, hit.last)
    if doer is None and told.words[hit.first - 1].text.endswith(POSSESSIVE):
        doer = _before_noun(told, hit.first)
    if doer:
        ahead = hit.last, min(hit.last + OBJECT, len(told.words))
        yield Act(hit.first, hit.last, names, doer, concepts(told.words[slice(*ahead)]))


def _before_noun(told: Told, noun: int) -> tuple[int, int] | None:
    """The noun phrase before a noun: whose act it is."""
    first = noun
    while first and told.words[first - 1].clause == told.words[noun - 1].clause and not _ends_phrase(told, first - 1):
        first -= 1
    if told.word(first - 1) == "to" and told.words[first].is_common and told.word(first) not in DETERMINERS:
        first += 1  # "to override the minister's veto"
    return _phrase(told, first, noun)


def _being(told: Told, hit: Hit, names: frozenset[str]) -> Iterator[Act]:
    """The act that somebody does by what he is: "the mate was at the helm", "at the helm was the mate"."""
    start = max(hit.first - CARRIED, told.clause(hit.first).start)
    verb = next((place for place in range(hit.first - 1, start - 1, -1) if told.word(place) in BEING), None)
    doer = None if verb is None else _subject(told, verb)
    if told.word(hit.last) in BEING:
        doer = _phrase(told, hit.last + 1, min(hit.last + 1 + LONGEST_AGENT, told.clause(hit.last).stop))
    if doer:
        yield Act(hit.first, hit.last, names, doer, names | concepts(told.words[hit.first : hit.last + OBJECT]))


def _subject(told: Told, verb: int) -> tuple[int, int] | None:
    """The words before a verb, from where its clause begins to the last that is no function word.

    "Velora said it closed the plant" is taken to tell of Velora; who "he" is remains open. Of "the first to see it was
    a nurse" and "it was a nurse who saw it" it is the nurse.
    """
    if told.word(verb - 1) == "to" and told.word(verb - 2) == LAST:
        return None
    first = verb
    while first > max(0, verb - SUBJECT):
        word = told.words[first - 1]
        if word.lower in PRONOUNS:
            return None
        if word.clause != told.words[verb].clause or word.lower in BEFORE_SUBJECT:
            break
        first -= 1
    if any(word.content for word in told.words[first:verb]):
        return _phrase(told, first, verb)
    if told.word(first - 1) in RELATIVE:
        return _antecedent(told, first - 1)
    if told.word(first - 1) in BEFORE_SUBJECT:  # "since it opened"
        return None
    if told.word(verb - 1) == "to" and told.word(verb - 2) == FIRST:
        return _predicate(told, verb)
    if verb and QUOTES & set(told.text[told.words[verb - 1].end - told.start : told.words[verb].start - told.start]):
        return None  # "both of them “lied”"
    # What stands in commas is passed over: "Reyk, the minister, resigned".
    last = next((place for place, word in enumerate(told.words) if word.clause), verb)
    return None if told.word(0) in BEHIND_HEAD | BEFORE_SUBJECT else _phrase(told, 0, min(last, verb))


def _antecedent(told: Told, relative: int) -> tuple[int, int] | None:
    """The noun phrase before "who", "which" or "that"; what stands in commas as a number, an age, is passed over."""
    last = relative
    while last and told.words[last - 1].text.isdigit():
        last -= 1
    return _before_noun(told, last) if last else None


def _ends_phrase(told: Told, place: int) -> bool:
    return told.word(place) in BEHIND_HEAD | BEFORE_SUBJECT or told.is_past(place)


def _predicate(told: Told, verb: int) -> tuple[int, int] | None:
    """Who the first to do something is: the words behind the next form of "to be"."""
    for place in range(verb + 1, min(verb + OBJECT, len(told.words) - 1)):
        if told.word(place) in BEING:
            return _phrase(told, place + 1, min(place + 1 + LONGEST_AGENT, told.clause(place).stop))
    return None


def _agent(told: Told, first: int) -> tuple[int, int] | None:
    """Who did it by a passive verb: the words behind "by" or "on the orders of"."""
    for place in range(first, min(first + AGENT, len(told.words) - 1)):
        if told.word(place) == "by" or told.word(place + 1) == "of" and told.word(place) in BY_ORDER:
            start = place + 1
            while start < len(told.words) - 1 and told.word(start) in BY_ORDER:
                start += 1
            return _phrase(told, start, min(start + LONGEST_AGENT, told.clause(start).stop))
    return None


def _announcer(told: Told, hit: Hit) -> tuple[int, int] | None:
    """Who announced what the sentence tells: "the plant will be closed, Velora announced"."""
    for said in told.hits("acts"):
        if "to announce" in _named(said, "light") and said.first not in told.clause(hit.first):
            return _subject(told, said.first)
    return None


def _phrase(told: Told, first: int, last: int) -> tuple[int, int] | None:
    """Of these words, those up to the head of the noun phrase; None where they tell but a time or a number.

    None, too, of what follows a noun or a verb that was not read, of "his office", which may be anybody's, of a bill,
    which passes by itself, and of whom somebody is urged to act.
    """
    if _is_urging(told, first):
        return None
    if told.word(first) in NO_START or told.is_past(first) or told.word(first).endswith("ing"):
        return None
    held = []
    for place in range(first, last):
        word = told.words[place]
        if word.lower.partition("'")[0] in PRONOUNS:  # "he's"
            return None
        if held and (word.lower in BEHIND_HEAD | BEFORE_BASE or told.is_past(place) or word.stem in COMMON):
            break
        if word.content and not word.text.endswith("ly"):
            held.append(place)
    times = {hit.first for hit in told.hits("parties") if hit.row["kind"] == "time"}
    is_party = any(place not in times and told.word(place)[0].isalpha() for place in held)
    if held and told.word(held[-1]) in NO_DOER:
        return None
    return (first, held[-1] + 1) if is_party else None


def _is_urging(told: Told, place: int) -> bool:
    """Whether a word is the verb of which a name is the object: "to urge Brix to sell"; "captain Brix" is none."""
    name = told.words[place + 1 : place + 2]
    if not name or not name[0].text[0].isupper() or any(hit.first == place for hit in told.hits("parties")):
        return False
    return any(hit.first == place and _named(hit, *VERBS) for hit in told.hits("acts"))
