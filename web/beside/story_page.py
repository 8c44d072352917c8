"""A story on a page of its own: its articles on a line of time, who was first, and who has whose text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.article import Published
from search.article.story import Member, Story
from search.request import Request
from search.story.story_report import StoryReport
from web.beside.sidebar import MOST_QUOTES, Prints, prints
from web.beside.story_sections import (
    MOST_ROWS,
    DifferenceRows,
    SayingRow,
    SourceText,
    StoryAddresses,
    difference_rows,
    only_here_rows,
    source_texts,
)
from web.beside.story_view import Telling, telling
from web.kept_reports import ToldStory
from web.links import article_url, export_url, results_url
from web.locale.catalogs import gettext, gettext_noop, ngettext_noop
from web.wording import (
    counted,
    counting,
    day_in_words,
    day_of_month,
    day_of_year,
    isolated,
    number,
    shortened,
    span_in_words,
)

ROW = 28
"""Pixels from one outlet to the next."""
SAME_DAY = ngettext_noop(
    "%(count)s other article has the same day; the hour is not known.",
    "%(count)s other articles have the same day; the hour is not known.",
)
NO_DAY = ngettext_noop(
    "%(count)s article has no stated day, and may be earlier.",
    "%(count)s articles have no stated day, and may be earlier.",
)
MOST_TICKS = 10
"""Days that are written below the line; of more, only the first and the last."""
UNKNOWN = gettext_noop("no outlet")


@dataclass(frozen=True, slots=True)
class Dot:
    """An article on the line of time; lengths are per cent of its width, and pixels from the top."""

    url: str
    label: str
    kind: str
    """One of "first", "article", "reprint" and "inexact"."""
    x: str
    y: int
    width: str
    """How long it may be that it came out; "" where it is one day."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The articles of a story by outlet and day."""

    outlets: tuple[str, ...]
    height: int
    dots: tuple[Dot, ...]
    ticks: tuple[str, ...]
    undated: int
    """How many are not on it."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What the page of a story tells."""

    story: Story
    title: str
    told: str
    """How many articles and outlets tell it, and when."""
    line: TimeLine | None
    """None where no article is dated."""
    first: str
    """Who had it first, as far as dates tell."""
    texts: tuple[SourceText, ...]
    differences: tuple[DifferenceRows, ...]
    more_differences: int
    quotes: tuple[Prints, ...]
    alone: tuple[SayingRow, ...]
    read: str | None
    """What was not looked at; None where all was."""
    every: tuple[Telling, ...]
    """All members that are listed, oldest first."""
    search: str
    table: str
    """Where its articles are given as a table."""


def story_page(told_story: ToldStory, asked: Request) -> StoryPage:
    """The page of a story and what it tells, with what was asked when it was found."""
    story, report, first = told_story.story, told_story.report, told_story.articles[0]
    members = [replace(member, is_this=False) for member in story.members]
    links = StoryAddresses({member.id: member for member in members}, asked)
    outlets = {member.source for member in members if member.source}
    days = [member.published for member in members if member.published]
    span = span_in_words(min(own.first for own in days), max(own.last for own in days)) if days else gettext("no date")
    told = [counted(story.total, "article"), counted(len(outlets), "outlet") if outlets else gettext(UNKNOWN), span]
    every = Request(story.search, order="oldest", copies="all")
    return StoryPage(
        story=story,
        title=members[0].title,
        told=gettext(", ").join(told),
        line=time_line(members, asked) if days else None,
        first=first_told(members),
        texts=source_texts(report.chains, links),
        differences=difference_rows(report.differences, links),
        more_differences=max(0, len(report.differences) - MOST_ROWS),
        quotes=tuple(prints(quote, links.members) for quote in report.quotations[:MOST_QUOTES]),
        alone=only_here_rows(report.only_here, links),
        read=what_was_read(story, report),
        every=tuple(telling(member, first, links.members, asked) for member in members),
        search=results_url(every),
        table=export_url("csv", every),
    )


def what_was_read(story: Story, report: StoryReport) -> str | None:
    """How much of the story its sentences are taken from; None where that is all of it."""
    if story.total > report.read:
        counts = {"read": number(report.read), "articles": counted(story.total, "article")}
        return gettext("Sentences are those of the first %(read)s of %(articles)s.") % counts
    return gettext("Of long articles, the first sentences are looked at.") if report.is_cut else None


def is_exact(published: Published | None) -> bool:
    """The very day is known, and not from what the text says of other days."""
    return (
        published is not None
        and published.first == published.last
        and published.how not in ("inferred", "changed", "file")
    )


def time_line(members: Sequence[Member], asked: Request) -> TimeLine:
    """The dated members by outlet, the outlet that came first at the top."""
    dated = [(member, member.published) for member in members if member.published]
    begin, end = min(days.first for _, days in dated), max(days.last for _, days in dated)
    count, unknown = (end - begin).days + 1, gettext(UNKNOWN)
    outlets = list(dict.fromkeys(member.source or unknown for member, _ in dated))
    first = next((member.id for member, days in dated if is_exact(days)), None)
    same: dict[tuple[str, date], int] = {}
    dots = []
    for member, days in dated:
        outlet = member.source or unknown
        before = same[outlet, days.first] = same.get((outlet, days.first), -1) + 1
        at = ((days.first - begin).days + 0.5 + 0.12 * before) / count
        kind = (
            "inexact"
            if not is_exact(days)
            else "first"
            if member.id == first
            else "reprint"
            if member.reprint_of
            else "article"
        )
        dots.append(
            Dot(
                url=article_url(member.id, asked),
                label=dot_label(outlet, days, member.title),
                kind=kind,
                x=f"{100 * (at if kind != 'inexact' else (days.first - begin).days / count):.2f}%",
                y=outlets.index(outlet) * ROW + ROW // 2,
                width=f"{100 * ((days.last - days.first).days + 1) / count:.2f}%" if kind == "inexact" else "",
            )
        )
    return TimeLine(tuple(outlets), len(outlets) * ROW, tuple(dots), ticks(begin, count), len(members) - len(dated))


def dot_label(outlet: str, days: Published, title: str) -> str:
    """An article on the line of time in words."""
    said = {
        "outlet": isolated(outlet),
        "days": span_in_words(days.first, days.last),
        "title": isolated(shortened(title, 80)),
    }
    return gettext("%(outlet)s, %(days)s: %(title)s") % said


def ticks(begin: date, count: int) -> tuple[str, ...]:
    """The days that are written below the line."""
    days = [date.fromordinal(begin.toordinal() + place) for place in range(count)]
    if count > MOST_TICKS:
        days = [days[0], days[-1]]
    short = [day_of_year(day) for day in days]
    months = [day.month for day in days]
    return tuple(
        text if place == 0 or count > MOST_TICKS or months[place] != months[place - 1] else day_of_month(days[place])
        for place, text in enumerate(short)
    )


def first_told(members: Sequence[Member]) -> str:
    """Who had it first, as far as dates tell, and what they do not tell."""
    exact = [member for member in members if is_exact(member.published)]
    open_ones = len(members) - len(exact)
    if not exact or exact[0].published is None:
        return gettext("No article states its day, so it is not known who had it first.")
    day = exact[0].published.first
    same = sum(member.published is not None and member.published.first == day for member in exact[1:])
    teller = {"outlet": isolated(exact[0].source or gettext("An article of no known outlet")), "day": day_in_words(day)}
    sentences = [gettext("%(outlet)s, %(day)s, is the first dated article.") % teller]
    if same:
        sentences.append(counting(*SAME_DAY, same))
    if open_ones:
        sentences.append(counting(*NO_DAY, open_ones))
    return " ".join(sentences)
