"""The word lists of cleaning and naming, kept in words.csv."""

from functools import cache

from analysis import data


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of words.csv, in lower case; raises KeyError for a list that is not there."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for row in data.rows(__package__, "words.csv"):
        lists.setdefault(row["list"], set()).update(row["words"].split("|"))
    return {name: frozenset(entries) for name, entries in lists.items()}
