"""The timeline beside the results: a bar for each day, week, month, year or decade, and every bar a link."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from search.chosen_values import choices, with_choice
from search.request import Chosen, Request
from search.results import Results
from search.timeline import Bar, TimelineBars, timeline
from web.links import results_url
from web.locale.catalogs import gettext, ngettext_noop, pgettext, pgettext_noop
from web.navigation import Choice, without_days
from web.wording import counted, counting, day_in_words, month_in_words, number, span_in_short

TALLEST = 68
"""Pixels of the tallest bar; four more are left above it."""
HEIGHT = 72
GAP = 0.1
"""Of the width of a bar, on either side of it."""
WIDEST = 10.0
"""Per cent of the width that a bar has at most: a single day is no wall."""
FEW_BARS = 3
"""Who has chosen so few bars is shown the days in them."""
UNITS = {
    "day": pgettext_noop("by …", "day"),
    "week": pgettext_noop("by …", "week"),
    "month": pgettext_noop("by …", "month"),
    "year": pgettext_noop("by …", "year"),
    "decade": pgettext_noop("by …", "decade"),
}
EARLIER = ngettext_noop("%(count)s earlier", "%(count)s earlier")
LATER = ngettext_noop("%(count)s later", "%(count)s later")
UNDATED = ngettext_noop("%(count)s undated", "%(count)s undated")


@dataclass(frozen=True, slots=True)
class BarLink:
    """A bar; lengths are pixels from the top, and per cent of the width."""

    label: str
    url: str
    count: int
    chosen: bool
    since: str
    """The first of its days, as an address has it; and the last."""
    until: str
    x: str
    width: str
    inner_x: str
    inner_width: str
    sure_y: str
    sure_height: str
    guess_y: str
    guess_height: str
    """"0.0" where all of them are sure."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """When the results were published."""

    scale: str
    """What a bar is, and how many the tallest one has."""
    name: str
    """What the picture is called."""
    bars: tuple[BarLink, ...]
    begin: str
    end: str
    undated: Choice | None
    """None where every article has a date."""
    beyond: tuple[Choice, ...]
    """The few articles from before the first bar, and from after the last, that would draw it out."""
    inexact: int
    every_day: str | None
    """Where the days before and after are shown, too; None where they are."""
    since: str
    """What may be typed as the first day, of these articles; and as the last."""
    until: str


def timeline_view(results: Results) -> TimelineView | None:
    """The timeline of the results; None where no article is dated."""
    if results.breakdown is None or not (datings := results.breakdown.datings()):
        return None
    request, every = results.request, timeline(datings)
    shown = every
    if request.since and request.until and is_few(every, request.since, request.until):
        nearer = timeline(datings, request.since, request.until)
        shown = nearer if len(nearer.bars) > 1 else every
    tallest = max(bar.count for bar in shown.bars)
    unit = pgettext("by …", UNITS[shown.unit])
    undated = results.breakdown.total() - sum(datings.values())
    return TimelineView(
        scale=gettext("by %(unit)s, at most %(count)s") % {"unit": unit, "count": number(tallest)},
        name=gettext("Articles by %(unit)s") % {"unit": unit},
        bars=tuple(bar_link(request, shown, place, tallest) for place, bar in enumerate(shown.bars) if bar.count),
        begin=words_of(shown, shown.bars[0]),
        end=words_of(shown, shown.bars[-1]),
        undated=undated_link(request, undated) if undated else None,
        beyond=beyond(request, shown) if shown is every else (),
        inexact=shown.inexact,
        every_day=results_url(without_days(request)) if shown is not every else None,
        since=every.bars[0].first.isoformat()[:7],
        until=every.bars[-1].last.isoformat()[:7],
    )


def beyond(request: Request, shown: TimelineBars) -> tuple[Choice, ...]:
    """The links to what is dated before and after the bars."""
    day = timedelta(days=1)
    until, since = shown.bars[0].first, shown.bars[-1].last
    ways = []
    if shown.before and until > date.min:
        ways.append(
            Choice(
                counting(*EARLIER, shown.before), results_url(replace(request, since=None, until=until - day, page=1))
            )
        )
    if shown.after and since < date.max:
        ways.append(
            Choice(counting(*LATER, shown.after), results_url(replace(request, since=since + day, until=None, page=1)))
        )
    return tuple(ways)


def is_few(every: TimelineBars, since: date, until: date) -> bool:
    """So few bars hold these days that they are worth a look from nearer by."""
    return every.unit != "day" and sum(bar.first <= until and since <= bar.last for bar in every.bars) <= FEW_BARS


def bar_link(request: Request, shown: TimelineBars, place: int, tallest: int) -> BarLink:
    """A bar at its place."""
    bar, wide = shown.bars[place], 100 / len(shown.bars)
    inner = min(wide * (1 - 2 * GAP), WIDEST)
    is_asked = (request.since, request.until) == (bar.first, bar.last)
    asked = without_days(request) if is_asked else replace(request, since=bar.first, until=bar.last, page=1)
    sure, all_of_them = (TALLEST * count / tallest for count in (bar.sure, bar.count))
    return BarLink(
        label=gettext("%(days)s: %(articles)s")
        % {"days": words_of(shown, bar), "articles": counted(bar.count, "article")},
        url=results_url(asked),
        count=bar.count,
        chosen=is_asked or (is_inside(bar, request) and not is_whole(shown, request)),
        since=bar.first.isoformat(),
        until=bar.last.isoformat(),
        x=f"{place * wide:.2f}%",
        width=f"{wide:.2f}%",
        inner_x=f"{(place + 0.5) * wide - inner / 2:.2f}%",
        inner_width=f"{inner:.2f}%",
        sure_y=f"{HEIGHT - all_of_them:.1f}",
        sure_height=f"{sure:.1f}",
        guess_y=f"{HEIGHT - all_of_them + sure:.1f}",
        guess_height=f"{all_of_them - sure:.1f}",
    )


def is_inside(bar: Bar, request: Request) -> bool:
    """Days of the bar were asked for."""
    if request.since is None and request.until is None:
        return False
    return (request.since or date.min) <= bar.last and bar.first <= (request.until or date.max)


def is_whole(shown: TimelineBars, request: Request) -> bool:
    """Every bar is among the days that were asked for, so that none needs to stand out."""
    return len(shown.bars) > 1 and all(is_inside(bar, request) for bar in shown.bars)


def words_of(shown: TimelineBars, bar: Bar) -> str:
    """The days of a bar in words: "14 November 2022", "14–20 Nov 2022", "November 2022", "2022", "2020–2029"."""
    match shown.unit:
        case "day":
            return day_in_words(bar.first)
        case "month":
            return month_in_words(f"{bar.first:%Y-%m}") if bar.first.day == 1 else span_in_short(bar.first, bar.last)
        case "decade":
            return f"{bar.first.year}–{bar.last.year}"
        case _:
            return span_in_short(bar.first, bar.last)


def undated_link(request: Request, count: int) -> Choice:
    """The link to the articles that have no date."""
    choice = Chosen("dated", None)
    return Choice(
        counting(*UNDATED, count),
        results_url(with_choice(without_days(request), choice)),
        choice in choices(request),
        count,
    )
