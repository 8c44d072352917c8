"""The line of a saved page that states when its article was published: each is scored by its shape and its place.

A page saved as text keeps its menus, its lists of other articles and what readers wrote, all with dates of their own.
No line there is beyond doubt; the scores are how often such a line was right on pages of which the date is known.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.article import Published
from index.boilerplate import opens_comments
from index.dates import SINCE, STORY_DAY
from index.days import WEEKDAY, Days, WrittenDate, dates_in, day_or_none

LONGEST_LINE = 200
"""Characters; a line that states a date is shorter."""
BELIEVED = 0.7
"""The least score of a line that is believed; nine in ten of them are right, as the gate of dates watches."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line with a date that may be that of publication."""

    number: int
    line: str
    days: Days
    place: int
    """How many lines it stands below the first paragraph of prose; below 0 when it stands above."""
    score: float


def published_by_line(lines: Sequence[str]) -> Published | None:
    """The day that the surest line states, with the line; None when none is sure."""
    best = max(date_lines(lines), key=lambda each: (each.score, -each.number), default=None)
    if best is None or best.score < BELIEVED:
        return None
    return Published(best.days.first, best.days.last, best.days.precision, "stated", " ".join(best.line.split()))


def date_lines(lines: Sequence[str]) -> list[DateLine]:
    """The lines that have a date, with their scores, in order; none when the text has no prose."""
    prose = next((number for number, line in enumerate(lines) if PROSE.match(line)), None)
    if prose is None:
        return []
    order = order_of_figures(lines)
    # What readers wrote of the article has dates of its own.
    lines = lines[: next((at for at in range(prose, len(lines)) if opens_comments(lines[at])), len(lines))]
    apart = [(number, parts) for number, line in enumerate(lines) if (parts := line_parts(line, order))]
    alone = [
        DateLine(number, parts.line, parts.dates[0].days, number - prose, score(parts, number - prose))
        for number, parts in apart
    ]
    if not alone:
        return []
    beside = beside_each_other(alone, lines[prose:])
    return [replace(line, score=line.score + points_beside(line, beside)) for line in alone]


PROSE = re.compile(r".{80,2000}[\w\"”’)\]][.!?…]|.{200}", re.DOTALL)
FIGURES = re.compile(r"\d{4}|\d[./]\d\d?[./]\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class LineParts:
    """A line with a date, taken apart."""

    line: str
    dates: Sequence[WrittenDate]
    before: str
    """What stands before the first date."""
    rest: str
    """The line without its dates, weekdays, clocks, and how many have read it."""


def line_parts(line: str, order: "Order | None") -> LineParts | None:
    """A line taken apart; None when it has no day, or is too long."""
    if len(line) > LONGEST_LINE or not FIGURES.search(line):
        return None
    dates = [written for written in dates_in(line) if written.days.precision == "day"] or days_in_figures(line, order)
    if not dates:
        return None
    starts, ends = [0, *(each.end for each in dates)], [*(each.start for each in dates), len(line)]
    rest = " | ".join(line[start:end] for start, end in zip(starts, ends, strict=True))
    return LineParts(line, dates, line[: dates[0].start], COUNTS.sub(" ", CLOCK.sub(" ", WEEKDAY.sub(" ", rest))))


CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b(?!\.\d)|\b\d{1,2} ?[ap]\.?m\b\.?", re.IGNORECASE)
COUNTS = re.compile(
    r"\b(?:\d[\d,.]*|no|keine|ein|einen) ?[km]?\+? (?:comment|view|share|repl|read|like|kommentar)\w*"
    r"|\b(?:leave a|hinterlasse einen|schreibe einen) (?:comment|kommentar|reply)"
    r"|\b(?:comment|kommentar)\w*:? (?:\(?\d+\)?|off|closed|geschlossen|deaktiviert)",
    re.IGNORECASE,
)

Order = Literal["day first", "month first"]
SLASHED = re.compile(r"(?<![\w/.-])(\d\d?)/(\d\d?)/((?:19|20)?\d\d)(?![\w/-]|\.\d)")
DOTTED = re.compile(r"(?<![\w/.-])(\d\d?)\. ?(\d\d?)\. ?(\d\d)(?![\w/-]|\.\d)")


def order_of_figures(lines: Iterable[str]) -> Order | None:
    """Whether the day stands first in dates such as 03/04/2022, as others of the text show; None when none does."""
    orders: set[Order] = set()
    for line in lines:
        for first, second, _ in SLASHED.findall(line) if len(line) <= LONGEST_LINE else ():
            if int(first) > 12 >= int(second):
                orders.add("day first")
            if int(second) > 12 >= int(first):
                orders.add("month first")
    return orders.pop() if len(orders) == 1 else None


def days_in_figures(line: str, order: Order | None) -> list[WrittenDate]:
    """The days that a line writes with short years, or in figures of which only other lines tell the order."""
    found = [written_in_figures(match, order) for match in SLASHED.finditer(line)]
    found += [written_in_figures(match, "day first") for match in DOTTED.finditer(line)]
    return [written for written in found if written]


def written_in_figures(match: re.Match[str], order: Order | None) -> WrittenDate | None:
    """The day that figures mean, or the two days that they may mean; None when there is none."""
    first, second, year = (int(figures) for figures in match.groups())
    year += 2000 if year < 100 else 0
    readings = {
        "day first": day_or_none(year, second, first) if order != "month first" else None,
        "month first": day_or_none(year, first, second) if order != "day first" else None,
    }
    days = sorted(day for day in readings.values() if day)
    return WrittenDate(match.start(), match.end(), Days(days[0], days[-1], "day")) if days else None


@dataclass(frozen=True, slots=True)
class LineShape:
    """What a line with a date is like, and how often the date of such a line is that of publication."""

    name: str
    score: float
    fits: Callable[[LineParts], bool]
    example: str
    """A line of this shape and no earlier one of the table."""


LABEL = re.compile(
    r"\b(?:publi(?:shed|cation date|ziert)|posted|created|submitted|written|filed|released|issued|dated?|datum|erstellt"
    r"|ver[öo]e?ffentlicht|ersch(?:ienen|eint)|geschrieben|eingestellt|gepostet|pubdate)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\b(?:um|uhr|at|on|am|the|of|min(?:ute)?s?|lesezeit|est|edt|gmt|utc|cet|pst|pdt|et|last|updated?|modified|edited"
    r"|revised|aktualisiert)\b|[\W\d_]+",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:by|von|par|author|autor(?:in)?):? \w|\b(?:[Bb]y|[Vv]on) [A-ZÄÖÜ]")
MOST_ASIDE = 3
SHORT_LINE = 60
"""Characters."""

SHAPES = (
    LineShape(
        "label", 0.94, lambda parts: bool(LABEL.search(parts.before)), "Posted by Jane on 11 November 2022 in News"
    ),
    LineShape(
        "whole line",
        0.80,
        lambda parts: len("".join(ASIDE.sub(" ", parts.rest).split())) <= MOST_ASIDE,
        "11 November 2022 at 10:53 | 3 comments",
    ),
    LineShape(
        "byline",
        0.72,
        lambda parts: bool(BY.search(parts.line)),
        "11 November 2022 by Jane Doe, who was there in person",
    ),
    LineShape("short line", 0.50, lambda parts: len(parts.line) <= SHORT_LINE, "Jane Doe, 11 November 2022"),
    LineShape(
        "sentence", 0.30, lambda _: True, "The talks began on 11 November 2022, as everybody knows who was there."
    ),
)
"""The first that fits counts."""


@dataclass(frozen=True, slots=True)
class LinePoint:
    """What makes the date of a line more or less likely to be that of publication."""

    name: str
    points: float
    fits: Callable[[LineParts, int], bool]
    """Seeing the line, and how many lines it stands below the first prose."""


NEAR_PROSE = range(-14, 5)
BESIDE_PROSE = range(-5, 3)
UPDATED = re.compile(r"update|modified|edited|revised|aktualisiert|\bstand\b|ge[äa]e?ndert|\blast\b", re.IGNORECASE)
OTHER = re.compile(
    r"©|\(c\)|copyright|comment|kommentar|\bsa(?:ys?|gt)\b:?|schrieb|retrieved|abgerufen|\bborn\b|geboren|joined|deadline"
    r"|\bevents?\b|\(@|antworten|reply|registriert|\buntil\b|bis zum|accessed|expires|version|(?:\.\.\.|…)$",
    re.IGNORECASE,
)
"""What says that a date is of something else: a comment, a right, an event."""

PREPOSITION = re.compile(
    r"\b(?:of|in|on|until|by|since|from|the|to|and|am|vom|bis|seit|im|der|zum|den|und|after|before|for)\W*$",
    re.IGNORECASE,
)


POINTS = (
    LinePoint("near the prose", 0.15, lambda _, place: place in NEAR_PROSE),
    LinePoint("short beside the prose", 0.12, lambda parts, place: place in BESIDE_PROSE and is_short(parts)),
    LinePoint("clock", 0.04, lambda parts, _: bool(CLOCK.search(parts.line))),
    LinePoint("speaks of the day", -0.3, lambda parts, _: is_short(parts) and bool(PREPOSITION.search(parts.before))),
    LinePoint("updated", -0.12, lambda parts, _: bool(UPDATED.search(parts.before[-30:]))),
    LinePoint("of something else", -0.4, lambda parts, _: bool(OTHER.search(parts.rest))),
    LinePoint(
        "several days",
        -0.2,
        lambda parts, _: len({each.days for each in parts.dates}) > 1 and not UPDATED.search(parts.rest),
    ),
)


def is_short(parts: LineParts) -> bool:
    """A short line, and no other shape of the table."""
    return shape(parts).name == "short line"


def shape(parts: LineParts) -> LineShape:
    """The first shape that fits."""
    return next(each for each in SHAPES if each.fits(parts))


def score(parts: LineParts, place: int) -> float:
    """How likely a line is to state the day of publication, seen alone."""
    return shape(parts).score + sum(each.points for each in POINTS if each.fits(parts, place))


LIKELY, SURE, LABELLED, BEYOND_DOUBT = 0.5, 0.6, 0.9, 1.05
"""Scores of lines seen alone, from which they count as likely, and so on."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the lines of a text with dates, and its prose, say of each other."""

    only_day: Days | None
    """The day of all likely lines; None when they have several."""
    listed: frozenset[tuple[bool, bool]]
    """Whether above the first prose, and whether with a label, sure lines far from it have several days: such lines
    belong to lists of other articles, or to comments."""
    below_all: int
    """How many lines below the first prose a line stands below all prose, as one of the last of the text."""
    is_near_listed: bool
    """The surest lines near the prose have several days."""
    is_story_of_a_day: bool
    """The prose begins with "That night", and tells of a day that stands above it."""
    latest_since: int
    """The latest year since which something has lasted, as the prose says."""


def beside_each_other(found: Sequence[DateLine], prose: Sequence[str]) -> Beside:
    """What these lines, seen alone, and the prose say of each other."""
    likely = {each.days for each in found if each.score >= LIKELY}
    far = [each for each in found if each.place not in NEAR_PROSE and each.score >= SURE]
    near = [each for each in found if each.place in NEAR_PROSE and each.score >= BELIEVED]
    top = max((each.score for each in near), default=0.0)
    return Beside(
        only_day=next(iter(likely)) if len(likely) == 1 else None,
        listed=frozenset(kind for kind in KINDS if len({each.days for each in far if kind_of(each) == kind}) > 1),
        below_all=max(len(prose) - 2, *(place + 1 for place, line in enumerate(prose) if PROSE.match(line))),
        is_near_listed=len({each.days for each in near if each.score >= top - 0.05}) > 1,
        is_story_of_a_day=bool(prose and STORY_DAY.match(prose[0])),
        latest_since=max((int(since["year"]) for line in prose for since in SINCE.finditer(line)), default=0),
    )


KINDS = tuple((is_above, has_label) for is_above in (False, True) for has_label in (False, True))


def kind_of(line: DateLine) -> tuple[bool, bool]:
    """Whether it stands above the first prose, and whether it has a label."""
    return line.place < 0, line.score >= LABELLED


def points_beside(line: DateLine, beside: Beside) -> float:
    """What the rest of the text adds to the score of a line, or takes from it."""
    is_near, points = line.place in NEAR_PROSE, 0.0
    if line.days == beside.only_day:
        points += 0.2
    if not is_near and line.score >= SURE:
        points -= 0.3 if kind_of(line) in beside.listed else 0.0
    if is_near and beside.is_near_listed and BELIEVED <= line.score < BEYOND_DOUBT:
        points -= 0.3
    if line.place >= beside.below_all and line.score < BEYOND_DOUBT:
        points -= 0.5
    if line.score < BEYOND_DOUBT and (beside.is_story_of_a_day or beside.latest_since > line.days.last.year):
        points -= 0.6
    return points
