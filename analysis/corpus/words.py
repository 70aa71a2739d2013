"""The word lists of cleaning and naming, kept in words.csv."""

import csv
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of words.csv, in lower case; raises KeyError for a list that is not there."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    lists: dict[str, set[str]] = {}
    for row in rows:
        lists.setdefault(row["list"], set()).update(row["words"].split("|"))
    return {name: frozenset(entries) for name, entries in lists.items()}
