"""What the words around a figure say of it: bound ("up to", "or more"), roundness ("about"), rate ("a year")."""

from functools import cache

from analysis.figures.figure import Reading
from analysis.figures.grammar.tokens import HYPHENS, Phrases, Tokens, rows, words

RATED = frozenset(("money", "measure", "number", "percent"))
ADVERBS = frozenset(["annually", "yearly", "monthly", "weekly", "daily", "hourly", "quarterly", "apiece"])
SMALL = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))
LOWER, UPPER = ("over", "at_least"), ("under", "up_to")
EVERY = frozenset(("each", "every"))


@cache
def _phrases(place: str, of: str) -> Phrases:
    kept = [row for row in rows("bounds.csv") if row["place"] == place and row["of"] in (of, "both")]
    return Phrases((row["phrase"], row["approximation"]) for row in kept)


def read_bounds(tokens: Tokens, reading: Reading, before: int) -> None:
    """Give a reading the approximation that the words around it state, and their extent with it.

    before: where the figure before it ends.
    """
    of = "time" if reading.kind in ("date", "period") else "quantity"
    at = reading.first - (tokens[reading.first - 1].word == "the" and of == "time")
    found = _phrases("after", of).at(tokens, reading.last)
    if found:
        bounded = (reading.first, found[1])
    else:
        found = _phrases("before", of).before(tokens, at)
        if found is None or not _bounds(tokens, reading, at, found[1], before):
            return
        bounded = (found[1], reading.last)
    if not (reading.approximation and found[0] == "about"):
        reading.approximation, reading.bounded = found[0], bounded


def _bounds(tokens: Tokens, reading: Reading, at: int, start: int, before: int) -> bool:
    """Whether the words of a bound, from token start to at, bound this figure and nothing else."""
    word = tokens[at - 1].word
    if word == "than" and start == before:
        return False  # "3 cents more than a month ago" compares
    if reading.kind in ("date", "period"):
        # "after last year's vote" bounds the vote
        return not (tokens[reading.last].text in "'’" and tokens[reading.last + 1].word == "s")
    if word == "over" and tokens[at - 2].word in words("passing over"):
        return False
    if word == "over" and reading.kind == "number":
        return tokens[reading.first].word not in SMALL  # "charged over two deaths"
    if word in ("over", "around") and reading.kind == "duration":
        return tokens[at - 2].word in words("before over")  # "spend $5bn over three years" tells when
    return True


def enclosed(tokens: Tokens, one: Reading, two: Reading) -> Reading | None:
    """The range that two bounds enclose: "more than 100 but fewer than 300"."""
    lower, upper = (one, two) if one.approximation in LOWER else (two, one)
    if (
        lower.approximation not in LOWER
        or upper.approximation not in UPPER
        or (one.kind, one.unit) != (two.kind, two.unit)
    ):
        return None
    bound = _phrases("before", "quantity").before(tokens, two.first)
    if bound is None or any(token.word not in ("and", "but", ",") for token in tokens[one.last : bound[1]]):
        return None
    if lower.value is None or upper.value is None or lower.value >= upper.value:
        return None
    return Reading(one.first, two.last, one.kind, low=lower.value, high=upper.value, unit=one.unit)


def rate_of(text: str, tokens: Tokens, reading: Reading) -> str | None:
    """The rate that follows a sum, a measure or a count, as written: "a year", "per share", "annually"."""
    if reading.kind not in RATED:
        return None
    at = reading.last
    hyphen = tokens[at].text in HYPHENS and tokens[at].glued
    at += hyphen
    word, noun = tokens[at].word, tokens[at + 1 + hyphen]
    if word in ADVERBS:
        return None if noun.word.isalpha() and noun.word not in words("function") else tokens[at].text
    if not noun.word.isalpha() or tokens[at + 2].word in ("ago", "earlier", "later", "before", "old"):
        return None
    rated = word in ("a", "an") and (
        noun.word in words("rate") and (reading.kind != "number" or noun.word in words("time rate"))
    )
    if word in ("per", "/") or (word in EVERY and noun.word in words("time rate")) or rated:
        return text[tokens[at].start : noun.end].replace("-", " ").replace("/", "per ")
    return None
