"""How likely each word of a text is to be marked as loaded, learned from texts in which people marked words."""

from collections.abc import Iterator, Sequence
from math import log1p

from analysis.framing.codebook import load_codebook
from analysis.framing.loaded import LOADED
from analysis.framing.matching import Match, normal
from analysis.framing.vocabulary import background
from analysis.language import Span, stem, stopwords
from analysis.language import words as words_of
from analysis.language.vader import valences

STRENGTH = 1.0  # inverse of the L2 penalty
NEAR = 0.98
FOLDS = 5
SEED = 0
GRAMS = (3, 4, 5)  # letters of the parts of a word
ENDINGS = (2, 3)
LONGEST = 30  # letters of a word that are looked at
OPENING, CLOSING = frozenset("“\"‘'"), frozenset("”\"’'")

Chances = list[tuple[Span, float]]  # the words of a text, each with the probability that it is marked


class WordModel:
    """A logistic regression of words by what they are, their parts, their valence, their class and their neighbours.

    Function words and numbers are never marked: people mark few of them, and they are nearly half of a text.
    """

    def fit(self, texts: Sequence[str], marked: Sequence[Sequence[str]]) -> "WordModel":
        """Learn from texts and the words marked in each; case does not matter."""
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.feature_selection import VarianceThreshold
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        told = [
            (row, mark)
            for text, words in zip(texts, marked, strict=True)
            for (_, row), mark in zip(_features(text), is_marked(text, words), strict=True)
            if row
        ]
        regression = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=SEED)
        # What never varies goes; and the selection has the 32-bit indices that liblinear insists on.
        self._model = make_pipeline(DictVectorizer(), VarianceThreshold(), regression).fit(*zip(*told, strict=True))
        return self

    def chances(self, text: str) -> Chances:
        """The words of text in reading order, each with its probability."""
        found = list(_features(text))
        rows = [row for _, row in found if row]
        told = iter(self._model.predict_proba(rows)[:, 1] if rows else ())
        return [(word, float(next(told)) if row else 0.0) for word, row in found]


def unseen(texts: Sequence[str], marked: Sequence[Sequence[str]]) -> list[Chances]:
    """The chances of each text's words by a model that did not learn from it."""
    from sklearn.model_selection import KFold

    told: list[Chances] = [[] for _ in texts]
    for learned, held_out in KFold(FOLDS, shuffle=True, random_state=SEED).split(texts):
        model = WordModel().fit([texts[place] for place in learned], [marked[place] for place in learned])
        for place in held_out:
            told[place] = model.chances(texts[place])
    return told


def best_floor(chances: Sequence[Chances], marked: Sequence[Sequence[str]], texts: Sequence[str]) -> float:
    """The probability from which taking words for marked agrees best with the marks, by F1.

    The curve is flat about its top, whose place is chance: of floors that are NEAR as good, the lowest finds most.
    """
    import numpy as np
    from sklearn.metrics import precision_recall_curve

    truth = np.concatenate([is_marked(text, words) for text, words in zip(texts, marked, strict=True)])
    told = np.concatenate([[chance for _, chance in row] for row in chances])
    precision, recall, floors = precision_recall_curve(truth, told)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    return float(floors[(f1[:-1] >= NEAR * f1.max()).argmax()])


def is_marked(text: str, marked: Sequence[str]) -> list[bool]:
    """For each word of text whether it is among the marked, or a part of a marked phrase."""
    parts = {word.text.lower() for phrase in marked for word in words_of(phrase)}
    return [word.text.lower() in parts for word in words_of(text)]


def _features(text: str) -> Iterator[tuple[Span, dict[str, float]]]:
    """Each word of text with its features, of which a function word or a number has none."""
    words = words_of(text)
    plain = ["^", "^", *(normal(word.text) for word in words), "$", "$"]
    listed = _listed(text, words)
    strong = sum(found.weight >= LOADED for found in listed if found)
    quoted = False
    for place, word in enumerate(words):
        before, after = max(place - 1, 0), place + 1
        quoted = _quoted(text, words[before].end if place else 0, word.start, quoted)
        if plain[place + 2] in stopwords() or word.text[0].isdigit():
            yield word, {}
            continue
        own = listed[place]
        apart = text[max(0, word.start - 1) : word.start] in OPENING and text[word.end : word.end + 1] in CLOSING
        yield (
            word,
            {
                **_of_word(plain[place + 2]),
                **_of_class("own", own),
                **(_of_neighbour("before", words[before], listed[before]) if place else {}),
                **(_of_neighbour("after", words[after], listed[after]) if after < len(words) else {}),
                "phrase": float(own is not None and own.end - own.start > len(word.text)),
                "others listed": log1p(strong - (own is not None and own.weight >= LOADED)),
                f"second before {plain[place]}": 0.25,
                f"before {plain[place + 1]}": 0.5,
                f"after {plain[place + 3]}": 0.5,
                f"second after {plain[place + 4]}": 0.25,
                "capital": float(word.text[0].isupper() and place > 0),
                "capitals": float(word.text.isupper() and len(word.text) > 1),
                "quoted": float(quoted),
                "scare": float(apart),
                "first": float(place == 0),
                "position": place / len(words),
                "words": log1p(len(words)) / 4,
                "stressed": float("!" in text),
                "asked": float("?" in text),
            },
        )


def _listed(text: str, words: Sequence[Span]) -> list[Match | None]:
    """For each word the term of the list of loaded words that it begins or is a part of, of several the strongest."""
    over: dict[int, Match] = {}
    for match in sorted(load_codebook("loaded").index.find(text), key=lambda match: match.weight):
        over |= dict.fromkeys(range(match.start, match.end), match)
    return [over.get(word.start) for word in words]


def _of_class(whose: str, match: Match | None) -> dict[str, float]:
    """The class that the list gives a word, and how strongly loaded it takes it for."""
    if match is None:
        return {f"{whose} unlisted": 1}
    return {
        f"{whose} class {match.frame}": 1,
        f"{whose} class {match.frame} {match.weight}": 1,
        f"{whose} strength": match.weight / LOADED,
    }


def _of_neighbour(side: str, word: Span, match: Match | None) -> dict[str, float]:
    plain = normal(word.text)
    return {
        **_of_class(side, match),
        f"{side} ending {plain[-2:]}": 0.3,
        f"{side} function": float(plain in stopwords()),
        f"{side} capital": float(word.text[0].isupper()),
        f"{side} valence": abs(valences().get(plain, 0)) / 2,
    }


def _of_word(word: str) -> dict[str, float]:
    """What a word is by itself."""
    valence = sum(valences().get(part, 0) for part in {word, *word.split("-")})
    bounded = f"^{word[:LONGEST]}$"
    grams = {bounded[at : at + size] for size in GRAMS for at in range(len(bounded) - size + 1)}
    return {
        f"word {word}": 1,
        f"stem {stem(word)}": 1,
        **{f"ending {word[-size:]}": 1 for size in ENDINGS},
        **dict.fromkeys((f"part {gram}" for gram in grams), 0.3),
        "negative": max(0, -valence) / 2,
        "positive": max(0, valence) / 2,
        "valued": float(valence != 0),
        "common": log1p(background()[word]) / 3,
        "rare": float(word not in background()),
        "hyphen": float("-" in word),
        "length": min(len(word), LONGEST) / 5,
    }


def _quoted(text: str, start: int, end: int, quoted: bool) -> bool:
    """Whether a quotation is open at end, if it was (or not) at start."""
    for character in text[start:end]:
        if character in "“”" or character == '"':
            quoted = {"“": True, "”": False}.get(character, not quoted)
    return quoted
