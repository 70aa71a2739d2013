"""The sources of a story, its claims with who tells them, and its credits, as lists to read."""

from html import escape
from typing import TYPE_CHECKING

from analysis.corpus import letters_of
from analysis.evidence.quotations import colour_class, key, quotations, texts_of
from analysis.evidence.shown import Shown, finding, folded
from analysis.wording import in_quotes, listing

if TYPE_CHECKING:
    import pandas as pd

ALL_THE_SAME = ("attribution", "label")  # kinds of differences that leave a claim as it is


def sources(articles: "pd.DataFrame") -> Shown:
    """Every source of table `articles`: its letter, its label, who published it as far as is known, its length."""
    items = "".join(_source(row) for row in articles.astype(object).where(articles.notna(), None).to_dict("records"))
    return Shown(f'<ul class="sources">{items}</ul>')


def _source(row: dict) -> str:
    known = " · ".join(filter(None, [row["outlet"] or "outlet not given", row["author"], row["published"]]))
    return (
        f'<li class="{colour_class(row["letter"])}"><b>{key(row["letter"]).html} {escape(row["label"])}</b>'
        f"<span>{escape(known)} · {row['words']:,} words</span></li>"
    )


def told(
    claims: "pd.DataFrame",
    articles: "pd.DataFrame",
    sentences: "pd.DataFrame",
    differences: "pd.DataFrame | None" = None,
    *,
    unfolded: int = 0,
) -> Shown:
    """Each claim of table `claims` in its clearest source's own sentence, with who tells it and who does not.

    Every source's own sentence is folded below it, but for the first `unfolded` claims, where it stands open; with
    table `differences`, it says from whose it differs. Claims keep the order of the rows.
    """
    letters = letters_of(articles)
    shown = []
    for place, (_, rows) in enumerate(claims.groupby("claim", sort=False)):
        summary = Shown(f'{escape(stated(rows, sentences))} <span class="told">{_tellers(rows, letters)}</span>')
        apart = _differing(rows, differences, letters)
        noted = rows.assign(note=[_note(row, apart[row.Index]) for row in rows.itertuples()])
        shown.append(folded(summary, quotations(noted, articles, sentences), open=place < unfolded).html)
    return Shown(f'<div class="claims">{"".join(shown)}</div>')


def stated(claim: "pd.DataFrame", sentences: "pd.DataFrame") -> str:
    """A claim (its rows of table `claims`) in the sentence of its clearest source, in quotation marks."""
    clearest = claim[claim["clearest"]].iloc[0]
    return in_quotes(texts_of(sentences)[clearest["article"], clearest["sentence"]])


def credited(origins: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame") -> Shown:
    """Rows of table `origins` as quotations; a credit in a line that was cleaned away, as that line."""
    letters = letters_of(articles)
    shown = quotations(origins.dropna(subset=["start"]), articles, sentences)
    for row in origins[origins["start"].isna()].itertuples(index=False):
        shown += finding(f"{letters[row.article]}, in a line that was cleaned away: {in_quotes(row.credited)}")
    return shown


def _differing(rows: "pd.DataFrame", differences: "pd.DataFrame | None", letters: dict[str, str]) -> dict:
    """Of each row of a claim, by its index, the letters of the sources whose sentences in the claim differ from it."""
    found: dict = {row: set() for row in rows.index}
    if differences is None:
        return found
    for pair in differences[~differences["kind"].isin(ALL_THE_SAME)].itertuples(index=False):
        a, b = (
            rows[(rows["article"] == article) & (rows["start"] <= start) & (start < rows["end"])]
            for article, start in ((pair.article_a, pair.start_a), (pair.article_b, pair.start_b))
        )
        for ours, theirs in ((a, b), (b, a)):
            for row in ours.index:
                found[row] |= {letters[article] for article in theirs["article"]}
    return found


def _note(row, apart: set[str]) -> str:
    how = row.place if row.told == "told" else "tells it in part"
    credit = f"credits {row.credited}" if isinstance(row.credited, str) else None
    differs = f"tells it differently from {listing(sorted(apart))}" if apart else None
    return " · ".join(filter(None, [how, differs, credit]))


def _tellers(rows: "pd.DataFrame", letters: dict[str, str]) -> str:
    telling = set(rows["article"])
    has = " · ".join(key(letter).html for article, letter in letters.items() if article in telling)
    lacks = ", ".join(escape(letter) for article, letter in letters.items() if article not in telling)
    return has + (f" — not in {lacks}" if lacks else "")
