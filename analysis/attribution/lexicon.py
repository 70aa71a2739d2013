"""The data files of this package: rows of any of them, and the word lists that are neither cues nor classes."""

from functools import cache

from analysis import data


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a data file of this package, without the comment lines at its head."""
    return data.rows(__package__, name)


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list in lists.csv."""
    return frozenset(word for row in rows("lists.csv") if row["list"] == name for word in row["words"].split())
