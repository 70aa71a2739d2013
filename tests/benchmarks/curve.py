"""How time and memory grow with the number of articles: `python tests/benchmarks/curve.py [ARTICLES]...`.

Made-up articles as long as the seeds, ten a story and twenty stories a day, are grouped by story and the sentences of
each story matched, each size in a process of its own, on one core; the seconds are those of the processor.
"""

import os
import random
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from itertools import accumulate

SIZES = (625, 1250, 2500, 5000)
SENTENCES, WORDS = 23, 22  # of an article, of a sentence: what the seeds have on average
STORY, DAY = 10, 20  # articles of a story, stories of a day
VOCABULARY, OWN = 30_000, 120  # words of the language, and of one story
SHARE = 0.4  # of a story's words that are its own
LETTERS = "aeioubcdfghlmnprst"


def made_up(articles: int) -> tuple[list[list[str]], list[str]]:
    """Sentences of each article, with words as frequent as Zipf has them, and days of publication."""
    random.seed(1)
    words = ["".join(random.choices(LETTERS, k=random.randint(3, 9))) for _ in range(VOCABULARY)]
    zipf = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    told, days = [], []
    for number in range(articles):
        story = number // STORY
        if number % STORY == 0:
            own = random.choices(words, k=OWN)
            own[: OWN // 4] = [word.title() for word in own[: OWN // 4]]
        sentences = [random.choices(words, cum_weights=zipf, k=WORDS) for _ in range(SENTENCES)]
        for sentence in sentences:
            sentence[: int(SHARE * WORDS)] = random.choices(own, k=int(SHARE * WORDS))
            random.shuffle(sentence)
        told.append([" ".join(sentence) + "." for sentence in sentences])
        days.append((date(2024, 1, 1) + timedelta(days=story // DAY)).isoformat())
    return told, days


def measure(articles: int) -> None:
    """Print a row: articles, stories found, seconds to group and to match, and megabytes at most."""
    from analysis.comparison import group_by_story, match_sentences

    told, days = made_up(articles)
    start = time.process_time()
    stories: dict[int, list[list[str]]] = {}
    for number, sentences in zip(group_by_story(list(map(" ".join, told)), days), told, strict=True):
        stories.setdefault(number, []).append(sentences)
    grouped = time.process_time()
    for story in stories.values():
        match_sentences(story)
    matched = time.process_time()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row = (articles, len(stories), grouped - start, matched - grouped, megabytes)
    print("{:9,} {:8,} {:9.1f} {:9.1f} {:9,.0f}".format(*row), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--row"]:
        measure(int(sys.argv[2]))
    else:
        print(" articles  stories  group, s  match, s        MB")
        one_core = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        for size in map(int, sys.argv[1:] or SIZES):
            subprocess.run([sys.executable, __file__, "--row", str(size)], env=one_core, check=True)
