"""Tone of a story's articles toward its leading names and their relation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.sentiment.relations import relation_mentions, relation_name
from analysis.sentiment.target import target_tone
from analysis.tables import table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

LEADING = 4  # names followed unless the user asks for others
FEW = 5  # mentions under which no verdict is given
# Mean tone on either side of 0 that is taken for neutral: on single mentions of NewsMTSC's dev set anything from 0.15
# to 0.35 does as well, and means lie nearer to 0.
NEUTRAL = 0.15
DRAWS = 2000  # bootstrap samples
LEVEL = 0.95


def leading_names(names: "pd.DataFrame", limit: int = LEADING) -> list[str]:
    """The persons and organisations with most mentions in table `names`, at most limit, the most mentioned first.

    They are named in two articles at least, unless the story has one article only.
    """
    needed = min(2, names["article"].nunique())
    told = names[names["type"].isin(["person", "organisation"]) & (names["mentions"] > 0)]
    counts = told.groupby("name").agg(articles=("article", "nunique"), mentions=("mentions", "sum")).reset_index()
    counts = counts[counts["articles"] >= needed].sort_values(["mentions", "name"], ascending=[False, True])
    return counts["name"].tolist()[:limit]


def target_mentions(
    sentences: "pd.DataFrame", mentions: "pd.DataFrame", tone: "pd.DataFrame", targets: Sequence[str]
) -> "pd.DataFrame":
    """Table `target_mentions`: tone toward each mention of each target, from tables `sentences`, `mentions` and `tone`.

    The relation of the first two targets is one more target, "A–B", where the story speaks of it. Pronouns are not
    followed.
    """
    read = sentences.to_dict("records")
    named = mentions.to_dict("records")
    aimed = [{**mention, "target": mention["name"]} for mention in named if mention["name"] in targets]
    if len(targets) > 1:
        pair = (targets[0], targets[1])
        related = relation_mentions(read, named, pair)
        aimed += [{**mention, "target": relation_name(*pair)} for mention in related]
    by_place = {(row["article"], row["sentence"]): row for row in read}
    voices = {(row.article, row.sentence): row.voice for row in tone.itertuples()}
    rows = []
    for mention in aimed:
        key = (mention["article"], mention["sentence"])
        rows.append(_row(mention, by_place[key], voices[key]))
    rows.sort(key=lambda row: (row["article"], row["start"], row["end"], row["target"]))
    return table("target_mentions", rows)


def _row(mention: dict, sentence: dict, voice: str) -> dict:
    start, end = mention["start"] - sentence["start"], mention["end"] - sentence["start"]
    found = target_tone(sentence["text"], start, end)
    kept = {column: mention[column] for column in ("article", "sentence", "target", "start", "end")}
    chances = {"negative": found.negative, "neutral": found.neutral, "positive": found.positive}
    return {**kept, "voice": voice, "tone": found.tone, **chances}


def target_tone_by_article(target_mentions: "pd.DataFrame", seed: int = 0) -> "pd.DataFrame":
    """Table `target_tone` from table `target_mentions`: mean tone of each article toward each target, and its interval.

    The interval is a bootstrap over sentences, for mentions in one sentence are not independent, with a fixed seed; it
    is empty for one sentence. It says how much sentences vary, not how often the model is wrong about one.
    """
    import numpy as np

    rows = []
    for (article, target), found in target_mentions.groupby(["article", "target"], sort=True):
        tone = float(found["tone"].mean())
        grouped = found.groupby("sentence")["tone"]
        interval = interval_of_mean(grouped.sum().to_numpy(), grouped.size().to_numpy(), np.random.default_rng(seed))
        low, high = interval or (None, None)
        label = "neutral" if abs(tone) < NEUTRAL else "positive" if tone > 0 else "negative"
        sure = interval is not None and len(found) >= FEW and not low <= 0 <= high
        row = {"article": article, "target": target, "mentions": len(found), "tone": tone, "low": low, "high": high}
        rows.append({**row, "label": label, "verdict": label if sure else None})
    return table("target_tone", rows)


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
