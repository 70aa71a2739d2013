"""What a name names: a person, an organisation, an outlet, a product, a place or something other."""

import re
from collections import Counter, defaultdict
from functools import cache

from analysis.language.lexicon import given_names, is_ordinary, known_names, rows, word_class
from analysis.language.mentions import Mention

BEFORE, AFTER = 40, 60  # characters read on each side of a mention
WORDS_BEFORE = 3  # of these, as many words: “according to the”
LISTED = 20  # weight of a type that a list states
SURE = 3  # weight from which words around a name have settled its type


def kinds_of_forms(texts: list[str], mentions: list[Mention]) -> dict[str, Counter]:
    """For each form of a name, the weight of what its words and the words around its mentions say for each type."""
    weights: dict[str, Counter] = defaultdict(Counter)
    for mention in mentions:
        weights[mention.form].update(_around(texts[mention.row], mention))
    for form, weight in weights.items():
        weight.update(_within(form))
    surnames = {form.split()[-1] for form, weight in weights.items() if " " in form and kind(weight) == "person"}
    for surname in surnames & weights.keys():
        weights[surname]["person"] += SURE
    return weights


def kind(weight: Counter) -> str:
    """The type with the most weight; organisation for what only acts, else a place by its ending, or other."""
    types = {name: said for name, said in weight.items() if name != "acts" and said >= 1}
    best = max(types, key=lambda name: (types[name], name), default=None)
    return best or ("organisation" if weight["acts"] else "place" if weight["place"] > 0 else "other")


def _within(form: str) -> dict[str, float]:
    """What the words of a form say by themselves."""
    known = known_names()
    if form in known:
        return {known[form][1]: LISTED}
    words = form.split()
    first, last = words[0], words[-1]
    products = [word for word in (first, last) if known.get(word, ("", ""))[1] == "product"]
    if products and (products[0] == first or not is_ordinary(last.lower())):
        return {"product": 6}
    if last in word_class("organisation") | word_class("suffix") or "&" in form:
        return {"organisation": 6}
    if last in word_class("event"):
        return {"other": 4}
    if not word_class("press").isdisjoint(words):
        return {"outlet": 4}
    if last in word_class("place") or first in word_class("place"):
        return {"place": 4}
    if " of " in form:
        return {"organisation": 4}
    if last in word_class("product") or any(sign.isdigit() for sign in form):
        return {"product": 4}
    if len(words) > 1 and first in given_names():
        return {"person": 4}
    if len(words) in (2, 3) and not any(is_ordinary(word.lower()) for word in words):
        return {"person": 1}
    if len(words) == 1 and any(sign.isupper() for sign in form[1:]):
        return {"organisation": 1.5}
    if len(words) == 1 and form.endswith("s") and is_ordinary(form[:-1].lower()):
        return {"organisation": 1}  # the Greens
    if len(words) == 1 and form.endswith(tuple(word_class("placed"))):
        return {"place": 0.9}
    return {}


def _around(text: str, mention: Mention) -> dict[str, float]:
    """What the words around one mention say."""
    before = " ".join(text[max(0, mention.start - BEFORE) : mention.start].split(" ")[-WORDS_BEFORE - 1 :])
    after = text[mention.end : mention.end + AFTER]
    weight: dict[str, float] = {"person": SURE} if mention.titled else {}
    beside = {"before": before, "after": after, "around": f"{before}¦{after}"}
    for name, side, pattern, said in _rules():
        if pattern.match(beside[side]) if side == "after" else pattern.search(beside[side]):
            weight[name] = max(weight.get(name, said), said) if said > 0 else weight.get(name, 0) + said
    return weight


@cache
def _rules() -> list[tuple[str, str, re.Pattern, float]]:
    """Type, side, pattern and weight of each row of name_context.csv."""
    rules = []
    for row in rows("name_context.csv"):
        pattern = re.sub(
            r"\{([a-z]+)\}", lambda match: f"(?i:{'|'.join(sorted(word_class(match[1])))})", row["pattern"]
        )
        rules.append(
            (row["type"], row["side"], re.compile(pattern + "$" * (row["side"] == "before")), float(row["weight"]))
        )
    return rules
