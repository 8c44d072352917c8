"""What words such as "Friday", "last month" and "Nov. 9" mean, and the days that they name once it is known when."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, assert_never

from index.front_matter.written_dates import day_or_none

Tense = Literal["past", "future", "unknown"]
Which = Literal["last", "this", "next"]
Unit = Literal["day", "week", "weekend", "month", "year", "decade"]


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class MonthDay:
    """Days of a month whose year is not said, as in "Nov. 9" or "Nov. 9-11"."""

    month: int
    day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month whose year is not said, as in "in May" or "last June"."""

    month: int
    which: Which | None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday, as in "on Friday", "next Tuesday" or "Friday of last week"."""

    weekday: int
    which: Which | None
    weeks: int | None = None
    """How many weeks from this one, where that is said."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """A day, week, month or year counted from this one, as in "yesterday", "last week" or "two years ago"."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend, with nothing said of which."""


Meaning = Span | MonthDay | Month | Weekday | Shifted | Weekend


def span_of(meaning: Meaning, today: date, tense: Tense) -> Span | None:
    """The days that a meaning names in an article of `today`; None when no calendar has them."""
    try:
        match meaning:
            case Span():
                return meaning
            case MonthDay():
                return days_of_month(meaning, today, tense)
            case Month():
                return month_near(meaning, today, tense)
            case Weekday():
                return weekday_near(meaning, today, tense)
            case Shifted():
                return shifted(meaning.unit, meaning.count, today)
            case Weekend():
                return shifted("weekend", 0 if tense == "future" or today.weekday() == SATURDAY else -1, today)
            case _:
                assert_never(meaning)
    except (OverflowError, ValueError):
        return None


SOON = timedelta(days=35)
"""A day that is so near ahead is meant, and not the one almost a year back, which would be written with its year."""


def days_of_month(meaning: MonthDay, today: date, tense: Tense) -> Span | None:
    """The latest such days that have begun; the next ones where the sentence looks ahead."""
    if meaning.last_day < meaning.day:
        return None
    starts = [day_or_none(year, meaning.month, meaning.day) for year in range(today.year - 4, today.year + 5)]
    before = [day for day in starts if day and day <= today]
    ahead = [day for day in starts if day and day >= today]
    if not before or not ahead:
        return None
    first = ahead[0] if tense == "future" or is_about_to_come(before[-1], ahead[0], today) else before[-1]
    return Span(first, first.replace(day=meaning.last_day))


def is_about_to_come(before: date, ahead: date, today: date) -> bool:
    """The next such day is near, and the last is almost a year back."""
    return ahead - today <= SOON and ahead - before < timedelta(days=367) and before != today


def month_near(meaning: Month, today: date, tense: Tense) -> Span:
    """The latest such month that has begun; the next one where the sentence looks ahead."""
    months_back = (today.month - meaning.month) % 12
    if meaning.which == "this":
        return month_span(today.year, meaning.month)
    if meaning.which == "next" or (meaning.which is None and tense == "future"):
        ahead = (meaning.month - today.month) % 12 or (12 if meaning.which else 0)
        return month_from(today, ahead)
    return month_from(today, -(months_back or (12 if meaning.which else 0)))


def month_from(today: date, count: int) -> Span:
    """The month that lies so many months from the one of `today`."""
    months = today.year * 12 + today.month - 1 + count
    return month_span(months // 12, months % 12 + 1)


def month_span(year: int, month: int) -> Span:
    """That month."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_span(first: int, last: int) -> Span:
    """The years from the first to the last."""
    return Span(date(first, 1, 1), date(last, 12, 31))


# How often a weekday named in the news lies 0 to 6 days back, or ahead: counted on the dated news of TimeBank.
DAYS_BACK = (0.43, 0.28, 0.09, 0.13, 0.04, 0.01, 0.03)
DAYS_AHEAD = (0.22, 0.30, 0.07, 0.04, 0.19, 0.07, 0.11)
WEIGHT_OF_PAST = {"past": 20.0, "unknown": 3.0, "future": 0.05}
"""How much likelier a day back is than a day ahead, by the tense of the sentence."""


def weekday_near(meaning: Weekday, today: date, tense: Tense) -> Span:
    """The weekday that is meant: the one that is said to be, or the likelier of the last and the next."""
    back = (today.weekday() - meaning.weekday) % 7
    ahead = (meaning.weekday - today.weekday()) % 7
    if meaning.weeks is not None:
        return day_from(first_of_week(today), 7 * meaning.weeks + (meaning.weekday + 1) % 7)
    if meaning.which == "last":
        return day_from(today, -(back or 7))
    if meaning.which == "next":
        # Of the week after this one, where a week begins with Monday: nobody says next for tomorrow.
        return day_from(today, 7 - today.weekday() + meaning.weekday)
    if meaning.which == "this":
        return day_from(today, ahead)
    is_back = DAYS_BACK[back] * WEIGHT_OF_PAST[tense] >= DAYS_AHEAD[ahead]
    return day_from(today, -back if is_back else ahead)


SATURDAY = 5


def first_of_week(today: date) -> date:
    """The Sunday with which the week of that day begins, as American papers count."""
    return today - timedelta(days=(today.weekday() + 1) % 7)


def day_from(today: date, count: int) -> Span:
    """The day that lies so many days from `today`."""
    day = today + timedelta(days=count)
    return Span(day, day)


def shifted(unit: Unit, count: int, today: date) -> Span:
    """The day, week, month or year that lies so many of them from the one of `today`."""
    match unit:
        case "day":
            return day_from(today, count)
        case "week":
            first = first_of_week(today) + timedelta(weeks=count)
            return Span(first, first + timedelta(days=6))
        case "weekend":
            # Of the week from Monday: on a Sunday, this weekend is the one that is ending.
            first = today + timedelta(weeks=count, days=SATURDAY - today.weekday())
            return Span(first, first + timedelta(days=1))
        case "month":
            return month_from(today, count)
        case "year":
            return year_span(today.year + count, today.year + count)
        case "decade":
            return year_span(today.year + 10 * count, today.year + 10 * count)
        case _:
            assert_never(unit)
