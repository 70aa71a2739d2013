"""Attributions in twenty-six passages that were annotated by hand before any rule was run on them."""

import re
from itertools import product
from pathlib import Path

import yaml

from analysis.attribution import find_attributions

PASSAGES = yaml.safe_load(Path(__file__).with_name("passages.yaml").read_text(encoding="utf-8"))
WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def words(text, spans):
    """Places of the words that the spans (start, end) hold."""
    return {match.start() for match in WORD.finditer(text) if any(a <= match.start() < b for a, b in spans)}


def spans(text, piece):
    """Everywhere that a string stands in the text as whole words."""
    bounds = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text)]
    assert bounds, piece
    return bounds


def annotated(passage):
    """Source and content, as places of words, and the kind of each annotated attribution.

    What stands in the text more than once is meant where source, cue and content are closest together.
    """
    text, gold = passage["text"], []
    for one in passage["attributions"]:
        content = [one["content"]] if isinstance(one["content"], str) else one["content"]
        choices = [spans(text, piece) for piece in [one["cue"], *content, *filter(None, [one["source"]])]]
        placed = min(product(*choices), key=lambda bounds: max(bounds)[0] - min(bounds)[0])
        contents = words(text, placed[1 : 1 + len(content)])
        gold.append((words(text, placed[1 + len(content) :]), contents, one.get("kind", "speech")))
    return gold


def found(passage):
    """The same of what the rules find."""
    text = passage["text"]
    bounds = [
        ([(span.start, span.end) for span in one.source], [(span.start, span.end) for span in one.content], one.kind)
        for one in find_attributions(text)
    ]
    return [(words(text, source), words(text, content), kind) for source, content, kind in bounds]


def agree(one, other):
    """Whether half of the words of both contents are shared, and sources share a word or are both missing."""
    overlap = len(one[1] & other[1]) / len(one[1] | other[1])
    return overlap >= 0.5 and bool(one[0] & other[0] or (not one[0] and not other[0]))


def linked_f1(passages):
    """F1 over speech and reports: recall over annotated, precision over found ones; thoughts are not counted."""
    hits = wanted = right = given = 0
    for passage in passages:
        gold, ours = annotated(passage), found(passage)
        wanted += sum(one[2] != "thought" for one in gold)
        hits += sum(one[2] != "thought" and any(agree(one, other) for other in ours) for one in gold)
        given += sum(one[2] != "thought" for one in ours)
        right += sum(one[2] != "thought" and any(agree(one, other) for other in gold) for one in ours)
    return 2 * (hits / wanted) * (right / given) / (hits / wanted + right / given)


def test_speech_and_reports_are_linked_to_their_sources_in_news_of_three_styles():
    assert linked_f1(PASSAGES) >= 0.8
