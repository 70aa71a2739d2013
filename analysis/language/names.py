"""Names of people and organisations of a story, found without a model, and where each is mentioned."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


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
    lines = sentences.to_dict("records")
    texts, articles = [line["text"] for line in lines], [line["article"] for line in lines]
    forms = {form for name, others in given.items() for form in [name, *others] if form}
    found = find_mentions(texts, [line["kind"] for line in lines], forms)
    weights = kinds_of_forms(texts, found)
    names = join_forms(texts, articles, found, weights, given)
    rows, forms_of = [], defaultdict(set)
    for mention in found:
        line = lines[mention.row]
        name = names.get((line["article"], mention.form))
        if name is not None:
            span = {"start": line["start"] + mention.start, "end": line["start"] + mention.end}
            place = {"article": line["article"], "sentence": line["sentence"], **span}
            rows.append({**place, "text": line["text"][mention.start : mention.end], "name": name})
            forms_of[name].add(mention.form)
    kinds = {name: kind(sum((weights[form] for form in sorted(own)), Counter())) for name, own in forms_of.items()}
    return table("names", _named(rows, kinds)), table("mentions", rows)


def _named(mentions: list[dict], kinds: dict[str, str]) -> list[dict]:
    """Rows of table `names`, in the order of first mentions."""
    spelt: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        spelt[mention["name"]].add(mention["text"])
    counts = Counter((mention["name"], mention["article"]) for mention in mentions)
    return [
        {
            "name": name,
            "type": kinds[name],
            "article": article,
            "mentions": count,
            "aliases": sorted(spelt[name] - {name}),
        }
        for (name, article), count in counts.items()
    ]
