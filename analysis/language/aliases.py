"""Which forms name the same: Altman and Sam Altman, FT and the Financial Times."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from analysis.language.lexicon import known_names, word_class
from analysis.language.mentions import Mention

PERSON_ENDINGS = ("Jr", "Jr.", "Sr", "Sr.", "II", "III")
SHORT = re.compile(r" \((?:the )?“?[\"']?$")


def join_forms(
    texts: list[str], articles: list[str], mentions: list[Mention], kinds: dict[str, str], given: dict[str, list[str]]
) -> dict[tuple[str, str], str]:
    """The name that each form has in each article, by (article, form); forms that stay ambiguous name themselves.

    Given aliases win; then names known beforehand, short forms in brackets after a name, initials, endings of firms,
    and surnames or single words of one longer name only, in the article or else in the story.
    """
    order = list(dict.fromkeys((articles[mention.row], mention.form) for mention in mentions))
    sure = {mention.form for mention in mentions if mention.sure}
    whole = sorted(form for form in sure if not (form.isupper() and " " in form))
    names = {form: form for form in whole if " " in form or form in known_names()}
    _join_equal(names, [form for form in whole if form in known_names()], lambda form: known_names()[form][0])
    _join_equal(
        names, [form for form in names if form not in known_names() and kinds[form] == "person"], _first_and_last
    )
    _join_equal(
        names,
        [form for form in whole if form not in known_names() and kinds[form] not in ("person", "product")],
        _without_suffix,
    )
    names |= {form: known_names()[form][0] for form in whole if known_names().get(form, ("", ""))[1] == "outlet"}
    names |= {form: name for name, forms in given.items() for form in [name, *forms]}
    stated = _stated(texts, mentions)
    cases = {name.casefold(): name for name in sorted(set(names.values()))}
    initials = _by_initials(set(names.values()))
    parts = _Parts(order, names, kinds)
    resolved: dict[tuple[str, str], str] = {}
    for article, form in order:
        short = form.replace(".", "")
        if form in names:
            name = names[form]
        elif form in stated:
            name = names.get(stated[form], stated[form])
        elif form.isupper() and form.casefold() in cases:
            name = cases[form.casefold()]
        elif form.isupper() and len(initials.get(short, ())) == 1:
            name = next(iter(initials[short]))
        else:
            name = parts.whole(article, form) or (form if form in sure else None)
        if name:
            resolved[article, form] = name
    return resolved


def _stated(texts: list[str], mentions: list[Mention]) -> dict[str, str]:
    """Short forms in brackets right after the name they stand for: “National Seismological Institute (NSI)”."""
    stated = {}
    for long, short in pairwise(mentions):
        if long.row == short.row and " " in long.form and short.form.isupper():
            text = texts[long.row]
            after = text[short.end : short.end + 2].lstrip("”\"'")
            if SHORT.fullmatch(text[long.end : short.start]) and after.startswith(")"):
                stated[short.form] = long.form
    return stated


def _join_equal(names: dict[str, str], forms: list[str], key: Callable[[str], str]) -> None:
    """Give forms with the same key the longest of them as their name."""
    groups = defaultdict(list)
    for form in forms:
        groups[key(form)].append(form)
    for core, group in groups.items():
        longest = max(group, key=len)
        if len(group) > 1 or " " in longest:
            known = names.get(core)
            names.update(dict.fromkeys(group, known or longest))


def _first_and_last(person: str) -> str:
    words = person.split()
    ending = words.pop() if words[-1] in PERSON_ENDINGS else ""
    return f"{words[0]} {words[-1]} {ending}"


def _without_suffix(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1] in word_class("suffix"):
        words.pop()
    return " ".join(words)


class _Parts:
    """Single words that may stand for a longer name, as a surname does, and the names they are part of."""

    def __init__(self, order: list[tuple[str, str]], names: dict[str, str], kinds: dict[str, str]):
        self.kinds = kinds
        self.places = {key: place for place, key in enumerate(order)}
        self.persons: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
        self.others: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
        for article, form in order:
            name = names.get(form)
            if name and " " in name:
                kind = kinds.get(name, "organisation")
                for part in _short_forms(name, kind):
                    found = self.persons if kind == "person" else self.others
                    found[part][article].setdefault(name, self.places[article, form])

    def whole(self, article: str, part: str) -> str | None:
        """The one name that a word stands for: of the story, or of those that the article names in full before it."""
        for found in (self.persons, self.others):
            if part not in found or (found is self.others and self.kinds.get(part) == "place"):
                continue
            everywhere = set().union(*found[part].values())
            place = self.places[article, part]
            here = [name for name, first in found[part].get(article, {}).items() if first < place]
            candidates = everywhere if len(everywhere) == 1 else here
            return next(iter(candidates)) if len(candidates) == 1 else None
        return None


def _short_forms(name: str, kind: str) -> list[str]:
    words = name.split()
    if kind == "person":
        last = words[-2] if words[-1] in PERSON_ENDINGS else words[-1]
        surname = [" ".join(words[place:]) for place in range(1, len(words)) if words[place] in word_class("particle")][
            :1
        ]
        return [words[0], last, *surname]
    if kind in ("organisation", "outlet"):
        return [words[-1], words[0]]
    return []


def _by_initials(names: Iterable[str]) -> dict[str, set[str]]:
    initials = defaultdict(set)
    for name in names:
        words = re.split(r"[\s-]+", name)
        if len(words) > 1:
            initials["".join(word[0] for word in words if word[0].isupper())].add(name)
            initials["".join(word[0].upper() for word in words if word != "&")].add(name)
    return initials
