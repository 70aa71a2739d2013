"""Times told from the day of publication: "last year", "earlier this week", "the end of 2025", "two years ago"."""

from datetime import date

from analysis.figures.grammar.dates import date_at
from analysis.figures.grammar.days import DAY, Days, around, month, moved, part, week
from analysis.figures.grammar.durations import time_unit
from analysis.figures.grammar.months import month_at, months_at
from analysis.figures.grammar.numbers import number_at
from analysis.figures.grammar.time import APOSTROPHES, Time, calendar, counted, tense_at, yearless
from analysis.figures.grammar.tokens import HYPHENS, Tokens, past, past_hyphen, words
from analysis.figures.grammar.years import year_at, years_at

REST = frozenset(("rest", "remainder"))
FEW = {"few": 3, "several": 3, "couple": 2}  # how many days "past few days" are taken for
LONGEST = 1000  # units that a time may be told to lie away
COARSER = {"decade": "year", "century": "decade", "millennium": "century", "fortnight": "week"}


def relative_at(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The period that starts at a token and is told from today, or as a part of another period."""
    return _part(tokens, first, today) or _first_months(tokens, first, today)


def _part(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Early 2024, late last week, the end of the year, the rest of the month."""
    at = past(tokens, first, "the")
    word = tokens[at].word
    if word in ("earlier", "later"):
        return _earlier_or_later(tokens, at, today)
    if word == "year":
        return _year_end(tokens, first, at, today)
    which = calendar("part").get(word)
    if which is None and word not in REST:
        return None
    if word in ("early", "mid", "late"):
        start = past(tokens, past_hyphen(tokens, at + 1), "in")
    else:
        start = past(tokens, past_hyphen(tokens, at + 1), "of")
        if start == at + 1 and word not in REST and tokens[start].word not in ("next", "last", "this"):
            return None
    whole = _whole(tokens, start, today)
    if whole is None:
        return None
    if word in REST:
        rest = whole.days and today and Days(today, whole.days.high)
        return Time(first, whole.last, "part", rest if rest and rest.low < rest.high else None)
    if whole.of_year is None:
        return Time(first, whole.last, "part", whole.days and part(whole.days, which))

    def of_year(number: int) -> Days | None:
        return (days := whole.of_year(number)) and part(days, which)

    return yearless(tokens, first, whole.last, "part", of_year, today)


def _year_end(tokens: Tokens, first: int, at: int, today: date | None) -> Time | None:
    """Year-end, the year's end."""
    owned = tokens[at + 1].text in APOSTROPHES and tokens[at + 2].word == "s"
    end = at + 3 if owned else past_hyphen(tokens, at + 1)
    if end == at + 1 or tokens[end].word != "end":
        return None
    return Time(first, end + 1, "part", today and part(around(today, "year"), "late"))


def _whole(tokens: Tokens, at: int, today: date | None) -> Time | None:
    """The period that a part is of, where "the year" is this one."""
    unit = past(tokens, past(tokens, at, "the"), "my", "our", "your", "current")
    word = tokens[unit].word
    if word in calendar("unit") and word != "day":
        return Time(at, unit + 1, word, today and around(today, word))
    return stepped_at(tokens, at, today) or months_at(tokens, at, today, surely=True) or years_at(tokens, at)


def _earlier_or_later(tokens: Tokens, at: int, today: date | None) -> Time | None:
    """Earlier this year: up to today; later in the week: from today on. "Earlier in the day" tells no days."""
    start = past(tokens, at + 1, "in")
    which, unit = tokens[start].word, tokens[start + 1].word
    if which not in ("this", "the", "that", "last", "next") or unit not in calendar("unit"):
        return None
    if unit == "day" or today is None:
        return Time(at, start + 2, "part") if unit != "day" or which == "the" else None
    whole = around(today, unit, counted("step").get(which, 0))
    earlier = tokens[at].word == "earlier"
    days = Days(whole.low, min(whole.high, today)) if earlier else Days(max(today, whole.low), whole.high)
    return Time(at, start + 2, "part", days if days.low < days.high else whole)


def _first_months(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """The first six months of 2025, the last two weeks of March."""
    at = past(tokens, first, "the")
    number = number_at(tokens, at + 1) if tokens[at].word in ("first", "last", "final") else None
    if number is None or number.value is None or tokens[number.last + 1].word != "of":
        return None
    unit = tokens[number.last].word.removesuffix("s")
    whole = _whole(tokens, number.last + 2, today) if unit in calendar("unit") else None
    if whole is None:
        return None
    days = None
    if whole.days and number.value <= LONGEST and tokens[at].word == "first":
        days = Days(whole.days.low, moved(whole.days.low, unit, number.value))
    elif whole.days and number.value <= LONGEST:
        days = Days(moved(whole.days.high, unit, -number.value), whole.days.high)
    return Time(first, whole.last, "span", days)


def stepped_at(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Last year, this week, the past two decades, the next 3 days, next June, the week after next."""
    at = past(tokens, first, "the")
    word, unit = tokens[at].word, tokens[at + 1].word
    step = counted("step").get(word)
    if step is None:
        return _unit_alone(tokens, first, at, today)
    if unit in calendar("unit") and unit != "day":
        start = at if word in ("coming", "current", "same") else first
        if step and (word == "past" or unit in ("decade", "century")):
            return Time(start, at + 2, "span", today and _stretch(today, unit, step))
        return Time(start, at + 2, unit, today and around(today, unit, step))
    named = month_at(tokens, at + 1) if word != "same" else None
    if named and not year_at(tokens, named[1]):
        return Time(first, named[1], "month", today and month(named[0], today.year + step))
    return _counted(tokens, first, at + 1, step, today) if step else None


def _counted(tokens: Tokens, first: int, at: int, step: int, today: date | None) -> Time | None:
    """The past few days, the next two years: as many units before today, or after it."""
    count, last = _count(tokens, at)
    unit = _unit(tokens, last)
    if count is None or unit is None:
        return None
    return Time(first, last + 1, "span", today and _stretch(today, unit, count * step))


def _count(tokens: Tokens, at: int) -> tuple[float | None, int]:
    """How many units of time follow: "two", "a", "few", "a couple of", "half a"."""
    if tokens[at].word in ("a", "an") and time_unit(tokens, at + 1):
        return 1, at + 1
    few = past(tokens, at, "a")
    if tokens[few].word in FEW:
        return FEW[tokens[few].word], past(tokens, few + 1, "of")
    number = number_at(tokens, at, joined=False)
    if number is None:
        return None, at
    return number.value, past(tokens, number.last, "a", "an") if number.value == 0.5 else number.last


def _unit(tokens: Tokens, at: int) -> str | None:
    found = time_unit(tokens, at)
    return found[0] if found else {"quarters": "quarter", "weekends": "weekend"}.get(tokens[at].word)


def _stretch(today: date, unit: str, count: float) -> Days | None:
    """Some units before today, or after it."""
    if abs(count) > LONGEST or unit in ("second", "minute", "hour"):
        return None
    end = moved(today, unit, count)
    return Days(end, today) if count < 0 else Days(today + DAY, end + DAY)


def _unit_alone(tokens: Tokens, first: int, at: int, today: date | None) -> Time | None:
    """The week, the weekend, the week after next, the week of November 30th."""
    unit, after = tokens[at].word, tokens[at + 1].word
    if unit not in calendar("unit") or unit == "day":
        return None
    following = past(tokens, at + 2, "the")
    if after == "after" and tokens[following].word == "next":
        return Time(first, following + 1, unit, today and around(today, unit, 2))
    if unit == "week" and after in ("of", "commencing", "starting", "beginning", "ending"):
        start = date_at(tokens, at + 2, today)
        return start and Time(first, start.last, unit, start.days and week(start.days.low))
    timed = unit == "week" and at > first and tokens[first - 1].word in words("time before") | {"\n"}
    compound = tokens[at + 1].text in HYPHENS or after in words("after unit")
    if (timed or unit == "weekend") and not compound:
        return Time(first, at + 1, unit, today and around(today, unit))
    return None


def away_at(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """Two years ago, a week from now, two days after tomorrow; "two days later" is a day that no text tells."""
    if tokens[first].word in ("in", "within"):
        return _to_come(tokens, first, today)
    parts, last = _parts(tokens, first)
    if not parts:
        return None
    word, named = tokens[last].word, counted("relative day").get(tokens[last + 1].word)
    if word == "ago":
        return _away(first, last + 1, today, parts, -1)
    if word == "hence":
        return _away(first, last + 1, today, parts, 1)
    if word == "from" and tokens[last + 1].word == "now":
        return _away(first, last + 2, today, parts, 1)
    if word in ("from", "after") and named is not None:
        return _away(first, last + 2, today and moved(today, "day", named), parts, 1, grain="day")
    later = word in ("later", "earlier")
    return Time(first, last + 1, "day" if parts[-1][1] == "day" else "span") if later else None


def _to_come(tokens: Tokens, first: int, today: date | None) -> Time | None:
    """(It will open) in two weeks, within three years; elsewhere "within three years" is a duration."""
    parts, last = _parts(tokens, first + 1)
    if not parts or tense_at(tokens, first) != "ahead":
        return None
    if tokens[first].word == "in":
        soon = parts[-1][1] in ("day", "week") and not tokens[last].word.isalpha()
        return _away(first, last, today, parts, 1, grain="day") if soon else None
    end = last + 2 if tokens[last].word == "from" and tokens[last + 1].word in ("now", "today") else last
    return Time(first, end, "span", today and Days(today, _moved_by(today, parts, 1)))


def _parts(tokens: Tokens, first: int) -> tuple[list[tuple[float, str]], int]:
    """Counts and units of "5 years, 1 month and 12 days" as far as they go, and the token after them."""
    parts, last = [], first
    while True:
        count, at = _count(tokens, past(tokens, last, "and") if parts else last)
        unit = time_unit(tokens, at)
        if not count or unit is None:
            return parts, last
        parts.append((count, unit[0]))
        last = at + 1


def _moved_by(today: date, parts: list[tuple[float, str]], sign: int) -> date:
    for count, unit in parts:
        today = moved(today, unit, sign * min(count, LONGEST))
    return today


def _away(
    first: int, last: int, today: date | None, parts: list[tuple[float, str]], sign: int, grain: str | None = None
) -> Time:
    """A time some units away: of years the year, of months the month, of days and of several units the day."""
    unit = parts[-1][1]
    grain = grain or ("day" if len(parts) > 1 else COARSER.get(unit, unit))
    if today is None or unit in ("second", "minute", "hour"):
        return Time(first, last, grain)
    return Time(first, last, grain, around(_moved_by(today, parts, sign), grain))
