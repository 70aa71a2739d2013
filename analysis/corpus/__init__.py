"""Files in, clean articles out: reading, cleaning with a log of every removal, and refusals with their reasons."""

from analysis.corpus.corpus import Corpus, read_corpus
from analysis.corpus.labels import labelled_by_story, letter, letters_of
from analysis.corpus.refusals import CorpusError, NoArticles, no_articles

__all__ = [
    "Corpus",
    "CorpusError",
    "NoArticles",
    "labelled_by_story",
    "letter",
    "letters_of",
    "no_articles",
    "read_corpus",
]
