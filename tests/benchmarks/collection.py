"""A collection of many made-up stories: `python tests/benchmarks/collection.py FOLDER [STORIES]`.

The invented stories of tests/comparison/planted, told again with other names, other numbers and other days: five
articles a story, one row each in FOLDER/articles.jsonl. Tellings of one story lie too far apart to be taken for one.
"""

import calendar
import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import yaml

PLANTED = sorted(Path(__file__).parents[1].glob("comparison/planted/*.yaml"))
APART = timedelta(days=40)  # between two tellings of one story
FIRST = date(1990, 1, 1)
SOURCES = ("Wire", "Broadsheet", "Tabloid", "Broadcaster", "Trade")
NAME, NUMBER = re.compile(r"\b[A-Z][a-z]{2,}\b"), re.compile(r"\d+")
KEPT = {*calendar.month_name, *calendar.day_name}
SOUNDS = [consonant + rest for consonant in "bdfghklmnprstvw" for rest in ("a", "e", "o", "an", "el", "or")]


def articles(stories: int) -> Iterator[dict]:
    """Rows of articles, five a story, in order of publication."""
    told = [list(yaml.safe_load(path.read_text(encoding="utf-8"))["articles"].values()) for path in PLANTED]
    for number in range(stories):
        again, which = divmod(number, len(told))
        texts = _retold(told[which], random.Random(number)) if again else told[which]
        day = FIRST + again * APART + timedelta(days=which * APART.days // len(told))
        for source, text in zip(SOURCES, texts, strict=False):
            yield {"text": text, "outlet": source, "published": day.isoformat()}


def _retold(texts: list[str], chance: random.Random) -> list[str]:
    """The texts with each name and each number replaced by another, everywhere the same."""
    whole = "\n".join(texts)
    plain = set(re.findall(r"\b[a-z]+\b", whole)) | {name.lower() for name in KEPT}
    names = sorted({name for name in NAME.findall(whole) if name.lower() not in plain})
    other = {name: "".join(chance.choices(SOUNDS, k=chance.randint(2, 3))).capitalize() for name in names}
    shift = chance.randint(1, 8)
    return [
        NUMBER.sub(lambda found: _other(found[0], shift), NAME.sub(lambda found: other.get(found[0], found[0]), text))
        for text in texts
    ]


def _other(number: str, shift: int) -> str:
    """Another number of as many digits; years and what starts with nought stay."""
    if number.startswith("0") or re.fullmatch(r"(?:19|20)\d\d", number):
        return number
    return str(1 + (int(number[0]) - 1 + shift) % 9) + number[1:]


if __name__ == "__main__":
    folder, stories = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as written:
        for article in articles(stories):
            written.write(json.dumps(article, ensure_ascii=False) + "\n")
