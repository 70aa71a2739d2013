"""What a linear model weighs of a mention: valence and connotation placed relative to the target, roles, and words."""

from bisect import bisect_left
from collections import Counter
from functools import cache

from analysis.sentiment.context import NAME, NUMBER, TARGET, Context, classes
from analysis.sentiment.grammar import clauses, names_before, quoted, roles, turned
from analysis.sentiment.lexicon import connotations, leaning, stem, valence

TURNED = -0.74  # what a negation multiplies a valence by, as VADER measured it
NEAR = 5  # words on each side that count as near
ANYWHERE = 0.75  # what a word counts for wherever it stands: less than near the target, or two targets are told alike
MOST = 3.0  # bound of a sum of valences: a pile of strong words is no stronger evidence
STEP = 1.5  # width of the classes that total valence is put in
DISTANCES = (2, 5, 10)  # words from the target that part the classes of distance
ROLES = frozenset(("agent", "patient", "is", "owned"))
EDGE = "<edge>"  # stands before the first word and after the last


def features(context: Context) -> dict[str, float]:
    """Names and values of what is found around the target of one mention; what is not there is 0."""
    words, target = context.words, context.target
    negated, parts, clause = turned(words), roles(context), clauses(words)
    # A denial turns what is denied and is none itself; what is done by the target is said of another: _verbs weighs it.
    spared = {place for place, word in enumerate(words) if word in classes()["denial"]}
    spared |= {target, *(place for place, role in parts.items() if role == "agent" and place < target)}
    rated = [0.0 if place in spared else valence(word) for place, word in enumerate(words)]
    rated = [value * TURNED if negated[place] else value for place, value in enumerate(rated)]
    found: Counter[str] = Counter()
    _valence(context, rated, parts, clause, found)
    for name in found:
        found[name] = min(found[name], MOST)
    _connotations(context, negated, parts, clause, found)
    _leanings(context, negated, parts, clause, found)
    _nearest(context, rated, negated, found)
    _totals(context, rated, clause, found)
    _words(context, negated, found)
    _neighbours(context, found)
    _verbs(context, parts, found)
    _frame(context, found)
    return found


def _valence(context: Context, rated: list[float], parts: dict[int, str], clause: list[int], found: Counter) -> None:
    words, target = context.words, context.target
    speaks = bool(classes()["saying"] & {words[place] for place, role in parts.items() if role in ("agent", "patient")})
    within, names = quoted(words), names_before(words)
    for place, value in enumerate(rated):
        if not value or parts.get(place) == "agent":
            continue
        sign, side = _sign(value), _side(place, target)
        between = abs(names[place] - names[target]) - (words[place] == NAME)
        for where in (
            "",
            side,
            f"{side}{_distance(place, target)}",
            f"{side} {_same(clause, place, target)}",
            f"{side} names {min(between, 2)}",
            f" quoted {within[place]:d}{within[target]:d}",
            *((f" speaker {side}",) if speaks else ()),
        ):
            found[sign + where] += abs(value) / 2


def _connotations(
    context: Context, negated: list[bool], parts: dict[int, str], clause: list[int], found: Counter
) -> None:
    target = context.target
    following = _following(context.words)
    for place, word in enumerate(context.words):
        if not word[0].isalpha():
            continue
        side = _side(place, target)
        away = f"{side}{_distance(place, target)}"
        for kind in connotations(word, following[place]):
            if place in parts:
                found[f"{parts[place]} {kind}"] += 1
            if not negated[place] and not (parts.get(place) == "agent" and place < target):
                found[f"{kind} {away}"] += 1
                found[f"{kind} {side} {_same(clause, place, target)}"] += 1
        for kind in _classes_of().get(word, ()):
            found[f"{kind} {away}"] += 1


def _leanings(context: Context, negated: list[bool], parts: dict[int, str], clause: list[int], found: Counter) -> None:
    target, passed_over, names = context.target, closed(), names_before(context.words)
    for place, word in enumerate(context.words):
        praise, judgement = (0.0, 0.0) if word in passed_over else leaning(word)
        if not praise and not judgement:
            continue
        role = parts.get(place, "").removesuffix(" not")
        places = [role if role in ROLES else "object"] if role else []
        if role != "agent" or place > target:
            side = _side(place, target)
            places += [side, f"{side} {_same(clause, place, target)}"]
            places.append(f"{side} names {min(abs(names[place] - names[target]), 2)}")
            if abs(place - target) <= DISTANCES[0]:
                places.append(f"{side} beside")
        factor = TURNED if negated[place] else 1.0
        for where in places:
            found[f"praise {where}"] += factor * praise
            found[f"judgement {where}"] += factor * judgement


def _nearest(context: Context, rated: list[float], negated: list[bool], found: Counter) -> None:
    """The first word of valence on each side, and whether a name stands before it."""
    words, target = context.words, context.target
    for side, places in (("L", range(target - 1, -1, -1)), ("R", range(target + 1, len(words)))):
        place = next((place for place in places if rated[place]), None)
        if place is None:
            found[f"nearest {side} none"] = 1
            continue
        past = f"{NAME in words[min(place, target) : max(place, target)]:d}"
        found[f"nearest {side} {_sign(rated[place])} {past}"] = 1
        for kind in connotations(words[place])[:1]:
            if not negated[place]:
                found[f"nearest {side} {kind} {past}"] = 1


def _totals(context: Context, rated: list[float], clause: list[int], found: Counter) -> None:
    target = context.target
    same = [value for place, value in enumerate(rated) if clause[place] == clause[target]]
    for name, values in (("all", rated), ("L", rated[:target]), ("R", rated[target:]), ("same", same)):
        total = sum(values)
        size = min(3, 1 + int(abs(total) / STEP)) if total else 0
        found[f"total {name} {_sign(total)}{size}"] = 1


def _words(context: Context, negated: list[bool], found: Counter) -> None:
    passed_over, negations = closed(), classes()["negation"]
    for place, word in enumerate(context.words):
        if (word in passed_over and word not in negations) or not word[0].isalpha():
            continue
        form = ("not " if negated[place] else "") + stem(word)
        found[f"word {form}"] += ANYWHERE
        if abs(place - context.target) <= NEAR:
            found[f"{_side(place, context.target)} {form}"] += 1


def _neighbours(context: Context, found: Counter) -> None:
    before = [*[EDGE] * 3, *context.words[max(0, context.target - 3) : context.target]][-3:]
    after = [*context.words[context.target + 1 : context.target + 4], *[EDGE] * 3][:3]
    for gap in (1, 2, 3):
        found[f"-{gap} {before[-gap]}"] = 1
        found[f"+{gap} {after[gap - 1]}"] = 1
    found[f"-2-1 {before[-2]} {before[-1]}"] = 1
    found[f"+1+2 {after[0]} {after[1]}"] = 1
    found[f"-1+1 {before[-1]} {after[0]}"] = 1


def _verbs(context: Context, parts: dict[int, str], found: Counter) -> None:
    for place, role in parts.items():
        word = context.words[place]
        found[f"{role} {stem(word)}"] += 1
        if valence(word):
            found[f"{role} {_sign(valence(word))}"] += abs(valence(word)) / 2


def _frame(context: Context, found: Counter) -> None:
    words, target = context.words, context.target
    found["constant"] = 1
    found[f"names L{min(words[:target].count(NAME), 3)}"] = 1
    found[f"names R{min(words[target:].count(NAME), 3)}"] = 1
    found[f"quotation {quoted(words)[target]:d}{min(words.count(chr(34)) // 2, 2)}"] = 1
    found[f"length {min(len(words) // 8, 5)}"] = 1
    found[f"opening {target < 2:d}"] = 1


def _following(words: list[str]) -> list[str]:
    """The word after each, articles and the like passed over; after the last, none."""
    found, following = [], ""
    for word in reversed(words):
        found.append(following)
        if word not in classes()["determiner"]:
            following = word
    return found[::-1]


def _sign(value: float) -> str:
    return "+" if value > 0 else "-"


def _side(place: int, target: int) -> str:
    return "L" if place < target else "R"


def _distance(place: int, target: int) -> int:
    return bisect_left(DISTANCES, abs(place - target))


def _same(clause: list[int], place: int, target: int) -> str:
    return "same" if clause[place] == clause[target] else "other"


@cache
def closed() -> frozenset[str]:
    """Words without substance of their own: those of closed classes, and what stands for names and numbers."""
    return frozenset().union(*classes().values()) | {NAME, TARGET, NUMBER, "'s"}


@cache
def _classes_of() -> dict[str, list[str]]:
    """Of each word of these closed classes, its classes."""
    found: dict[str, list[str]] = {}
    for name in ("saying", "denial", "negation", "auxiliary", "conjunction", "be"):
        for word in classes()[name]:
            found.setdefault(word, []).append(name)
    return found
