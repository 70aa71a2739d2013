"""The words and phrases that set an article apart from the others that tell its story."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from math import log, sqrt
from typing import TYPE_CHECKING

from analysis import data
from analysis.framing.matching import normal
from analysis.language import stopwords
from analysis.language import words as words_of
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

FEWEST = 2  # times an article must use a term
PRIOR = 500  # words the prior weighs, half of them from the other articles, half from the background
Z = 1.96  # of a 95% interval


def vocabulary(sentences: "pd.DataFrame") -> "pd.DataFrame":
    """Table `vocabulary` from table `sentences`: words and two-word phrases of each article against all the others.

    Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn, Political Analysis 2008): the prior
    is drawn from the other articles and from the background (background.csv), so that a word common in news needs more
    than chance to stand out. Function words are left out, and terms that the article uses once. Words, not meanings.
    """
    counted: dict[str, dict[int, Counter]] = defaultdict(lambda: {1: Counter(), 2: Counter()})
    for article, text in sentences[["article", "text"]].itertuples(index=False):
        for length, term, _, _ in _terms(text):
            counted[article][length][term] += 1
    rows = []
    for length, usual in ((1, background()), (2, Counter())):
        whole = sum((counts[length] for counts in counted.values()), Counter())
        for article, counts in counted.items():
            rows += _contrast(article, counts[length], whole - counts[length], usual)
    rows.sort(key=lambda row: (row["article"], -row["z"], row["term"]))
    return table("vocabulary", rows)


def uses(sentences: "pd.DataFrame", vocabulary: "pd.DataFrame") -> "pd.DataFrame":
    """Where in table `sentences` each article uses its terms of table `vocabulary`: article, term, start, end."""
    import pandas as pd

    told = set(zip(vocabulary["article"], vocabulary["term"], strict=True))
    rows = [
        (sentence.article, term, sentence.start + start, sentence.start + end)
        for sentence in sentences.itertuples(index=False)
        for _, term, start, end in _terms(sentence.text)
        if (sentence.article, term) in told
    ]
    return pd.DataFrame(rows, columns=["article", "term", "start", "end"])


def _terms(text: str) -> Iterator[tuple[int, str, int, int]]:
    """Words, and phrases of two that stand side by side, but no function words: length, lower case, start, end."""
    before = None
    for word in words_of(text):
        plain = normal(word.text)
        if len(plain) < 2 or plain[0].isdigit() or plain in stopwords():
            before = None
            continue
        yield 1, plain, word.start, word.end
        if before and text[before.end : word.start] == " ":
            yield 2, f"{normal(before.text)} {plain}", before.start, word.end
        before = word


def _contrast(article: str, own: Counter, others: Counter, usual: Counter) -> list[dict]:
    """Rows for the terms of one article; the more a term belongs to it, the higher its z."""
    total, rest, known = own.total(), others.total(), usual.total()
    if not rest:
        return []
    halves = [(others, rest), *([(usual, known)] if known else [])]
    rows = []
    for term, count in own.items():
        if count < FEWEST:
            continue
        # A share of half a use keeps the prior of a term that no one else uses above 0.
        prior = sum(PRIOR / len(halves) * max(counts[term], 0.5) / (size + 1) for counts, size in halves)
        mine, theirs = count + prior, others[term] + prior
        log_odds = log(mine / (total + PRIOR - mine)) - log(theirs / (rest + PRIOR - theirs))
        error = sqrt(1 / mine + 1 / theirs)
        row = {"article": article, "term": term, "count": count, "others": others[term], "log_odds": log_odds}
        rows.append({**row, "z": log_odds / error, "low": log_odds - Z * error, "high": log_odds + Z * error})
    return rows


@cache
def background() -> Counter:
    """How often a word stands in some hundred thousand words of news (background.csv says which), lower case."""
    return Counter({row["word"]: int(row["count"]) for row in data.rows(__package__, "background.csv")})
