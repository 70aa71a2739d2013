"""Single days: "March 5, 2025", "5 March", "2025-03-05", "last Friday", "the second Monday of next month"."""

from calendar import monthrange
from datetime import date

from analysis.figures.grammar.days import DAY, Days, around, day, week
from analysis.figures.grammar.fractions import DENOMINATORS
from analysis.figures.grammar.months import month_at
from analysis.figures.grammar.names import SLASHED
from analysis.figures.grammar.numbers import number_at, ordinal_at
from analysis.figures.grammar.time import APOSTROPHES, Time, counted, tense_at, unsure, yearless
from analysis.figures.grammar.tokens import Tokens, is_tight, past, words
from analysis.figures.grammar.years import full_year, year_at

SIGNS = frozenset("-/‐‑–")
TIMES_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))


def date_at(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The single day that starts at a token."""
    token = tokens[first]
    if token.numeric:
        return _in_digits(tokens, first, today) or _day_month(tokens, first, today)
    if token.word in counted("month"):
        return _month_day(tokens, first, today)
    if token.word in counted("weekday"):
        return _weekday(tokens, first, today)
    if token.word in counted("relative day"):
        if token.capital and tokens[first - 1].capital:
            return None  # USA Today
        return _single(first, first + 1, today and around(today, "day", counted("relative day")[token.word]))
    if token.word in ("on", "since", "until", "for"):
        return _day_alone(tokens, first + 1, today)
    return (
        _day_month(tokens, first, today)
        or _beside_today(tokens, first, today)
        or _stepped(tokens, first, today)
        or _nth_weekday(tokens, first, today)
    )


def _single(first: int, last: int, days: Days | None) -> Time:
    return Time(first, last, "day", days)


def day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A day of the month, and the token after it: "5", "5th", "fifth", "twenty one"."""
    if tokens[at].numeric and len(tokens[at].text) > 2:
        return None
    found = ordinal_at(tokens, at) or number_at(tokens, at, joined=False)
    if found is None or found.value is None or not 1 <= found.value <= 31 or found.value != int(found.value):
        return None
    return int(found.value), found.last


def _dated(tokens: Tokens, first: int, last: int, number: int, month: int, today: date | None) -> Time:
    """A day of a month, of the year that follows or else the one it most likely means."""
    marked = tokens[last].text == "," and tokens[last + 1].text not in APOSTROPHES
    year = year_at(tokens, past(tokens, last + marked, "of"))

    def of_year(number_of_year: int) -> Days | None:
        known = number <= monthrange(number_of_year, month)[1]
        return day(date(number_of_year, month, number)) if known else None

    if year:
        return _single(first, year[1], of_year(year[0]))
    if not words("event").isdisjoint((tokens[last].word, tokens[last + 1].word)):
        return _single(first, last, None)  # the Jan. 6 attack: of a year that the reader knows
    return yearless(tokens, first, last, "day", of_year, today)


def _month_day(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """March 5, 2025; Oct-2; September the twenty-first. "It may two" is none, nor "March 5 percent"."""
    month, at = month_at(tokens, first)
    at += tokens[at].word == "the" or (tokens[at].text in SIGNS and is_tight(tokens, at) and tokens[at + 1].numeric)
    found = day_number(tokens, at)
    if found is None or tokens[found[1]].word in words("after count") or tokens[found[1]].text == ":":
        return None
    verb = tokens[first].text == "may" and not tokens[at].numeric and tokens[at - 1].word != "the"
    return None if verb else _dated(tokens, first, found[1], found[0], month, today)


def _day_month(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """5 March 2025; the tenth of September; 16. Nov.; the 20th of next month."""
    found = day_number(tokens, past(tokens, first, "the"))
    if found is None:
        return None
    number, last = found
    at = past(tokens, last, ".", "-", "of", "day")
    month = month_at(tokens, at) or month_at(tokens, past(tokens, at, "of"))
    if month is None:
        return _day_of_step(tokens, first, past(tokens, last, "of"), number, today)
    verb = tokens[at].text == "may" and at == last
    return None if verb else _dated(tokens, first, month[1], number, month[0], today)


def _day_of_step(tokens: Tokens, first: int, at: int, number: int, today: date | None) -> Time | None:
    step = counted("step").get(tokens[at].word)
    if step is None or tokens[at + 1].word != "month":
        return None
    start = today and around(today, "month", step).low
    known = start and number <= monthrange(start.year, start.month)[1]
    return _single(first, at + 2, day(start.replace(day=number)) if known else None)


def _in_digits(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Dates in digits, day first or month first as the numbers allow; month first where both do."""
    parts, last = _parts(tokens, first)
    if len(parts) == 2 and tokens[first + 1].text == "/":
        return _slashed(tokens, first, last, parts[0], parts[1], today)
    if len(parts) != 3 or any(not 1 <= len(part) <= 4 for part in parts):
        return None
    named = counted("month").get(parts[1].lower())
    if not (parts[0].isdecimal() and (named or parts[1].isdecimal()) and parts[2].isdecimal()):
        return None
    one, two, three = int(parts[0]), named or int(parts[1]), int(parts[2])
    day_first = one > 12 or named or "." in tokens[first].text
    if len(parts[0]) == 4:
        year, month, number = one, two, three
    elif len(parts[2]) == 3:
        return None
    else:
        year = three if len(parts[2]) == 4 else full_year(three)
        month, number = (two, one) if day_first else (one, two)
    known = year and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]
    return _single(first, last, day(date(year, month, number))) if known else None


def _parts(tokens: Tokens, first: int) -> tuple[list[str], int]:
    """The parts of a date in digits (2019-09-01, 13.5.2015), and the token after it."""
    parts, at, sign = tokens[first].text.split("."), first + 1, tokens[first + 1].text
    pointed = len(parts) > 1
    while not pointed and len(parts) < 4 and sign in SIGNS and tokens[at].text in (sign, ",") and is_tight(tokens, at):
        parts.append(tokens[at + 1].text)
        at += 2
    return parts, at


def _slashed(tokens: Tokens, first: int, last: int, one: str, two: str, today: date | None) -> Time | None:
    """4/22 or 22/4; no fraction (3/4), and not 24/7 or 9/11."""
    if not (one.isdecimal() and two.isdecimal() and max(len(one), len(two)) <= 2) or (one, two) in SLASHED:
        return None
    month, number = (int(one), int(two)) if int(one) <= 12 else (int(two), int(one))
    fraction = int(one) < int(two) and int(two) in DENOMINATORS
    known = 1 <= month <= 12 and 1 <= number <= 31 and not fraction
    return _dated(tokens, first, last, number, month, today) if known else None


def _weekday(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Monday; Monday, March 5; Thursday the 21st; Friday next week."""
    token, before = tokens[first], tokens[first - 1]
    short = token.word in unsure()
    last = first + 1 + (short and tokens[first + 1].text == "." and tokens[first + 1].glued)
    if full := _full_date(tokens, last, today):
        full.first = first
        return full
    if short and not (token.capital and before.word in words("before short weekday")):
        return None
    number = counted("weekday")[token.word]
    at = past(tokens, last, "of")
    step = counted("step").get(tokens[at].word)
    if step is not None and tokens[at + 1].word == "week":
        return _single(first, at + 2, today and _of_week(today, step, number))
    if today is None:
        return _single(first, last, None)
    back = (today.weekday() - number) % 7
    ahead = tense_at(tokens, first) == "ahead"
    return _single(first, last, day(today + (-back % 7 if ahead else -back) * DAY))


def _full_date(tokens: Tokens, last: int, today: date | None) -> Time | None:
    """The date that a weekday belongs to."""
    at = past(tokens, last, ",", "the")
    if tokens[at].word in counted("month"):
        return _month_day(tokens, at, today)
    if at == last and not tokens[at].numeric:
        return None
    full = _in_digits(tokens, at, today) or _day_month(tokens, at, today)
    return full or (_last_such_day(tokens, at, today) if tokens[last].word == "the" else None)


def _of_week(today: date, step: int, number: int) -> Days:
    return day(week(today).low + (7 * step + number) * DAY)


def _day_alone(tokens: Tokens, at: int, today: date | None) -> Time | None:
    """A day known by its number alone, after "on": "the 27th"."""
    number = past(tokens, at, "the")
    found = _last_such_day(tokens, number, today) if ordinal_at(tokens, number) else None
    if found is None or tokens[found.last].text not in "\n.,;!?)":
        return None
    found.first = at
    return found


def _last_such_day(tokens: Tokens, at: int, today: date | None) -> Time | None:
    found = day_number(tokens, at)
    if found is None:
        return None
    number, last = found
    months = [around(today, "month", step).low for step in range(0, -4, -1)] if today else []
    known = (start.replace(day=number) for start in months if number <= monthrange(start.year, start.month)[1])
    latest = next((candidate for candidate in known if candidate <= today), None)
    return _single(at, last, latest and day(latest))


def _beside_today(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The day after tomorrow, the day before yesterday."""
    at = past(tokens, first, "the")
    step = {"after": 1, "before": -1}.get(tokens[at + 1].word) if tokens[at].word == "day" else None
    named = counted("relative day").get(tokens[at + 2].word)
    if step is None or named is None:
        return None
    return _single(first, at + 3, today and around(today, "day", step + named))


def _stepped(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Last Friday, last week Sunday, this morning, the next day (of which the text does not tell the date)."""
    at = past(tokens, first, "the")
    word, after = tokens[at].word, tokens[at + 1].word
    step = counted("step").get(word)
    if step is None or (word == "following" and at == first):
        return None  # "following Monday's debate"
    weekday = past(tokens, at + 1, "week")
    number = counted("weekday").get(tokens[weekday].word)
    if number is not None:
        return _single(first, weekday + 1, today and _of_week(today, step, number))
    if after in TIMES_OF_DAY and (word == "this" or (word == "last" and not _is_final(tokens, at))):
        return _single(at, at + 2, today and around(today, "day", step))
    return _single(first, at + 2, None) if after == "day" and word in ("next", "following", "previous") else None


def _is_final(tokens: Tokens, at: int) -> bool:
    """Whether "last" is the last of several: "the last night of the tour", "his last evening in office"."""
    return tokens[at - 1].word in words("before final") or tokens[at + 2].word == "of"


def _nth_weekday(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The second Monday of next month, the first Friday of July."""
    nth = ordinal_at(tokens, past(tokens, first, "the"))
    number = counted("weekday").get(tokens[nth.last].word) if nth else None
    if number is None or not 1 <= nth.value <= 5 or tokens[nth.last + 1].word not in ("of", "in"):
        return None
    at = nth.last + 2

    def in_month(start: date) -> Days | None:
        found = start + ((number - start.weekday()) % 7 + 7 * (int(nth.value) - 1)) * DAY
        return day(found) if found.month == start.month else None

    step = counted("step").get(tokens[at].word)
    if step is not None and tokens[at + 1].word == "month":
        return _single(first, at + 2, today and in_month(around(today, "month", step).low))
    month = month_at(tokens, at)
    if month is None:
        return None
    if year := year_at(tokens, month[1]):
        return _single(first, year[1], in_month(date(year[0], month[0], 1)))
    return yearless(tokens, first, month[1], "day", lambda of: in_month(date(of, month[0], 1)), today)
