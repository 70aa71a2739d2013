"""What kind of source a noun phrase names."""

import re
from functools import cache

from analysis.attribution.lexicon import rows

HEAD_END = re.compile(
    r",|\b(?:who|which|familiar|close|with|of|for|at|in|from|by|to|about|within|inside|on|this|last"
    r"|published|released|conducted|commissioned|filed|seen|obtained|reviewed|polled|surveyed|briefed)\b"
)
ONE_OF = re.compile(
    r"^(?:one|two|three|some|many|most|several|all|both|none) of (?:the|its|his|her|their|those) ", re.I
)
PEOPLE = re.compile(r"(?:ists?|ians?|writers?|makers?|holders?|goers?|leaders?|crats?|women|woman|men|man|people|ees)$")
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
    kinds, noun = voices(), noun.rpartition("-")[2]
    listed = ("role", "unnamed", "document", "outlet", "organisation", "title", "alone", "pronoun")
    if noun.endswith(("ers", "ors")) and noun not in kinds["thing"]:
        return True
    return any({noun, noun.removesuffix("s")} & kinds[name] for name in listed) or bool(PEOPLE.search(noun))


def source_type(source: str, outlet: str | None) -> str:
    """named person, organisation, outlet, document, unnamed or unspecified, from a source as written and its outlet.

    Judged from the noun before the first preposition or "who", and from a name beside it ("a spokesman, Rui Tavares").
    A name of two or three words without a word for a body is taken for a person, another for an organisation; the names
    of the story may know better. "They" and other pronouns of unclear reference are unspecified.
    """
    if outlet:
        return "outlet"
    kinds, source = voices(), ONE_OF.sub("", source).removesuffix(" both")
    parts = [WORD.findall(part) for part in source.split(",")]
    of_another = source[head_end(source) :].startswith(("of ", "for "))  # "the family of Ana Ruiz, 71"
    if any(_is_person(words) or ("".join(words).isdigit() and not of_another) for words in parts[1:]):
        return "named person"  # "a spokesman, Rui Tavares", "Ruiz, 45"
    words = WORD.findall(source[: head_end(source)]) or parts[0]
    head = words[-1].lower() if words else ""
    if head in kinds["vague"] or not words:
        return "unspecified"
    if head in kinds["pronoun"]:
        return "named person"
    if not words[-1][0].isupper() or len(words) == 1:
        for kind in ("unnamed", "document", "organisation"):
            if head in kinds[kind]:
                return kind
    if not words[-1][0].isupper():
        return "organisation" if source.lower() in kinds["company"] else "unnamed"
    return "named person" if _is_person(words) or head in kinds["title"] else "organisation"


def head_end(source: str) -> int:
    """Where the head of a noun phrase ends: before a comma, a preposition, a participle or "who"."""
    ends = (match.start() for match in HEAD_END.finditer(source) if match.start() > 0)
    return next(ends, len(source))


def _is_person(words: list[str]) -> bool:
    """Whether words look like a person's name, perhaps with a title before it: "Transport Minister Elena Quispe"."""
    kinds = voices()
    names = [word for word in words if word[0].isupper() and word.lower() not in kinds["beside"]]
    if not names or names[-1] != words[-1] or any(word.lower() in kinds["organisation"] for word in names):
        return False
    titled = any(word.lower() in kinds["title"] | kinds["role"] for word in words[:-1])
    return titled or (len(names) in {2, 3} and not any(word.isupper() and len(word) > 2 for word in names))
