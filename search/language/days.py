"""The grammar of days: what people type as a day, a month, a year or days in a row, and how it is written back."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from search.clause_walks import disjunction
from search.clauses import About, Between, Clause
from search.language.messages import BACKWARDS, EITHER_DAY, NO_DAY, ONE_BOUND, Notes, quoted

MOST_WORDS = 8
"""Words in which days are said, such as the seven of "9 Nov 2022 to 4 Dec 2022"."""
LONGEST_DAYS = 60
"""Characters."""


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days in a row, both ends included; at least one end is there."""

    first: date | None
    """None is without a first day."""
    last: date | None
    """None is without a last day."""


@dataclass(frozen=True, slots=True)
class FigureForm:
    """A way to write days in figures; its pattern names a year and a month and day, or two numbers that are these."""

    name: str
    pattern: str
    example: str
    """Days in November 2022, in this form and in no other of the table."""


YEAR = r"(?P<year>\d{4})"
CLOCK = r"(?:[T ]\d\d(?::\d\d){1,2}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
SHORT_YEAR = r"(?P<year>\d{4}|(?<=[/.])\d\d)"
FIGURE_FORMS = (
    FigureForm("year", YEAR, "2022"),
    FigureForm("month of a year", rf"{YEAR}[-/.](?P<month>\d\d?)", "2022/11"),
    FigureForm("year first", rf"{YEAR}(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){CLOCK}", "2022-11-9"),
    FigureForm("month and year", rf"(?P<month>\d\d?)[-/.]{YEAR}", "11/2022"),
    FigureForm("year last", rf"(?P<one>\d\d?)(?P<mark>[-/.])(?P<other>\d\d?)(?P=mark){SHORT_YEAR}", "13.11.22"),
)
FIGURES = [re.compile(form.pattern, re.ASCII) for form in FIGURE_FORMS]
DOTS = re.compile(r" ?(?:\.{2,3}|…) ?")
TO = re.compile(r" (?:to|until|through|[-–—]) ")


def days_said(words: Sequence[str], today: date | None) -> int:
    """How many of these words, from the first on, say days together: 2 of "last week talks"; 0 when none do."""
    is_whole = any(pattern.fullmatch(trimmed(words[0])) for pattern in FIGURES)
    if is_whole and not (len(words) > 1 and TO.fullmatch(f" {words[1]} ")):
        return int(bool(days_read(words[0], today, Notes())))
    counts = range(min(len(words), MOST_WORDS), 0, -1)
    return next((count for count in counts if days_read(" ".join(words[:count]), today, Notes())), 0)


def days_asked(field: str, typed: str, today: date | None, notes: Notes) -> Clause | None:
    """What since:, until:, date: or about: asks for with these days; None when they are none."""
    if field in BOUNDS:
        return compared(BOUNDS[field], typed, today, notes)
    if field == "when":
        return lately(typed, today)
    sign = COMPARED.match(typed)
    if sign and field == "date":
        return compared(BOUNDS[sign.group()], typed[sign.end() :], today, notes)
    if field in ("since", "until"):
        day = bound(field, typed, today, notes)
        if day is None:
            return None
        return Between(day, None) if field == "since" else Between(None, day)
    kind = Between if field == "date" else About
    clauses = [kind(days.first, days.last) for days in days_read(typed, today, notes)]
    return disjunction(clauses) if clauses else None


@dataclass(frozen=True, slots=True)
class DayBound:
    """Where days begin or end that are asked for by comparing with others."""

    of_first: bool
    """It is reckoned from the first of the days that are typed, and otherwise from the last."""
    shift: int
    """In days."""
    is_since: bool


BOUNDS = {
    "after": DayBound(of_first=False, shift=0, is_since=True),
    "before": DayBound(of_first=True, shift=-1, is_since=False),
    ">": DayBound(of_first=False, shift=1, is_since=True),
    ">=": DayBound(of_first=True, shift=0, is_since=True),
    "<": DayBound(of_first=True, shift=-1, is_since=False),
    "<=": DayBound(of_first=False, shift=0, is_since=False),
}
"""What after: and before: mean to Google, and what signs do."""
COMPARED = re.compile("^[<>]=?")
LATELY = re.compile(r"(\d{1,4})([hdwmy])", re.IGNORECASE)
DAYS_IN = {"h": 1 / 24, "d": 1, "w": 7, "m": 30.44, "y": 365.25}


def compared(bound: DayBound, typed: str, today: date | None, notes: Notes) -> Between | None:
    """The days from this bound on, or up to it; None when no days are typed."""
    found = days_read(typed, today, notes)
    ends = [end for days in found if (end := days.first if bound.of_first else days.last)]
    if not ends:
        return None
    try:
        day = (min(ends) if bound.is_since else max(ends)) + timedelta(bound.shift)
    except OverflowError:
        return None
    return Between(day, None) if bound.is_since else Between(None, day)


def lately(typed: str, today: date | None) -> Between | None:
    """The days from so many hours, days, weeks, months or years ago on: 7d; None where that is none."""
    found = LATELY.fullmatch(trimmed(typed))
    if found is None or today is None:
        return None
    days = min(round(int(found[1]) * DAYS_IN[found[2].lower()]), today.toordinal() - 1)
    return Between(today - timedelta(days), None)


def bound_asked(field: str, typed: str, today: date | None, notes: Notes) -> date | None:
    """The first day for "since", the last for "until", of what was typed beside the words; None when it is no day."""
    if not typed.strip():
        return None
    day = bound(field, typed, today, notes)
    if day is None:
        notes.add(NO_DAY, quoted("".join(letter if letter.isprintable() else "\ufffd" for letter in typed)))
    return day


def bound(field: str, typed: str, today: date | None, notes: Notes) -> date | None:
    """The first of the days that were typed for "since", the last for "until"; None when there is none such."""
    found = days_read(typed, today, notes)
    if field == "since":
        days = [days.first for days in found if days.first]
        day = min(days, default=None)
    else:
        days = [days.last for days in found if days.last]
        day = max(days, default=None)
    if day and (DOTS.search(trimmed(typed)) or TO.search(typed)):
        notes.add(ONE_BOUND, f"{quoted(typed)} read as {field}:{day}")
    return day


def days_read(typed: str, today: date | None, notes: Notes) -> tuple[DayRange, ...]:
    """The days that a whole text means; two ranges where its figures may be either, and none where it is no days.

    Counted from `today` is what people count from there, such as "yesterday"; without it, that is not read.
    """
    text = trimmed(typed)
    if len(text) > LONGEST_DAYS:
        return ()
    joint = DOTS.search(text)
    if joint is None:
        if found := one_period(text, today, today):
            note_either(text, found, notes)
            return found
        joint = TO.search(text)
    return days_between(joint, today, notes) if joint else ()


def days_between(joint: re.Match[str], today: date | None, notes: Notes) -> tuple[DayRange, ...]:
    """The days from those that stand before ".." to those that stand after it; one side may be open."""
    before, after = joint.string[: joint.start()], joint.string[joint.end() :]
    lasts = one_period(after, today, today)
    last = max((days.last for days in lasts if days.last), default=None)
    firsts = one_period(before, today, last or today)
    first = min((days.first for days in firsts if days.first), default=None)
    if (before and not first) or (after and not last) or not (first or last):
        return ()
    note_either(before, firsts, notes)
    note_either(after, lasts, notes)
    if first and last and first > last:
        notes.add(BACKWARDS, quoted(joint.string))
        first = min(days.first for days in lasts if days.first)
        last = max(days.last for days in firsts if days.last)
    return (DayRange(first, last),)


def one_period(text: str, today: date | None, near: date | None) -> tuple[DayRange, ...]:
    """A day, month or year, or days that have a name; two where figures may be either day, and none for other texts."""
    for pattern in FIGURES:
        if (match := pattern.fullmatch(text)) and (found := days_in_figures(match)):
            return found
    if not text:
        return ()
    # Imported here, because most questions write days in figures, and its tables take a while.
    from search.language.days_in_words import days_in_words

    span = days_in_words(text, today, near)
    return (DayRange(span.first, span.last),) if span else ()


def days_in_figures(match: re.Match[str]) -> tuple[DayRange, ...]:
    """The days that figures may mean, in the order of the calendar; none when no calendar has them."""
    parts = match.groupdict()
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    if "one" not in parts:
        month, day = (int(parts[name]) if parts.get(name) else None for name in ("month", "day"))
        found = period(year, month, day)
        return (found,) if found else ()
    one, other = int(parts["one"]), int(parts["other"])
    day_first, month_first = period(year, other, one), period(year, one, other)
    if parts["mark"] == "." and day_first:
        return (day_first,)  # with full stops, the day is first everywhere
    both = {days.first: days for days in (day_first, month_first) if days}
    return tuple(sorted(both.values(), key=lambda days: days.first or date.min))


def period(year: int, month: int | None, day: int | None) -> DayRange | None:
    """A year, a month of it or a day of that; None when there is none such."""
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return DayRange(first, first)
    return DayRange(first, last_of_month(first if month is not None else first.replace(month=12)))


def last_of_month(day: date) -> date:
    """The last day of the month of this day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def note_either(text: str, found: Sequence[DayRange], notes: Notes) -> None:
    """Say so when figures may be either of two days."""
    if len(found) > 1:
        notes.add(EITHER_DAY, f"{quoted(text)} may be {' or '.join(days_written(days) for days in found)}")


def trimmed(typed: str) -> str:
    """What was typed on one line, without what may stand around days."""
    return " ".join(typed.split()).strip(" ,;")


def days_written(days: DayRange) -> str:
    """The shortest way to write days in a row, which reads back as these: 2022-11-09, 2022-11, 2022, 2022-11-09.."""
    if days.first is None or days.last is None:
        return f"{days.first or ''}..{days.last or ''}"
    return whole_period(days.first, days.last) or f"{days.first}..{days.last}"


def whole_period(first: date, last: date) -> str | None:
    """A day, a whole month or a whole year: 2022-11-09, 2022-11, 2022; None for other days in a row."""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)):
        return first.isoformat()[:4]
    if first.day == 1 and last == last_of_month(first):
        return first.isoformat()[:7]
    return None


def first_written(day: date) -> str:
    """The shortest way to ask for this first day: 2022-01-01 -> "2022", 2022-11-01 -> "2022-11"."""
    if day.day > 1:
        return day.isoformat()
    return day.isoformat()[:4] if day.month == 1 else day.isoformat()[:7]


def last_written(day: date) -> str:
    """The shortest way to ask for this last day: 2022-12-31 -> "2022", 2022-11-30 -> "2022-11"."""
    if day < last_of_month(day):
        return day.isoformat()
    return day.isoformat()[:4] if day.month == 12 else day.isoformat()[:7]
