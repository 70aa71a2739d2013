"""Where an article says the main thing: its lead."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def in_lead(sentences: "pd.DataFrame") -> "pd.Series":
    """Whether each row of table `sentences` is in its article's lead: the first paragraph of the body.

    Of a body in one paragraph, as many a table of articles has it, the lead is the first sentence.
    """
    body = sentences[sentences["kind"] == "body"]
    by_article = body.groupby("article")
    first = body["paragraph"] == by_article["paragraph"].transform("min")
    only = by_article["paragraph"].transform("nunique") == 1
    opening = body["sentence"] == by_article["sentence"].transform("min")
    return (first & (~only | opening)).reindex(sentences.index, fill_value=False)
