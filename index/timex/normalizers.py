"""What the words of each form of naming days mean: from a match of its pattern to a meaning."""

import re
from datetime import date

from index.front_matter.written_dates import day_or_none
from index.lexicon.months import month_number
from index.timex.date_values import (
    Meaning,
    Month,
    MonthDay,
    Shifted,
    Span,
    Unit,
    Weekday,
    Weekend,
    Which,
    month_span,
    year_span,
)

WEEKDAY_STEMS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(word: str) -> int:
    """2 for "two" or "2"."""
    small = word.lower()
    return int(small) if small.isdigit() else 1 if small in ("an", "one") else NUMBERS.index(small) + 1


def leading_number(words: str) -> int:
    """9 for "9th"."""
    return int(words.rstrip("stndrh"))


def which_of(words: str | None) -> Which | None:
    """The word in small letters."""
    small = (words or "").lower()
    return small if small in ("last", "this", "next") else None  # type: ignore[return-value]


def of_days(match: re.Match[str]) -> Meaning | None:
    """Days of a month, of a year if it is said."""
    month, day = month_number(match["month"]), leading_number(match["day"])
    last_day = leading_number(match["last"]) if match["last"] else day
    if not match["year"]:
        return MonthDay(month, day, last_day) if day_or_none(2000, month, max(day, last_day)) else None
    return between_days(int(match["year"]), month, day, last_day)


def between_days(year: int, month: int, day: int, last_day: int) -> Span | None:
    """The days of a month from one to another; None when it has no such days."""
    first, last = day_or_none(year, month, day), day_or_none(year, month, last_day)
    return Span(first, last) if first and last and first <= last else None


def of_days_of_two_months(match: re.Match[str]) -> Meaning | None:
    """From a day to a day of another month, with the year behind it: "May 4 to September 16, 2018"."""
    last = day_or_none(int(match["year"]), month_number(match["last_month"]), leading_number(match["last"]))
    month, day = month_number(match["month"]), leading_number(match["day"])
    first = last and day_or_none(last.year - (month > last.month), month, day)
    return Span(first, last) if first and last and first <= last else None


def of_figures(match: re.Match[str]) -> Meaning | None:
    """A day as programs write it."""
    day = int(match["d"])
    return between_days(int(match["y"]), int(match["m"]), day, day)


def of_numbers(match: re.Match[str]) -> Meaning | None:
    """A day in figures, if it can be but one."""
    year, a, b = int(match["year"]), int(match["a"]), int(match["b"])
    days = {day for day in (day_or_none(year, a, b), day_or_none(year, b, a)) if day}
    return Span(*days, *days) if len(days) == 1 else None


def of_month_and_year(match: re.Match[str]) -> Meaning:
    """A month of a year, or two and what is between them."""
    year, last = int(match["year"]), month_number(match["last"] or match["month"])
    first = month_number(match["month"])
    return Span(month_span(year - (first > last), first).first, month_span(year, last).last)


def of_quarter(match: re.Match[str]) -> Meaning:
    """Three months of a year."""
    which = match["figure"] or str(("first", "second", "third", "fourth").index(match["word"].lower()) + 1)
    year, last_month = int(match["year"]), 3 * int(which)
    return Span(date(year, last_month - 2, 1), month_span(year, last_month).last)


def of_years(match: re.Match[str]) -> Meaning | None:
    """A year, or the years from one to another: "2009-10"."""
    first = int(match["first"])
    last = first
    if digits := match["last"]:
        last = int(match["first"][: 4 - len(digits)] + digits)
    return year_span(first, last) if first <= last <= first + 99 else None


def of_decade(match: re.Match[str]) -> Meaning:
    """Ten years, or a hundred where the name is that of a century: "the 1800s"."""
    first = int(match["decade"])
    return year_span(first, first + (99 if first % 100 == 0 and first < 2000 else 9))


def of_month(match: re.Match[str]) -> Meaning:
    """A month."""
    return Month(month_number(match["name"]), which_of(match["which"]))


def of_weekday(match: re.Match[str]) -> Meaning:
    """A day of the week."""
    weekday = WEEKDAY_STEMS.index(match["weekday"][:3])
    weeks = {"last": -1, "this": 0, "next": 1}.get((match["week"] or "").lower())
    return Weekday(weekday, which_of(match["which"]), weeks)


UNITS: dict[str, Unit] = {
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "night": "day",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "year": "year",
    "decade": "decade",
}


def of_period(match: re.Match[str]) -> Meaning:
    """The last, this or the next day, week, month or year."""
    return Shifted(UNITS[match["unit"]], {"last": -1, "this": 0, "next": 1}[match["which"].lower()])


def of_distance(match: re.Match[str]) -> Meaning | None:
    """So many days, weeks, months or years back, or ahead."""
    unit = UNITS[match["unit"]]
    if match["side"] in ("earlier", "before") and (unit not in ("month", "year") or match["count"].isdigit()):
        return None  # than another day that the text names
    return Shifted(unit, number(match["count"]) * (1 if match["side"] == "from now" else -1))


def of_attacks(match: re.Match[str]) -> Meaning:
    """The day that is known by its figures."""
    return Span(date(2001, 9, 11), date(2001, 9, 11))


def of_weekend(match: re.Match[str]) -> Meaning:
    """The weekend that is near."""
    return Weekend()


NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def of_near(match: re.Match[str]) -> Meaning:
    """A day next to this one, or this one; or the day before that: "the day before yesterday"."""
    *before, near = match[0].lower().split()
    return Shifted("day", NEAR[near] - bool(before))


FEASTS = {
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
    "Valentine's Day": (2, 14),
    "Fourth of July": (7, 4),
    "July Fourth": (7, 4),
}


def of_feast(match: re.Match[str]) -> Meaning:
    """The day of a feast that falls on the same one every year."""
    month, day = FEASTS[match[0].replace("’", "'")]
    return MonthDay(month, day, day)
