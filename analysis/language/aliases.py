"""Which forms name the same: Altman and Sam Altman, FT and the Financial Times."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from analysis.language.kinds import kind
from analysis.language.lexicon import known_names, word_class
from analysis.language.mentions import Mention

PERSON_ENDINGS = ("Jr", "Jr.", "Sr", "Sr.", "II", "III")
BRACKET = re.compile(r" \((?:the )?[“\"']?$")


def join_forms(
    texts: list[str],
    articles: list[str],
    mentions: list[Mention],
    weights: dict[str, Counter],
    given: dict[str, list[str]],
) -> dict[tuple[str, str], str]:
    """The name that each form has in each article, by (article, form); what stays ambiguous names itself.

    Given aliases win; then names known beforehand, short forms in brackets after a name, initials, endings of firms,
    and surnames or single words of one longer name only, in the story or else in what the article says before.
    """
    order = list(dict.fromkeys((articles[mention.row], mention.form) for mention in mentions))
    sure = sorted({mention.form for mention in mentions if mention.sure})
    names = _grouped(sure, weights, given)
    stated = _stated(texts, mentions)
    parts = _Parts(order, names, weights)
    told = set(names.values())
    shouted = {name.casefold(): name for name in sorted(told) if not name.isupper()}
    initials = _by_initials(told)
    resolved: dict[tuple[str, str], str] = {}
    for article, form in order:
        name = names.get(form)
        if form in given or name in given or form in known_names():
            pass
        elif form in stated:
            name = names[stated[form]]
        elif f"{form}s" in names and kind(weights[f"{form}s"]) in ("organisation", "other"):
            name = names[f"{form}s"]  # a National Conservative
        elif (listed := known_names().get(f"The {form}", ("", ""))[0]) in told:
            name = listed
        elif form.isupper() and form.casefold() in shouted:
            name = shouted[form.casefold()]
        elif form.isupper() and form.title() in known_names():
            name = form.title()
        elif form.isupper() and len(initials.get(form.replace(".", ""), ())) == 1:
            (name,) = initials[form.replace(".", "")]
        else:
            name = parts.whole(article, form) or parts.whole(article, form, form.removesuffix("s")) or name
        if name:
            resolved[article, form] = name
    return resolved


def _grouped(forms: list[str], weights: dict[str, Counter], given: dict[str, list[str]]) -> dict[str, str]:
    """The name of each form by itself: the given one, an outlet's own, or else the longest form of the same name."""
    names = {form: name for name, others in given.items() for form in [name, *others]}
    groups: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if form not in names:
            groups[_key(form, kind(weights[form]))].append(form)
    for key, group in groups.items():
        outlet = known_names().get(key, ("", ""))[1] == "outlet"
        names.update(dict.fromkeys(group, key if outlet else max(group, key=len)))
    return names


def _key(form: str, kind: str) -> str:
    """What all forms of a name share that differ in an ending, a middle name, or as a list says."""
    if form in known_names():
        return known_names()[form][0]
    words = form.replace("’", "'").split()
    if kind == "product":
        return form
    if kind == "person" and len(words) > 1:
        ending = words.pop() if words[-1] in PERSON_ENDINGS else ""
        return f"{words[0]} {words[-1]} {ending}"
    while len(words) > 1 and words[-1] in word_class("suffix"):
        words.pop()
    core = " ".join(words)
    name, listed = known_names().get(core, (core, ""))
    return name if listed in ("organisation", "outlet") else core


def _stated(texts: list[str], mentions: list[Mention]) -> dict[str, str]:
    """Short forms in brackets right after the name they stand for: “National Seismological Institute (NSI)”."""
    stated = {}
    for long, short in pairwise(mentions):
        if long.row == short.row and " " in long.form and short.form.isupper():
            text = texts[long.row]
            after = text[short.end : short.end + 2].lstrip("”\"'")
            if BRACKET.fullmatch(text[long.end : short.start]) and after.startswith(")"):
                stated[short.form] = long.form
    return stated


class _Parts:
    """Words that may stand for a longer name, as a surname does, and the names they are part of."""

    def __init__(self, order: list[tuple[str, str]], names: dict[str, str], weights: dict[str, Counter]):
        self.weights = weights
        self.places = {key: place for place, key in enumerate(order)}
        said: dict[str, Counter] = defaultdict(Counter)
        for form, name in names.items():
            said[name].update(weights.get(form, {}))
        # For persons first, and then for all others: part, article, name, and where the article names it first.
        self.found: list[dict] = [defaultdict(lambda: defaultdict(dict)) for _ in range(2)]
        for article, form in order:
            name = names.get(form, "")
            type_ = kind(said[name])
            for part in _short_forms(name, type_) if " " in name else ():
                self.found[type_ != "person"][part][article].setdefault(name, self.places[article, form])

    def whole(self, article: str, form: str, part: str | None = None) -> str | None:
        """The one name that a form stands for as a part: of the story, or of those that the article has named before.

        part: the form without the ending of its plural (“Liberals” of the Liberal Union).
        """
        part = part or form
        for number, found in enumerate(self.found):
            if part not in found or (number and kind(self.weights[form]) == "place"):
                continue
            everywhere = set().union(*found[part].values()) - {part}
            here = [name for name, place in found[part][article].items() if place < self.places[article, form]]
            candidates = everywhere if len(everywhere) == 1 else here
            return next(iter(candidates)) if len(candidates) == 1 else None
        return None


def _short_forms(name: str, kind: str) -> list[str]:
    words = name.split()
    if kind == "person":
        last = words[-2] if words[-1] in PERSON_ENDINGS else words[-1]
        forms = [words[0], last]
        particle = next((place for place in range(1, len(words)) if words[place] in word_class("particle")), None)
        if particle:
            surname = " ".join(words[particle:])
            forms += [surname, surname[0].upper() + surname[1:]]
        return forms
    return [] if kind in ("product", "place") else [words[0], words[-1]]


def _by_initials(names: Iterable[str]) -> dict[str, set[str]]:
    """Names of several words by their initials, with and without those of small words."""
    initials = defaultdict(set)
    for name in names:
        words = [word for word in re.split(r"[\s-]+", name) if word not in ("", "&")]
        if len(words) > 1:
            initials["".join(word[0] for word in words if word[0].isupper())].add(name)
            initials["".join(word[0].upper() for word in words)].add(name)
    return initials
