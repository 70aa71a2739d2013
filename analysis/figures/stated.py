"""Figures of a story with what, who, when and status: table `figures`."""

from itertools import groupby
from typing import TYPE_CHECKING

from analysis.figures.anchors import time_of
from analysis.figures.attributed import standing_in
from analysis.figures.clauses import clauses
from analysis.figures.measured import phrase_of
from analysis.figures.roles import names_of, without_speakers
from analysis.figures.status import status_of
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd


def of_story(
    figures: "pd.DataFrame",
    sentences: "pd.DataFrame",
    mentions: "pd.DataFrame",
    attributions: "pd.DataFrame | None" = None,
    names: "pd.DataFrame | None" = None,
) -> "pd.DataFrame":
    """Table `figures` with what, who, when and status; where attributions are given, also the one it stands in.

    Reads the words around a figure, not a parse: wrong where a clause is long and winding. With table `names`, places
    are left out of who: where something happened is not whom it is about.
    """
    texts = {(row["article"], row["sentence"]): row for row in sentences.to_dict("records")}
    places = set() if names is None else set(names.loc[names["type"] == "place", "name"])
    named = _by_sentence(mentions[~mentions["name"].isin(places)])
    stated = []
    for key, rows in groupby(figures.to_dict("records"), key=lambda row: (row["article"], row["sentence"])):
        before = [mention["name"] for mention in named.get((key[0], key[1] - 1), [])]
        stated += _of_sentence(list(rows), texts[key], named.get(key, []), list(dict.fromkeys(before)))
    if attributions is not None:
        stated = [
            row | {"attribution": None if held is None else attributions["start"].iloc[held]}
            for row, held in zip(stated, standing_in(stated, attributions), strict=True)
        ]
    return table("figures", stated)


def _by_sentence(mentions: "pd.DataFrame") -> dict[tuple[str, int], list[dict]]:
    held: dict[tuple[str, int], list[dict]] = {}
    for row in mentions.sort_values(["article", "start"]).to_dict("records"):
        held.setdefault((row["article"], row["sentence"]), []).append(row)
    return held


def _of_sentence(rows: list[dict], sentence: dict, mentions: list[dict], before: list[str]) -> list[dict]:
    text, shift = sentence["text"], sentence["start"]
    spans = [(row["start"] - shift, row["end"] - shift) for row in rows]
    kinds = [row["kind"] for row in rows]
    around = clauses(text, spans)
    inside = [mention | {"start": mention["start"] - shift, "end": mention["end"] - shift} for mention in mentions]
    inside = without_speakers(text, inside)
    stated = []
    for place, row in enumerate(rows):
        time = time_of(text, kinds, spans, place, around)
        stated.append(
            row
            | {"what": phrase_of(text, spans, place, around[place], kinds[place])}
            | {"who": names_of(text, inside, around[place], spans[place][0], before)}
            | {"when": None if time is None else rows[time]["text"]}
            | {"status": status_of(text, spans, place, around[place], row)}
        )
    return stated
