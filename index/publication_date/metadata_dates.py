"""Days as programs write them in metadata: ISO 8601, mail dates, seconds since 1970; and as people do."""

import re
from calendar import monthrange
from datetime import date, timedelta
from math import isfinite

from index.article import Published
from index.front_matter.publication_years import FIRST_YEAR, LAST_YEAR, may_be_published
from index.front_matter.written_dates import Days, dates_in, day_or_none
from index.lexicon.months import NUMBERS
from index.publication_date.date_candidates import days_in_figures
from index.publication_date.date_objects import stamp_of
from index.publication_date.number_stamps import days_in_number

LONGEST_STAMP = 100
"""Characters; a longer value is a text."""


def stated_by(value: object) -> Published | None:
    """The day that a value of metadata states, in the time zone that it is written in; None when it states none."""
    stamp = stamp_of(value)
    if isinstance(stamp, float):
        stamp = int(stamp) if isfinite(stamp) and (stamp.is_integer() or abs(stamp) > LEAST_COUNT) else str(stamp)
    if stamp is None or len(written := " ".join(str(stamp).split())) > LONGEST_STAMP:
        return None
    days = iso_days(written) or dated_days(written) or either_day(written) or short_days(written)
    counted = None if days else days_in_number(written)
    if counted:
        days, written = counted
    if days is None or not (may_be_published(days.first) and may_be_published(days.last)):
        return None
    return Published(days.first, days.last, days.precision, "stated", written)


LEAST_COUNT = 10**8
"""Numbers from this on count seconds or less, and have no fraction that tells a day."""

ISO = re.compile(
    r"(?P<year>\d{4})(?:Z|-(?P<month>\d\d?)"
    r"(?:-(?P<day>\d\d?)(?:(?:[T ,_-]{1,2}| - )\d\d?[:.-]?\d\d.*|[T ]?Z|T|[+-]\d\d:?\d\d)?)?)?",
    re.ASCII,
)
"""A clock stands only behind a day."""
OF_YEAR = re.compile(r"\d{4}-?(?:W\d\d-?\d|\d{3})(?:[T ].*)?", re.ASCII)


def iso_days(written: str) -> Days | None:
    """The days of "2022-11-11T10:53:00+02:00", "2022-W45-5", "2022-315", "2022-11", "2022"; None for anything else."""
    if OF_YEAR.fullmatch(written):
        return day_of_year(re.split("[T ]", written, maxsplit=1)[0])
    match = ISO.fullmatch(written)
    if match is None:
        return None
    month, day = match["month"], match["day"]
    return days_of(int(match["year"]), int(month) if month else None, int(day) if day else None)


def day_of_year(written: str) -> Days | None:
    """The day of a week, or the day of a year, that ISO 8601 writes so."""
    try:
        if "W" in written:
            day = date.fromisoformat(written)
        else:
            day = date(int(written[:4]), 1, 1) + timedelta(days=int(written[-3:]) - 1)
    except (ValueError, OverflowError):
        return None
    return Days(day, day, "day") if day.year == int(written[:4]) or "W" in written else None


def days_of(year: int, month: int | None, day: int | None) -> Days | None:
    """The day, the month or the year; None when the calendar has no such one, or no newspaper could have it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), "year")
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
    exact = day_or_none(year, month, day)
    return Days(exact, exact, "day") if exact else None


YEAR_LAST = re.compile(
    r"(?:\w{3,9},? )?(?P<month>[A-Za-z]{3})[a-z]* (?P<day>\d\d?) \d\d:\d\d(?::\d\d)?(?: [\w:+-]+)? (?P<year>\d{4})"
)


def dated_days(written: str) -> Days | None:
    """The days of "Fri, 11 Nov 2022 10:53:00 GMT" or "Fri Nov 11 10:53:00 2022"; None when it has none or several."""
    if match := YEAR_LAST.fullmatch(written):
        month = match["month"].lower()
        return days_of(int(match["year"]), NUMBERS[month], int(match["day"])) if month in NUMBERS else None
    found = {each.days for each in dates_in(written)}
    return found.pop() if len(found) == 1 else None


EITHER = re.compile(r"(?P<one>\d\d?)(?P<mark>[/-])(?P<other>\d\d?)(?P=mark)(?P<year>\d{4})(?:[ T,]+\d\d?:.*)?")


def either_day(written: str) -> Days | None:
    """From the one to the other day that "03/04/2022" may be, in London and in New York; None for anything else."""
    match = EITHER.fullmatch(written)
    return days_between_readings(*(int(match[name]) for name in ("year", "one", "other"))) if match else None


def days_between_readings(year: int, one: int, other: int) -> Days | None:
    """From the earlier to the later of the days that two numbers may name; None when only one reading is a day."""
    first, last = day_or_none(year, one, other), day_or_none(year, other, one)
    return Days(min(first, last), max(first, last), "day") if first and last else None


def short_days(written: str) -> Days | None:
    """The days of "18 Nov 17", "Fri, 22 Sep 17 22:05:03 +0300", "11/18/17" or "18.11.17"; None for anything else."""
    found = {each.days for each in days_in_figures(written, None)}
    return found.pop() if len(found) == 1 else None
