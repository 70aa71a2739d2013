"""What kind of source a noun phrase names."""

import re
from functools import cache

from analysis.attribution.cues import rows
from analysis.attribution.outlets import credited

HEAD_END = re.compile(r",|\b(?:who|which|familiar|close|with|of|for|at|in|from|by|to|about)\b")
PEOPLE = re.compile(r"(?:ists?|ians?|crats?|women|woman|men|man|people|ees)$")
WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")


@cache
def voices() -> dict[str, frozenset[str]]:
    """Words of voices.csv by class."""
    return {
        row["class"]: frozenset(row["words"].split("|" if row["class"] == "company" else None))
        for row in rows("voices.csv")
    }


@cache
def speaks(noun: str) -> bool:
    """Whether a noun in lower case names people, a body that speaks, or a document: by voices.csv or its ending."""
    kinds = voices()
    listed = ("unnamed", "document", "outlet", "organisation", "title", "alone")
    return any(noun in kinds[name] for name in listed) or bool(PEOPLE.search(noun))


def source_type(source: str) -> str:
    """named person, organisation, outlet, document, unnamed or unspecified, from a source as written.

    Judged from the words before the first comma, preposition or "who". A capitalised name of two or three words without
    a word for a body is taken for a person, of one word for an organisation; the story's names may know better.
    """
    head = HEAD_END.split(source, maxsplit=1)[0] or source
    words = WORD.findall(head)
    lower = [re.sub("['’]s?$", "", word.lower()) for word in words]
    kinds = voices()
    if not words:
        return "unspecified"
    if lower[-1] in kinds["pronoun"]:
        return "named person"
    if credited(source, ""):
        return "outlet"
    names = [
        word for word in words if word[0].isupper() and word.lower() not in {"the", "a", "an", "some", "many", "one"}
    ]
    if lower[-1] in kinds["document"] and lower[-1] not in kinds["unnamed"] and not words[-1][0].isupper():
        return "document"
    if lower[-1] in kinds["unnamed"] and (not words[-1][0].isupper() or len(names) < 2):
        return "unnamed"
    if any(word in kinds["organisation"] for word in lower):
        return "organisation"
    if not names or not words[-1][0].isupper():
        return "organisation" if source.lower() in kinds["company"] or lower[-1] in kinds["organisation"] else "unnamed"
    if any(word in kinds["title"] for word in lower) or (
        len(names) in {2, 3} and not any(w.isupper() and len(w) > 2 for w in names)
    ):
        return "named person"
    return "organisation"
