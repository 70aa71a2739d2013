"""The names of a story, and who bears them: that Vestal is Karin, and the director of an agency."""

from collections.abc import Iterable, Iterator

from analysis.comparison.differences.lexicon import lexicon, lower
from analysis.comparison.differences.told import COMMON, concept
from analysis.language import Span, stem, stopwords, words

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
                for near in [*_before(text, spans, place), *_behind(text, spans, place)]:
                    if lower(near) in known or lexicon("parties").find([near]):
                        known[name].add(concept(lower(near)))
    return {name: frozenset(beside) for name, beside in known.items()}


def _before(text: str, spans: list[Span], place: int) -> Iterator[Span]:
    """The words right before a name, at most commas between: "the chief executive, Peder Haug"."""
    for at in range(place - 1, max(place - 1 - BEFORE, -1), -1):
        word, gap = spans[at], text[spans[at].end : spans[at + 1].start]
        if gap.strip(" ,") or not (word.text[0].isupper() or lexicon("parties").find([word])):
            return
        if lower(word) not in stopwords():
            yield word


def _behind(text: str, spans: list[Span], place: int) -> list[Span]:
    """The name right behind a name, or what stands in commas there; but not who says it."""
    found: list[Span] = []
    for at in range(place + 1, min(place + 1 + BEHIND, len(spans))):
        gap = text[spans[at - 1].end : spans[at].start]
        if at == place + 1 and gap == " ":
            return [spans[at]] if spans[at].text[0].isupper() else []
        if (at == place + 1) != ("," in gap):
            break
        found.append(spans[at])
    return [] if any(stem(lower(word)) in COMMON for word in found) else found
