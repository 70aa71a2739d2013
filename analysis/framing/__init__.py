"""Framing: codebooks and the frames they find, the words that set sources apart, hedges."""

from analysis.framing.codebook import Codebook, CodebookError, load_codebook
from analysis.framing.hedges import find_hedges
from analysis.framing.hedges import of_article as hedges_of_article
from analysis.framing.scoring import best_frame, of_article, score_frames
from analysis.framing.vocabulary import vocabulary

__all__ = [
    "Codebook",
    "CodebookError",
    "best_frame",
    "find_hedges",
    "hedges_of_article",
    "load_codebook",
    "of_article",
    "score_frames",
    "vocabulary",
]
