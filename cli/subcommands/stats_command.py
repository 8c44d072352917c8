"""dateline stats: what an index holds."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cli.console import drawn, progress_bar, terminal
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import index_option, json_option
from cli.printed import INDENT, Line, counted
from cli.terminal import say
from search.results import FacetValue

if TYPE_CHECKING:
    from search.statistics import Statistics

MOST_SHOWN = 15
"""Outlets and formats that are listed."""
MOST_MONTHS = 36
"""Months that are drawn; years where there are more."""
BAR = 40
"""Columns of the longest bar."""
EIGHTHS = " ▏▎▍▌▋▊▉█"


@click.command("stats", short_help="Tell what the index holds.")
@index_option
@json_option
def stats_command(location: str, as_json: bool) -> int:
    """Tell how many articles the index holds, of which outlets, months and formats, and how their dates are known.

    \b
    dateline stats
    dateline stats --json
    """
    from search.snapshots import open_engine
    from search.statistics import statistics, statistics_object

    with progress_bar("reading articles") as progress:
        told = statistics(open_engine(location), progress)
    say(json.dumps(statistics_object(told)) if as_json else drawn(terminal(), stats_lines(told)))
    return FOUND if told.articles else NOTHING_FOUND


def stats_lines(told: "Statistics") -> Iterator[Line]:
    """The statistics as lines, each kind under a heading, with a bar beside each number."""
    stories = "1 story" if told.stories == 1 else f"{told.stories:,} stories"
    yield ((f"{counted(told.articles)}, {stories}", "title"),)
    over_time = told.months if len(told.months) <= MOST_MONTHS else years(told.months)
    for heading, values in (
        ("by outlet", told.outlets[:MOST_SHOWN]),
        ("by month" if over_time == told.months else "by year", tuple(reversed(over_time))),
        ("by format", told.formats[:MOST_SHOWN]),
        ("dated by", told.dated),
    ):
        if values:
            yield ()
            yield ((heading, "aside"),)
            yield from bars(values)
            if heading == "by outlet" and len(told.outlets) > MOST_SHOWN:
                yield ((f"{INDENT}and {len(told.outlets) - MOST_SHOWN} more outlets", "aside"),)


def years(months: Sequence[FacetValue]) -> tuple[FacetValue, ...]:
    """The same by year, the newest first."""
    counts: Counter[str] = Counter()
    for month in months:
        counts[month.value[:4]] += month.count
    return tuple(FacetValue(*pair) for pair in sorted(counts.items(), reverse=True))


def bars(values: Sequence[FacetValue]) -> Iterator[Line]:
    """A line for each value, with a bar as long as its count."""
    most = max(each.count for each in values)
    names = max(len(each.value) for each in values)
    figures = len(f"{most:,}")
    for each in values:
        yield (f"{INDENT}{each.value:<{names}}  {each.count:>{figures},}  ", "text"), (bar(each.count / most), "match")


def bar(share: float) -> str:
    """A bar of so much of BAR, to an eighth of a column; never none."""
    eighths = max(1, round(share * BAR * 8))
    return EIGHTHS[8] * (eighths // 8) + (EIGHTHS[eighths % 8] if eighths % 8 else "")
