"""Names of people and organisations of a story, found without a model, and where each is mentioned."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def find_names(
    sentences: "pd.DataFrame", aliases: dict[str, list[str]] | None = None
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Tables `names` and `mentions` of one story's table `sentences`.

    aliases: for a full name the other forms it goes by, which win over what is found. A name is found by its capitals
    across all articles of the story, so one that only ever opens a sentence and is an ordinary word is missed; a
    surname that two people share stays a name of its own unless one alone was named in full before it; pronouns and
    descriptions (“the company”) are no mentions.
    """
    from analysis.language.aliases import join_forms
    from analysis.language.kinds import kind, kinds_of_forms
    from analysis.language.mentions import find_mentions
    from analysis.tables import table

    given = aliases or {}
    articles, texts = list(sentences["article"]), list(sentences["text"])
    forms = frozenset(form for name, others in given.items() for form in [name, *others])
    found = find_mentions(texts, list(sentences["kind"]), forms)
    weights = kinds_of_forms(texts, found)
    resolved = join_forms(texts, articles, found, {form: kind(weight) for form, weight in weights.items()}, given)
    numbers, starts = list(sentences["sentence"]), list(sentences["start"])
    rows, counts, others, types = [], Counter(), defaultdict(set), defaultdict(Counter)
    for mention in found:
        article = articles[mention.row]
        name = resolved.get((article, mention.form))
        if name is None:
            continue
        text = texts[mention.row][mention.start : mention.end]
        start = starts[mention.row]
        rows.append(
            {
                "article": article,
                "sentence": numbers[mention.row],
                "start": start + mention.start,
                "end": start + mention.end,
                "text": text,
                "name": name,
            }
        )
        counts[name, article] += 1
        types[name].update(weights[mention.form])
        if text != name:
            others[name].add(text)
    kinds = {name: kind(weight) for name, weight in types.items()}
    named = [
        {"name": name, "type": kinds[name], "article": article, "mentions": count, "aliases": sorted(others[name])}
        for (name, article), count in counts.items()
    ]
    return table("names", named), table("mentions", rows)
