"""What a linear model weighs of a mention: valence placed relative to the target, who does what to whom, and words."""

from collections import Counter
from functools import cache

from analysis.sentiment.context import NAME, NUMBER, TARGET, Context, classes
from analysis.sentiment.lexicon import valences

TURNED = -0.74  # what a negation multiplies a valence by, as VADER measured it
NEGATION_REACH = 4  # words that a negation turns after it, within its clause
DENIAL_REACH = 8  # words that a denial turns: a clause of its own may follow it
ROLE_REACH = 5  # auxiliaries, adverbs and articles skipped to find the verb beside the target
NEAR = 5  # words on each side that count as near
SUM = 3.0  # bound of a sum of valences: a pile of strong words is no stronger evidence
STOPS = frozenset(",;:()—–-")
DISTANCES = (2, 5, 10)  # words from the target that part the classes of distance
ENDINGS_OF_PARTICIPLES = ("ed", "en", "wn", "ung", "ought", "aught")


def features(context: Context) -> dict[str, float]:
    """Names and values of what is found around the target of one mention; what is not there is 0."""
    turned = _turned(context.words)
    found: Counter[str] = Counter()
    roles = _roles(context)
    _valence(context, turned, roles, found)
    for name in found:
        found[name] = min(found[name], SUM)
    _words(context, turned, found)
    _neighbours(context, found)
    _verbs(context, roles, found)
    _frame(context, found)
    return found


def _turned(words: list[str]) -> list[bool]:
    """Whether each word is in the scope of a negation or a denial."""
    negations, denials = classes()["negation"], classes()["denial"]
    turned, until = [], -1
    for place, word in enumerate(words):
        if word in STOPS or word == "but":
            until = -1
        turned.append(place <= until and word not in denials)
        if word in negations or word in denials or word.endswith("n't"):
            until = place + (DENIAL_REACH if word in denials else NEGATION_REACH)
    return turned


def _valence(context: Context, turned: list[bool], roles: dict[int, str], found: Counter[str]) -> None:
    words, target = context.words, context.target
    lexicon = valences()
    speaks = bool(classes()["saying"] & {words[place] for place, role in roles.items() if role in ("agent", "patient")})
    clauses, quoted, names = _clauses(words), _quoted(words), _names_before(words)
    for place, word in enumerate(words):
        valence = lexicon.get(word)
        if not valence or place == target or roles.get(place) == "agent":
            continue  # what the target does is no word about it: _verbs weighs that
        if turned[place]:
            valence *= TURNED
        sign, side = "+" if valence > 0 else "-", "L" if place < target else "R"
        distance = sum(abs(place - target) > bound for bound in DISTANCES)
        between = abs(names[place] - names[target]) - (words[place] == NAME)
        clause = "same" if clauses[place] == clauses[target] else "other"
        for where in (
            "",
            side,
            f"{side}{distance}",
            f"{side} {clause}",
            f"{side} names {min(between, 2)}",
            f" quoted {quoted[place]:d}{quoted[target]:d}",
            *((f" speaker {side}",) if speaks else ()),
        ):
            found[sign + where] += abs(valence) / 2


def _words(context: Context, turned: list[bool], found: Counter[str]) -> None:
    passed_over = _closed() - classes()["negation"]
    for place, word in enumerate(context.words):
        if word in passed_over or not word.isalpha():
            continue
        form = ("not " if turned[place] else "") + stem(word)
        found[f"word {form}"] += 1
        if abs(place - context.target) <= NEAR:
            found[f"{'L' if place < context.target else 'R'} {form}"] += 1


def _neighbours(context: Context, found: Counter[str]) -> None:
    words, target = context.words, context.target
    for gap in (1, 2, 3):
        if target >= gap:
            found[f"-{gap} {words[target - gap]}"] = 1
        if target + gap < len(words):
            found[f"+{gap} {words[target + gap]}"] = 1


def _roles(context: Context) -> dict[int, str]:
    """The words that the target is agent or patient of, is said to be, or depends on: their places and roles."""
    words = context.words
    beside = (_role_before(context), _role_after(context))
    return {place: role for place, role in beside if role and words[place].isalpha()}


def _role_after(context: Context) -> tuple[int, str]:
    words, place = context.words, context.target + 1
    last = min(len(words), place + ROLE_REACH)
    negated = linked = False
    while place < last and (words[place] in _before_verb() or words[place].endswith(("ly", "n't"))):
        negated |= words[place] in classes()["negation"] or words[place].endswith("n't")
        linked |= words[place] in classes()["be"]
        place += 1
    if place == len(words):
        return place, ""
    if not linked or words[place].endswith("ing"):
        role = "agent"
    else:
        role = "patient" if words[place].endswith(ENDINGS_OF_PARTICIPLES) else "is"
    return place, role + (" not" if negated else "")


def _role_before(context: Context) -> tuple[int, str]:
    words, place = context.words, context.target - 1
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
    negated = place > 0 and (words[place - 1] in classes()["negation"] or words[place - 1].endswith("n't"))
    return place, role + (" not" if negated else "")


def _verbs(context: Context, roles: dict[int, str], found: Counter[str]) -> None:
    for place, role in roles.items():
        word = context.words[place]
        found[f"{role} {stem(word)}"] += 1
        valence = valences().get(word)
        if valence:
            found[f"{role} {'+' if valence > 0 else '-'}"] += abs(valence) / 2


def _frame(context: Context, found: Counter[str]) -> None:
    words, target = context.words, context.target
    found["constant"] = 1
    found[f"names L{min(words[:target].count(NAME), 3)}"] = 1
    found[f"names R{min(words[target:].count(NAME), 3)}"] = 1
    found[f"quotation {_quoted(words)[target]:d}{min(words.count(chr(34)) // 2, 2)}"] = 1
    found[f"length {min(len(words) // 8, 5)}"] = 1
    found[f"opening {target < 2:d}"] = 1


def _clauses(words: list[str]) -> list[int]:
    openers = classes()["clause"]
    clauses, clause = [], 0
    for word in words:
        clause += word in openers or word in STOPS
        clauses.append(clause)
    return clauses


def _quoted(words: list[str]) -> list[bool]:
    quoted, inside = [], False
    for word in words:
        inside ^= word == '"'
        quoted.append(inside)
    return quoted


def _names_before(words: list[str]) -> list[int]:
    counts, count = [], 0
    for word in words:
        counts.append(count)
        count += word == NAME
    return counts


@cache
def _closed() -> frozenset[str]:
    return frozenset().union(*classes().values()) | {NAME, TARGET, NUMBER, "'s"}


@cache
def _before_verb() -> frozenset[str]:
    return frozenset().union(*(classes()[name] for name in ("auxiliary", "be", "adverb", "negation")))


@cache
def _before_object() -> frozenset[str]:
    possessives = {"'s", "his", "her", "their", "its", "my", "our"}
    return classes()["determiner"] | classes()["preposition"] | classes()["adverb"] | possessives


@cache
def stem(word: str) -> str:
    """A word without its commonest endings: crude, for words are only compared with themselves."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
