"""What a name names: a person, an organisation, an outlet, a product, a place or something other."""

import re
from collections import Counter, defaultdict
from functools import cache

from analysis.language.lexicon import given_names, is_ordinary, known_names, word_class
from analysis.language.mentions import Mention

CONTEXT = 40  # characters read on each side of a mention
AGE = re.compile(r", (?:aged )?\d{1,3}(?:,|\.|$)|, who\b|, whose\b")
WHICH = re.compile(r", which\b")
INTO = re.compile(r"\b(?:in|near|across|outside|throughout) (?:the )?$")
VOICE = re.compile(r"\b(?:said|says|according to|asked) (?:the )?$")
TOLD = re.compile(r"\btold (?:the )?$")
REPORTED = re.compile(r" (?:has |had |first )?(?:reported|understands)\b")


def kinds_of_forms(texts: list[str], mentions: list[Mention]) -> dict[str, Counter]:
    """For each form of a name, the weight of what its words and the words around its mentions say for each type."""
    weights: dict[str, Counter] = defaultdict(Counter)
    for mention in mentions:
        weights[mention.form].update(_around(texts[mention.row], mention))
    for form, weight in weights.items():
        weight.update(_within(form))
    return weights


def kind(weight: Counter) -> str:
    """The type with the most weight; organisation for what acts and is nothing else, other for what does not."""
    best = max(weight, key=lambda name: (weight[name], name), default="other")
    if best == "agent" or weight[best] < 1:
        return "organisation" if weight["agent"] else "other"
    return best


def _within(form: str) -> dict[str, float]:
    """What the words of a form say by themselves."""
    if form in known_names():
        return {known_names()[form][1]: 20}
    words = form.split()
    weight: dict[str, float] = {}
    if any(known_names().get(word, ("", ""))[1] == "product" for word in (words[0], words[-1])):
        weight["product"] = 6
    elif words[-1] in word_class("organisation") | word_class("suffix") or words[0] in word_class("of") or "&" in form:
        weight["organisation"] = 6
    elif words[-1] in word_class("event"):
        weight["other"] = 4
    elif any(word in word_class("press") for word in words):
        weight["outlet"] = 4
    elif words[-1] in word_class("place"):
        weight["place"] = 4
    elif words[-1] in word_class("product") or any(sign.isdigit() for sign in form):
        weight["product"] = 4
    elif len(words) > 1 and words[0] in given_names():
        weight["person"] = 4
    elif len(words) in (2, 3) and not any(is_ordinary(word.lower()) for word in words):
        weight["person"] = 1
    elif len(words) == 1 and any(sign.isupper() for sign in form[1:]):
        weight["organisation"] = 1.5
    return weight


def _around(text: str, mention: Mention) -> dict[str, float]:
    """What the words around one mention say."""
    before = text[max(0, mention.start - CONTEXT) : mention.start]
    after = text[mention.end : mention.end + CONTEXT]
    weight: dict[str, float] = {}
    if mention.titled or AGE.match(after):
        weight["person"] = 3
    elif ROLE().match(after) or ROLE_BEFORE().search(before):
        weight["person"] = 2
    if OWNED().match(after) or FIRM().search(before) or WHICH.match(after):
        weight["organisation"] = 2
    if SITE().search(before):
        weight["place"] = 2
    elif INTO.search(before):
        weight["place"] = 1
    elif ITEM().search(before):
        weight["product"] = 2
    if TOLD.search(before) or REPORTED.match(after):
        weight["outlet"] = 1
    elif SPEECH().match(after) or VOICE.search(before):
        weight["agent"] = 1
        weight["person" if " " in mention.form else "organisation"] = 0.5
    return weight


@cache
def ROLE() -> re.Pattern:
    return re.compile(rf", (?:an? |the )?(?:[\w’'-]+ ){{0,4}}?(?:{_any('role')})\b")


@cache
def ROLE_BEFORE() -> re.Pattern:
    return re.compile(rf"\b(?:{_any('role')}),? $")


@cache
def OWNED() -> re.Pattern:
    return re.compile(rf"(?:['’]s?)? (?:{_any('owned')})\b")


@cache
def FIRM() -> re.Pattern:
    return re.compile(rf"\b(?:{_any('firm')}) $")


@cache
def SITE() -> re.Pattern:
    return re.compile(rf"\b(?:{_any('site')}) (?:of )?$")


@cache
def ITEM() -> re.Pattern:
    return re.compile(rf"\b(?:{_any('item')}) $")


@cache
def SPEECH() -> re.Pattern:
    return re.compile(rf" (?:also |has |had )?(?:{_any('speech')})\b")


def _any(name: str) -> str:
    return "|".join(sorted(word_class(name)))
