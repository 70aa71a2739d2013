"""Framing: codebooks and the frames they find, the words that set sources apart, hedges and loaded words."""

from analysis.framing.classifier import FrameClassifier, LabelsError
from analysis.framing.codebook import Codebook, CodebookError, load_codebook
from analysis.framing.hedges import find_hedges
from analysis.framing.hedges import of_article as hedges_of_article
from analysis.framing.loaded import find_loaded
from analysis.framing.loaded import of_article as loaded_of_article
from analysis.framing.scoring import best_frame, of_article, score_frames
from analysis.framing.slant import LoadedClassifier
from analysis.framing.vocabulary import vocabulary

__all__ = [
    "Codebook",
    "CodebookError",
    "FrameClassifier",
    "LabelsError",
    "LoadedClassifier",
    "best_frame",
    "find_hedges",
    "hedges_of_article",
    "find_loaded",
    "load_codebook",
    "loaded_of_article",
    "of_article",
    "score_frames",
    "vocabulary",
]
