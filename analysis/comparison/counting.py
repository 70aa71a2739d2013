"""Count background.csv, how common terms are in news: python -m analysis.comparison.counting SENTENCES.jsonl.

SENTENCES has {"sentence": "..."} a line; a sentence that comes again counts once. The file that ships was counted on
the training part of NewsMTSC (Hamborg and Donnay, EACL 2021; MIT licence), which is US news, mostly on politics.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from analysis.comparison.terms import stems, terms

HEADER = """\
# The share of sentences of news in which a term of terms.py stands, for terms of at least five sentences.
# Counted by counting.py on the training part of NewsMTSC (Hamborg and Donnay, EACL 2021; MIT licence).
term,share
"""
LEAST = 5


def main(path: str) -> None:
    """Write background.csv beside this file."""
    sentences = {json.loads(line)["sentence"] for line in Path(path).read_text(encoding="utf-8").splitlines()}
    counts = Counter(term for sentence in sentences for term in {*stems(sentence), *terms(sentence)})
    common = sorted((term, count) for term, count in counts.items() if count >= LEAST)
    rows = "".join(f"{term},{count / len(sentences):.5f}\n" for term, count in common)
    Path(__file__).with_name("background.csv").write_text(HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
