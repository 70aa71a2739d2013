"""Outlets that a text names, and the outlet that an attribution credits."""

import re
from functools import cache

from analysis.attribution.voices import voices
from analysis.language.lexicon import known_names

# "the Denver Gazette": a name that ends in a word for a newspaper or a station.
LAST = "Times|Post|Journal|News|Tribune|Herald|Gazette|Chronicle|Magazine|Daily|Courier|Dispatch"
SHORT = "Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Courier|Dispatch|Echo"  # "told the Gazette"
NAMED = rf"(?<=[Tt]he )(?:{SHORT})(?! [A-Z])|(?:[A-Z][\w’'&-]* ){{1,4}}?(?:{LAST})(?! [A-Z])"
TOLD = re.compile(r"\b(?:to|with|by|in|on|told|tells|telling|tell|at)\s+(?:the\s+|an?\s+)?$", re.I)
POSSESSIVE = re.compile(r"^['’]s")
THE = re.compile(r"^the\s+", re.I)


@cache
def _names() -> dict[str, str]:
    """Full names of outlets by form; a form that needs its "The" has it."""
    return {form: name for form, (name, kind) in known_names().items() if kind == "outlet"}


@cache
def _pattern() -> re.Pattern:
    names = sorted((re.escape(name).replace("'", "['’]") for name in _names()), key=len, reverse=True)
    alternatives = "|".join(f"[Tt]he {name[5:]}" if name.startswith("The\\ ") else name for name in names)
    return re.compile(rf"(?<![\w’'-])(?:{alternatives}|{NAMED})(?![\w-])")


def outlets_in(text: str) -> list[tuple[int, int, str]]:
    """Outlets named in a short text: start, end and the name in full."""
    found = _pattern().finditer(text)
    return [(match.start(), match.end(), outlet_name(match.group())) for match in found]


def outlet_name(name: str) -> str:
    """An outlet's name in full: "FT" is "Financial Times"; a name that is not listed stays, without "The"."""
    bare = THE.sub("", name.strip()).replace("’", "'")
    return _names().get(bare) or _names().get(f"The {bare}") or bare


def credited(source: str, around: str) -> str | None:
    """The outlet credited by a source as written, or by the words around its cue ("told the FT").

    A person of the outlet ("CNN anchor Jake Tapper"), its spokesman or its owner is not the outlet.
    """
    for start, end, name in outlets_in(source):
        if _is_credited(source[:start], source[end:]):
            return name
    for start, _, name in outlets_in(around):
        if TOLD.search(around[:start]):
            return name
    return None


def _is_credited(before: str, after: str) -> bool:
    """Whether an outlet's name stands for what it reports: "a report by the FT", "the FT’s reporting"."""
    words = voices()
    following = POSSESSIVE.sub("", after).split(",")[0].split()
    made = any(word in words["work"] for word in following[:2])
    plain = not following or made or following[0].lower() in words["after"]
    return plain and set(before.lower().split()) <= words["work"] | words["beside"]
