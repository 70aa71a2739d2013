"""Attribution: a party speaks in one article and gives no answer in another."""

from collections.abc import Iterator

from analysis.comparison.differences.pairs import Finding
from analysis.comparison.differences.polarity import negations
from analysis.comparison.differences.told import GENERIC, Told, concepts

SURE = 0.5  # how sure a difference is that rests on no match of sentences
MOST = 50  # silent sentences of a story that are looked at
ANSWERS = frozenset({"comment", "respond", "repli", "respons", "answer"})  # stems of what a silent party does not do
TOGETHER = frozenset({"both", "neither", "either", "companies", "sides", "two"})  # how parties are taken together


def find(told: list[Told]) -> Iterator[tuple[Told, Told, Finding]]:
    """For every sentence that says a party did not answer, the first of each other article in which it speaks."""
    answers = [(sentence, place) for sentence in told if (place := _unanswered(sentence)) is not None]
    for silent, answer in answers[:MOST]:
        heard = {silent.article}
        for other in told:
            spoken = _spoken(silent, answer, other) if other.article not in heard else None
            if spoken:
                heard.add(other.article)
                sides = [(silent, silent.span(0, answer + 1)), (other, spoken)]
                (a, one), (b, two) = sorted(sides, key=lambda side: side[0].article)
                yield a, b, Finding("attribution", "no answer against a statement", one, two, SURE)


def _unanswered(told: Told) -> int | None:
    """The place of the answer that a sentence says was not given."""
    return next((place for place in sorted(told.kept(negations)) if told.words[place].stem in ANSWERS), None)


def _spoken(silent: Told, answer: int, other: Told) -> tuple[int, int] | None:
    """Where the party of the silent sentence, or both parties together, speak in the other sentence."""
    party = silent.words[:answer]
    for credit in other.credits:
        if other.start <= credit.source[0] < other.end and credit.who & concepts(party) - GENERIC:
            return credit.source
    if TOGETHER & {word.text.lower() for word in party}:
        for place, word in enumerate(other.words):
            if word.stem == "statement":
                before = [n for n in range(place) if other.words[n].text.lower() in TOGETHER]
                return other.span(before[0], place + 1) if before else None
    return None
