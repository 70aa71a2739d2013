"""Attribution: credited here, told as the article's own there, or credited to somebody else."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from math import sqrt
from typing import TYPE_CHECKING

from analysis.comparison.differences.lexicon import lexicon
from analysis.comparison.differences.pairs import ALIKE, Finding, Pair
from analysis.comparison.differences.ranking import UNNAMED
from analysis.comparison.differences.told import COMMON, Credit, Told, Word, concepts, concepts_of
from analysis.comparison.saying import SAID
from analysis.comparison.word_classes import word_class
from analysis.language import words

if TYPE_CHECKING:
    import pandas as pd

MARKED = 6  # words that are marked where a credit is missing
RELATED = 0.2  # score of a match from which what an unnamed source tells otherwise makes a difference in source
SAME = 5  # content words that tell a statement from others like it
FACTS = ("value", "time", "certainty", "polarity", "scope")  # kinds of differences in what is told, not by whom
CUES, QUOTES = word_class("cue"), frozenset('"“”„«»')
OUTLETS = "outlet"  # type of source: by what it says it reports, by what it knows it does not say how
ONE_SIDED, FIGURE = "credited against uncredited", "figure credited against uncredited"
OUTLET, OTHERS = "outlet credited against none", "same words credited to others"
WEIGHTS = {ONE_SIDED: 0.58, FIGURE: 0.75, OUTLET: 0.85, OTHERS: 0.85, UNNAMED: 0.8}
PLAIN = 0.9  # weight of an unnamed source against what is told as known, which may be of something else
CONTRADICTED = 0.5  # how sure an unnamed source is set against another by a difference in what they tell


def credits_of(attributions: "pd.DataFrame") -> dict[str, list[Credit]]:
    """The credits of table `attributions`, by article: what is said or reported by a source that is given."""
    found: dict[str, list[Credit]] = defaultdict(list)
    said = attributions["kind"].isin(SAID) | (attributions["source_type"] == OUTLETS)
    for row in attributions[said].to_dict("records"):
        if row["source_spans"] and row["content_spans"]:
            content = row["content_spans"][0][0], row["content_spans"][-1][1]
            outlet, name = (row[column] if isinstance(row[column], str) else None for column in ("origin", "source"))
            who = (
                concepts_of(row["source_text"]) or concepts_of(name or "")
            ) - COMMON  # of "she", whom that stands for
            found[row["article"]].append(Credit(tuple(row["source_spans"][0]), content, who, outlet, _has_no_name(row)))
    return found


def _has_no_name(row: dict) -> bool:
    """Whether a credit is to somebody or something that readers cannot look up: "the Echo understands"."""
    if row["source_type"] == OUTLETS:
        return row["kind"] not in SAID
    if row["source_type"] not in ("unnamed", "document"):
        return False
    return any(hit.row["form"] == "source" for hit in lexicon("unnamed").find(words(row["source_text"])))


def find(pair: Pair, apart: Collection[Finding] = ()) -> Iterator[Finding]:
    """At most one finding: who is credited with what both sentences tell, or that one rests on an unnamed source.

    apart: in what else the sentences differ. What an unnamed source tells otherwise is a difference in source too; that
    what only one sentence tells is credited there goes without saying. Headlines have no room for credits.
    """
    if pair.a.is_headline or pair.b.is_headline:
        return
    ours, theirs = _main(pair.a), _main(pair.b)
    apart = [finding for finding in apart if finding.kind in FACTS]
    if {_is_unnamed(pair.a), _is_unnamed(pair.b)} == {True, False}:
        rule, sure = UNNAMED, _sure_of_unnamed(pair, apart)
    else:
        rule = None if apart else _rule(pair, ours, theirs)
        sure = WEIGHTS[rule] * sqrt(pair.score * pair.alike(*_contents(pair, ours, theirs))) if rule else 0.0
    if rule and pair.shared:
        a, b = (_marked(*side) for side in zip((pair.a, pair.b), (ours, theirs), pair.shared, strict=True))
        yield Finding("attribution", rule, a, b, sure)


def _sure_of_unnamed(pair: Pair, apart: list[Finding]) -> float:
    weight = WEIGHTS[UNNAMED] if _main(pair.a) and _main(pair.b) else WEIGHTS[UNNAMED] * PLAIN
    sure = weight * sqrt(pair.score * min(1.0, ALIKE * pair.likeness))
    facts = (finding for finding in apart if finding.kind != "certainty")  # who has no name is seldom certain
    contradicted = pair.score >= RELATED and any(_is_told_by_unnamed(pair, finding) for finding in facts)
    return max(sure, CONTRADICTED) if contradicted else sure


def _is_told_by_unnamed(pair: Pair, finding: Finding) -> bool:
    """Whether a difference lies in what the unnamed source of one of the sentences tells."""
    told, start = (pair.a, finding.a[0]) if _is_unnamed(pair.a) else (pair.b, finding.b[0])
    credit = _main(told)
    return not credit or credit.content[0] <= start < credit.content[1]


def _rule(pair: Pair, ours: Credit | None, theirs: Credit | None) -> str | None:
    """By which rule the credits differ, if they do."""
    if not (ours or theirs) or _is_named(pair.a, ours, pair.b) or _is_named(pair.b, theirs, pair.a):
        return None
    if ours and theirs:
        same = frozenset.intersection(*map(concepts, _contents(pair, ours, theirs)))
        are_named = _has_name(pair.a, ours) and _has_name(pair.b, theirs)
        may_be_one = ours.who & theirs.who or _known(pair.a, ours) & theirs.who or _known(pair.b, theirs) & ours.who
        return OTHERS if len(same) >= SAME and are_named and not may_be_one else None
    if not _is_plain(pair.b if ours else pair.a):
        return None
    if (ours or theirs).outlet:
        return OUTLET
    figures, others = ({figure.value for figure in told.quantities} for told in (pair.a, pair.b))
    return FIGURE if figures & others else ONE_SIDED


def _is_plain(told: Told) -> bool:
    """Whether a sentence is the article's own: no part of what it quotes or credits, in that sentence or another."""
    held = any(credit.content[0] < told.end and told.start < credit.content[1] for credit in told.credits)
    return not (held or set(told.text) & QUOTES or any(word.stem in CUES for word in told.words))


def _has_name(told: Told, credit: Credit) -> bool:
    """Whether a source is written with its name; whom "he" stands for is too unsure to tell it from another."""
    first, last = credit.source
    return any(word.content and not word.is_common for word in told.words if first <= word.start < last)


def _known(told: Told, credit: Credit) -> frozenset[str]:
    """What the story says beside the name of a source: whose lawyer he is."""
    first, last = credit.source
    held = (told.names.get(word.lower, frozenset()) for word in told.words if first <= word.start < last)
    return frozenset().union(*held)


def _contents(pair: Pair, *credits: Credit | None) -> list[list[Word]]:
    """The words of both sentences that are credited; all of one that gives no credit."""
    held = []
    for told, credit in zip((pair.a, pair.b), credits, strict=True):
        first, last = credit.content if credit else (told.start, told.end)
        held.append([word for word in told.words if first <= word.start < last])
    return held


def _is_unnamed(told: Told) -> bool | None:
    """Whether a sentence rests on an unnamed source; None where it leaves that open: "reportedly"."""
    main = _main(told)
    if main and main.is_unnamed or any(hit.row["form"] == "phrase" for hit in told.hits("unnamed")):
        return True
    return None if any(hit.row["certainty"] == "reported" for hit in told.hits("certainty")) else False


def _marked(told: Told, credit: Credit | None, shared: tuple[int, int]) -> tuple[int, int]:
    """The characters of the source, or the first words of what a sentence tells without one."""
    first, last = shared
    return credit.source if credit else told.span(first, min(last, first + MARKED))


def _main(told: Told) -> Credit | None:
    """The credit for most of a sentence, given in it."""
    return max(told.own_credits, key=lambda credit: credit.content[1] - credit.content[0], default=None)


def _is_named(told: Told, credit: Credit | None, other: Told) -> bool:
    """Whether the other sentence has a word of who is credited in this one, or its article credits the same outlet."""
    if not credit:
        return False
    first, last = credit.source
    source = {word.stem for word in told.words if first <= word.start < last and word.content}
    elsewhere = credit.outlet and any(credit.outlet == own.outlet for own in other.credits)
    return bool(elsewhere or source & {word.stem for word in other.words})
