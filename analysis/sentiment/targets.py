"""Tone of a story's articles toward its leading names and their relation."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from analysis.sentiment.chance import FEW, interval_of_mean
from analysis.sentiment.relations import relation_mentions, relation_name
from analysis.sentiment.target import TargetTone, target_tone
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

LEADING = 4  # names followed unless the user asks for others
# Mean tone on either side of 0 that is taken for neutral: of 815 pairs of an article and a target that NewsMTSC's train
# set labels twice or more, cross-validated and weighted so that half are neutral, it calls most as people do (macro-F1
# .66); 0.28 does as well, 0.22 and 0.3 a little worse.
NEUTRAL = 0.25
# The name of a quarrel tells by itself that a relation is bad, which a model of tone toward persons cannot know. Set by
# hand, short of certain: it may be named where it is no more, or is that of others.
QUARREL = TargetTone(negative=0.9, neutral=0.1, positive=0.0)
SEED = 1
SUGGESTED = 3  # names suggested instead of one that nobody mentions


class TargetError(ValueError):
    """A target that no source mentions; the message is one line with the names nearest to it."""


def leading_names(names: "pd.DataFrame", limit: int = LEADING) -> list[str]:
    """The persons and organisations with most mentions in table `names`, at most limit, the most mentioned first.

    They are named in two articles at least, unless the story has one article only.
    """
    needed = min(2, names["article"].nunique())
    told = names[names["type"].isin(["person", "organisation"]) & (names["mentions"] > 0)]
    counts = told.groupby("name").agg(articles=("article", "nunique"), mentions=("mentions", "sum")).reset_index()
    counts = counts[counts["articles"] >= needed].sort_values(["mentions", "name"], ascending=[False, True])
    return counts["name"].tolist()[:limit]


def check_targets(targets: Sequence[str], names: "pd.DataFrame") -> None:
    """Raises TargetError for a target that is no name of table `names`, which is how the story calls them."""
    known = names.groupby("name")["mentions"].sum().sort_values(ascending=False, kind="stable").index.tolist()
    for target in targets:
        if target not in known:
            near = _near(str(target).lower(), known)
            said = "near names" if near else "names most mentioned"
            raise TargetError(
                f"no source mentions the target {target!r}; {said}: {', '.join(near or known[:SUGGESTED])}"
            )


def _near(asked: str, known: Sequence[str]) -> list[str]:
    """The names that hold what was asked for, else those spelt much like it."""
    lower = {name: name.lower() for name in known}
    close = get_close_matches(asked, lower.values(), SUGGESTED)
    return [name for name in known if asked in lower[name]][:SUGGESTED] or [
        name for name in known if lower[name] in close
    ]


def target_mentions(
    sentences: "pd.DataFrame", mentions: "pd.DataFrame", tone: "pd.DataFrame", targets: Sequence[str]
) -> "pd.DataFrame":
    """Table `target_mentions`: tone toward each mention of each target, from tables `sentences`, `mentions` and `tone`.

    The relation of the first two targets is one more target, "A–B", where the story speaks of it; a quarrel of theirs
    counts as QUARREL, whatever is said of it, unless it is eased. Pronouns are not followed.
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
    found = QUARREL if mention.get("kind") == "quarrel" else target_tone(sentence["text"], start, end)
    kept = {column: mention[column] for column in ("article", "sentence", "target", "start", "end")}
    chances = {"negative": found.negative, "neutral": found.neutral, "positive": found.positive}
    return {**kept, "voice": voice, "tone": found.tone, **chances}


def target_tone_by_article(target_mentions: "pd.DataFrame") -> "pd.DataFrame":
    """Table `target_tone` from table `target_mentions`: mean tone of each article toward each target, and its interval.

    The interval is a bootstrap over sentences, for mentions in one sentence are not independent, with a fixed seed; it
    is empty for one sentence. It says how much sentences vary, not how often the model is wrong about one.
    """
    return table("target_tone", _joined(target_mentions, ["article", "target"]))


def target_tone_by_voice(target_mentions: "pd.DataFrame") -> "pd.DataFrame":
    """Mean tone toward each target in the narrators' own words and in those of whom they quote or report.

    Columns: target, voice (narrator, others), and mentions, tone, low, high, label and verdict as in `target_tone`.
    """
    import pandas as pd

    rows = _joined(in_two_voices(target_mentions), ["target", "voice"])
    return pd.DataFrame(rows, columns=["target", "voice", "mentions", "tone", "low", "high", "label", "verdict"])


def in_two_voices(target_mentions: "pd.DataFrame") -> "pd.DataFrame":
    """The mentions with the column voice made coarser: narrator, or others, whom the narrator quotes or reports."""
    voice = target_mentions["voice"]
    return target_mentions.assign(voice=voice.where(voice == "narrator", "others"))


def movers(target_mentions: "pd.DataFrame", by: str = "article", most: int = 3) -> "pd.DataFrame":
    """The mentions in the sentences that move the tone toward a target most: at most so many each way.

    The tone is the mean over the mentions with one value of the column `by`. `target_mentions` with the column moves:
    what the sentence adds to that mean, which without it would be lower (moves above 0) or higher. A mean over one
    sentence has none.
    """
    import pandas as pd

    rows = []
    for _, found in target_mentions.groupby(["target", by], sort=True):
        sums = found.groupby(["article", "sentence"])["tone"].agg(["sum", "size"])
        if len(sums) > 1:
            without = (sums["sum"].sum() - sums["sum"]) / (sums["size"].sum() - sums["size"])
            moves = (found["tone"].mean() - without).sort_values(kind="stable")
            kept = pd.concat([moves[moves < 0].head(most), moves[moves > 0].tail(most)]).rename("moves")
            rows.append(found.join(kept, on=["article", "sentence"], how="inner").sort_index())
    return pd.concat(rows) if rows else target_mentions.head(0).assign(moves=0.0)


def _joined(target_mentions: "pd.DataFrame", by: list[str]) -> list[dict]:
    import numpy as np

    rows = []
    for key, found in target_mentions.groupby(by, sort=True):
        tone = float(found["tone"].mean())
        grouped = found.groupby(["article", "sentence"])["tone"]
        interval = interval_of_mean(grouped.sum().to_numpy(), grouped.size().to_numpy(), np.random.default_rng(SEED))
        low, high = interval or (None, None)
        label = "neutral" if abs(tone) < NEUTRAL else "positive" if tone > 0 else "negative"
        sure = interval is not None and len(found) >= FEW and not low <= 0 <= high
        row = {"mentions": len(found), "tone": tone, "low": low, "high": high}
        row |= {"label": label, "verdict": label if sure else None}
        rows.append(dict(zip(by, key, strict=True)) | row)
    return rows
