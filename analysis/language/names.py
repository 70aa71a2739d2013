"""Names of people and organisations of a story, found without a model, and where each is mentioned."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

MENTION = ("article", "sentence", "start", "end", "text", "name")


def find_names(
    sentences: "pd.DataFrame", aliases: dict[str, list[str]] | None = None
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Tables `names` and `mentions` of one story's table `sentences`.

    aliases: for a full name the other forms it goes by, in capitals or not (“the software giant”), which win. A name is
    found by its capitals across all articles of the story, so one that only ever opens a sentence and is an ordinary
    word is missed; a surname that two people share stays a name of its own unless one alone was named in full before
    it; pronouns and descriptions (“the company”) are no mentions. The name is the fullest form in the story, an
    outlet's its own name.
    """
    from analysis.language.aliases import join_forms
    from analysis.language.kinds import kind, kinds_of_forms
    from analysis.language.mentions import find_mentions
    from analysis.tables import table

    given = aliases or {}
    articles, texts = list(sentences["article"]), list(sentences["text"])
    numbers, starts = list(sentences["sentence"]), list(sentences["start"])
    found = find_mentions(
        texts, list(sentences["kind"]), {form for name in given for form in [name, *given[name]] if form}
    )
    weights = kinds_of_forms(texts, found)
    names = join_forms(texts, articles, found, weights, given)
    rows, counts, forms, spelt = [], Counter(), defaultdict(set), defaultdict(set)
    for mention in found:
        article = articles[mention.row]
        name = names.get((article, mention.form))
        if name is None:
            continue
        text = texts[mention.row][mention.start : mention.end]
        start, end = starts[mention.row] + mention.start, starts[mention.row] + mention.end
        rows.append(dict(zip(MENTION, (article, numbers[mention.row], start, end, text, name), strict=True)))
        counts[name, article] += 1
        forms[name].add(mention.form)
        spelt[name].add(text)
    kinds = {name: kind(sum((weights[form] for form in sorted(own)), Counter())) for name, own in forms.items()}
    named = [
        {
            "name": name,
            "type": kinds[name],
            "article": article,
            "mentions": count,
            "aliases": sorted(spelt[name] - {name}),
        }
        for (name, article), count in counts.items()
    ]
    return table("names", named), table("mentions", rows)
