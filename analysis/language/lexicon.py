"""What is known of names and words before a story is read, from the lists in this folder."""

from functools import cache

from analysis import data

# Endings that ordinary_words.txt leaves out, and what stands in their place in the word it lists.
ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ly", ""), ("ily", "y"), ("ness", ""), ("ist", ""), ("ists", "")),
    *(("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e")),
    *(("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("est", ""), ("est", "e")),
)
DOUBLED = ("ed", "ing", "er", "ers")  # endings before which a consonant may stand twice


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of name_words.csv."""
    return frozenset(word for row in rows("name_words.csv") if row["class"] == name for word in row["words"].split())


@cache
def known_names() -> dict[str, tuple[str, str]]:
    """Name and type of every form of the outlets, organisations, products and places known beforehand.

    Countries and continents are CLDR's, as Babel has them. A later type wins: Amazon is the firm.
    """
    from babel import Locale

    territories = (name.replace("’", "'") for name in Locale("en").territories.values())
    known = {name: (name, "place") for name in territories if name[0].isupper()}
    for name, *others in (place.split("|") for line in _lines("places.txt") for place in line.split(", ")):
        known.update(dict.fromkeys([name, *others], (name, "place")))
    known.update((name, (name, "product")) for name in _lines("products.txt"))
    for kind in ("organisation", "outlet"):
        for row in rows(f"{kind}s.csv"):
            forms = filter(None, [row["name"], *row["forms"].split("|")])
            known.update(dict.fromkeys(forms, (row["name"], kind)))
    return known


@cache
def given_names() -> frozenset[str]:
    """Given names of people."""
    return frozenset(name for line in _lines("given_names.txt") for name in line.split())


@cache
def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is an ordinary English one, or a regular form of one."""
    known = _ordinary()
    if word in known:
        return True
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            base = word[: -len(ending)]
            if base + instead in known or (ending in DOUBLED and base[-1:] == base[-2:-1] and base[:-1] in known):
                return True
    return False


@cache
def looks_ordinary(word: str) -> bool:
    """Whether an unlisted word looks ordinary: it is two of them (“aftershocks”) or ends as they do."""
    if not word[1:].islower():
        return False
    lower = word.lower()
    halves = ((lower[:place], lower[place:]) for place in range(4, len(lower) - 3))
    return lower.endswith(tuple(word_class("ending"))) or any(a in _ordinary() and is_ordinary(b) for a, b in halves)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for line in _lines("ordinary_words.txt") for word in line.split())


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of this folder, without the lines of its header."""
    return data.rows(__package__, name)


def _lines(name: str) -> list[str]:
    return data.lines(__package__, name)
