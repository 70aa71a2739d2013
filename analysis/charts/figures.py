"""Charts of the figures of a story: what each fact is worth, and when each dated fact lies, by source."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from analysis.charts.chart import Chart, colour, drawing, nothing
from analysis.wording import agreeing, counted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MOST = 24  # facts that a chart shows: those of most sources
LONGEST = 46  # letters of a fact's name in a chart
ROW, MARGIN = 24, 64  # pixels a fact, and for the axis
MANY = 8  # letters beside a mark, above which their number stands for them


def money(ledger: "pd.DataFrame", figures: "pd.DataFrame", pivot: "pd.DataFrame", articles: "pd.DataFrame") -> Chart:
    """Facts in the currency that most figures are in, on a log scale; a mark is a value, with its sources.

    pivot: the ledger one row a fact (analysis.figures.pivoted), for the names. Vague sums and ranges are not shown.
    """
    rows = _placed(ledger, figures, articles)
    rows = rows[(rows["kind"] == "money") & (rows["value"] > 0) & rows["unit"].notna()]
    if rows.empty:
        return nothing("No source gives a sum of money.")
    currency = rows["unit"].mode()[0]
    others = int((rows["unit"] != currency).sum())
    rows = _most_told(rows[rows["unit"] == currency])
    order = rows.groupby("fact")["value"].max().sort_values(kind="stable").index
    names = pivot.set_index("fact")["name"]
    with drawing(height=ROW * len(order) + MARGIN) as drawn:
        _frame(drawn.axes, [names[fact] for fact in order])
        drawn.axes.set_xscale("log")
        drawn.axes.set_xlim(rows["value"].min() / 2, rows["value"].max() * 6)
        drawn.axes.xaxis.set_major_formatter(lambda value, _: _compact(value, currency, "short"))
        for place, fact in enumerate(order):
            ours = rows[rows["fact"] == fact]
            drawn.axes.plot([ours["value"].min(), ours["value"].max()], [place] * 2, color=colour("line"), linewidth=2)
            for value, among in ours.groupby("value"):
                drawn.axes.plot(value, place, "o", color=colour("ink"), markersize=6)
                _letters(drawn.axes, value, place, list(among["letter"]))
    low, high = _compact(rows["value"].min(), currency), _compact(rows["value"].max(), currency)
    told = _told(rows, order, names)
    note = f"{counted(others, 'sum')} in other currencies {agreeing(others, 'stand')} in the whole ledger below."
    span = f"from {low} to {high}" if low != high else f"at {low}"
    title = f"{counted(len(order), 'fact', 'are').capitalize()} told in {_named(currency)}, {span}."
    return Chart(title, f"On a log scale, largest first. {told}.", drawn.svg, note if others else "")


def timeline(ledger: "pd.DataFrame", figures: "pd.DataFrame", pivot: "pd.DataFrame", articles: "pd.DataFrame") -> Chart:
    """Dated facts in the order of their times, each a bar from its first day to its last, with its sources.

    A time that only has a bound ("until 2030") is a mark at that bound; one that nobody resolved to days is left out.
    """
    import pandas as pd

    rows = _placed(ledger, figures, articles)
    rows = rows[rows["kind"].isin(["date", "period"])]
    dated = rows[rows["low"].notna() | rows["high"].notna()]
    if dated.empty:
        return nothing("No source gives a time that could be dated.")
    unread = int(len(rows) - len(dated))
    dated = _most_told(dated)
    first = dated["low"].fillna(dated["high"]).map(_day)
    last = dated["high"].fillna(dated["low"]).map(_day)
    dated = dated.assign(first=first.where(dated["low"].notna(), last - timedelta(days=1)), last=last)
    order = dated.groupby("fact")["first"].min().sort_values(ascending=False, kind="stable").index
    names = pivot.set_index("fact")["name"].str.removesuffix(" · when")  # which all of them are
    with drawing(height=ROW * len(order) + MARGIN) as drawn:
        _frame(drawn.axes, [names[fact] for fact in order])
        span = max((dated["last"].max() - dated["first"].min()).days, 30)
        drawn.axes.set_xlim(
            dated["first"].min() - timedelta(days=span * 0.03), dated["last"].max() + timedelta(days=span * 0.2)
        )
        for place, fact in enumerate(order):
            for (start, end), among in dated[dated["fact"] == fact].groupby(["first", "last"]):
                width = max(end - start, timedelta(days=span * 0.008))
                drawn.axes.barh(place, width, left=start, height=0.4, color=colour("soft"))
                _letters(drawn.axes, start + width, place, list(among["letter"]))
    told = _told(dated, order, names)
    years = pd.Series([dated["first"].min().year, (dated["last"].max() - timedelta(days=1)).year])
    span = f"from {years.min()} to {years.max()}" if years.nunique() > 1 else f"in {years.min()}"
    title = f"{counted(len(order), 'fact', 'are').capitalize()} dated, {span}."
    note = f"{counted(unread, 'time').capitalize()} could not be dated: their article gives no day of publication."
    return Chart(title, f"Earliest first. {told}.", drawn.svg, note if unread else "")


def _placed(ledger: "pd.DataFrame", figures: "pd.DataFrame", articles: "pd.DataFrame") -> "pd.DataFrame":
    """Rows of the ledger with their figure's fields and their article's letter; parts of sums stay out."""
    kept = figures[["article", "start", "end", "kind", "value", "low", "high", "unit"]]
    rows = ledger[ledger["part_of"].ne(ledger["fact"]).fillna(True)]
    return rows.merge(kept, on=["article", "start", "end"]).merge(articles[["article", "letter"]], on="article")


def _most_told(rows: "pd.DataFrame") -> "pd.DataFrame":
    facts = rows.drop_duplicates("fact").sort_values("sources", ascending=False, kind="stable")["fact"][:MOST]
    return rows[rows["fact"].isin(facts)].drop_duplicates(["fact", "letter", "text"])


def _told(rows: "pd.DataFrame", order: "pd.Index", names: "pd.Series") -> str:
    """Every figure of each fact with its source, the fact drawn on top first."""
    given = {
        fact: ", ".join(f"{row.text} in {row.letter}" for row in ours.itertuples())
        for fact, ours in rows.groupby("fact")
    }
    return "; ".join(f"{names[fact]}: {given[fact]}" for fact in reversed(order))


def _frame(axes: "Axes", names: list[str]) -> None:
    short = [name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…" for name in names]
    axes.set_yticks(range(len(names)), [name.replace("$", r"\$") for name in short], fontsize=10)
    axes.set_ylim(-0.6, len(names) - 0.4)
    axes.grid(axis="x", linewidth=0.5)


def _letters(axes: "Axes", x, y: float, letters: list[str]) -> None:
    """The letters of the sources beside a mark, each in its colour; of too many their number."""
    letters = list(dict.fromkeys(letters))
    if len(letters) > MANY:
        axes.annotate(f"{len(letters)} sources", (x, y), (7, 0), textcoords="offset points", va="center", fontsize=10)
        return
    for place, letter in enumerate(letters):
        axes.annotate(
            letter,
            (x, y),
            (7 + place * 12, 0),
            textcoords="offset points",
            va="center",
            fontsize=10,
            fontweight="bold",
            color=colour(letter),
        )


def _compact(value: float, currency: str, length: str = "long") -> str:
    """A sum of money in a sentence, "$1 billion", or as short as an axis needs it, "$1B"."""
    from babel.numbers import format_compact_decimal, get_currency_symbol

    told = format_compact_decimal(value, format_type=length, locale="en_US", fraction_digits=1)
    return f"{get_currency_symbol(currency, locale='en_US')}{told}"


def _named(currency: str) -> str:
    """A currency in words: "British pounds"."""
    from babel.numbers import get_currency_name

    return get_currency_name(currency, count=2, locale="en_US")


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])
