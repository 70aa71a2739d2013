"""How sure the mean tone of a few sentences is: intervals, and what differs beyond chance."""

from typing import TYPE_CHECKING

from analysis.holm import TWENTIETH, holm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

DRAWS = 2000  # bootstrap samples
LEVEL = 0.95
FEW = 5  # mentions or sentences under which nothing is said to be beyond chance


def interval_of_mean(
    sums: "np.ndarray", counts: "np.ndarray", random: "np.random.Generator"
) -> tuple[float, float] | None:
    """95% interval of the mean of values, given sum and number of values of each sentence; None for fewer than two.

    Percentiles of the bootstrap are too narrow for small n: they are stretched around the mean by sqrt(n / (n - 1)) and
    by Student's t over the normal quantile (Hesterberg, The American Statistician 2015), and kept within -1 to 1.
    """
    import numpy as np
    from scipy.special import ndtri, stdtrit

    n = len(sums)
    if n < 2:
        return None
    drawn = random.integers(0, n, (DRAWS, n))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    mean, tail = sums.sum() / counts.sum(), (1 - LEVEL) / 2
    stretch = np.sqrt(n / (n - 1)) * stdtrit(n - 1, 1 - tail) / ndtri(1 - tail)
    low, high = np.clip(mean + stretch * (np.quantile(means, (tail, 1 - tail)) - mean), -1, 1)
    return float(low), float(high)


def one_against_others(target_mentions: "pd.DataFrame") -> "pd.DataFrame":
    """Tone of each article toward each target beside that of all the others, where both have FEW sentences at least.

    Columns: target, article, tone, others (means over mentions), chance (how often sentences differ as much
    by chance, after Holm's correction for the number of comparisons), beyond (whether that is less than one
    time in twenty). It says nothing of how often the model is wrong.
    """
    import pandas as pd

    rows = []
    for target, found in target_mentions.groupby("target", sort=True):
        told = found.groupby(["article", "sentence"])["tone"].mean()
        of_article = told.index.get_level_values("article")
        for article in sorted(set(of_article)):
            own, others = told[of_article == article].to_numpy(), told[of_article != article].to_numpy()
            if min(len(own), len(others)) >= FEW:
                ours = found["article"] == article
                means = {"tone": found.loc[ours, "tone"].mean(), "others": found.loc[~ours, "tone"].mean()}
                rows.append({"target": target, "article": article, **means, "chance": _chance(own, others)})
    return _tested(pd.DataFrame(rows, columns=["target", "article", "tone", "others", "chance"]))


def turns(tone: "pd.DataFrame") -> "pd.DataFrame":
    """Tone of the first and the second half of each article, where both have FEW sentences at least.

    From table `tone`. Columns: article, first, second (means of the sentences' tones), chance and beyond as above.
    """
    import pandas as pd

    rows = []
    for article, found in tone.groupby("article", sort=True):
        early, late = (found.loc[half, "tone"].to_numpy() for half in (found["place"] < 0.5, found["place"] >= 0.5))
        if min(len(early), len(late)) >= FEW:
            means = {"first": float(early.mean()), "second": float(late.mean())}
            rows.append({"article": article, **means, "chance": _chance(early, late)})
    return _tested(pd.DataFrame(rows, columns=["article", "first", "second", "chance"]))


def _chance(some: "np.ndarray", others: "np.ndarray") -> float:
    """Welch's t test: how often means this far apart or farther come about by chance."""
    from scipy.special import stdtr

    spread = [part.var(ddof=1) / len(part) for part in (some, others)]
    if not sum(spread):
        return 1.0
    freedom = sum(spread) ** 2 / sum(own**2 / (len(part) - 1) for own, part in zip(spread, (some, others), strict=True))
    return float(2 * stdtr(freedom, -abs(some.mean() - others.mean()) / sum(spread) ** 0.5))


def _tested(rows: "pd.DataFrame") -> "pd.DataFrame":
    chance = holm(rows["chance"].tolist())
    return rows.assign(chance=chance, beyond=[share < TWENTIETH for share in chance]).astype({"beyond": bool})
