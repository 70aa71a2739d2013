"""Numbers that are no figures: names ("Boeing 737"), times of day, telephone and list numbers, style sheets."""

import re

from analysis.figures.grammar.time import calendar
from analysis.figures.grammar.tokens import HYPHENS, MARGIN, Tokens, is_tight, words

HIDDEN = re.compile(r"(?:https?://|www\.)\S+|\{[^{}\n]*\}")
SLASHED = frozenset((("24", "7"), ("9", "11"), ("20", "20")))  # names that look like fractions and dates
STARTS = frozenset('\n.!?:;“‘"')  # after these a capital says nothing
AROUND = 12  # words on either side that show whether a line is in title case


def hidden(text: str) -> list[tuple[int, int]]:
    """Addresses and rules of style sheets: stretches of a text in which nothing is a figure."""
    return [match.span() for match in HIDDEN.finditer(text)] if "://" in text or "{" in text or "www." in text else []


def name_at(tokens: Tokens, first: int) -> int | None:
    """The token after the number at a token if it is no figure, else None."""
    if tokens[first].text == "+" and tokens[first + 1].numeric and tokens[first + 2].numeric:
        return _past_numbers(tokens, first + 1)  # +44 20 7946 0958
    if after := _clock(tokens, first):
        return after
    if not tokens[first].numeric:
        return None
    return _time_of_day(tokens, first) or _item(tokens, first) or _in_a_word(tokens, first) or _numbered(tokens, first)


def _clock(tokens: Tokens, first: int) -> int | None:
    """Nine o'clock, half past six, (at) ten to five: times of day in words."""
    at = first + (tokens[first].word == "a")
    word = tokens[at].word
    if not (word in words("clock minutes") or word in words("clock hours") or tokens[at].text.isdecimal()):
        return None
    if tokens[first + 1].word == "o" and tokens[first + 3].word == "clock":
        return first + 4
    to = at + 1 + (tokens[at + 1].text in HYPHENS and tokens[at + 2].word == "five") * 2  # twenty-five
    to += tokens[to].word in ("minute", "minutes")
    hour = tokens[to + 1]
    if word not in words("clock minutes") or not (
        hour.word in words("clock hours") or (hour.text.isdecimal() and 0 < int(hour.text) <= 12)
    ):
        return None
    if tokens[to].word == "past":
        return to + 2
    before = tokens[first - 1 - (tokens[first - 1].word in ("about", "around", "just"))].word
    return to + 2 if tokens[to].word == "to" and before in ("at", "by", "until", "before", "after") else None


def _time_of_day(tokens: Tokens, first: int) -> int | None:
    """10:30, 2pm, 9 a.m., 1145 GMT."""
    last = first + 1
    while tokens[last].text == ":" and is_tight(tokens, last) and tokens[last + 1].numeric:
        last += 2
    if tokens[last].word in ("a", "p") and tokens[last + 1].text == "." and tokens[last + 2].word == "m":
        return last + 3
    hour = re.split("[.,]", tokens[first].text)[0]
    if tokens[last].text in ("am", "pm", "AM", "PM") and len(hour) <= 2 and int(hour) <= 24:
        return last + 1
    zoned = tokens[last].text in words("time zone") and not tokens[last].glued
    return last + zoned if zoned or last > first + 1 else None


def chain_at(tokens: Tokens, first: int) -> int | None:
    """The token after a telephone number or another chain of groups of digits, 24/7 or 9/11; None without one."""
    token, after = tokens[first], tokens[first + 1]
    if not token.numeric:
        return None
    if token.text[0] == "0" and token.text.isdecimal() and len(token.text) > 2:
        return _past_numbers(tokens, first)
    if tokens[first - 1].text == "(" and after.text == ")" and tokens[first + 3].text in HYPHENS:
        return first + 5  # (212) 555-0100
    last, groups = first + 1, [token.text]
    while tokens[last].text in "-–./)" and is_tight(tokens, last) and tokens[last + 1].numeric:
        groups.append(tokens[last + 1].text)
        last += 2
    named = tuple(groups) in SLASHED and after.text == "/"
    telephone = [len(group) for group in groups] == [3, 4]
    return last if named or telephone or len(groups) > 2 else None


def _past_numbers(tokens: Tokens, first: int) -> int:
    while tokens[first].numeric:
        first += 1
    return first


def _item(tokens: Tokens, first: int) -> int | None:
    """Numbers of a list, of notes and of pages: "1. ", "(2)", "[3]", "growth.4"."""
    before, token, after = tokens[first - 1 : first + 2]
    short, enclosed = len(token.text) <= 2, before.text + after.text
    listed = before.word == "\n" and after.glued and after.text in ".)"
    if listed and short and not tokens[first + 2].glued and tokens[first + 2].word not in calendar("month"):
        return first + 1
    if enclosed == "[]" or (enclosed == "()" and short and tokens[first - 2].word == "\n"):
        return first + 1
    headed = before.word == after.word == "\n" and short and len(tokens) > 2 * MARGIN + 1  # a number alone on its line
    valued = before.text in "\"'" and tokens[first - 2].text == "="  # id="12" of a left-over tag
    note = before.text == "." and before.glued and token.glued
    return first + 1 if headed or valued or note or before.text in "#@_\\" else None


def _in_a_word(tokens: Tokens, first: int) -> int | None:
    """Numbers that are part of a word: GPT-4, F-16, A320, 3D, 5G, 12px."""
    before, token, after = tokens[first - 1 : first + 2]
    if token.glued and before.word.isalpha() and before.word not in words("before glued"):
        return first + 1
    lead = tokens[first - 2].word
    hyphened = before.text in HYPHENS and is_tight(tokens, first - 1)
    if hyphened and lead.isalpha() and lead not in words("before hyphen"):
        return first + 1
    named = after.word in words("after glued name") or token.text + after.word in words("glued names")
    return first + 2 if after.glued and named else None


def _numbered(tokens: Tokens, first: int) -> int | None:
    """Numbers that tell apart things of a kind: Boeing 737, page 12, No. 3, 221 Baker Street."""
    before, after = tokens[first - 1], tokens[first + 1]
    model = tokens[first].text in words("named numbers") and after.text not in "%$"
    number = before.text == "." and tokens[first - 2].word in ("no", "nos")
    kind = before.word in words("numbered") or (before.word in words("numbered named") and before.text != before.word)
    called = tokens[first].text in words("emergency") and after.word in (
        "call",
        "calls",
        "caller",
        "callers",
        "operator",
    )
    house = after.capital and any(tokens[first + step].word in words("street") for step in (2, 3))
    return first + 1 if model or number or kind or called or house else None


def named_number(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a bare number is part of the name beside it: "Microsoft 365", "Voyager 2", "the Group of Seven"."""
    if tokens[first].word.isalpha():
        return _is_named_by_word(tokens, first, last)
    before = tokens[first - 1]
    if not before.capital or not before.word.isalpha() or before.word in words("function"):
        return False
    if tokens[first - 2].text in STARTS:
        return not tokens[last].word.isalpha()
    return not _in_title_case(tokens, first)


def _is_named_by_word(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number word is part of a name: "the Group of Seven", "the Big Four", "the Six Nations"."""
    before = tokens[first - 1]
    if not tokens[first].capital or before.text in STARTS:
        return False
    named = tokens[last].capital or before.capital or (before.word == "of" and tokens[first - 2].capital)
    return named and not _in_title_case(tokens, first)


def _in_title_case(tokens: Tokens, at: int) -> bool:
    """Whether the words of the line around a token are written with capitals, as in a headline."""
    capitals = small = 0
    for step in (-1, 1):
        for near in range(at + step, at + step * AROUND, step):
            if not 0 <= near < len(tokens) or tokens[near].word == "\n":
                break
            word = tokens[near].text
            if word.isalpha() and len(word) > 3:
                capitals += word[0].isupper()
                small += word[0].islower()
    return capitals > 2 * small
