"""Numbers that are no figures: names ("Boeing 737"), times of day, telephone and list numbers, style sheets."""

import re

from analysis.figures.grammar.time import calendar
from analysis.figures.grammar.tokens import HYPHENS, Tokens, words

HIDDEN = re.compile(r"(?:https?://|www\.)\S+|\{[^{}\n]*\}")
STYLE = frozenset(["px", "em", "rem", "vh", "vw"])
NAMED = frozenset(("2G", "3G", "4G", "5G", "6G", "4K", "8K"))
OF_DAY = frozenset(["am", "pm"])


def hidden(text: str) -> list[tuple[int, int]]:
    """Addresses and rules of style sheets: stretches of a text in which nothing is a figure."""
    return [match.span() for match in HIDDEN.finditer(text)] if "://" in text or "{" in text or "www." in text else []


def name_at(tokens: Tokens, first: int) -> int | None:
    """The token after the number at token first if it is no figure, else None."""
    if tokens[first].text == "+" and tokens[first + 1].numeric and tokens[first + 2].numeric:
        return _past_numbers(tokens, first + 1)  # +44 20 7946 0958
    if not tokens[first].numeric:
        return None
    return _time_of_day(tokens, first) or _item(tokens, first) or _glued(tokens, first) or _numbered(tokens, first)


def _time_of_day(tokens: Tokens, first: int) -> int | None:
    """10:30, 2pm, 9 a.m."""
    last = first + 1
    while tokens[last].text == ":" and tokens[last].glued and tokens[last + 1].numeric and tokens[last + 1].glued:
        last += 2
    halves = tokens[last].word in ("a", "p") and tokens[last + 1].text == "." and tokens[last + 2].word == "m"
    if halves:
        return last + 3
    if tokens[last].text in words("time zone") and not tokens[last].glued:
        return last + 1
    small = len(tokens[first].text) <= 5 and tokens[first].text[:2].rstrip(".,").isdecimal()
    if (
        tokens[last].word in OF_DAY
        and small
        and tokens[last].text in ("am", "pm", "AM", "PM")
        and float(tokens[first].text.replace(",", ".").split(".")[0]) <= 24
    ):
        return last + 1
    return last if last > first + 1 else None


def chain_at(tokens: Tokens, first: int) -> int | None:
    """The token after a telephone number or another chain of groups of digits, 24/7 or 9/11; None without one."""
    if not tokens[first].numeric:
        return None
    if tokens[first].text[0] == "0" and tokens[first].text.isdecimal() and len(tokens[first].text) > 2:
        return _past_numbers(tokens, first)
    if tokens[first - 1].text == "(" and tokens[first + 1].text == ")" and tokens[first + 3].text in HYPHENS:
        return first + 5  # (212) 555-0100
    last, groups = first + 1, [tokens[first].text]
    while tokens[last].text in "-–./) " and tokens[last].glued and tokens[last + 1].numeric and tokens[last + 1].glued:
        groups.append(tokens[last + 1].text)
        last += 2
    if tuple(groups) in (("24", "7"), ("9", "11"), ("20", "20")) and tokens[first + 1].text == "/":
        return last
    long = (
        sum(map(len, groups)) >= 7
        and len(groups) > 1
        and all(len(group) >= 3 or k == 0 for k, group in enumerate(groups))
    )
    return last if len(groups) > 2 or (long and len(groups[0]) == 3 and len(groups[1]) == 4) else None


def _past_numbers(tokens: Tokens, first: int) -> int:
    while tokens[first].numeric:
        first += 1
    return first


def _item(tokens: Tokens, first: int) -> int | None:
    """Numbers of a list, of notes and of pages: "1. ", "(2)", "[3]", "growth.4"."""
    before, after = tokens[first - 1], tokens[first + 1]
    if (
        before.word == "\n"
        and len(tokens[first].text) <= 2
        and after.glued
        and after.text in ".)"
        and not tokens[first + 2].glued
        and tokens[first + 2].word not in calendar("month")
    ):
        return first + 1
    enclosed = before.text + after.text
    if enclosed == "[]" or (enclosed == "()" and tokens[first - 2].word == "\n" and len(tokens[first].text) <= 2):
        return first + 1
    note = before.text == "." and before.glued and tokens[first].glued
    return first + 1 if note or before.text in "#@_\\" else None


def _glued(tokens: Tokens, first: int) -> int | None:
    """Numbers that are part of a word: GPT-4, F-16, A320, 3D, 12px."""
    before, token, after = tokens[first - 1], tokens[first], tokens[first + 1]
    if token.glued and before.word.isalpha() and before.word not in words("before glued"):
        return first + 1
    if (
        token.glued
        and before.text in HYPHENS
        and before.glued
        and tokens[first - 2].word.isalpha()
        and tokens[first - 2].word not in words("before hyphen")
    ):
        return first + 1
    if after.glued and (after.word in words("after glued name") or token.text + after.text in NAMED):
        return first + 2
    return first + 2 if after.word in STYLE and after.glued else None


def _numbered(tokens: Tokens, first: int) -> int | None:
    """Numbers that tell apart things of a kind: Boeing 737, page 12, Microsoft 365, World War 2."""
    if tokens[first].text in words("named numbers") and tokens[first + 1].text not in "%$":
        return first + 1
    before = tokens[first - 1]
    if before.text == "." and tokens[first - 2].word in ("no", "nos"):
        return first + 1
    if before.word in words("numbered") or (before.word in words("numbered named") and before.text != before.word):
        return first + 1
    if tokens[first + 1].capital and any(tokens[first + step].word in words("street") for step in (2, 3)):
        return first + 1
    return None


def named_number(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a bare number is part of the name before it: "Microsoft 365", "Voyager 2"."""
    before = tokens[first - 1]
    if tokens[first].word.isalpha():
        return _is_named_by_word(tokens, first, last)
    if not before.capital or not before.word.isalpha() or before.word in words("function"):
        return False
    start = tokens[first - 2]
    if start.word == "\n" or start.text in '.!?:;“"':
        return not tokens[last].word.isalpha()
    return not _in_title_case(tokens, first)


def _is_named_by_word(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number word is part of a name: "the Group of Seven", "the Big Four", "the Six Nations"."""
    before = tokens[first - 1]
    if not tokens[first].capital or before.word == "\n" or before.text in '.!?:;“"‘':
        return False
    named = tokens[last].capital or before.capital or (before.word == "of" and tokens[first - 2].capital)
    return named and not _in_title_case(tokens, first)


def _in_title_case(tokens: Tokens, at: int) -> bool:
    """Whether the words of the line around a token are written with capitals, as in a headline."""
    capitals = small = 0
    for step in (-1, 1):
        for near in range(at + step, at + step * 12, step):
            if not 0 <= near < len(tokens) or tokens[near].word == "\n":
                break
            word = tokens[near].text
            if word.isalpha() and len(word) > 3:
                capitals += word[0].isupper()
                small += word[0].islower()
    return capitals > 2 * small
