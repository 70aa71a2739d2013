"""The article stage: what can be said of an article alone, made side by side and kept article by article."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from zlib import compress, decompress

Rows = dict[str, list[dict]]  # rows of each table of one article

ONE_PROCESS = 200  # articles up to which starting processes costs more than it saves
BATCH = 50  # articles a process is given at once
LONGEST = 200  # characters told of an exception
OF_AN_ARTICLE = ("article", "title", "published", "language", "headings", "text")  # what an annotation may depend on


class ClusterError(OSError):
    """A cluster that cannot be used; the message is one line that says what to do."""


class WorkerError(OSError):
    """A process that the system ended while it annotated; the message is one line that says what to do."""


class AnalysisError(RuntimeError):
    """An analysis that failed on an article, a fault of the program; the message names both and the exception."""


def annotate(
    articles: list[dict], codebook: str | None, kept: Path, version: str, scheduler: str | None
) -> Iterator[Rows]:
    """The rows of every article-stage table, article by article, from rows of table `articles`.

    What `kept`, an SQLite file, holds of the same article and version (of package, libraries, codebook) is not made
    again. Above ONE_PROCESS articles all cores work, or the Dask cluster at the address `scheduler`. An article that an
    analysis fails on has one row, of table `rejected`, with the reason. Raises WorkerError and ClusterError.
    """
    known = [{name: article[name] for name in OF_AN_ARTICLE} for article in articles]
    keys = [_key(article, version) for article in known]
    with closing(_store(kept)) as store:
        missing = [number for number, key in enumerate(keys) if not _has(store, key)]
        made = _annotated([(known[number], codebook) for number in missing], scheduler)
        for start in range(0, len(missing), BATCH):
            with store:
                for number, rows in zip(missing[start : start + BATCH], made, strict=False):
                    written = compress(json.dumps(rows, ensure_ascii=False).encode(errors="surrogatepass"))
                    store.execute("INSERT OR REPLACE INTO annotated VALUES (?, ?)", (keys[number], written))
        for key in keys:
            ((written,),) = store.execute("SELECT rows FROM annotated WHERE article = ?", (key,))
            yield json.loads(decompress(written).decode(errors="surrogatepass"))


def annotate_article(article: dict, codebook: str | None = None) -> Rows:
    """The rows of each article-stage table for one row of table `articles`; figures and attributions as written.

    Raises AnalysisError where an analysis fails.
    """
    from analysis import attribution, figures, framing, language, sentiment

    rows: Rows = {}
    stages = {
        "sentences": lambda: language.of_article(article),
        "figures": lambda: figures.of_article(article, rows["sentences"]),
        "attributions": lambda: attribution.of_article(article, rows["sentences"]),
        "tone": lambda: sentiment.of_article(article, rows["sentences"], rows["attributions"]),
        "frames": lambda: framing.of_article(article, rows["sentences"], codebook),
        "hedges": lambda: framing.hedges_of_article(article, rows["sentences"]),
        "loaded": lambda: framing.loaded_of_article(article, rows["sentences"]),
    }
    for table, of_article in stages.items():
        try:
            rows[table] = of_article()
        except (MemoryError, OSError):  # the machine's fault, not the article's: what is kept must not say otherwise
            raise
        except Exception as problem:
            kind, told = type(problem).__name__, " ".join(str(problem).split())[:LONGEST]
            raise AnalysisError(f"failed in {table} with {kind}: {told} (article {article['article']})") from problem
    return rows


def _annotated(tasks: list[tuple[dict, str | None]], scheduler: str | None) -> Iterable[Rows]:
    if scheduler:
        yield from _on_cluster(tasks, scheduler)
    elif len(tasks) <= ONE_PROCESS:
        yield from map(_annotate_task, tasks)
    else:
        with ProcessPoolExecutor(os.cpu_count(), initializer=_end_with_parent) as pool:
            try:
                yield from pool.map(_annotate_task, tasks, chunksize=BATCH)
            except BrokenProcessPool as ended:
                raise WorkerError(
                    "the system ended a process that annotated articles, most often for want of memory; what was done "
                    "is kept: run again, with fewer other programs"
                ) from ended


def _end_with_parent() -> None:
    """Let this process end when the one that started it does: a killed one leaves none waiting for work."""

    def end() -> None:
        parent_process().join()
        os._exit(1)

    Thread(target=end, daemon=True).start()


def _on_cluster(tasks: list[tuple[dict, str | None]], scheduler: str) -> list[Rows]:
    try:
        from distributed import Client
    except ImportError as missing:
        raise ClusterError("a scheduler needs Dask: pip install 'parallax-news[cluster]'") from missing
    try:
        with Client(scheduler) as client:
            return client.gather(client.map(_annotate_task, tasks, batch_size=BATCH))
    except (OSError, ValueError) as problem:
        raise ClusterError(f"no Dask scheduler answers at {scheduler}: {problem}") from problem


def _annotate_task(task: tuple[dict, str | None]) -> Rows:
    try:
        return annotate_article(*task)
    except AnalysisError as failure:
        return {"rejected": [{"reason": str(failure)}]}


def _key(article: dict, version: str) -> str:
    return hashlib.sha256(json.dumps([article, version], sort_keys=True).encode()).hexdigest()


def _store(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(path, timeout=60)
    store.execute("CREATE TABLE IF NOT EXISTS annotated (article TEXT PRIMARY KEY, rows BLOB) WITHOUT ROWID")
    return store


def _has(store: sqlite3.Connection, key: str) -> bool:
    return store.execute("SELECT 1 FROM annotated WHERE article = ?", (key,)).fetchone() is not None
