"""How thick findings stand in each article."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def in_words(found: "pd.DataFrame", articles: "pd.DataFrame", words: int) -> "pd.Series":
    """How many of the findings (column article) stand in so many words of each of `articles`, the most first."""
    counts = found["article"].value_counts().reindex(articles["article"], fill_value=0)
    return _most_first(words * counts / articles.set_index("article")["words"])


def in_sentences(found: "pd.DataFrame", sentences: "pd.DataFrame") -> "pd.Series":
    """Share of each article's sentences that hold a finding (columns article, sentence), the largest first."""
    lengths = sentences["article"].value_counts(sort=False)
    held = found.drop_duplicates(["article", "sentence"])["article"].value_counts()
    return _most_first(held.reindex(lengths.index, fill_value=0) / lengths)


def _most_first(rates: "pd.Series") -> "pd.Series":
    return rates.sort_values(ascending=False, kind="stable")
