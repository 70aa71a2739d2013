"""Counts, lists and quotations in English words, for the sentences that findings are told in."""

from collections.abc import Iterable

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
IRREGULAR = {
    "are": "is",
    "were": "was",
    "have": "has",
    "go": "goes",
    "carry": "carries",
}  # verbs of several, with those of one


def counted(count: int, noun: str, verb: str = "") -> str:
    """A count, its noun and the verb of several: "five articles", "1,141 claims", "no facts", "one fact stands"."""
    told = f"{number(count)} {noun}{'' if count == 1 else 's'}"
    return f"{told} {agreeing(count, verb)}" if verb else told


def agreeing(count: int, verb: str) -> str:
    """A verb of several ("stand", "are") as it goes with a count."""
    return IRREGULAR.get(verb, f"{verb}s") if count == 1 else verb


def shortened(count: int, most: int) -> str:
    """What a sentence adds where its list is cut: "; six of them are shown"; of a list that is whole, nothing."""
    return f"; {number(most)} of them {agreeing(most, 'are')} shown" if count > most else ""


def number(count: int) -> str:
    """A count, small ones in words."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def how_many(count: int) -> str:
    """A count that stands alone: "none", "six", "1,141"."""
    return number(count) if count else "none"


def listing(words: Iterable[str]) -> str:
    """The words, of which there is one at least, as English lists them: "A", "A and B", "A, B and C"."""
    *head, last = words
    return f"{', '.join(head)} and {last}" if head else last


def signed(value: float) -> str:
    """A tone or difference with its sign, to two places: "+0.15", "−0.30"."""
    return f"{round(value, 2) + 0.0:+.2f}".replace("-", "−")


def in_quotes(text: str) -> str:
    """A sentence between quotation marks: none is added to its own, and one that is open is closed."""
    if text.startswith('"'):
        return text
    opened = text if text.startswith("“") else f"“{text}"
    return opened if opened.count("“") == opened.count("”") else f"{opened}”"


def leaning(verdict: str) -> str:
    """A verdict of tone as pages say it: the interval of one that is neutral may leave out 0."""
    return "close to neutral" if verdict == "neutral" else verdict
