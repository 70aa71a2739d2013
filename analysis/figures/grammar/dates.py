"""Single days: "March 5, 2025", "5 March", "2025-03-05", "last Friday", "the second Monday of next month"."""

from calendar import monthrange
from datetime import date

from analysis.figures.grammar.days import DAY, Days, around, day, week
from analysis.figures.grammar.numbers import DENOMINATORS, number_at, ordinal_at
from analysis.figures.grammar.time import Time, Tokens, calendar, placed, tense_at, unsure, valid_year
from analysis.figures.grammar.tokens import words

DATE_SIGNS = frozenset("-/.‐‑–")
OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])
SHORT = 3  # letters of abbreviated months and weekdays that need a sign of time beside them


def date_at(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The single day that starts at token first."""
    token = tokens[first]
    if token.numeric:
        return _numeric(tokens, first, today) or _day_month(tokens, first, today)
    if token.word in calendar("month"):
        return _month_day(tokens, first, today)
    if token.word in calendar("weekday"):
        return _weekday(tokens, first, today)
    if token.word in calendar("relative day"):
        return _single(first, first + 1, today and around(today, "day", int(calendar("relative day")[token.word])))
    return _day_month(tokens, first, today) or _relative_day(tokens, first, today)


def _single(first: int, last: int, days: Days | None) -> Time:
    return Time(first, last, "day", days)


def month_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The month that a token names, and the token after it, past its full stop where a day or year follows."""
    month = calendar("month").get(tokens[at].word)
    if month is None:
        return None
    short = len(tokens[at].word) <= 4 and tokens[at + 1].text == "." and tokens[at + 2].numeric
    return int(month), at + 1 + short


def year_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The year that stands at a token: 2019, '99, or in words, "nineteen seventy eight"."""
    token = tokens[at]
    if token.numeric:
        number = int(token.text) if token.text.isdecimal() and len(token.text) == 4 else 0
        return (number, at + 1) if number >= 1000 and valid_year(number) else None
    if token.text in "'’‘" and tokens[at + 1].numeric and tokens[at + 1].glued and len(tokens[at + 1].text) == 2:
        return _full_year(int(tokens[at + 1].text)), at + 2
    number = number_at(tokens, at)
    if number is None or number.value is None or not number.spelled:
        return None
    if number.value in (18, 19, 20):
        at = number.last + (tokens[number.last].word == "hundred")
        zero = tokens[at].word in ("zero", "oh", "o")
        rest = number_at(tokens, at + zero)
        if rest and rest.spelled and rest.value is not None and 0 < rest.value < 100:
            return int(number.value * 100 + rest.value), rest.last
    return (int(number.value), number.last) if 1000 <= number.value <= 2100 else None


def _full_year(number: int) -> int:
    return number + (2000 if number < 50 else 1900)


def day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A day of the month: "5", "5th", "fifth", "twenty one"."""
    found = ordinal_at(tokens, at) or number_at(tokens, at, joined=False)
    if found is None or found.value is None or not 1 <= found.value <= 31 or found.value != int(found.value):
        return None
    if tokens[at].numeric and len(tokens[at].text) > 2:
        return None
    return int(found.value), found.last


def dated(tokens: Tokens, first: int, last: int, number: int, month: int, today: date | None) -> Time:
    """A day of a month with the year that follows, or else the year it most likely means."""
    at = last + (tokens[last].text == "," or tokens[last].word == "of")
    year = year_at(tokens, at)
    if year is None and tokens[last].text == "," and tokens[last + 1].text in "'’":
        year = year_at(tokens, last)

    def of_year(number_of_year: int) -> Days | None:
        try:
            return day(date(number_of_year, month, number))
        except ValueError:
            return None

    if year:
        return Time(first, year[1], "day", of_year(year[0]))
    if tokens[last].word in words("event"):
        return Time(first, last, "day")  # the Jan. 6 attack: of a year the reader knows
    return Time(first, last, "day", placed(of_year, today, tense_at(tokens, first)), of_year)


def _month_day(tokens: Tokens, first: int, today: date | None) -> Time | None:
    month, at = month_at(tokens, first)
    if (
        tokens[at].text in ("-", "/")
        and tokens[at].glued
        and tokens[at + 1].glued
        and tokens[at + 1].numeric
        or tokens[at].word == "the"
    ):
        at += 1
    found = day_number(tokens, at)
    if found is None or (tokens[found[1]].word in ("%", "percent", "per", "million", "billion", ":")):
        return None
    if (
        tokens[first].word == "may"
        and not tokens[first].capital
        and not tokens[at].numeric
        and tokens[at - 1].word != "the"
    ):
        return None
    return dated(tokens, first, found[1], found[0], month, today)


def _day_month(tokens: Tokens, first: int, today: date | None) -> Time | None:
    start = first + (tokens[first].word == "the")
    found = day_number(tokens, start)
    if found is None:
        return None
    number, at = found
    at += tokens[at].text in (".", "-") and tokens[at + 1].word in calendar("month")
    at += tokens[at].word in ("of", "day") and tokens[at + 1].word in calendar("month")
    month = month_at(tokens, at)
    if month is None:
        return _day_of_step(tokens, first, at, number, today)
    if (
        tokens[at].word in unsure()
        and not tokens[at].capital
        and tokens[at - 1].word != "of"
        and tokens[at].word == "may"
    ):
        return None
    return dated(tokens, first, month[1], number, month[0], today)


def _day_of_step(tokens: Tokens, first: int, at: int, number: int, today: date | None) -> Time | None:
    """The 20th of next month."""
    at += tokens[at].word == "of"
    step = calendar("step").get(tokens[at].word)
    if step is None or tokens[at + 1].word != "month":
        return None
    start = today and around(today, "month", int(step)).low
    known = start and number <= monthrange(start.year, start.month)[1]
    return _single(first, at + 2, day(start.replace(day=number)) if known else None)


def _numeric(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Dates in digits, day first or month first as the numbers allow; month first where both do."""
    parts, last = tokens[first].text.split("."), first + 1
    if len(parts) == 1:
        sign = tokens[first + 1].text
        if sign not in DATE_SIGNS or sign == "." or not tokens[first + 1].glued:
            return None
        parts, last = _signed_parts(tokens, first, sign)
    if len(parts) == 2 and tokens[first + 1].text == "/":
        return _month_and_day(tokens, first, last, *parts, today)
    if len(parts) != 3 or not all(parts) or any(len(part) > 4 for part in parts):
        return None
    named = calendar("month").get(parts[1].lower())
    if not all(part.isdecimal() for part in (parts[0], named or parts[1], parts[2])):
        return None
    one, two, three = int(parts[0]), int(named or parts[1]), int(parts[2])
    if len(parts[0]) == 4:
        year, month, number = one, two, three
    elif len(parts[2]) in (2, 4):
        year = three if len(parts[2]) == 4 else _full_year(three)
        month, number = (two, one) if one > 12 or named or "." in tokens[first].text else (one, two)
    else:
        return None
    try:
        return _single(first, last, day(date(year, month, number)))
    except (ValueError, OverflowError):
        return None


def _month_and_day(tokens: Tokens, first: int, last: int, one: str, two: str, today: date | None) -> Time | None:
    """4/22 or 22/4; no fraction (3/4), and not 24/7 or 9/11."""
    if not (one.isdecimal() and two.isdecimal() and len(one) <= 2 and len(two) <= 2) or (one, two) == ("9", "11"):
        return None
    month, number = (int(one), int(two)) if int(one) <= 12 else (int(two), int(one))
    if (
        not (1 <= month <= 12 and 1 <= number <= 31)
        or (int(one) < int(two) in DENOMINATORS)
        or (one, two) == ("24", "7")
    ):
        return None
    return dated(tokens, first, last, number, month, today)


def _signed_parts(tokens: Tokens, first: int, sign: str) -> tuple[list[str], int]:
    """The parts of a date such as 2019-09-01, and the token after it."""
    parts, at = [tokens[first].text], first + 1
    while len(parts) < 4 and tokens[at].text in (sign, ",") and tokens[at].glued and tokens[at + 1].glued:
        parts.append(tokens[at + 1].text)
        at += 2
    return parts, at


def _weekday(tokens: Tokens, first: int, today: date | None) -> Time | None:
    token = tokens[first]
    number = int(calendar("weekday")[token.word])
    last = (
        first
        + 1
        + (
            len(token.word) <= 5
            and token.word in unsure()
            and tokens[first + 1].text == "."
            and tokens[first + 1].glued
        )
    )
    at = last + (tokens[last].text == "," or tokens[last].word == "the")
    full = None
    if tokens[at].word in calendar("month"):
        full = _month_day(tokens, at, today)
    elif at > last or tokens[at].numeric:
        full = _numeric(tokens, at, today) or _day_month(tokens, at, today) if tokens[at].word != "\n" else None
        full = full or (_ordinal_day(tokens, at, today) if tokens[last].word == "the" else None)
    if full:
        full.first = first
        return full
    if token.word in unsure() and not (
        token.capital
        and tokens[first - 1].word in ("on", "last", "next", "this", ",", "from", "to", "until", "till", "and", "-")
    ):
        return None
    step, last = _week_step(tokens, last)
    if today is None:
        return _single(first, last, None)
    if step is not None:
        return _single(first, last, day(week(today).low + (7 * step + number) * DAY))
    return _single(first, last, day(nearest_weekday(today, number, tense_at(tokens, first) == "ahead")))


def _week_step(tokens: Tokens, last: int) -> tuple[int | None, int]:
    """The week named after a weekday: "Friday next week", "Sunday of last week"."""
    at = last + (tokens[last].word == "of")
    step = calendar("step").get(tokens[at].word)
    if step is not None and tokens[at + 1].word == "week":
        return int(step), at + 2
    return None, last


def nearest_weekday(today: date, number: int, ahead: bool) -> date:
    back = (today.weekday() - number) % 7
    return today - back * DAY if not ahead else today + (-back % 7 or 7 * (back > 0)) * DAY


def _ordinal_day(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """A day known by its number alone: "the 27th"."""
    found = day_number(tokens, first)
    if found is None:
        return None
    number, last = found
    if today is None:
        return _single(first, last, None)
    for step in range(0, -4, -1):
        month = around(today, "month", step).low
        try:
            candidate = month.replace(day=number)
        except ValueError:
            continue
        if candidate <= today:
            return _single(first, last, day(candidate))
    return None


def _relative_day(tokens: Tokens, first: int, today: date | None) -> Time | None:
    at = first + (tokens[first].word == "the")
    word = tokens[at].word
    if word == "day" and tokens[at + 1].word in ("after", "before"):
        step = 1 if tokens[at + 1].word == "after" else -1
        named = calendar("relative day").get(tokens[at + 2].word)
        return _single(first, at + 3, today and around(today, "day", step + int(named))) if named else None
    if word in ("on", "since", "until", "for"):
        start = at + 1 + (tokens[at + 1].word == "the")
        found = _ordinal_day(tokens, start, today) if ordinal_at(tokens, start) else None
        if found:
            found.first = at + 1
        return found if found and tokens[found.last].text in "\n.,;!?)" else None
    step = calendar("step").get(word)
    if step is not None:
        number = calendar("weekday").get(tokens[at + 1].word)
        if number is not None:
            days = today and day(week(today).low + (7 * int(step) + int(number)) * DAY)
            return _single(at if word in ("past", "coming") else first, at + 2, days)
        if tokens[at + 1].word in OF_DAY and word in ("last", "this"):
            return _single(at, at + 2, today and day(today - (word == "last") * DAY))
        if (
            step is not None
            and tokens[at + 1].word == "week"
            and (number := calendar("weekday").get(tokens[at + 2].word))
        ):
            return _single(first, at + 3, today and day(week(today).low + (7 * int(step) + int(number)) * DAY))
        if tokens[at + 1].word == "day" and word in ("next", "following", "previous"):
            return _single(first, at + 2, None)
    return _nth_weekday(tokens, at, first, today)


def _nth_weekday(tokens: Tokens, at: int, first: int, today: date | None) -> Time | None:
    """The second Monday of a month."""
    nth = ordinal_at(tokens, at)
    if nth is None or not nth.spelled or not 1 <= nth.value <= 5:
        return None
    number = calendar("weekday").get(tokens[nth.last].word)
    if number is None or tokens[nth.last + 1].word not in ("of", "in"):
        return None
    at = nth.last + 2
    step, month = calendar("step").get(tokens[at].word), month_at(tokens, at)

    def in_month(start: date) -> Days | None:
        found = start + ((int(number) - start.weekday()) % 7 + 7 * (int(nth.value) - 1)) * DAY
        return day(found) if found.month == start.month else None

    if step is not None and tokens[at + 1].word == "month":
        return _single(first, at + 2, today and in_month(around(today, "month", int(step)).low))
    if month is None:
        return None
    year = year_at(tokens, month[1])
    if year:
        return _single(first, year[1], in_month(date(year[0], month[0], 1)))
    return _single(
        first, month[1], placed(lambda year: in_month(date(year, month[0], 1)), today, tense_at(tokens, first))
    )
