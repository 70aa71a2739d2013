"""The index over several stories: those that have pages, and every other one, with their articles."""

from pathlib import Path
from typing import TYPE_CHECKING

from analysis import summary, tables
from analysis.report import pages, record
from analysis.report.record import write_text

if TYPE_CHECKING:
    import pandas as pd

    from analysis.story import Story

REFUSED = "rejected.csv"
COLUMNS = ["story", "letter", "article", "title", "outlet", "author", "published", "words", "file"]  # of `articles`
NAMED = 8  # sources of a story that the index names
SHOWN = 500  # stories without pages, and refusals, that the index shows; the files have all


def write(output: Path, whole: "Story") -> None:
    """Write index.html over the stories of a collection, stories.csv with every article, and rejected.csv."""
    articles, rejected = whole.articles, whole.rejected
    tables.write_csv(articles[COLUMNS].sort_values("story", kind="stable"), output / record.LISTED)
    tables.write_csv(rejected, output / REFUSED)
    paged, others = [], []
    for (number, ours), story in zip(articles.groupby("story"), whole.stories, strict=True):
        entry = {"number": number, "title": pages.headline(ours), "told": _told(ours)}
        if _has_pages(output / str(number), story):
            paged.append(entry | {"href": f"{number}/index.html", "found": " ".join(summary.sharing(story))})
        else:
            others.append(entry)
    count = len(whole.stories)
    stated = {
        "title": f"{count:,} stories",
        "lead": f"{len(articles):,} articles tell {count:,} stories. The story that most articles tell stands first.",
        "left": left(len(paged), count) if others else "",
        "stories": paged,
        "others": others[:SHOWN],
        "more": len(others) - SHOWN,
        "refused": rejected[:SHOWN].to_dict("records"),
        "more_refused": len(rejected) - SHOWN,
    }
    write_text(output / "index.html", pages.rendered("stories", stated))


def left(paged: int, count: int) -> str:
    """What is said of a collection of which not every story has pages."""
    return f"{paged:,} of {count:,} stories have pages; -p story=NUMBER adds one, --stories {count} all."


def _has_pages(folder: Path, story: "Story") -> bool:
    """Whether the folder holds the pages of this story, not of what had its number in an earlier run."""
    kept = record.read(folder)
    return kept["complete"] and kept["story"] == story.key


def _told(articles: "pd.DataFrame") -> str:
    """How many articles, of which days, by which sources."""
    days = sorted(articles["published"].dropna().str[:10])
    first, last = (days[0], days[-1]) if days else ("", "")
    when = f", {first}" + f" to {last}" * (last > first) if days else ""
    labels = ", ".join(articles["label"][:NAMED]) + (" …" if len(articles) > NAMED else "")
    return f"{pages.counted(articles)}{when}: {labels}"
