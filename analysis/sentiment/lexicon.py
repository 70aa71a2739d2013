"""Word lists: VADER's lexicon (Hutto and Gilbert, ICWSM 2014) with its tone of a sentence, and our own two."""

from functools import cache

from analysis import data
from analysis.language.vader import vader, valences

LONGEST = 2000  # characters scored: VADER's time grows with the square of the length, and no sentence is longer
LONGEST_ARTICLE = 10_000
APOSTROPHES = str.maketrans("‘’", "''")
STEPS = 5  # leanings are whole steps from -5 to 5
STEP = 0.1  # what one counts for in a sum of leanings, chosen by cross-validation by article
SHORTEST = 4  # letters of a stem under which words that share it are taken for strangers


def sentence_tone(text: str) -> float:
    """VADER's compound score of a sentence, -1 to 1, by the authors' own implementation, which NLTK's departs from.

    Only the first LONGEST characters count. It adds up words: it does not know whom they are about.
    """
    return vader().polarity_scores(text[:LONGEST].translate(APOSTROPHES))["compound"]


def article_tone(text: str) -> float:
    """What VADER says of a whole article, of which only the first LONGEST_ARTICLE characters count: a caution.

    Its sum grows with the length, so that almost any article comes out near -1 or 1.
    """
    return vader().polarity_scores(text[:LONGEST_ARTICLE].translate(APOSTROPHES))["compound"]


@cache
def valence(word: str) -> float:
    """A word's valence in VADER; else the mean of words with its stem; else its tone in connotations.csv; else 0."""
    found = valences().get(word)
    if found is None and word[:1].isalpha():
        found = _valences_of_stems().get(stem(word))
        if found is None:
            found = _connotations().get(stem(word), (0.0, ()))[0]
    return found or 0.0


@cache
def connotations(word: str, following: str = "") -> tuple[str, ...]:
    """The classes of connotations.csv that a word is of, or two words together, whatever their inflection."""
    alone = _connotations().get(stem(word), (0.0, ()))[1]
    return _connotations().get(f"{stem(word)}_{stem(following)}", (0.0, alone))[1]


@cache
def leaning(word: str) -> tuple[float, float]:
    """Where leanings.csv puts a word, its stem or its last part, from blame to praise and from report to judgement."""
    known = _leanings()
    for form in (word, stem(word), word.rpartition("-")[2]):
        if form in known:
            return known[form]
    return 0.0, 0.0


@cache
def stem(word: str) -> str:
    """A word without its commonest endings: crude, for words are only compared with themselves."""
    for ending in ("ly", "ness"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    if word.endswith("y") and len(word) > 4:
        word = word[:-1] + "i"
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@cache
def _valences_of_stems() -> dict[str, float]:
    """Mean valence of the words of each stem, where none is on the other side of 0."""
    found: dict[str, list[float]] = {}
    for word, rated in valences().items():
        if word.isalpha() and len(stem(word)) >= SHORTEST:
            found.setdefault(stem(word), []).append(rated)
    return {key: sum(rated) / len(rated) for key, rated in found.items() if min(rated) > 0 or max(rated) < 0}


@cache
def _connotations() -> dict[str, tuple[float, tuple[str, ...]]]:
    """Of each stem in connotations.csv, the tone of its first class, and its classes."""
    found: dict[str, tuple[float, tuple[str, ...]]] = {}
    for row in read_rows("connotations.csv"):
        for key in {"_".join(map(stem, words.split("_"))): None for words in row["words"].split()}:
            tone, classes = found.get(key, (float(row["tone"]), ()))
            found[key] = (tone, (*classes, row["class"]))
    return found


@cache
def _leanings() -> dict[str, tuple[float, float]]:
    return {
        word: (int(row["praise"]) * STEP, int(row["judgement"]) * STEP)
        for row in read_rows("leanings.csv")
        for word in row["words"].split()
    }


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of this folder, by column; lines with # say where it came from."""
    return data.rows(__package__, name)
