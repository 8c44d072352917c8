"""Lines with a day in them, taken apart: also with short years, and in figures of which other lines tell the order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.annotations import NumericOrder
from index.front_matter.publication_years import full_year, may_be_published
from index.front_matter.written_dates import WEEKDAY, Days, WrittenDate, dates_in, day_or_none
from index.lexicon.months import month_or_none

LONGEST_LINE = 200
"""Characters; a line that states a date is shorter, and of a longer one only what it opens with."""


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line with a day, taken apart."""

    line: str
    """All of it, or what a longer one opens with."""
    dates: Sequence[WrittenDate]
    before: str
    """What stands before the first date."""
    rest: str
    """The line without its dates, weekdays, clocks, and how many have read it."""
    is_opening: bool
    """The line is longer, and opens with a day: "Berlin, 11. November 2022 – Die Gespräche"."""

    @property
    def days(self) -> Days:
        """What the first of its dates means."""
        return self.dates[0].days

    @property
    def is_repeated(self) -> bool:
        """It has one day twice, as programs write that of publication and that of the last change."""
        return len(self.dates) > 1 and len({each.days for each in self.dates}) == 1


FIGURES = re.compile(r"\d{4}|\d[./]\d\d?[./]\d\d(?!\d)|\d[ .-][^\W\d_]{3,12}\.?[ -][’']?\d\d(?!\d)|[’']\d\d(?!\d)|年")
DATE_AT_START = r"(?:\d[\d ./-]{0,3}[\w. ]{0,14}|[^\W\d]{3,9}\.? \d{1,2}, )\d{4}"
OPENING = re.compile(rf"(?:[^.!?\d]{{0,60}} )?{DATE_AT_START} ?[.:|–—-](?= ?[\w“„«\"])")
"""A place or a label, a day, and a mark behind which the sentence begins."""


def dated_line(line: str, order: NumericOrder | None) -> DatedLine | None:
    """A line taken apart; None when it has no day, or is long and does not open with one."""
    opening = OPENING.match(line) if len(line) > LONGEST_LINE else None
    shown = opening[0] if opening else line
    if len(shown) > LONGEST_LINE or not FIGURES.search(shown):
        return None
    dates = [written for written in dates_in(shown) if written.days.precision == "day"] or days_in_figures(shown, order)
    dates = [written for written in dates if may_be_published(written.days.last)]
    if not dates:
        return None
    starts, ends = [0, *(each.end for each in dates)], [*(each.start for each in dates), len(shown)]
    rest = " | ".join(shown[start:end] for start, end in zip(starts, ends, strict=True))
    bare = COUNTS.sub(" ", CLOCK.sub(" ", WEEKDAY.sub(" ", rest)))
    return DatedLine(shown, dates, shown[: dates[0].start], bare, opening is not None)


CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b(?!\.\d)|\b\d{1,2} ?[ap]\.?m\b\.?", re.IGNORECASE)
COUNTS = re.compile(
    r"\b(?:\d[\d,.]*|no|keine|ein|einen) ?[km]?\+? (?:comment|view|share|repl|read|like|kommentar)\w*"
    r"|\b(?:leave a|view|add a|hinterlasse einen|schreibe einen) (?:comments?|kommentar|reply)"
    r"|(?:comment|kommentar)\w*?:? ?(?:\(?\d+\)?|off|closed|geschlossen|deaktiviert)",
    re.IGNORECASE,
)

SLASHED = re.compile(r"(?<![\w/.-])(\d\d?)/(\d\d?)/((?:19|20)?\d\d)(?![\w/-]|\.\d)")
DOTTED = re.compile(r"(?<![\w/.-])(\d\d?)\. ?(\d\d?)\. ?(\d\d)(?:(?=\d\d:\d\d)|(?![\w/-]|\.\d))")


def order_of_figures(lines: Sequence[str]) -> NumericOrder | None:
    """Whether the day stands first in dates such as 03/04/2022, as others of the text, or its language, show.

    None when they do not: in English both are usual.
    """
    short = (line for line in lines if len(line) <= LONGEST_LINE)
    pairs = [(int(first), int(second)) for line in short for first, second, _ in SLASHED.findall(line)]
    orders: set[NumericOrder] = {order for first, second in pairs if (order := order_shown(first, second))}
    if orders:
        return orders.pop() if len(orders) == 1 else None
    return "day first" if pairs and is_foreign(lines) else None


def order_shown(first: int, second: int) -> NumericOrder | None:
    """The order of two figures of which only one can be a month; None when both can, or none."""
    if first > 12 >= second:
        return "day first"
    return "month first" if second > 12 >= first else None


MOST_READ = 20_000
"""Characters."""
FEWEST_WORDS = 10
IN_ENGLISH = frozenset(("the", "of", "and", "to"))
ELSEWHERE = frozenset(
    str.split("""
    att che con das dass de del della den der des det di die een est het ist las les los mit não nicht och og para
    per por pour que sur um und une van von
    """)
)
"""Frequent words of other languages of Europe."""


def is_foreign(lines: Sequence[str]) -> bool:
    """The text is in another language than English."""
    words = " ".join(line[:LONGEST_LINE] for line in lines)[:MOST_READ].lower().split()
    elsewhere = sum(word in ELSEWHERE for word in words)
    return elsewhere >= FEWEST_WORDS and elsewhere > 3 * sum(word in IN_ENGLISH for word in words)


SHORT_YEAR = r"[’']?(?P<year>\d\d)(?![\w:/-]|[.,]\d)(?! ?[ap]\.?m\b)"
NAMED = re.compile(
    rf"(?<![\w/.:-])(?P<day>\d\d?)\.?[ -](?P<month>[^\W\d_]{{3,12}})\.?,?[ -]{SHORT_YEAR}", re.IGNORECASE
)
NAME_FIRST = re.compile(
    rf"(?<![\w-])(?P<month>[^\W\d_]{{3,12}})\.? (?P<day>\d\d?),? (?=[’']){SHORT_YEAR}", re.IGNORECASE
)
"""18 Nov 17 and 18-Nov-17; and with the mark that shows that the year is cut: Nov. 18, ’17."""


def days_in_figures(line: str, order: NumericOrder | None) -> list[WrittenDate]:
    """The days that a line writes with short years, or in figures of which only other lines tell the order."""
    found = [written_in_figures(match, order) for match in SLASHED.finditer(line)]
    found += [written_in_figures(match, "day first") for match in DOTTED.finditer(line)]
    found += [written_with_name(match) for form in (NAMED, NAME_FIRST) for match in form.finditer(line)]
    return [written for written in found if written]


def written_with_name(match: re.Match[str]) -> WrittenDate | None:
    """The day of a short year whose month is named; None when the word is no month, or the month has no such day."""
    month = month_or_none(match["month"])
    day = day_or_none(full_year(int(match["year"])), month, int(match["day"])) if month else None
    return WrittenDate(match.start(), match.end(), Days(day, day, "day")) if day else None


def written_in_figures(match: re.Match[str], order: NumericOrder | None) -> WrittenDate | None:
    """The day that figures mean, or the two days that they may mean; None when there is none."""
    first, second, year = (int(figures) for figures in match.groups())
    year = full_year(year) if year < 100 else year
    readings = {
        "day first": day_or_none(year, second, first) if order != "month first" else None,
        "month first": day_or_none(year, first, second) if order != "day first" else None,
    }
    days = sorted(day for day in readings.values() if day and may_be_published(day))
    return WrittenDate(match.start(), match.end(), Days(days[0], days[-1], "day")) if days else None
