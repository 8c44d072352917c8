"""Days as newspapers write them: "11 Nov, 2022", "November 11, 2022", "2022-11-11"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.article import Precision


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a written date can mean, from `first` to `last`."""

    first: date
    last: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a line: the span that shows it, and the days that it means."""

    start: int
    end: int
    days: Days


@dataclass(frozen=True, slots=True)
class DateForm:
    """A way to write a date; its pattern names a year y and a month m or `month` with a day d, or numbers a and b."""

    name: str
    pattern: str
    example: str
    """Some day in November 2022, in this form and in no other of the table."""


# From the first newspapers to well after today, so that no serial number is taken for a year.
YEAR = r"(?P<y>1[6-9]\d\d|20\d\d|2100)"
MONTH = (
    r"(?P<month>jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|m[äa]e?rz?|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|aug(?:ust)?"
    r"|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
"""In English or German."""
DAY = r"(?P<d>\d\d?)(?:st|nd|rd|th)?"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
GERMAN_MONTHS = {"mär": 3, "mae": 3, "mai": 5, "okt": 10, "dez": 12}
"""Those that begin otherwise than in English."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

DATE_FORMS = (
    DateForm("year first", rf"{YEAR}(?P<mark>[-/.])(?P<m>\d\d?)(?P=mark)(?P<d>\d\d?)", "2022-11-12"),
    DateForm("day first", rf"{DAY}[ .-]{{0,2}}(?:of )?{MONTH}\.?[ ,-]{{1,2}}{YEAR}", "12 Nov, 2022"),
    DateForm("month first", rf"{MONTH}\.?[ -]?{DAY}[ ,-]{{1,2}}{YEAR}", "November 12th, 2022"),
    DateForm("numbers", rf"(?P<a>\d\d?)(?P<mark>[-/.])(?P<b>\d\d?)(?P=mark){YEAR}", "11/13/2022"),
    DateForm("month and year", rf"{MONTH}\.?[ ,-]{{1,2}}{YEAR}", "Nov. 2022"),
)
"""The first form that fits counts."""

# Not inside a longer number or word; a clock may follow right after, as in 2022-11-12T10:53. What is left of a page
# may have lost the space before a month, and behind its year: "Posted on November 12, 2022November 12, 2022Author".
FIGURES = r"(?<![\w/-])(?<!\d\.)(?:{})(?=T\d|(?![\w/-]|\.\d))"
NAMED = r"(?<![\w-])(?<!\d\.)(?<!\d/)(?:{})(?=(?-i:[A-Z])|\d\d?\. ?(?-i:[A-Z])|(?![\w/-]|\.\d))"
PATTERNS = [
    re.compile(
        (NAMED if "month" in form.name or form.name == "day first" else FIGURES).format(form.pattern),
        re.IGNORECASE | re.ASCII,
    )
    for form in DATE_FORMS
]
WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?\b", re.IGNORECASE)


def dates_in(line: str) -> list[WrittenDate]:
    """The dates that are written in a line, in order.

    Left out are days that no calendar has, and numbers that mean one day in London and another in New York.
    """
    found: list[WrittenDate] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(line):
            if is_free(match, found) and (days := days_of(match, line)):
                found.append(WrittenDate(match.start(), match.end(), days))
    return sorted(found, key=lambda written: written.start)


def is_free(match: re.Match[str], found: Sequence[WrittenDate]) -> bool:
    """None of the dates found before shares a letter with it."""
    return all(match.end() <= written.start or written.end <= match.start() for written in found)


def days_of(match: re.Match[str], line: str) -> Days | None:
    """The days that a written date means; None when there is no such day, or when it could be either of two."""
    parts = match.groupdict()
    year = int(parts["y"])
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        if parts["mark"] == "." and day_or_none(year, second, first):
            return the_only_day([(year, second, first)], line)  # with full stops, the day is first everywhere
        return the_only_day([(year, first, second), (year, second, first)], line)
    month = month_number(parts["month"]) if "month" in parts else int(parts["m"])
    if "d" in parts:
        return the_only_day([(year, month, int(parts["d"]))], line)
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def month_number(name: str) -> int:
    """1 for January, whether it is written in full or not, in English or in German."""
    start = name[:3].lower()
    return GERMAN_MONTHS.get(start) or MONTHS.index(start) + 1


def the_only_day(readings: Sequence[tuple[int, int, int]], line: str) -> Days | None:
    """The one reading that is a day; when two are, the one that falls on the weekday named in the line."""
    days = {day for year, month, number in readings if (day := day_or_none(year, month, number))}
    weekday = WEEKDAY.search(line)
    if len(days) > 1 and weekday:
        days = {day for day in days if WEEKDAYS[day.weekday()] == weekday[1].lower()}
    if len(days) != 1:
        return None
    day = days.pop()
    return Days(day, day, "day")


def day_or_none(year: int, month: int, day: int) -> date | None:
    """That day; None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
