"""Under which name a source is listed among those cited."""

from typing import TYPE_CHECKING

from analysis.attribution.lexicon import word_list

if TYPE_CHECKING:
    import pandas as pd


def cited(attributions: "pd.DataFrame") -> "pd.DataFrame":
    """Table attributions with a column cited: the name under which its source is listed, empty where none is given.

    That is its name in the story, an outlet's own for a report of it, else its words as written, but for "the", "some"
    and other determiners in front. Capitals make no difference. It joins no two wordings of one unnamed source.
    """
    outlet = attributions["origin"].where(attributions["source_type"] == "outlet")
    worded = attributions["source_text"].map(_bare, na_action="ignore")
    # "Experts" opens a sentence, "experts" does not: of two wordings the later in order is the one in small letters.
    worded = worded.groupby(worded.str.lower()).transform("max")
    return attributions.assign(cited=attributions["source"].fillna(outlet).fillna(worded))


def _bare(source: str) -> str:
    words = source.split()
    while len(words) > 1 and words[0].lower() in word_list("determiner"):
        del words[0]
    return " ".join(words)
