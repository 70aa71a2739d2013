"""The data files of this package: rows of any of them, and the word lists that are neither cues nor classes."""

import csv
from functools import cache
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a data file of this package, without the comment lines at its head."""
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list in lists.csv."""
    return frozenset(word for row in rows("lists.csv") if row["list"] == name for word in row["words"].split())
