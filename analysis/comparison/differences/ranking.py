"""Which differences are worth a reader's time, and which rows are one difference."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from analysis.comparison.differences.lexicon import lexicon
from analysis.language import words

PLACE = ("article_a", "start_a", "article_b", "start_b", "kind")
UNNAMED = "unnamed source against another"
LABELS = 3  # pairs of labels of one family that are shown, each of which brings a new one


def worth_showing(rows: list[dict]) -> list[dict]:
    """The rows, the surest first; what headline and text both tell is there once, in the text's words.

    headlines: how many of the two sentences are headlines. Of a family of labels LABELS pairs are there, and a source
    that is unnamed is set against one other.
    """
    ranked = sorted(_told_once(rows), key=lambda row: -row["sure"])
    return list(_few_unnamed(_few_labels(ranked)))


def numbered(rows: list[dict]) -> list[dict]:
    """The rows with column difference, from 1 in their order.

    One difference are rows of one kind that mark the same words of an article, and labels of one family.
    """
    member: dict[tuple, list[dict]] = {}
    for row in rows:
        joined = [row]
        for tie in _ties(row):
            known = member.get(tie, [])
            joined += [other for other in known if not any(other is mine for mine in joined)]
        for mine in joined:
            member |= dict.fromkeys(_ties(mine), joined)
    order: dict[int, int] = {}
    for row in rows:
        row["difference"] = order.setdefault(id(member[next(_ties(row))]), len(order) + 1)
    return sorted(rows, key=lambda row: row["difference"])


def _told_once(rows: list[dict]) -> list[dict]:
    """Of rows of a kind that mark the same words, one as sure as the surest.

    That of two sentences of the text, else of two headlines, else of one and the other.
    """
    said: dict[tuple, list[dict]] = defaultdict(list)
    for row in sorted(rows, key=_place):
        words = row["words_a"].lower(), row["words_b"].lower()
        told = (row["article_a"], row["article_b"], words) if row["kind"] != "label" else frozenset(words)
        said[row["kind"], told].append(row)
    return [same[0] | {"sure": max(row["sure"] for row in same)} for same in said.values()]


def _place(row: dict) -> tuple:
    is_mixed = row["headlines"] == 1
    return is_mixed, row["headlines"], -row["sure"], *(row[column] for column in PLACE)


def _few_labels(rows: Iterable[dict]) -> Iterator[dict]:
    """The rows without those of labels that bring no new one, or one too many."""
    families: dict[str, list[set[str]]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "label":
            pairs, labels = families[row["rule"]], set().union(*(_labels(row, side) for side in "ab"))
            if len(pairs) == LABELS or labels <= set().union(*pairs):
                continue
            pairs.append(labels)
        yield row


def _labels(row: dict, side: str) -> set[str]:
    """The labels of the words of a side, in the family that the row is of."""
    hits = lexicon("labels").find(words(row[f"words_{side}"]))
    return {known["label"] for hit in hits for known in hit.rows if row["rule"].endswith(f" {known['family']}")}


def _few_unnamed(rows: Iterable[dict]) -> Iterator[dict]:
    """The rows without those of an unnamed source, or against one, that another row tells of."""
    set_against: set[tuple] = set()
    for row in rows:
        if row["rule"] == UNNAMED:
            sides = {(row[f"article_{side}"], row[f"start_{side}"]) for side in "ab"}
            if sides & set_against:
                continue
            set_against |= sides
        yield row


def _ties(row: dict) -> Iterator[tuple]:
    """What rows of one difference have in common."""
    for side in "ab":
        yield row["kind"], row[f"article_{side}"], row[f"start_{side}"], row[f"end_{side}"]
    if row["kind"] == "label":
        yield "label", row["rule"]
