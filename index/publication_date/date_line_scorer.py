"""The line of a saved page that states when its article was published: each is scored by its shape and its place.

A page saved as text keeps its menus, its lists of other articles and what readers wrote, all with dates of their own.
No line there is beyond doubt; the scores are how often such a line was right on pages of which the date is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from index.article import How, Published
from index.cleaning.main_text import Landmarks, landmarks
from index.front_matter.stated_dates import SINCE, STORY_DAY
from index.front_matter.written_dates import Days
from index.publication_date.date_candidates import DatedLine, dated_line, order_of_figures
from index.publication_date.date_features import (
    CLOSE_TO_PROSE,
    NEAR_PROSE,
    LinePosition,
    day_stated,
    score,
    shape,
    states_change,
)

BELIEVED = 0.7
"""The least score of a line that is believed; nine in ten of them are right, as the gate of dates watches."""
MOST_DATED = 1000
"""Lines; a text with more is no page with an article."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line with a date that may be that of publication."""

    number: int
    line: str
    days: Days
    place: int
    """How many lines it stands below the beginning of the prose; below 0 when it stands above."""
    shape: str
    is_framed: tuple[bool, bool]
    """Whether something stands before its dates, and behind them."""
    score: float
    is_of_change: bool
    """Its day is that of the last change, as it says itself."""

    @property
    def look(self) -> tuple[str, tuple[bool, bool]]:
        """What the lines of a list have in common."""
        return self.shape, self.is_framed


def published_by_line(lines: Sequence[str]) -> Published | None:
    """The day that the surest line states, with the line; None when none is sure. That of a change is labelled so."""
    line = surest_line(lines)
    return published_by(line) if line else None


def surest_line(lines: Sequence[str]) -> DateLine | None:
    """The line that is most likely to state the day of publication; None when none is likely enough."""
    best = max(date_lines(lines), key=lambda each: (each.score, -each.number), default=None)
    return best if best and best.score >= BELIEVED else None


def published_by(line: DateLine) -> Published:
    """The day that a line states, with the line."""
    how: How = "changed" if line.is_of_change else "stated"
    return Published(line.days.first, line.days.last, line.days.precision, how, " ".join(line.line.split()))


def date_lines(lines: Sequence[str]) -> list[DateLine]:
    """The lines that have a date, with their scores, in order; none when the text has no prose."""
    marks = landmarks(lines)
    if marks is None:
        return []
    order = order_of_figures(lines)
    dated = ((number, found) for number, line in enumerate(lines) if (found := dated_line(line, order)))
    most = islice(dated, MOST_DATED)
    alone = [line_alone(found, number, standing(lines, number, marks)) for number, found in most]
    if not alone:
        return []
    alone = [line for run in runs(alone) for line in without_lists(run)]
    beside = beside_each_other(alone, lines, marks)
    return [replace(line, score=line.score + points_beside(line, beside)) for line in alone]


def standing(lines: Sequence[str], number: int, marks: Landmarks) -> LinePosition:
    """Where a line stands."""
    above, below = lines[number - 1 : number], lines[number + 1 : number + 2]
    return LinePosition(marks.place(number), "".join(above), "".join(below), number > marks.comments)


def line_alone(dated: DatedLine, number: int, at: LinePosition) -> DateLine:
    """A line scored as if there were no others."""
    fitting = shape(dated)
    is_framed = bool(dated.before.strip()), dated.dates[-1].end < len(dated.line)
    points = score(fitting, dated, at)
    return DateLine(
        number, dated.line, day_stated(dated), at.place, fitting.name, is_framed, points, states_change(dated)
    )


WIDEST_GAP = 4
"""Lines from one date of a list to the next."""
FEWEST_LISTED = 3
"""Days."""
LISTED = -0.3


def runs(lines: Sequence[DateLine]) -> list[list[DateLine]]:
    """These lines, in order, each with those that look like it right above and below it."""
    found: list[list[DateLine]] = []
    for line in lines:
        last = found[-1][-1] if found else None
        if last and last.look == line.look and line.number - last.number <= WIDEST_GAP:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def without_lists(run: Sequence[DateLine]) -> Sequence[DateLine]:
    """The lines of a run, which count less when they have several days: it is a list of other articles."""
    if len({line.days for line in run}) < FEWEST_LISTED:
        return run
    return [replace(line, score=line.score + LISTED) for line in run]


LIKELY, SURE, LABELLED, BEYOND_DOUBT = 0.5, 0.6, 0.9, 1.05
"""Scores of lines seen alone, from which they count as likely, and so on."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lines of a text with dates, and its prose, say of each other."""

    only_day: Days | None
    """The day of all likely lines; None when they have several."""
    close_day: Days | None
    """The day of all likely lines close to the beginning of the prose; None when there is none, or several."""
    listed: frozenset[tuple[bool, bool]]
    """Whether above the first prose, and whether with a label, sure lines far from it have several days: such lines
    belong to lists of other articles, or to comments."""
    below_all: int
    """The number of a line below all prose, one of the last of the text."""
    is_near_listed: bool
    """The surest lines near the prose have several days."""
    is_story_of_a_day: bool
    """The prose begins with "That night", and tells of a day that stands above it."""
    latest_since: int
    """The latest year since which something has lasted, as the prose says."""


def beside_each_other(found: Sequence[DateLine], lines: Sequence[str], marks: Landmarks) -> Surroundings:
    """What these lines, seen alone, and the prose say of each other."""
    likely = {each.days for each in found if each.score >= LIKELY}
    close = {each.days for each in found if each.score >= LIKELY and each.place in CLOSE_TO_PROSE}
    far = [each for each in found if each.place not in NEAR_PROSE and each.score >= SURE]
    near = [each for each in found if each.place in NEAR_PROSE and each.score >= BELIEVED]
    top = max((each.score for each in near), default=0.0)
    prose = lines[marks.first :]
    return Surroundings(
        only_day=next(iter(likely)) if len(likely) == 1 else None,
        close_day=next(iter(close)) if len(close) == 1 else None,
        listed=frozenset(kind for kind in KINDS if len({each.days for each in far if kind_of(each) == kind}) > 1),
        below_all=max(len(lines) - 2, marks.last + 1),
        is_near_listed=len({each.days for each in near if each.score >= top - 0.05}) > 1,
        is_story_of_a_day=bool(STORY_DAY.match(prose[0])),
        latest_since=max((int(since["year"]) for line in prose for since in SINCE.finditer(line)), default=0),
    )


KINDS = tuple((is_above, has_label) for is_above in (False, True) for has_label in (False, True))


def kind_of(line: DateLine) -> tuple[bool, bool]:
    """Whether it stands above the first prose, and whether it has a label."""
    return line.place < 0, line.score >= LABELLED


CLOSE_DAY, ONLY_DAY, NOT_CLOSE = 0.12, 0.2, -0.2


def points_beside(line: DateLine, beside: Surroundings) -> float:
    """What the rest of the text adds to the score of a line, or takes from it."""
    is_near, points = line.place in NEAR_PROSE, 0.0
    if line.days == beside.only_day:
        points += ONLY_DAY
    if beside.close_day and line.place in CLOSE_TO_PROSE and line.days == beside.close_day:
        points += CLOSE_DAY
    if beside.close_day and not is_near and line.days != beside.close_day and line.shape != "label":
        points += NOT_CLOSE
    if not is_near and line.score >= SURE:
        points -= 0.3 if kind_of(line) in beside.listed else 0.0
    if is_near and beside.is_near_listed and BELIEVED <= line.score < BEYOND_DOUBT:
        points -= 0.3
    if line.number >= beside.below_all and line.score < BEYOND_DOUBT:
        points -= 0.5
    if line.score < BEYOND_DOUBT and (beside.is_story_of_a_day or beside.latest_since > line.days.last.year):
        points -= 0.6
    return points
