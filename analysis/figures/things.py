"""What is counted: the things of things.csv that words name, and what is told of these."""

from functools import cache, lru_cache

from analysis.figures.clauses import Word, expression, rows, word_lists, words

TIMES = frozenset({"date", "period"})
# Behind these stands what a thing is for or in, and no longer what is counted: "investment in OpenAI".
ONWARD = frozenset({"of", "in", "into", "for", "from", "on", "to", "worth"})


def thing_of(word: Word, kind: str | None = None) -> str | None:
    """What things.csv says is counted by a word: by "killed" deaths; None for a word that it has not.

    With a kind of figure, what such a figure counts by it: "acquired" a price in money, a stake in percent.
    """
    listed, stems = _things()
    found = listed.get(word.lower) or stems.get(word.stem) or ()
    return next((thing for thing in found if kind is None or _counts(thing, kind)), None)


def role_of(word: Word, kind: str | None = None) -> str | None:
    """general, bearer, fate or state: the role in things.csv of what a word counts, if it has one."""
    return _column("role").get(thing_of(word, kind))


def kinds_of(thing: str | None) -> list[str]:
    """The kinds of figure that count a thing, times aside; none where any may."""
    kinds = _column("kinds").get(thing)
    return kinds.split("|") if kinds else []


@lru_cache(maxsize=10_000)
def things_in(phrase: str | None, kind: str | None = None) -> tuple[frozenset[str], frozenset[str]]:
    """The things of things.csv that a phrase names (of a kind, if given), and the stems of its other words, up to "of".

    General things are left out, and bearers where their fate is told: "passengers died" names deaths.
    """
    named, others = {}, set()
    for word in words(phrase or ""):
        if word.lower in ONWARD and (others or set(named.values()) - {"general"}):
            break
        if thing := thing_of(word, kind):
            named[thing] = _column("role").get(thing)
        elif word.lower not in word_lists()["function"] and word.lower not in word_lists()["change"]:
            others.add(word.stem)
    told = {"general"} if kind in TIMES else {"general", "state"}  # in 2029 a plant closed, but 300 plants are counted
    kept = {thing for thing, role in named.items() if role not in told}
    if "fate" in named.values():
        kept = {thing for thing in kept if named[thing] != "bearer"}
    return frozenset(kept), frozenset(others)


def bearers(things: frozenset[str]) -> bool:
    """Whether these are only bearers, of whom nothing is told: many numbers of patients meet in one story."""
    return all(_column("role").get(thing) == "bearer" for thing in things)


def states_in(phrase: str | None) -> frozenset[str]:
    """The states of things.csv that a phrase names: of "jobs cut" the cut."""
    listed, stems = _things()
    named = (listed.get(word.lower) or stems.get(word.stem) or () for word in words(phrase or ""))
    return frozenset(thing for things in named for thing in things if _column("role").get(thing) == "state")


def direction(phrase: str | None) -> str | None:
    """The way, up or down, of a phrase that tells a change; else None."""
    for word in words(phrase or ""):
        for way in ("up", "down"):
            if word.lower in word_lists()[way]:
                return way
    return None


def _counts(thing: str, kind: str) -> bool:
    """Whether figures of this kind count the thing."""
    kinds = kinds_of(thing)
    return not kinds or kind in kinds or (kind in TIMES and kinds != ["percent"])


@cache
def _column(name: str) -> dict[str, str]:
    """A column of things.csv, role or kinds, by thing."""
    return {row["thing"]: row[name] for row in rows("things.csv") if row[name]}


@cache
def _things() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Things by word, and by stem; of a word that names several, in the order of things.csv."""
    listed: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for row in rows("things.csv"):
        for word in row["words"].split():
            listed.setdefault(word.removeprefix("="), []).append(row["thing"])
            if not word.startswith("="):
                named = stems.setdefault("_".join(expression(word)), [])
                named += [row["thing"]] * (row["thing"] not in named)
    return listed, stems
