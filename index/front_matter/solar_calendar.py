"""Days of the solar calendar of Iran and Afghanistan, in ours."""

from datetime import date, timedelta

PERSIAN_MONTHS = tuple(str.split("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"))
FIRST_YEAR, LAST_YEAR = 1304, 1450
"""When the calendar was made law, and well after today; leap years in between come every four or five years."""
NEW_YEAR_OF_FIRST = date(1925, 3, 21)
LEAP_IN_33 = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years of a cycle of 33 that have a day more; exact from 1244 to 1472 (the Iranian calendar, by the equinox)."""


def is_leap(year: int) -> bool:
    """The year has 366 days."""
    return year % 33 in LEAP_IN_33


def day_of_persian(year: int, month: int, day: int) -> date | None:
    """That day; None where the calendar has no such day, or was not in use."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= length_of(year, month)):
        return None
    years_before = sum(365 + is_leap(each) for each in range(FIRST_YEAR, year))
    months_before = sum(length_of(year, each) for each in range(1, month))
    return NEW_YEAR_OF_FIRST + timedelta(days=years_before + months_before + day - 1)


def length_of(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month <= 6 else 30 if month < 12 or is_leap(year) else 29
