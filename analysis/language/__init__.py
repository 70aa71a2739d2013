"""Sentences and words of an article, with character offsets."""

from analysis.language.lead import in_lead
from analysis.language.names import find_names
from analysis.language.sentences import holding, of_article, split_sentences
from analysis.language.span import Span
from analysis.language.words import stem, stopwords, words

__all__ = ["Span", "find_names", "holding", "in_lead", "of_article", "split_sentences", "stem", "stopwords", "words"]
