"""Findings laid out across the sources: what each has, and who has what."""

from collections import Counter
from collections.abc import Collection
from html import escape
from typing import TYPE_CHECKING

from analysis.corpus import letters_of
from analysis.evidence.listing import WIDE, listed
from analysis.evidence.quotations import key, quotations, texts_of
from analysis.evidence.shown import Shown, folded
from analysis.wording import in_quotes, number

if TYPE_CHECKING:
    import pandas as pd


def by_source(found: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame", noun: str) -> Shown:
    """Findings (columns article, start, end) as quotations, folded under each source with their number."""
    shown = Shown("")
    for source in articles.itertuples(index=False):
        ours = found[found["article"] == source.article].sort_values(["start", "end"])
        head = f"{key(source.letter).html} {escape(source.label)}: {len(ours)} {noun}{'' if len(ours) == 1 else 's'}"
        if len(ours):
            shown += folded(Shown(head), quotations(ours, articles, sentences))
    return shown


def covered(
    claims: "pd.DataFrame",
    coverage: "pd.DataFrame",
    articles: "pd.DataFrame",
    sentences: "pd.DataFrame",
    caption: str,
) -> Shown:
    """Each claim of table `claims`, in their order, with where every source tells it; in part in brackets.

    Of many sources a claim's row has who tells it and who does not, instead of a column for each.
    """
    texts = texts_of(sentences)
    letters = letters_of(articles)
    cells = {
        (row.claim, row.article): None
        if row.told == "absent"
        else row.place
        if row.told == "told"
        else f"({row.place})"
        for row in coverage.itertuples(index=False)
    }
    rows = []
    for claim in claims[claims["clearest"]].itertuples(index=False):
        told = {letter: cells[claim.claim, article] for article, letter in letters.items()}
        said = escape(in_quotes(texts[claim.article, claim.sentence]))
        rows.append({"Claim": Shown(f'<span class="claim">{said}</span>')} | _across(told))
    return _listed(rows, ["Claim"], letters.values(), caption)


def quoted(cited: "pd.DataFrame", articles: "pd.DataFrame", caption: str, most: int) -> Shown:
    """Who stands in analysis.attribution.cited more than once, the `most` frequent first, by the articles that cite."""
    letters = letters_of(articles)
    who = cited["cited"]
    counts = Counter(zip(who, cited["article"], strict=True))
    totals = who.value_counts()
    order = sorted(totals.index[totals > 1], key=lambda source: (-totals[source], source))[:most]
    rows = [
        {"Cited": source, "In all": int(totals[source])}
        | _across({letter: counts[source, article] or None for article, letter in letters.items()})
        for source in order
    ]
    return _listed(rows, ["Cited", "In all"], letters.values(), caption)


def left_out(
    claims: "pd.DataFrame", coverage: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame"
) -> Shown:
    """Folded under each source, the claims that it leaves out and more than half of the others tell."""
    tellers = coverage[coverage["told"] != "absent"].groupby("claim")["article"].nunique()
    widely = tellers.index[2 * tellers > len(articles) - 1]
    clearest = claims[claims["clearest"] & claims["claim"].isin(widely)]
    clearest = clearest.assign(note=[f"told by {number(tellers[claim])} sources" for claim in clearest["claim"]])
    shown = Shown("")
    for source in articles.itertuples(index=False):
        absent = coverage[(coverage["article"] == source.article) & (coverage["told"] == "absent")]["claim"]
        ours = clearest[clearest["claim"].isin(absent)]
        head = f"{key(source.letter).html} {escape(source.label)} leaves out {len(ours)} of {len(clearest)} such claims"
        shown += folded(Shown(head), quotations(ours, articles, sentences)) if len(ours) else Shown(f"<p>{head}.</p>")
    return shown


def wordings(passages: "pd.DataFrame", articles: "pd.DataFrame", sentences: "pd.DataFrame") -> Shown:
    """Each passage of table `passages`: its length and whose it is, and folded behind it every source's wording."""
    letters = letters_of(articles)
    shown = Shown("")
    for _, rows in passages.groupby("passage", sort=False):
        whose = " · ".join(key(letters[article]).html for article in rows["article"])
        quoting = "a quotation" if rows["quoted"].all() else "quoted by some" if rows["quoted"].any() else "own words"
        head = Shown(f'{rows["words"].max()} words in {whose} <span class="told">{quoting}</span>')
        shown += folded(head, quotations(rows, articles, sentences))
    return shown


def _across(told: dict[str, object]) -> dict:
    """A cell for each source; of many sources, one cell with those that have something and one with the others."""
    if len(told) <= WIDE:
        return told
    has = " ".join(key(letter).html for letter, cell in told.items() if cell is not None)
    lacks = [letter for letter, cell in told.items() if cell is None]
    return {"By": Shown(has), "Not by": ", ".join(lacks) if len(lacks) <= WIDE else f"{len(lacks)} others"}


def _listed(rows: list[dict], first: list[str], letters: Collection[str], caption: str) -> Shown:
    import pandas as pd

    wide = len(letters) > WIDE
    frame = pd.DataFrame(rows, columns=[*first, *(("By", "Not by") if wide else letters)], dtype=object)
    return listed(frame if wide else frame.rename(columns={letter: key(letter) for letter in letters}), caption)
