"""Outlets that a text names, and the outlet that an attribution credits."""

import re
from functools import cache

from analysis.attribution.cues import rows

# "the Denver Gazette": a name that ends in a word for a newspaper or a station.
LAST = "Times|Post|Journal|News|Tribune|Herald|Gazette|Chronicle|Magazine|Daily|Courier|Dispatch"
NAMED = rf"(?:[A-Z][\w’'&-]* ){{1,4}}?(?:{LAST})"
TOLD = re.compile(r"\b(?:to|with|by|in|on|told|tells|telling|tell|at)\s+(?:the\s+|an?\s+)?$", re.I)


@cache
def _names() -> dict[str, str]:
    """Full names by alias, each also its own."""
    listed = [(row["name"], [row["name"], *filter(None, row["aliases"].split("|"))]) for row in rows("outlets.csv")]
    return {alias: name for name, aliases in listed for alias in aliases}


@cache
def _pattern() -> re.Pattern:
    names = sorted((re.escape(name).replace("'", "['’]") for name in _names()), key=len, reverse=True)
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(names)}|{NAMED})(?![\w-])")


@cache
def _work() -> tuple[set[str], re.Pattern]:
    """Words that may stand before an outlet's name ("a report by the"), and what may follow it ("’s reporting")."""
    words = {row["class"]: row["words"].split() for row in rows("voices.csv")}
    after = re.compile(rf"(?:['’]s)?(?:\s+(?:[a-z]+\s+)?(?:{'|'.join(words['work'])}))?(?:\s+[a-z].*)?$", re.S)
    return {*words["work"], *words["beside"]}, after


def outlets_in(text: str) -> list[tuple[int, int, str]]:
    """Outlets named in a short text: start, end and the name in full."""
    found = _pattern().finditer(text)
    return [(match.start(), match.end(), outlet_name(match.group())) for match in found]


def outlet_name(name: str) -> str:
    """An outlet's name in full: "FT" is "Financial Times"; a name that is not listed stays, without "The"."""
    name = name.strip().removeprefix("The ").removeprefix("the ")
    return _names().get(name, name)


def credited(source: str, around: str) -> str | None:
    """The outlet credited by a source as written, or by the words around its cue ("told the FT")."""
    before, after = _work()
    for start, end, name in outlets_in(source):
        if set(source[:start].lower().split()) <= before and after.match(source[end:]):
            return name
    for start, _, name in outlets_in(around):
        if TOLD.search(around[:start]):
            return name
    return None
