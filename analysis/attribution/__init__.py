"""Who says it: sources, cues and contents of attributed statements."""

from analysis.attribution.find import Attribution, find_attributions

__all__ = ["Attribution", "find_attributions"]
