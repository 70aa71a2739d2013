"""Agreement of a codebook with a person who coded the same sentences."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("article", "sentence", "frame")


class CodedError(ValueError):
    """A coder's file cannot be used; the message gives file and reason."""


def read_coded(path: str | Path) -> "pd.DataFrame":
    """A coder's CSV: article, sentence (from 1, as on pages), frame; a row a frame, empty for a sentence without one.

    Sentences come back counted from 0; a relative path counts from $PARALLAX_FROM. Raises CodedError.
    """
    import pandas as pd

    place = Path(os.environ.get("PARALLAX_FROM", "."), path)
    try:
        coded = pd.read_csv(place, dtype={"article": "string", "frame": "string"}, skipinitialspace=True)
    except (OSError, ValueError) as fault:
        raise CodedError(f"{path}: {' '.join(str(fault).split())}") from None
    missing = [column for column in COLUMNS if column not in coded]
    if missing:
        raise CodedError(f"{path}: column {', '.join(missing)} is missing; it has {', '.join(coded.columns)}")
    numbers = pd.to_numeric(coded["sentence"], errors="coerce")
    wrong = coded.index[numbers.isna() | (numbers < 1) | (numbers % 1 != 0)]
    if len(wrong):
        given = coded["sentence"][wrong[0]]
        raise CodedError(f"{path}, line {wrong[0] + 2}: sentence is a whole number from 1, not {given}")
    return coded[list(COLUMNS)].assign(sentence=numbers.astype(int) - 1)


def agreement(coded: "pd.DataFrame", frames: "pd.DataFrame", names: list[str]) -> "pd.DataFrame":
    """Krippendorff's alpha (Krippendorff 2004, nominal) between a coder and the codebook, for each frame.

    coded as `read_coded` gives it; frames are rows of table `frames` of one codebook. Only sentences that the coder
    looked at count. Columns frame, sentences, coder, codebook (sentences each gives it), alpha: 1 is full agreement, 0
    chance; empty where both say the same of every sentence, so that chance cannot be told.
    """
    import pandas as pd
    from nltk.metrics.agreement import AnnotationTask

    looked = list(dict.fromkeys(coded[["article", "sentence"]].itertuples(index=False, name=None)))
    rows = []
    for name in names:
        person, book = _having(coded, name), _having(frames, name)
        marks = [(who, item, item in having) for who, having in (("coder", person), ("book", book)) for item in looked]
        varied = len({mark for _, _, mark in marks}) > 1
        alpha = AnnotationTask(data=marks).alpha() if varied else None
        found = {"coder": len(person & set(looked)), "codebook": len(book & set(looked))}
        rows.append({"frame": name, "sentences": len(looked), **found, "alpha": alpha})
    return pd.DataFrame(rows, columns=["frame", "sentences", "coder", "codebook", "alpha"])


def _having(rows: "pd.DataFrame", frame: str) -> set[tuple[str, int]]:
    ours = rows[(rows["frame"] == frame).fillna(False)]
    return set(ours[["article", "sentence"]].itertuples(index=False, name=None))
