"""The names of a story, and who bears them: that Vestal is Karin, and the director of an agency."""

from collections.abc import Iterable, Iterator

from analysis.comparison.differences.lexicon import lexicon, lower
from analysis.comparison.differences.told import COMMON, concept
from analysis.language import Span, stem, stopwords, words

LONGEST_NAME = 4  # words
BEFORE, BEHIND = 4, 7  # words before a name and behind it that may tell whose it is


def names(texts: Iterable[str]) -> dict[str, frozenset[str]]:
    """Words, in lower case, that these sentences write with a capital but for the first, and never without.

    Each with the concepts of the other names and of the parties (parties.csv) right before it or in commas behind it.
    """
    told = [(text, words(text)) for text in texts]
    capital, small = set(), set()
    for _, spans in told:
        for word in spans[1:]:
            (capital if word.text[0].isupper() else small).add(lower(word))
    known: dict[str, set[str]] = {name: set() for name in capital - small}
    for text, spans in told:
        for place, word in enumerate(spans):
            if (name := lower(word)) in known:
                first, last = _whole(text, spans, place)
                for near in [*spans[first:last], *_before(text, spans, first), *_behind(text, spans, last - 1)]:
                    if lower(near) != name and (lower(near) in known or lexicon("parties").find([near])):
                        known[name].add(concept(lower(near)))
    return {name: frozenset(beside) for name, beside in known.items()}


def _whole(text: str, spans: list[Span], place: int) -> tuple[int, int]:
    """The first and last (excluded) of the words with a capital around a name: "Peder Haug", "Larch Partners"."""
    first, last = place, place + 1
    while first > max(0, place - LONGEST_NAME) and _are_one(text, spans[first - 1], spans[first]):
        first -= 1
    while last < min(len(spans), place + LONGEST_NAME) and _are_one(text, spans[last - 1], spans[last]):
        last += 1
    return first, last


def _are_one(text: str, word: Span, after: Span) -> bool:
    return word.text[0].isupper() and after.text[0].isupper() and text[word.end : after.start] == " "


def _before(text: str, spans: list[Span], place: int) -> Iterator[Span]:
    """The words right before a name, at most commas between: "the chief executive, Peder Haug"."""
    for at in range(place - 1, max(place - 1 - BEFORE, -1), -1):
        word, gap = spans[at], text[spans[at].end : spans[at + 1].start]
        if gap.strip(" ,") or not (word.text[0].isupper() or lexicon("parties").find([word])):
            return
        if lower(word) not in stopwords():
            yield word


def _behind(text: str, spans: list[Span], place: int) -> list[Span]:
    """What stands in commas behind a name; but not who says it."""
    found: list[Span] = []
    for at in range(place + 1, min(place + 1 + BEHIND, len(spans))):
        gap = text[spans[at - 1].end : spans[at].start]
        if (at == place + 1) != ("," in gap):
            break
        found.append(spans[at])
    return [] if any(stem(lower(word)) in COMMON for word in found) else found
