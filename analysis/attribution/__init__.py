"""Who says it: sources, cues and contents of attributed statements, and whom they go back to."""

from analysis.attribution.articles import of_article
from analysis.attribution.cited import cited
from analysis.attribution.find import Attribution, find_attributions
from analysis.attribution.independence import with_origins
from analysis.attribution.naming import of_story
from analysis.attribution.origins import origins

__all__ = [
    "Attribution",
    "cited",
    "find_attributions",
    "of_article",
    "of_story",
    "origins",
    "with_origins",
]
