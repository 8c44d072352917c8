"""Days as numbers: figures that begin with a day, counts of seconds since 1970 or of less, the days of spreadsheets."""

import re
from datetime import UTC, date, datetime, timedelta

from index.front_matter.publication_years import FIRST_YEAR, LAST_YEAR
from index.front_matter.written_dates import Days, day_or_none

NUMBER = re.compile(
    r"(?P<sign>-?)(?P<digits>\d{5,20})(?:[.,](?P<fraction>\d+))?"
    r"(?: ?(?P<unit>ns|[uµμ]s|ms|s|(?:nano|micro|milli)?sec(?:ond)?s?))?(?: ?(?:UTC|GMT|Z))?"
)
DAY_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?P<rest>\d*|[T _-]?(?P<clock>\d\d(?::?\d\d){1,2}(?:[.,]\d+)?))"
    r" ?(?:[+-]\d\d(?:[:']?\d\d'?)?|UTC|GMT|Z|[A-Z]{2,5})?"
)
"""A year, a month and a day in figures, and behind them a clock, or any more figures."""
FIRST_OF_LONG = 1900
"""The first year that is believed of figures that go on: 1612011234 is a second of the year 2021."""


def days_in_number(written: str) -> tuple[Days, str] | None:
    """The days that a number states, and the number with what it counts; None for what is no number, or no day.

    Digits that begin with a day of our calendar are that day. Other numbers are counted, and by their size alone it
    is known what: no day of a newspaper has as many seconds as another has milliseconds.
    """
    if found := day_in_front(written):
        return found, written
    if month := MONTH_ONLY.fullmatch(written):
        return month_of(int(month["year"]), int(month["month"])), written
    number = NUMBER.fullmatch(written)
    if number is None:
        return None
    digits = number["digits"]
    if len(digits) == SERIAL_DIGITS:
        return None if number["sign"] or number["unit"] else day_of_serial(int(digits), written)
    counted = next(((unit, per) for unit, least, most, per in UNITS if least <= len(digits) <= most), None)
    if counted is None:
        return None
    unit, per = counted
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(number["sign"] + digits) // per)).date()
    return Days(day, day, "day"), f"{number['sign']}{digits} ({unit} since 1970, UTC)"


UNITS = (
    ("seconds", 9, 10, 1),
    ("milliseconds", 12, 13, 10**3),
    ("microseconds", 15, 16, 10**6),
    ("nanoseconds", 18, 19, 10**9),
)
"""What is counted, in how many digits at least and at most from 1973 on, and how many of them are a second."""
MONTH_ONLY = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])")


def month_of(year: int, month: int) -> Days:
    """All days of that month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), after - timedelta(days=1), "month")


def day_in_front(written: str) -> Days | None:
    """The day with which "20221111", "202211111053", "20221111_105300" and "20221111T1053Z" begin."""
    match = DAY_FIRST.fullmatch(written)
    if match is None:
        return None
    year = int(match["year"])
    day = day_or_none(year, int(match["month"]), int(match["day"]))
    first_year = FIRST_OF_LONG if match["rest"].isdecimal() else FIRST_YEAR
    return Days(day, day, "day") if day and first_year <= year <= LAST_YEAR else None


SERIAL_DIGITS = 5
SERIAL_ZERO = date(1899, 12, 30)
"""From where Excel and its kin count days, as if 1900 had been a leap year."""
FIRST_SERIAL = 18_264
"""1 January 1950; a smaller number of five digits is hardly a day."""


def day_of_serial(count: int, written: str) -> tuple[Days, str] | None:
    """The day that a spreadsheet counts so; None when that is no likely one."""
    day = SERIAL_ZERO + timedelta(days=count)
    evidence = f"{written} (days since 1899-12-30, as in spreadsheets)"
    return (Days(day, day, "day"), evidence) if count >= FIRST_SERIAL else None
