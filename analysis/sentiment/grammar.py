"""What a crude grammar tells of the words around a target: clauses, quotation, negation, and who does what to whom."""

from functools import cache

from analysis.sentiment.context import NAME, Context, classes

NEGATION_REACH = 4  # words that a negation turns after it, within its clause
DENIAL_REACH = 8  # words that a denial turns: a clause of its own may follow it
ROLE_REACH = 5  # auxiliaries, adverbs and articles skipped to find the verb beside the target
OWNED_REACH = 4  # words after "'s" among which the first of substance is looked for
ASIDES = {",": ",", "(": ")", "—": "—", "–": "–"}  # what opens an aside right after the target, and what closes it
ASIDE = 22  # words after the target by which an aside must have closed
STOPS = frozenset(",;:()—–-")
ENDINGS_OF_PARTICIPLES = ("ed", "en", "wn", "ung", "ought", "aught")


def turned(words: list[str]) -> list[bool]:
    """Whether each word is in the scope of a negation or a denial."""
    negations, denials = classes()["negation"], classes()["denial"]
    found, until = [], -1
    for place, word in enumerate(words):
        if word in STOPS or word == "but":
            until = -1
        found.append(place <= until and word not in denials)
        if word in negations or word in denials:
            until = place + (DENIAL_REACH if word in denials else NEGATION_REACH)
    return found


def clauses(words: list[str]) -> list[int]:
    """The number of the clause that each word is in."""
    openers = classes()["clause"]
    found, clause = [], 0
    for word in words:
        clause += word in openers or word in STOPS
        found.append(clause)
    return found


def quoted(words: list[str]) -> list[bool]:
    """Whether each word is within quotation marks."""
    found, inside = [], False
    for word in words:
        inside ^= word == '"'
        found.append(inside)
    return found


def names_before(words: list[str]) -> list[int]:
    """How many names stand before each word."""
    found, count = [], 0
    for word in words:
        found.append(count)
        count += word == NAME
    return found


def roles(context: Context) -> dict[int, str]:
    """The words that the target is agent or patient of, is said to be, owns, or depends on: their places and roles."""
    words, target = context.words, context.target
    found: dict[int, str] = {}
    for place, role in (
        _role_before(words, target),
        _role_after(words, target),
        *_owned(words, target),
        *_roles_past_aside(words, target),
    ):
        if role and words[place][0].isalpha():
            found.setdefault(place, role)
    return found


def _role_after(words: list[str], target: int) -> tuple[int, str]:
    place = target + 1
    last = min(len(words), place + ROLE_REACH)
    negated = linked = False
    while place < last and (words[place] in _before_verb() or words[place].endswith("ly")):
        negated |= words[place] in classes()["negation"]
        linked |= words[place] in classes()["be"]
        place += 1
    if place == len(words):
        return place, ""
    if not linked or words[place].endswith("ing"):
        role = "agent"
    else:
        role = "patient" if words[place].endswith(ENDINGS_OF_PARTICIPLES) else "is"
    return place, role + (" not" if negated else "")


def _owned(words: list[str], target: int) -> list[tuple[int, str]]:
    """What the target has: the first word of substance after "'s"."""
    if words[target + 1 : target + 2] != ["'s"]:
        return []
    place, last = target + 2, min(len(words), target + 2 + OWNED_REACH)
    while place < last and (words[place] in _before_object() or words[place].endswith("ly")):
        place += 1
    return [(place, "owned")] if place < len(words) else []


def _roles_past_aside(words: list[str], target: int) -> list[tuple[int, str]]:
    """Roles within and past an aside: "Acme, which sells tools, sued", or any other in commas, brackets or dashes."""
    closing = ASIDES.get(words[target + 1]) if target + 1 < len(words) else None
    if not closing:
        return []
    end = next((place for place in range(target + 2, min(len(words), target + ASIDE)) if words[place] == closing), None)
    found = [_role_after(words, target + 2)] if words[target + 2 : target + 3] in (["who"], ["which"]) else []
    if end is not None:
        place, role = _role_after(words, end)
        if place < len(words) and words[place] not in classes()["conjunction"] | classes()["clause"]:
            found.append((place, role))
    return found


def _role_before(words: list[str], target: int) -> tuple[int, str]:
    place = target - 1
    last = max(-1, place - ROLE_REACH)
    preposition = ""
    while place > last and (words[place] in _before_object() or words[place].endswith("ly")):
        if words[place] in classes()["preposition"] and not preposition:
            preposition = words[place]
        place -= 1
    if place < 0:
        return place, ""
    if preposition == "by" and words[place].endswith(ENDINGS_OF_PARTICIPLES):
        role = "agent"
    else:
        role = preposition or "patient"
    negated = place > 0 and words[place - 1] in classes()["negation"]
    return place, role + (" not" if negated else "")


@cache
def _before_verb() -> frozenset[str]:
    return frozenset().union(*(classes()[name] for name in ("auxiliary", "be", "adverb", "negation")))


@cache
def _before_object() -> frozenset[str]:
    possessives = {"'s", "his", "her", "their", "its", "my", "our"}
    return classes()["determiner"] | classes()["preposition"] | classes()["adverb"] | possessives
