"""When a web page was published, by what its markup says and by the line that it shows to its readers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from index.article import Published
from index.publication_date.date_features import CLOSE_TO_PROSE, UPDATED
from index.publication_date.date_line_scorer import DateLine, published_by, surest_line
from index.publication_date.json_ld_dates import is_live_blog
from index.publication_date.markup_dates import (
    WEAK_MARKS,
    as_written,
    changes_marked,
    changes_shown,
    days_marked,
    days_of_others,
    settled,
)
from index.text.html_text import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class PageDays:
    """What a page says of its days."""

    published: Published | None
    changed: Published | None
    """The day of the last change that it states; None when it states none."""


def days_of_page(page: "HtmlElement", html: str, by_htmldate: str | None) -> PageDays:
    """When the page was published, and when it was changed, by its markup and by what it shows."""
    changes = changes_marked(page)
    line = surest_line(text_of(html).split("\n"))
    others = {each.first for each in changes} | days_of_others(page)
    guessed = date.fromisoformat(by_htmldate) if by_htmldate else None
    published = published_on(page, html, None if guessed in others else guessed, line)
    return PageDays(published, changes[0] if changes else None)


def published_on(page: "HtmlElement", html: str, guessed: date | None, line: DateLine | None) -> Published | None:
    """When the page was published; None when neither its markup nor its surest line says so.

    Where the page shows its readers no day but that of the last change, it is that, and labelled so.

    The markup counts first. The line counts where it names the moment of the markup in another time zone: the day is
    the one that the outlet shows. Where no two sure marks agree, it also counts where the markup has only what other
    days are written in too, where it contradicts itself, and where the line states a day that the moment may be on.
    """
    marked = {name: settled(published, html) for name, published in days_marked(page).items()}
    shown = published_by(line) if line and line.days.first == line.days.last else None
    if not marked:
        is_change = (
            line and line.shape != "label" and any(each.first == line.days.first for each in changes_shown(page))
        )
        shown, line = (None, None) if is_change else (shown, line)
        written = as_written(guessed, html) if guessed else None
        return shown or (written and settled(written, html)) or (published_by(line) if line else None)
    if line and shown and not is_of_update(line):
        shown = replace(shown, how="stated")  # "Stand:" is that of a change only where nothing else is stated
    name, first = next(iter(marked.items()))
    first = in_zone_of_outlet(first, marked)
    if line is None or shown is None or is_of_update(line) or shown.first == first.first or is_live_blog(page):
        return first
    if is_same_moment(first.evidence, line):
        return shown
    if is_agreed(first, marked):
        return first
    is_told = name in WEAK_MARKS or is_marked(shown, marked) or is_day_of_moment(first.evidence, line)
    return shown if is_told else first


def in_zone_of_outlet(first: Published, marked: Mapping[str, Published]) -> Published:
    """Of several marks that name one moment, the one that names it in a zone of its own, and not in universal time."""
    moment = moment_of(first.evidence)
    if moment is None or moment.utcoffset() != timedelta(0):
        return first
    told = ((each, moment_of(each.evidence)) for each in marked.values())
    same = (each for each, other in told if other is not None and other == moment and other.utcoffset() != timedelta(0))
    return next(same, first)


def is_of_update(line: DateLine) -> bool:
    """The line says when the page was changed, and not when it was published."""
    return line.shape != "label" and UPDATED.search(line.line) is not None


def is_marked(shown: Published, marked: Mapping[str, Published]) -> bool:
    """The markup names this day, too."""
    return any(published.first == published.last == shown.first for published in marked.values())


def is_agreed(first: Published, marked: Mapping[str, Published]) -> bool:
    """Two kinds of sure marks name the same day: another day that the page shows is one of which it tells."""
    sure = [published for name, published in marked.items() if name not in WEAK_MARKS]
    return sum(published.first == published.last == first.first for published in sure) > 1


CLOCK = re.compile(
    r"(?:(?<![\d.:])|(?<= (?:19|20)\d\d))(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?![\d.]\d)"
    r"(?: ?(?P<half>[ap])\.? ?m\b)?",
    re.IGNORECASE,
)
"""Also right behind the year: "3 de mayo de 202221:25", where a page has two elements beside each other."""
EARLIEST_ZONE, LATEST_ZONE, STEP = timedelta(hours=-12), timedelta(hours=14), timedelta(minutes=15)
"""Of all time zones, which are quarters of an hour apart."""
CALIFORNIA, JAPAN = timedelta(hours=-8), timedelta(hours=9)
"""Nearly all outlets are in a zone between these."""


def is_same_moment(stamp: str, line: DateLine) -> bool:
    """The line shows the moment of the stamp, with its clock, in another zone."""
    moment, clock = moment_of(stamp), CLOCK.search(line.line)
    if moment is None or clock is None:
        return False
    shown = datetime.combine(line.days.first, clock_time(clock), UTC)
    ahead = shown - moment.astimezone(UTC).replace(second=0, microsecond=0)
    return EARLIEST_ZONE <= ahead <= LATEST_ZONE and ahead % STEP == timedelta(0)


def is_day_of_moment(stamp: str, line: DateLine) -> bool:
    """The line, which has no clock, states as that of publication a day on which the universal time may have been."""
    moment = moment_of(stamp)
    if moment is None or moment.utcoffset() != timedelta(0) or CLOCK.search(line.line):
        return False
    earliest, latest = (moment + CALIFORNIA).date(), (moment + JAPAN).date()
    return states_publication(line) and line.place in CLOSE_TO_PROSE and earliest <= line.days.first <= latest


PUBLISHED = re.compile(
    r"\b(?:publi(?:shed|cation date|ziert|é|cado)|pubdate|posted|gepostet|ver[öo]e?ffentlich(?:t|ung)|erschienen"
    r"|mise? en ligne)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"\W*(?:by|von|par|por|author|autor):? ", re.IGNORECASE)
OF_EVENT = re.compile(
    r"\b(?:when|where|wann|wo|quand|match|game|kick-?off|gig|fixture|events?|concert|doors|due|day|(?:start|end)s?"
    r"|deadline|date of)\b",
    re.IGNORECASE,
)


def states_publication(line: DateLine) -> bool:
    """The line has a label that says so, or nothing but the day, or the day and who wrote it."""
    if OF_EVENT.search(line.line):
        return False
    if line.shape == "label":
        return PUBLISHED.search(line.line) is not None
    return line.shape == "whole line" or (line.shape == "byline" and BYLINE.match(line.line) is not None)


def moment_of(stamp: str) -> datetime | None:
    """The moment of "2022-11-11T23:00:00Z" or "Fri, 11 Nov 2022 23:00:00 GMT"; None without a time zone."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(stamp)
        except (ValueError, TypeError):
            continue
        if moment.tzinfo is not None and 1 < moment.year < 9999:
            return moment
    return None


def clock_time(clock: re.Match[str]) -> time:
    """The time of "23:05", "11.05pm" or "11h05"; midnight when there is no such hour."""
    hour, minute = int(clock["hour"]), int(clock["minute"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else time()
