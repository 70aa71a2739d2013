"""Where a figure may start: elsewhere no rule needs to be tried, which is what makes reading fast."""

from functools import cache

from analysis.figures.grammar.dates import TIMES_OF_DAY
from analysis.figures.grammar.fractions import VULGAR
from analysis.figures.grammar.money import currency_signs
from analysis.figures.grammar.numbers import MINUS
from analysis.figures.grammar.numerals import number_words
from analysis.figures.grammar.time import APOSTROPHES
from analysis.figures.grammar.tokens import Tokens, past, rows, words

LONGEST = 3  # small words before the first word of a figure that the grammar knows: "from the last"


def may_start(tokens: Tokens, at: int) -> bool:
    """Whether a figure may start at a token: a number, a word of the grammar, or small words right before one."""
    token = tokens[at]
    if token.numeric or token.word in _starters():
        return True
    for _ in range(LONGEST):
        if token.word not in _openers():
            return False
        at = past(tokens, at + 1, "of")
        token = tokens[at]
        if token.numeric or token.word in _starters() or token.word in _units():
            return True
    return False


@cache
def _starters() -> frozenset[str]:
    """Words that a figure may start with."""
    named = {row["word"] for row in rows("calendar.csv") if row["class"] not in ("step", "unit")}
    signs = {sign for sign in currency_signs() if not sign.isalpha()}
    return frozenset(
        (number_words() - {"a", "an"}) | named | signs | set(VULGAR) | {"earlier", "later", "rest", "remainder", "year"}
    )


@cache
def _openers() -> frozenset[str]:
    """Words that a figure may start with where a number or another word of the grammar follows."""
    steps = {row["word"] for row in rows("calendar.csv") if row["class"] == "step"}
    signs = {sign for sign in currency_signs() if sign.isalpha()}
    return frozenset(words("openers") | steps | signs | MINUS | APOSTROPHES | set("+."))


@cache
def _units() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("time_units.csv") + rows("calendar.csv")) | TIMES_OF_DAY
