"""How much of each source a frame takes: shares of sentences with intervals, headline and lead apart from body."""

from typing import TYPE_CHECKING

from analysis.holm import TWENTIETH, holm
from analysis.language import in_lead

if TYPE_CHECKING:
    import pandas as pd

WHOLE, TOP, BODY = "whole", "headline and lead", "body"


def shares(frames: "pd.DataFrame", sentences: "pd.DataFrame", names: list[str]) -> "pd.DataFrame":
    """Share of sentences that show each frame, by source and part, from rows of tables `frames` and `sentences`.

    Columns frame, article, part (whole; headline and lead, as language.in_lead has it; body), found, of
    (sentences), share, low, high: Wilson's 95% interval (Wilson, JASA 1927), as if the article were a sample of what
    its source might have written. A sentence that shows several frames counts for each.
    """
    import pandas as pd

    placed = pd.concat([sentences.assign(part=WHOLE), sentences.assign(part=_parts(sentences))])
    shown = set(frames[["article", "sentence", "frame"]].itertuples(index=False, name=None))
    rows = []
    for (article, part), among in placed.groupby(["article", "part"], sort=False):
        for frame in names:
            found = sum((article, sentence, frame) in shown for sentence in among["sentence"])
            low, high = wilson(found, len(among))
            row = {"frame": frame, "article": article, "part": part, "found": found, "of": len(among)}
            rows.append({**row, "share": found / len(among), "low": low, "high": high})
    return pd.DataFrame(rows, columns=["frame", "article", "part", "found", "of", "share", "low", "high"])


def wilson(found: int, of: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share."""
    from scipy.stats import binomtest

    interval = binomtest(found, of).proportion_ci(method="wilson")
    return float(interval.low), float(interval.high)


def laid_out(shared: "pd.DataFrame") -> "pd.DataFrame":
    """One part of `shares` with a row an article and a column a frame; a cell is "found of sentences"."""
    told = shared["found"].astype(str) + " of " + shared["of"].astype(str)
    return shared.assign(told=told).pivot_table(
        index="article", columns="frame", values="told", aggfunc="first", sort=False
    )


def _parts(sentences: "pd.DataFrame") -> "pd.Series":
    top = (sentences["kind"] == "headline") | in_lead(sentences)
    return top.map({True: TOP, False: BODY})


def apart(shared: "pd.DataFrame") -> "pd.DataFrame":
    """Each source against all the others together, frame by frame, for the whole of the articles.

    Columns frame, article, share, others, chance (Fisher's exact test), beyond: whether the difference stands Holm's
    correction for all comparisons at one in twenty.
    """
    import pandas as pd
    from scipy.stats import fisher_exact

    rows = []
    for frame, ours in shared[shared["part"] == WHOLE].groupby("frame", sort=False):
        for row in ours.itertuples():
            found, of = ours["found"].sum() - row.found, ours["of"].sum() - row.of
            if of:
                chance = fisher_exact([[row.found, row.of - row.found], [found, of - found]]).pvalue
                told = {"frame": frame, "article": row.article, "share": row.share, "others": found / of}
                rows.append({**told, "chance": float(chance)})
    compared = pd.DataFrame(rows, columns=["frame", "article", "share", "others", "chance"])
    beyond = [chance < TWENTIETH for chance in holm(compared["chance"].tolist())]
    return compared.assign(beyond=beyond).astype({"beyond": bool})
