"""Days as programs write them in metadata: ISO 8601, mail dates, seconds since 1970; and as people do."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from index.article import Published
from index.front_matter.written_dates import Days, dates_in, day_or_none
from index.lexicon.months import NUMBERS

LONGEST_STAMP = 100
"""Characters; a longer value is a text."""

FIRST_YEAR, LAST_YEAR = 1600, 2100
"""From the first newspapers to well after today."""


def stated_by(value: object) -> Published | None:
    """The day that a value of metadata states, in the time zone that it is written in; None when it states none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = " ".join(str(value).split())
    if len(written) > LONGEST_STAMP:
        return None
    if seconds := EPOCH.fullmatch(written):
        return stated_by_seconds(int(seconds["digits"]))
    days = iso_days(written) or dated_days(written) or either_day(written)
    return Published(days.first, days.last, days.precision, "stated", written) if days else None


EPOCH = re.compile(r"(?P<digits>\d{9,10}|\d{12,13})(?:\.\d+)?")


def stated_by_seconds(count: int) -> Published | None:
    """The day of that second or millisecond since 1970, in UTC, which is where they are counted."""
    seconds = count if count < 10**11 else count // 1000
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
    unit = "seconds" if seconds == count else "milliseconds"
    return Published(day, day, "day", "stated", f"{count} ({unit} since 1970, UTC)")


ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<month2>\d\d)(?P<day2>\d\d))?(?:[T ]?\d\d:?\d\d.*|Z)?"
)


def iso_days(written: str) -> Days | None:
    """The days of "2022-11-11T10:53:00+02:00", "20221111", "2022-11" or "2022"; None for anything else."""
    match = ISO.fullmatch(written)
    if match is None:
        return None
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    return days_of(int(match["year"]), int(month) if month else None, int(day) if day else None)


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
