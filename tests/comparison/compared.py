"""Articles of one sentence each, set against each other."""

import pandas as pd

from analysis import attribution, figures
from analysis.comparison import differences
from analysis.language import of_article
from analysis.tables import table

COLUMNS = ("article", "sentence", "start", "end")


def compared(*texts: str, score: float = 0.9, credited: bool = False) -> pd.DataFrame:
    """Differences between one-sentence articles a, b …, every two of them taken to tell the same thing.

    credited: whether they are told who is credited with what.
    """
    articles = [
        {"article": chr(ord("a") + number), "title": None, "published": None, "headings": [], "text": text}
        for number, text in enumerate(texts)
    ]
    rows = [of_article(article)[0] for article in articles]
    pairs = [
        {f"{column}_{side}": row[column] for side, row in (("a", a), ("b", b)) for column in COLUMNS}
        | {"score": score, "matched": True}
        for index, a in enumerate(rows)
        for b in rows[index + 1 :]
    ]
    stated = [
        figure for article, row in zip(articles, rows, strict=True) for figure in figures.of_article(article, [row])
    ]
    said = [
        credit for article, row in zip(articles, rows, strict=True) for credit in attribution.of_article(article, [row])
    ]
    attributions = table("attributions", said) if credited else None
    return differences(table("sentences", rows), table("matches", pairs), attributions, table("figures", stated))


def found(*texts: str) -> set[tuple[str, str, str]]:
    """Kind and words of every difference between these articles."""
    return {(row.kind, row.words_a, row.words_b) for row in compared(*texts).itertuples()}
