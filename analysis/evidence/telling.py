"""The sources of a story, its claims with who tells them, and its credits, as lists to read."""

from html import escape
from typing import TYPE_CHECKING

from analysis.corpus import letters_of
from analysis.evidence.quotations import colour_class, key, quotations, texts_of
from analysis.evidence.shown import Shown, finding, folded
from analysis.wording import in_quotes

if TYPE_CHECKING:
    import pandas as pd


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


def told(claims: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame", *, unfolded: int = 0) -> Shown:
    """Each claim of table `claims` in its clearest source's own sentence, with who tells it and who does not.

    Every source's own sentence is folded below it, but for the first `unfolded` claims, where it stands open. Claims
    keep the order of the rows.
    """
    letters = letters_of(articles)
    shown = []
    for place, (_, rows) in enumerate(claims.groupby("claim", sort=False)):
        summary = Shown(f'{escape(stated(rows, sentences))} <span class="told">{_tellers(rows, letters)}</span>')
        noted = rows.assign(note=[_note(row) for row in rows.itertuples(index=False)])
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


def _note(row) -> str:
    how = row.place if row.told == "told" else "tells it in part"
    return f"{how} · credits {row.credited}" if isinstance(row.credited, str) else how


def _tellers(rows: "pd.DataFrame", letters: dict[str, str]) -> str:
    telling = set(rows["article"])
    has = " · ".join(key(letter).html for article, letter in letters.items() if article in telling)
    lacks = ", ".join(escape(letter) for article, letter in letters.items() if article not in telling)
    return has + (f" — not in {lacks}" if lacks else "")
