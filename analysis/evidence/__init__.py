"""What a notebook shows: findings in words, tables, and sentences as quotations with the words in question marked."""

from analysis.evidence.across import by_source, covered, left_out, quoted, wordings
from analysis.evidence.ledger import facts, nearly, side_by_side
from analysis.evidence.listing import listed
from analysis.evidence.quotations import colour_class, key, marked, pairs, quotations
from analysis.evidence.shown import Shown, finding, folded, style, style_tag
from analysis.evidence.telling import credited, sources, stated, told

__all__ = [
    "Shown",
    "by_source",
    "colour_class",
    "covered",
    "credited",
    "facts",
    "finding",
    "folded",
    "key",
    "left_out",
    "listed",
    "marked",
    "nearly",
    "pairs",
    "quotations",
    "quoted",
    "side_by_side",
    "sources",
    "stated",
    "style",
    "style_tag",
    "told",
    "wordings",
]
