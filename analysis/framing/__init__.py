"""Framing: codebooks and their frames, learned frames, and the words by which sources of one story differ."""

from analysis.framing.agency import agency
from analysis.framing.agreement import CodedError, agreement, read_coded
from analysis.framing.classifier import FrameClassifier, LabelsError, read_labelled
from analysis.framing.codebook import SHIPPED, Codebook, CodebookError, load_codebook
from analysis.framing.density import in_sentences, in_words
from analysis.framing.hedges import find_hedges
from analysis.framing.hedges import of_article as hedges_of_article
from analysis.framing.labels import event_labels, name_labels
from analysis.framing.loaded import find_loaded
from analysis.framing.loaded import of_article as loaded_of_article
from analysis.framing.scoring import CARRIES, best_frame, of_article, score_frames, terms
from analysis.framing.shares import apart, laid_out, shares
from analysis.framing.slant import LoadedClassifier
from analysis.framing.vocabulary import uses, vocabulary

__all__ = [
    "CARRIES",
    "SHIPPED",
    "Codebook",
    "CodebookError",
    "CodedError",
    "FrameClassifier",
    "LabelsError",
    "LoadedClassifier",
    "agency",
    "agreement",
    "apart",
    "best_frame",
    "event_labels",
    "find_hedges",
    "find_loaded",
    "hedges_of_article",
    "in_sentences",
    "in_words",
    "laid_out",
    "load_codebook",
    "loaded_of_article",
    "name_labels",
    "of_article",
    "read_coded",
    "read_labelled",
    "score_frames",
    "shares",
    "terms",
    "uses",
    "vocabulary",
]
