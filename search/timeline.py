"""How many matches were published when, in bars of a day, week, month, year or decade."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from search.engine import Dating

Unit = Literal["day", "week", "month", "year", "decade"]
MOST_BARS: dict[Unit, int] = {"day": 31, "week": 40, "month": 48, "year": 60}
"""How many bars of a unit there may be, before a longer one serves better."""
FEW, FAR_APART = 0.025, 3
"""Where all but so large a share at either end lie within a third of the span, only these days are drawn."""
HANDFUL = 20
"""Of so few matches the bars also reach to those that are not dated to the day, as far as their month is known."""
LONGEST_DAYS: dict[Unit, int] = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3653}


@dataclass(frozen=True, slots=True)
class Bar:
    """Days in a row, and how many matches may have been published on them."""

    first: date
    last: date
    count: int
    """Exactly as many as asking for these days finds."""
    sure: int
    """How many of them state their day, and it lies in the bar for certain."""


@dataclass(frozen=True, slots=True)
class TimelineBars:
    """When matches were published."""

    unit: Unit
    bars: tuple[Bar, ...]
    """In order and without a gap; none when no match is dated."""
    before: int
    """How many may have been published before the first bar; and after the last."""
    after: int
    dated: int
    inexact: int
    """How many were dated by what the text says of other days, or only to some days, a month or a year."""


def timeline(datings: Mapping[Dating, int], since: date | None = None, until: date | None = None) -> TimelineBars:
    """The matches that are dated so, by the shortest unit that has few enough bars; none of these over the bounds."""
    first, last = span_of(datings, since, until)
    fitting: list[Unit] = [unit for unit, most in MOST_BARS.items() if (last - first).days < most * LONGEST_DAYS[unit]]
    unit: Unit = fitting[0] if fitting else "decade"
    days = [(max(begin, since or begin), min(end, until or end)) for begin, end in stretches(unit, first, last)]
    begin, end = days[0][0], days[-1][1]
    shown = {dating: count for dating, count in datings.items() if dating.first <= end and begin <= dating.last}
    return TimelineBars(
        unit=unit,
        bars=tuple(bar(shown, *own) for own in days) if shown else (),
        before=sum(count for dating, count in datings.items() if dating.first < begin),
        after=sum(count for dating, count in datings.items() if dating.last > end),
        dated=sum(shown.values()),
        inexact=sum(count for dating, count in shown.items() if not is_exact(dating)),
    )


def span_of(datings: Mapping[Dating, int], since: date | None, until: date | None) -> tuple[date, date]:
    """The first and last day of which bars are shown.

    What may have been published over a long time does not draw them out, as far as anything is known better, nor do a
    few articles from quite other times; and of many, nothing that is not known to the day.
    """
    is_known = is_exact if sum(datings.values()) > HANDFUL else is_of_a_month
    exact = sorted(dating for dating in datings if is_known(dating)) or sorted(datings)
    if not exact:
        return since or date.min, max(since or date.min, until or date.min)
    first, last = exact[0].first, max(dating.last for dating in exact)
    nearly_first, nearly_last = nearly_all(exact, datings)
    if is_exact(exact[0]) and (nearly_last - nearly_first) * FAR_APART < last - first:
        first, last = nearly_first, nearly_last
    first, last = since or first, until or last
    return first, max(first, last)


def nearly_all(exact: Sequence[Dating], datings: Mapping[Dating, int]) -> tuple[date, date]:
    """The days between which nearly all of these dates lie, which are in order: all but a few at either end."""
    few = sum(datings[dating] for dating in exact) * FEW
    return first_beyond(exact, datings, few), first_beyond(exact[::-1], datings, few)


def first_beyond(exact: Sequence[Dating], datings: Mapping[Dating, int], few: float) -> date:
    """The first of these dates before which there are only a few."""
    before = 0
    for dating in exact:
        before += datings[dating]
        if before > few:
            return dating.first
    return exact[-1].first


def is_exact(dating: Dating) -> bool:
    """The very day is known, and not from what the text says of other days."""
    return dating.first == dating.last and dating.how not in ("inferred", "changed", "file")


def is_of_a_month(dating: Dating) -> bool:
    """It is known to a month, whether it is stated or inferred."""
    return dating.last - dating.first <= timedelta(days=LONGEST_DAYS["month"])


def bar(datings: Mapping[Dating, int], begin: date, end: date) -> Bar:
    """The bar of these days."""
    own = [(dating, count) for dating, count in datings.items() if dating.first <= end and begin <= dating.last]
    sure = sum(count for dating, count in own if is_within(dating, begin, end))
    return Bar(begin, end, sum(count for _, count in own), sure)


def is_within(dating: Dating, begin: date, end: date) -> bool:
    """It is stated that the article came out on these days."""
    return begin <= dating.first and dating.last <= end and dating.how not in ("inferred", "changed", "file")


def stretches(unit: Unit, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Stretches of days of this length, of which the first holds the first day and the last the last."""
    begin = beginning(unit, first)
    while begin <= last:
        after = following(unit, begin)
        yield begin, date.max if after is None else after - timedelta(days=1)
        if after is None:
            return
        begin = after


def beginning(unit: Unit, day: date) -> date:
    """The first day of the stretch that holds a day."""
    match unit:
        case "day":
            return day
        case "week":
            return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case "month":
            return day.replace(day=1)
        case "year":
            return date(day.year, 1, 1)
        case "decade":
            return date(max(1, day.year // 10 * 10), 1, 1)


def following(unit: Unit, begin: date) -> date | None:
    """The first day of the next stretch; None when the calendar ends before."""
    try:
        match unit:
            case "day" | "week":
                return begin + timedelta(days=LONGEST_DAYS[unit])
            case "month":
                return date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
            case "year":
                return date(begin.year + 1, 1, 1)
            case "decade":
                return date(begin.year // 10 * 10 + 10, 1, 1)
    except (OverflowError, ValueError):
        return None
