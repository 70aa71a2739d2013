"""What a fact is called, in the words of the sources that state it."""

from collections import Counter
from collections.abc import Callable

from analysis.figures.clauses import Word, word_lists, words
from analysis.figures.things import TIMES, role_of, thing_of, things_in

NAMED = 3  # names shown of a fact, and no more
TERSE = 4  # words of a phrase that is read at a glance


def name_of(rows: list[dict]) -> str:
    """What a fact is called: what is counted, as its clearest figure has it, then whose it is and when.

    rows: of table `figures`, those of one fact. Names and time are those that most of its articles give, if any do.
    """
    what = clearest([row["what"] for row in rows])
    who = _given_by_most(rows, lambda row: tuple(row["who"] or ()))
    when = "when" if rows[0]["kind"] in TIMES else _given_by_most(rows, lambda row: row["when"])
    return " · ".join(filter(None, [what or "figure", " → ".join((who or ())[:NAMED]), when]))


def clearest(phrases: list[str | None]) -> str | None:
    """The phrase that says best what is counted: one that names a thing of things.csv, and what befell it, tersely.

    Of phrases as good, the most frequent, then the first.
    """
    counted = Counter(filter(None, phrases))
    return max(counted, key=lambda phrase: (*_clarity(phrase), counted[phrase]), default=None)


def _clarity(phrase: str) -> tuple:
    said = words(phrase)
    roles = {role_of(word) for word in said}
    content = [word for word in said if word.lower not in word_lists()["function"] | word_lists()["change"]]
    return (
        bool(things_in(phrase)[0]),
        not any(word.lower in word_lists()["say"] for word in said),
        "fate" in roles and bool(roles & {"general", "bearer"}),
        any(thing_of(word) in (word.lower, f"{word.lower}s") for word in said),
        len(content) <= TERSE and not _named(phrase, said),
        min(len(content), TERSE - 1),
    )


def _named(phrase: str, said: list[Word]) -> bool:
    """Whether a word of the phrase but its first is a name: what a fact is called should hold for every source."""
    return any(phrase[word.start].isupper() for word in said[1:])


def _given_by_most(rows: list[dict], of: Callable):
    """What half of the articles or more give; None where fewer agree."""
    given = Counter(value for _, value in dict.fromkeys((row["article"], of(row)) for row in rows) if value)
    value, articles = given.most_common(1)[0] if given else (None, 0)
    return value if 2 * articles >= len({row["article"] for row in rows}) else None
