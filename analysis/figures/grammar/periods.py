"""Times longer than a day: "2019", "March 2025", "the third quarter", "the 1990s", "last year", "end of 2025"."""

from datetime import date

from analysis.figures.grammar.dates import month_at, year_at
from analysis.figures.grammar.days import DAY, Days, around, month, part, week, year
from analysis.figures.grammar.durations import time_unit
from analysis.figures.grammar.numbers import number_at, ordinal_at
from analysis.figures.grammar.time import Time, Tokens, calendar, placed, tense_at, unsure, valid_year
from analysis.figures.grammar.tokens import HYPHENS, words

CERTAIN_YEARS = range(1900, 2061)
REST = frozenset(("rest", "remainder"))
NUMBERED = {"quarter": 4, "half": 2}


def period_at(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The period that starts at token first."""
    return (
        _part(tokens, first, today)
        or _numbered_part(tokens, first, today)
        or _stepped(tokens, first, today)
        or _decade(tokens, first)
        or _century(tokens, first)
        or _month(tokens, first, today)
        or _year(tokens, first)
        or _season(tokens, first)
    )


def _past_the(tokens: Tokens, first: int) -> int:
    return first + (tokens[first].word == "the")


def _part(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Early 2024, late last week, the end of the year, earlier this week, the rest of the month."""
    at = _past_the(tokens, first)
    word = tokens[at].word
    if word in ("earlier", "later"):
        return _earlier_or_later(tokens, at, today)
    which = calendar("part").get(word)
    if which is None and word not in REST:
        return None
    start = at + 1
    noun = word not in ("early", "mid", "late")
    start += tokens[start].text in HYPHENS or tokens[start].word in (("of",) if noun else ("in",))
    if noun and start == at + 1 and word not in REST and tokens[start].word not in ("next", "last", "this"):
        return None
    whole = _whole(tokens, start, today)
    if whole is None:
        return None
    if word in REST:
        days = whole.days and today and Days(today, whole.days.high)
        return Time(first, whole.last, "part", days if days and days.low < days.high else None)
    if whole.of_year is None:
        return Time(first, whole.last, "part", whole.days and part(whole.days, which))

    def of_year(number: int) -> Days | None:
        return (days := whole.of_year(number)) and part(days, which)

    return Time(first, whole.last, "part", placed(of_year, today, tense_at(tokens, first)), of_year)


def _whole(tokens: Tokens, at: int, today: date | None) -> Time | None:
    """The period that a part is of, where "the year" is this one."""
    after = _past_the(tokens, at)
    after += tokens[after].word in ("my", "our", "your", "current")
    unit = tokens[after].word
    if unit in calendar("unit") and unit != "day":
        return Time(at, after + 1, unit, today and around(today, unit))
    return (
        _stepped(tokens, at, today)
        or _decade(tokens, at)
        or _century(tokens, at)
        or _month(tokens, at, today, bare=True)
        or _year(tokens, at)
        or _season(tokens, at)
    )


def _earlier_or_later(tokens: Tokens, at: int, today: date | None) -> Time | None:
    start = at + 1 + (tokens[at + 1].word == "in")
    named = tokens[start].word in ("this", "the", "that", "last", "next")
    unit = tokens[start + 1].word
    if not named or unit not in calendar("unit") or unit == "day" and tokens[start].word != "the":
        return None
    days = None
    if today and unit != "day":
        whole = around(today, unit, {"last": -1, "next": 1}.get(tokens[start].word, 0))
        days = (
            Days(whole.low, min(whole.high, today))
            if tokens[at].word == "earlier"
            else Days(max(today, whole.low), whole.high)
        )
        days = days if days.low < days.high else whole
    return Time(at, start + 2, "part", days)


def _numbered_part(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The third quarter of 2016, Q3, H1 2024, 2016 Q3, the first half of the year, the third week of 2027."""
    at, before = _past_the(tokens, first), None
    found = year_at(tokens, at) if tokens[at].numeric else None
    if found:
        before, at = found
    token = tokens[at]
    if (
        token.word in ("q", "h")
        and tokens[at + 1].glued
        and not (tokens[at + 2].glued and tokens[at + 2].word.isalpha())
    ):
        unit, number, last = ("quarter" if token.word == "q" else "half"), tokens[at + 1].text, at + 2
        number = int(number) if number in ("1", "2", "3", "4") else 0
    else:
        if span := _first_months(tokens, first, at, today):
            return span
        nth = ordinal_at(tokens, at)
        if nth is None and token.word == "last" and tokens[at + 1].word in ("week", "quarter"):
            nth = _last_of(tokens, at)
        if nth is None or nth.value is None:
            return None
        hyphen = nth.last + (tokens[nth.last].text in HYPHENS)
        hyphen += tokens[hyphen].word in ("fiscal", "financial")
        unit, number, last = tokens[hyphen].word, int(nth.value), hyphen + 1
    if unit == "week" and before is None:
        return _numbered_week(tokens, first, last, number, today)
    if unit not in NUMBERED or not 1 <= number <= NUMBERED[unit]:
        return None
    length = 12 // NUMBERED[unit]

    def of_year(number_of_year: int) -> Days | None:
        return month(1 + (number - 1) * length, number_of_year, length) if valid_year(number_of_year) else None

    if before:
        return Time(first, last, unit, of_year(before))
    named = _year_named(tokens, last, today)
    if named:
        year_number, end = named
        return Time(first, end, unit, year_number and of_year(year_number))
    if unit == "half" and token.word != "h":
        return None
    return Time(first, last, unit, placed(of_year, today, tense_at(tokens, first)), of_year)


def _first_months(tokens: Tokens, first: int, at: int, today: date | None) -> Time | None:
    """The first six months of 2025, the last two weeks of March."""
    number = number_at(tokens, at + 1) if tokens[at].word in ("first", "last", "final") else None
    if number is None or number.value is None or tokens[number.last + 1].word != "of":
        return None
    unit = tokens[number.last].word.rstrip("s")
    whole = _whole(tokens, number.last + 2, today) if unit in ("day", "week", "month", "quarter", "year") else None
    if whole is None:
        return None
    days = None
    if whole.days and number.value <= 100:
        if tokens[at].word == "first":
            days = Days(whole.days.low, _moved(whole.days.low, unit, number.value))
        else:
            days = Days(_moved(whole.days.high, unit, -number.value), whole.days.high)
    return Time(first, whole.last, "span", days)


def _last_of(tokens: Tokens, at: int):
    if tokens[at + 2].word != "of" or year_at(tokens, at + 3) is None:
        return None
    number = number_at(tokens, at + 3)
    number.first, number.last, number.value = at, at + 1, -1
    return number


def _year_named(tokens: Tokens, last: int, today: date | None) -> tuple[int | None, int] | None:
    """The year that a quarter belongs to: "of 2016", "this year", "of fiscal 2025" (whose days are not known)."""
    at = last + (tokens[last].word in ("of", "in") or tokens[last].text == ",")
    at = _past_the(tokens, at)
    if tokens[at].word in ("fiscal", "fy"):
        found = year_at(tokens, at + 1 + (tokens[at + 1].word == "year"))
        return (None, found[1]) if found else None
    found = year_at(tokens, at)
    if found:
        return found
    step = calendar("step").get(tokens[at].word)
    if step is not None and tokens[at + 1].word == "year":
        return today and today.year + int(step), at + 2
    if tokens[at].word == "year" and at > last + 1:
        return today and today.year, at + 1
    return None


def _numbered_week(tokens: Tokens, first: int, last: int, number: int, today: date | None) -> Time | None:
    """The first or third week of a year, by ISO 8601."""
    named = _year_named(tokens, last, today)
    if named is None:
        return None
    year_number, end = named
    if year_number is None:
        return Time(first, end, "week")
    monday = week(date(year_number, 1, 4)).low
    if number < 0:
        return Time(first, end, "week", week(date(year_number, 12, 28) + (4 if year_number % 5 else 3) * DAY))
    return Time(first, end, "week", week(monday + 7 * (number - 1) * DAY))


def _stepped(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Last year, this week, the past two decades, the next 3 days, next June, the week after next."""
    at = _past_the(tokens, first)
    word, named = tokens[at].word, calendar("step").get(tokens[at].word)
    if named is None:
        return _unit_alone(tokens, at, first, today)
    step, after = int(named), at + 1
    unit = tokens[after].word
    if unit in calendar("unit") and unit != "day":
        start = first if at == first or word not in ("coming", "current", "same") else at
        if step and (word == "past" or unit in ("decade", "century")):
            return Time(start, after + 1, "span", today and _span(today, unit, step))
        return Time(start, after + 1, unit, today and around(today, unit, step))
    if word != "same" and (found := month_at(tokens, after)) and unit != "mar" and not year_at(tokens, found[1]):
        days = today and month(found[0], today.year + step)
        return Time(first, found[1], "month", days)
    if step == 0:
        return None
    if unit in ("few", "several", "couple"):
        after += 1 + (tokens[after + 1].word == "of")
        count, known = (2 if unit == "couple" else 3), True
    else:
        number = number_at(tokens, after, joined=False)
        if number is None or number.value is None:
            return _unit_counted(tokens, first, after, today, step)
        count, after, known = number.value, number.last, True
    unit = tokens[after].word
    found = time_unit(tokens, after)
    if found is None and unit not in ("quarters", "weekends") or not known:
        return None
    return Time(first, after + 1, "span", today and _span(today, found[0] if found else unit[:-1], count * step))


def _unit_counted(tokens: Tokens, first: int, at: int, today: date | None, step: int) -> Time | None:
    """The coming weeks, the past decade."""
    return None


def _span(today: date, unit: str, count: float) -> Days | None:
    """Some units before a day, or after it."""
    if abs(count) > 1000:
        return None
    if unit in ("second", "minute", "hour"):
        return None
    try:
        if count < 0:
            return Days(_moved(today, unit, count), today)
        return Days(today + DAY, _moved(today, unit, count) + DAY)
    except (ValueError, OverflowError):
        return None


def _moved(of: date, unit: str, count: float) -> date:
    from analysis.figures.grammar.days import moved

    return moved(of, "month" if unit == "quarter" else unit, count * (3 if unit == "quarter" else 1))


def _unit_alone(tokens: Tokens, at: int, first: int, today: date | None) -> Time | None:
    """The week, the weekend, the week after next, the week of November 30th."""
    unit = tokens[at].word
    if unit not in calendar("unit") or unit == "day":
        return None
    if tokens[at + 1].word == "after":
        end = at + 2 + (tokens[at + 2].word == "the")
        if tokens[end].word == "next":
            return Time(first, end + 1, unit, today and around(today, unit, 2))
    if unit == "week" and tokens[at + 1].word in ("of", "commencing", "starting", "beginning", "ending"):
        from analysis.figures.grammar.dates import date_at

        start = date_at(tokens, at + 2, today)
        if start:
            return Time(first, start.last, unit, start.days and week(start.days.low))
    if unit == "weekend" or (unit == "week" and at > first and tokens[first - 1].word in words("time before") | {"\n"}):
        if tokens[at + 1].word in words("after unit"):
            return None
        return Time(first, at + 1, unit, today and around(today, unit))
    return None


def _decade(tokens: Tokens, first: int) -> Time | None:
    """The 1990s, the 80s, '40s, the seventies."""
    at = _past_the(tokens, first)
    apostrophe = tokens[at].text in "'’‘" and tokens[at + 1].glued
    token = tokens[at + apostrophe]
    if token.numeric:
        digits, last = token.text, at + apostrophe + 1
        last += tokens[last].text in "'’" and tokens[last].glued and tokens[last + 1].word == "s"
        if not (tokens[last].word == "s" and tokens[last].glued and digits.isdecimal() and digits[-1] == "0"):
            return None
        number = int(digits) if len(digits) == 4 else 1900 + int(digits) if len(digits) == 2 else 0
        if len(digits) == 2 and not apostrophe and at == first:
            return None
        if len(digits) == 2 and number < 1920:
            number += 100
        hundred = 100 if len(digits) == 4 and number % 100 == 0 and number != 2000 else 10
        return Time(first, last + 1, "decade", year(number, hundred)) if 1000 <= number <= 2100 else None
    century = {"eighteen": 1800, "nineteen": 1900}.get(token.word)
    named = calendar("decade").get(tokens[at + (century is not None)].word)
    if named and at > first:
        return Time(first, at + 1 + (century is not None), "decade", year((century or 1900) + int(named), 10))
    return None


def _century(tokens: Tokens, first: int) -> Time | None:
    """The 21st century."""
    nth = ordinal_at(tokens, _past_the(tokens, first))
    if nth is None or not 1 <= nth.value <= 30:
        return None
    last = nth.last + (tokens[nth.last].text in HYPHENS)
    if tokens[last].word not in ("century", "centuries"):
        return None
    return Time(first, last + 1, "century", year(int(nth.value) * 100 - 99, 100))


def _month(tokens: Tokens, first: int, today: date | None, *, bare: bool = False) -> Time | None:
    """March 2025, the month of May, 2016 june; a month alone where its neighbours show that it is one."""
    start = _past_the(tokens, first)
    if tokens[start].word == "month" and tokens[start + 1].word == "of":
        start += 2
        bare = True
    elif start > first:
        return None
    if tokens[start].numeric:
        return _year_month(tokens, start)
    found = month_at(tokens, start)
    if found is None:
        return None
    number, last = found

    def of_year(year_number: int) -> Days | None:
        return month(number, year_number) if valid_year(year_number) else None

    at = last + (tokens[last].text == "," or tokens[last].word == "of")
    named = year_at(tokens, at)
    if named is None and tokens[at].numeric and at == last and len(tokens[at].text) == 2 and int(tokens[at].text) > 31:
        named = 1900 + int(tokens[at].text), at + 1
    if named:
        return Time(first, named[1], "month", of_year(named[0]))
    if at > last and tokens[at].word in ("this", "last", "next") and tokens[at + 1].word == "year":
        return Time(first, at + 2, "month", today and of_year(today.year + int(calendar("step")[tokens[at].word])))
    if not bare and not _is_month(tokens, start):
        return None
    if tokens[start - 1].word == "that":
        return Time(first, last, "month")
    return Time(first, last, "month", placed(of_year, today, tense_at(tokens, first)), of_year)


def _is_month(tokens: Tokens, at: int) -> bool:
    """Whether a month's name means the month here, and not a verb, a person or a word of another kind."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    named_before = before.capital and before.word not in words("time before") and before.text.isalpha()
    if not token.capital:
        return before.word in ("in", "since", "until", "last", "next", "every") and not after.word.isalpha()
    if token.word in unsure():
        return (
            before.word in words("time before")
            or before.text in HYPHENS
            or (token.word != "may" and not named_before and not after.capital and before.word != "\n")
        )
    return not named_before


def _year_month(tokens: Tokens, at: int) -> Time | None:
    """2016 june, 2015-3, 3/2015, 11-2016. But 2010-11 is a season of two years."""
    found = year_at(tokens, at)
    if found:
        number, after = found
        named = month_at(tokens, after + (tokens[after].text == ","))
        if named and not tokens[named[1]].numeric:
            return Time(at, named[1], "month", month(named[0], number))
    sign, second = tokens[at + 1], tokens[at + 2]
    if (
        sign.text not in ("-", "/")
        or not second.numeric
        or not tokens[at].text.isdecimal()
        or not second.text.isdecimal()
    ):
        return None
    if (
        tokens[at + 3].text == sign.text
        and tokens[at + 3].glued
        or tokens[at - 1].text == sign.text
        and tokens[at].glued
    ):
        return None
    digits = (tokens[at].text, second.text)
    if found and len(digits[1]) <= 2 and 1 <= int(digits[1]) <= 12 and int(digits[1]) != found[0] % 100 + 1:
        return Time(at, at + 3, "month", month(int(digits[1]), found[0]))
    if len(digits[0]) <= 2 and 1 <= int(digits[0]) <= 12 and (named := year_at(tokens, at + 2)):
        return Time(at, at + 3, "month", month(int(digits[0]), named[0]))
    return None


def _year(tokens: Tokens, first: int) -> Time | None:
    """2019; the 2024-25 season; '99. Years outside of 1900 to 2060 need a word of time before them."""
    token = tokens[first]
    if token.word in ("fiscal", "fy"):
        found = year_at(tokens, first + 1 + (tokens[first + 1].word == "year"))
        return Time(first, found[1], "year") if found else None
    at = first + (token.word == "year")
    found = year_at(tokens, at) if tokens[at].numeric or at > first or token.text in "'’‘" else None
    if found is None and at > first:
        number = number_at(tokens, at)
        found = (int(number.value), number.last) if number and number.value and 1 <= number.value < 3000 else None
    if found is None:
        return None
    number, last = found
    if at == first and not _is_year(tokens, first, last, number):
        return None
    second = tokens[last + 1]
    if (
        tokens[last].text in ("-", "–", "/")
        and tokens[last].glued
        and second.glued
        and len(second.text) == 2
        and second.text.isdecimal()
    ):
        end = number - number % 100 + int(second.text)
        if number < end < number + 50:
            return Time(first, last + 2, "year", year(number, end - number + 1))
    return Time(first, last, "year", year(number))


def _is_year(tokens: Tokens, first: int, last: int, number: int) -> bool:
    before, after = tokens[first - 1], tokens[last]
    if after.capital and tokens[last + 1].numeric and tokens[last + 1].glued:
        return False  # the asteroid 2024 YR4
    if (
        after.word in ("%", "percent", "per", "million", "billion", "people")
        or after.glued
        and (after.word.isalpha() and after.word != "s" or after.text in "%$€£°")
    ):
        return False
    counted = after.word in words("counted") and number % 50 == 0
    if number in CERTAIN_YEARS:
        return not counted and before.word not in words("count before")
    return before.word in words("year before") and not (
        after.word.isalpha() and after.word.endswith("s") and not after.capital
    )


def _season(tokens: Tokens, first: int) -> Time | None:
    """Summer 2016, next spring: without days, since hemispheres and calendars differ."""
    at = _past_the(tokens, first)
    stepped = calendar("step").get(tokens[at].word) is not None
    season = at + stepped
    if tokens[season].word not in calendar("season"):
        return None
    after = season + 1 + (tokens[season + 1].word == "of")
    found = year_at(tokens, after) if tokens[after].numeric or after > season + 1 else None
    if found:
        return Time(first, found[1], "season")
    if (
        stepped
        or tokens[first - 1].word in ("in", "by", "until", "since", "early", "late", "mid")
        or tokens[season + 1].text == "\n"
    ):
        start = at if stepped else season
        return Time(start, season + 1, "season") if tokens[season].word != "fall" or stepped else None
    return None
