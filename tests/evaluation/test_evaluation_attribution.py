"""What the scorer of attributions is handed, and when the peer can be run."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from analysis.evaluation.attribution import ours, textacy


@pytest.fixture
def installed(monkeypatch):
    """spaCy with no pipeline, and textacy."""
    spacy, extract = ModuleType("spacy"), ModuleType("textacy.extract")
    spacy.util = SimpleNamespace(get_installed_models=lambda: ["de_core_news_sm"])
    extract.direct_quotations = list
    for name, module in {"spacy": spacy, "textacy": ModuleType("textacy"), "textacy.extract": extract}.items():
        monkeypatch.setitem(sys.modules, name, module)
    return spacy, extract


def test_ours_hands_over_the_spans_of_each_role():
    (found,) = ours([{"id": 1, "text": "The firm, Ann Lee said, will close."}], Path())
    (attribution,) = found["attributions"]
    assert attribution["source"] == [[10, 17]]
    assert attribution["cue"] == [[18, 22]]


def test_textacy_without_an_english_pipeline_is_as_if_not_installed(installed):
    with pytest.raises(ImportError, match="English pipeline"):
        textacy([], Path())


def test_a_text_that_textacy_refuses_has_no_attributions(installed):
    def refuse(_):
        raise ValueError("3 quotation marks found, indicating an unclosed quotation")

    spacy, extract = installed
    spacy.util.get_installed_models = lambda: ["en_core_web_sm"]
    spacy.load = lambda _: str
    extract.direct_quotations = refuse
    assert textacy([{"id": 1, "text": '"'}], Path()) == [{"id": 1, "attributions": []}]
