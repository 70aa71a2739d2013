"""The five seed articles, and twelve written for it, against what a careful reader made of them.

Mentions are found by plain search, stances are in stances.csv and stances_of_stories.csv.
"""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.sentiment import of_article, target_mentions, target_tone_by_article
from analysis.tables import table

SEEDS = Path(__file__).parents[2] / "seeds"
STORIES = Path(__file__).with_name("stories")
SENTENCE = re.compile(r"[^\n]+?(?:[.?!][”\"]?(?=\s+[A-Z“])|(?=\n)|$)")


def beside_a_reader(files, pair, pattern, called):
    """Table `target_tone` of the files toward the pair and its relation, with the column stance from a CSV file."""
    lines = Path(__file__).with_name(called).read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if line[0] != "#")
    stance = {(row["article"], row["target"]): row["stance"] for row in rows}
    sentences, mentions, tone = [], [], []
    for file in sorted(files):
        text = file.read_text(encoding="utf-8")
        own = []
        for number, match in enumerate(SENTENCE.finditer(text)):
            key = {"article": file.stem, "sentence": number}
            place = {"start": match.start(), "end": match.end()}
            own.append({**key, **place, "paragraph": 0, "kind": "body", "text": match.group()})
            for name in re.finditer(pattern, match.group()):
                start = match.start() + name.start()
                span = {"start": start, "end": start + len(name.group())}
                mentions.append({**key, **span, "text": name.group(), "name": name.group()})
        sentences += own
        tone += of_article({"article": file.stem, "text": text}, own, [])
    tables = (table("sentences", sentences), table("mentions", mentions), table("tone", tone))
    found = target_tone_by_article(target_mentions(*tables, pair))
    found["stance"] = [stance[key] for key in zip(found["article"], found["target"], strict=True)]
    return found


@pytest.fixture(scope="module")
def stances():
    names = r"Microsoft(?! 365)|(?<!Azure )OpenAI"
    return beside_a_reader(SEEDS.glob("*.txt"), ["Microsoft", "OpenAI"], names, "stances.csv")


def beside_a_story(story, pair):
    pattern = rf"\b(?:{'|'.join(pair)})\b"
    return beside_a_reader(STORIES.glob(f"{story}_*.txt"), pair, pattern, "stances_of_stories.csv")


@pytest.mark.parametrize(
    ("story", "pair"),
    [
        ("clubs", ["Castlemere", "Harrowvale"]),
        ("pact", ["Ostria", "Velmark"]),
        ("band", ["Bell", "Corrigan"]),
    ],
)
def test_stances_of_plain_stories_are_called_as_a_reader_calls_them_but_for_one_in_six(story, pair):
    found = beside_a_story(story, pair)
    assert len(found) == 6
    assert (found["label"] == found["stance"]).sum() >= 5
    sure = found[found["verdict"].notna()]
    assert (sure["verdict"] == sure["stance"]).all()


def test_stances_of_stories_by_another_writer_are_called_as_a_reader_calls_them_in_eleven_of_eighteen():
    pairs = {
        "battery": ["Halden Motors", "Voltara"],
        "cabin": ["Cabin Union", "Skyline Air"],
        "fishery": ["Belmare", "Karvonia"],
    }
    found = pd.concat([beside_a_story(story, pair) for story, pair in pairs.items()])
    assert len(found) == 18
    assert (found["label"] == found["stance"]).sum() >= 11
    sure = found[found["verdict"].notna()]
    assert (sure["verdict"] == sure["stance"]).all()


def test_every_article_has_a_tone_toward_both_and_their_partnership(stances):
    assert len(stances) == 15


def test_best_guesses_agree_with_a_reader_in_twelve_of_fifteen(stances):
    assert (stances["label"] == stances["stance"]).sum() >= 12


def test_no_verdict_is_the_opposite_of_what_a_reader_made_of_it(stances):
    sure = stances[stances["verdict"].notna()]
    assert len(sure) > 0
    assert {"positive", "negative"} not in [set(both) for both in zip(sure["verdict"], sure["stance"], strict=True)]


@pytest.mark.xfail(reason="one verdict, on a relation, is positive where the reader is neutral", strict=True)
def test_no_verdict_contradicts_a_reader(stances):
    sure = stances[stances["verdict"].notna()]
    assert (sure["verdict"] == sure["stance"]).all()
