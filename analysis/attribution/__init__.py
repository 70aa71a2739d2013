"""Who says it: sources, cues and contents of attributed statements, and whom they go back to."""

from analysis.attribution.articles import of_article
from analysis.attribution.find import Attribution, find_attributions
from analysis.attribution.naming import of_story
from analysis.attribution.origins import Independence, independent_origins, origins

__all__ = [
    "Attribution",
    "Independence",
    "find_attributions",
    "independent_origins",
    "of_article",
    "of_story",
    "origins",
]
