"""How every table of a story is made: from its corpus, from the article stage, or from other tables of the story."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from analysis import tables

if TYPE_CHECKING:
    import pandas as pd

    from analysis.story import Story

Builder = Callable[["Story"], "pd.DataFrame | list[dict]"]


def _corpus(name: str) -> Builder:
    return lambda story: story.corpus()[name]


def _annotated(name: str) -> Builder:
    return lambda story: story.annotated.get(name, [])


def _from(call: str, *needed: str) -> Builder:
    """What a function of the package, named from below `analysis`, makes of these tables of the story.

    It is imported only when called: a kernel that finds every table on disk imports none of the analyses.
    """
    module, function = call.rsplit(".", 1)
    return lambda story: getattr(import_module(f"analysis.{module}"), function)(
        *(getattr(story, name) for name in needed)
    )


def _attributions(story: "Story") -> "pd.DataFrame":
    from analysis.attribution import of_story

    as_written = tables.table("attributions", story.annotated.get("attributions", []))
    return of_story(as_written, story.sentences, story.names, story.mentions)


def _figures(story: "Story") -> "pd.DataFrame":
    from analysis.figures import of_story

    as_written = tables.table("figures", story.annotated.get("figures", []))
    return of_story(as_written, story.sentences, story.mentions, story.attributions, story.names)


def _claims(story: "Story") -> "pd.DataFrame":
    from analysis.attribution import with_origins
    from analysis.comparison import claims

    return with_origins(claims(story.sentences, story.matches), story.attributions, story.articles, "claim")


def _ledger(story: "Story") -> "pd.DataFrame":
    from analysis.attribution import with_origins
    from analysis.figures import ledger

    told = with_origins(ledger(story.figures, story.sentences, story.names), story.attributions, story.articles, "fact")
    return told.drop(columns="credited")


def _target_mentions(story: "Story") -> "pd.DataFrame":
    from analysis.sentiment import leading_names, target_mentions

    return target_mentions(story.sentences, story.mentions, story.tone, leading_names(story.names))


CORPUS = ("articles", "provenance", "removed", "rejected")
ANNOTATED = ("sentences", "tone", "frames", "hedges", "loaded")
ARTICLE_STAGE: dict[str, Builder] = {name: _annotated(name) for name in ANNOTATED}
STORY_STAGE: dict[str, Builder] = {
    "names": lambda story: story.named[0],
    "mentions": lambda story: story.named[1],
    "attributions": _attributions,
    "figures": _figures,
    "ledger": _ledger,
    "nearly_joined": _from("figures.nearly_joined", "figures", "sentences", "names"),
    "origins": _from("attribution.origins", "attributions", "articles", "removed"),
    "matches": _from("comparison.matches", "sentences", "attributions"),
    "likeness": _from("comparison.likeness", "sentences"),
    "claims": _claims,
    "coverage": _from("comparison.coverage", "claims", "articles"),
    "differences": _from("comparison.differences", "sentences", "matches", "attributions", "figures", "ledger"),
    "passages": _from("comparison.passages", "articles"),
    "reuse": _from("comparison.reuse", "passages", "articles"),
    "target_mentions": _target_mentions,
    "target_tone": _from("sentiment.target_tone_by_article", "target_mentions"),
    "vocabulary": _from("framing.vocabulary", "sentences"),
}
BUILDERS: dict[str, Builder] = {name: _corpus(name) for name in CORPUS} | ARTICLE_STAGE | STORY_STAGE

NUMBERS = {
    "claim": ("claims", "claim"),
    "difference": ("differences", "difference"),
    "fact": ("ledger", "fact"),
    "part_of": ("ledger", "fact"),
    "passage": ("passages", "passage"),
}  # columns that count within a story, with the table and column of what they count


def stacked(names: Sequence[str], stories: "Iterable[Story]") -> "dict[str, pd.DataFrame]":
    """Tables of every story, one below the other; what a story counts goes on counting in the next.

    No story is held longer than its turn.
    """
    import pandas as pd

    past = dict.fromkeys(NUMBERS, 0)
    frames: dict[str, list[pd.DataFrame]] = {name: [] for name in names}
    for story in stories:
        seen = set()
        for name in names:
            frame = getattr(story, name)
            counted = [column for column in NUMBERS if column in frame]
            frames[name].append(frame.assign(**{column: frame[column] + past[column] for column in counted}))
            seen.update(counted)
        for column in seen:
            of, numbered = NUMBERS[column]
            past[column] += getattr(story, of)[numbered].nunique()
    return {name: pd.concat(parts, ignore_index=True) for name, parts in frames.items()}
