"""Reading the data files that stand beside modules: word lists, rules and weights."""

import csv
from importlib.resources import files


def lines(package: str, name: str) -> list[str]:
    """The lines of a data file of a package, without those that start with #, which say where it came from."""
    read = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in read if not line.startswith("#")]


def rows(package: str, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of a package, by column, without the lines that start with #."""
    return list(csv.DictReader(lines(package, name)))
