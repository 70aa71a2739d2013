"""The ledger: every figure under the fact it states, whether the articles agree on it, and what was nearly joined."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.figures.facts import Facts, facts_of, reading
from analysis.figures.naming import name_of
from analysis.figures.statement import Stated, one_thing, telling
from analysis.figures.statements import statements
from analysis.figures.sums import Sum, sums_of
from analysis.figures.values import AGREES, DIFFERS, apart, relation
from analysis.tables import table

if TYPE_CHECKING:
    import pandas as pd

ALONE = "no other article states it"
MOST_NEAR = 100  # rows of table nearly_joined: what a reader can look through


def ledger(figures: "pd.DataFrame", sentences: "pd.DataFrame", names: "pd.DataFrame | None" = None) -> "pd.DataFrame":
    """Table `ledger` from table `figures` with what, who, when and status; each figure stands under one fact.

    names: table `names`, which tells the figures of a person from those of a firm. Figures are one fact when what, who
    and when agree, not because their values do. The facts of most articles come first. A part of a sum stands under the
    whole, unless other articles give it too: then under a fact of its own, with the whole in part_of. Origins are left
    empty: whom each figure is credited to is read elsewhere.
    """
    rows = figures.astype(object).where(figures.notna(), None).to_dict("records")
    facts, wholes = _facts(figures, sentences, names)
    rules = _rules(facts)
    facts.members.sort(key=lambda members: (-_articles(members), min(figure.number for figure in members)))
    places = {figure.number: place for place, members in enumerate(facts.members, 1) for figure in members}
    part_of = {part: places[whole] for part, whole in wholes.items()}
    summed = set(part_of.values())
    told = []
    for place, members in enumerate(facts.members, 1):
        own = [figure for figure in members if part_of.get(figure.number) != place]
        read = reading(own)
        of_fact = {
            "fact": place,
            "relation": "adds up" if place in summed and read != DIFFERS else read,
            "apart": apart([figure.value for figure in own], own[0].times) if read == DIFFERS else None,
            "sources": _articles(members),
            "name": name_of([rows[figure.number] for figure in own]),
        }
        for figure in sorted(members, key=lambda figure: figure.number):
            row, whole = rows[figure.number], part_of.get(figure.number)
            told.append(
                of_fact
                | {column: row[column] for column in ("article", "start", "end", "text", "what", "who", "when")}
                | {"rule": "part of a sum" if whole == place else rules.get(figure.number, ALONE), "part_of": whole}
            )
    return table("ledger", told)


def nearly_joined(
    figures: "pd.DataFrame", sentences: "pd.DataFrame", names: "pd.DataFrame | None" = None
) -> "pd.DataFrame":
    """Table `nearly_joined`: pairs of figures of two articles that look like one fact and are not, with the reason.

    One pair for each two facts, those of equal values and then the likeliest first, MOST_NEAR at most.
    """
    facts, _ = _facts(figures, sentences, names)
    rows = figures.to_dict("records")
    place = {figure.number: place for place, members in enumerate(facts.members) for figure in members}
    near: dict[tuple[int, int], dict] = {}
    for a, b, verdict in facts.pairs:
        between = tuple(sorted((place[a.number], place[b.number])))
        if a.article == b.article or between[0] == between[1] or between in near or not _worth_a_look(a, b):
            continue
        reason = "the two facts as wholes do not hold together" if verdict.same else verdict.rule
        near[between] = {
            "likeness": verdict.likelihood,
            "equal": relation(a.value, b.value, a.times) == AGREES,
            "reason": reason,
        }
        for side, figure in (("a", a), ("b", b)):
            row = rows[figure.number]
            near[between] |= {f"{column}_{side}": row[column] for column in ("article", "start", "end", "text", "what")}
    told = sorted(near.values(), key=lambda row: (not row["equal"], -row["likeness"]))
    return table("nearly_joined", told[:MOST_NEAR])


def _worth_a_look(a: Stated, b: Stated) -> bool:
    """Whether two figures are alike by more than a small number or an unresolved time in common."""
    return one_thing(a, b) or (telling(a) and telling(b) and a.value.point is not None)


def _facts(
    figures: "pd.DataFrame", sentences: "pd.DataFrame", names: "pd.DataFrame | None"
) -> tuple[Facts, dict[int, int]]:
    """The facts, and by the number of each part of a sum the number of its whole."""
    stated = statements(figures, sentences, names)
    facts = facts_of(stated)
    return facts, _moved(facts.members, sums_of(stated, list(figures["sentence"])))


def _moved(facts: list[list[Stated]], sums: Iterable[Sum]) -> dict[int, int]:
    """Take every sum whose parts no longer sum has taken, and give the number of the whole by the number of each part.

    Parts that stand alone are moved to the fact of the whole.
    """
    home = {figure.number: members for members in facts for figure in members}
    wholes: dict[int, int] = {}
    for total in sums:
        homes = [home[part.number] for part in total.parts]
        whole = home[total.whole.number]
        if any(one is whole for one in homes) or any(part.number in wholes for part in total.parts):
            continue
        for part, members in zip(total.parts, homes, strict=True):
            wholes[part.number] = total.whole.number
            if len(members) == 1:
                whole.append(part)
                home[part.number] = whole
                members.clear()
    facts[:] = filter(None, facts)
    return wholes


def _rules(facts: Facts) -> dict[int, str]:
    """By the number of each figure, the rule of the surest pair that holds it in its fact."""
    place = {figure.number: place for place, members in enumerate(facts.members) for figure in members}
    rules: dict[int, str] = {}
    for a, b, verdict in facts.pairs:
        if verdict.same and place[a.number] == place[b.number]:
            rules.setdefault(a.number, verdict.rule)
            rules.setdefault(b.number, verdict.rule)
    return rules


def _articles(members: list[Stated]) -> int:
    return len({figure.article for figure in members})
