"""dateline alert: queries that are kept, and what is new of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.console import drawn, terminal
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import WordsCommand, index_option
from cli.printed import INDENT, Line, counted, day, original
from cli.terminal import remark, say
from index.article import Article
from index.errors import DatelineError, reason
from search.engine import Engine

if TYPE_CHECKING:
    from search.kept.alerts import Alert

MOST_LISTED = 100
"""New articles of an alert that are printed; a search finds the others."""
IN_A_FEED = 100
"""Articles, those that were told last."""


@click.group("alert", short_help="Keep queries, and tell what is new of them.", invoke_without_command=True)
@click.pass_context
def alert_command(context: click.Context) -> int:
    """Keep queries, and tell what is new of them. They are in a file beside the index.

    \b
    dateline alert add kyiv 'kyiv (talks OR truce)'
    dateline alert run                   what is new; exits 1 when nothing is, so that cron need not mail
    dateline alert run --feed feeds/     the same, and a feed for each
    dateline alert list
    dateline alert remove kyiv
    """
    if context.invoked_subcommand is None:
        say(context.get_help())
    return FOUND


@alert_command.command("add", cls=WordsCommand)
@click.argument("name")
@click.argument("words", nargs=-1, required=True)
@index_option
def add_command(name: str, words: Sequence[str], location: str) -> int:
    """Keep a query under NAME; articles that it finds by now are not new.

    \b
    dateline alert add kyiv 'kyiv (talks OR truce) source:cnn'
    """
    from search.kept.alerts import Alert, alerts_file, found_by, new_name, read_alerts, with_told, write_alerts
    from search.kept.kept_file import holding
    from search.snapshots import open_engine

    engine, file, query = open_engine(location), alerts_file(location), " ".join(words)
    alert = Alert(new_name(name, read_alerts(file)), query)
    known = list(found_by(engine, query, date.today()))
    with holding(file):
        alerts = read_alerts(file)
        new_name(name, alerts)
        write_alerts(file, {**alerts, name: with_told(alert, known, datetime.now(UTC))})
    say(f"{name}: {counted(len(known))} now; what comes from here on is told by  dateline alert run")
    say_how_read(engine, query)
    return FOUND


def say_how_read(engine: Engine, query: str) -> None:
    """How a query is understood that is asked while nobody looks, where that is not how it is typed."""
    from search.language.serializer import written
    from search.likeness.like_reading import read_for

    reading = read_for(engine, query, date.today())
    if (read_as := written(reading.clause)) != query:
        remark(f"read as: {read_as or 'everything'}")
    for note in reading.notes:
        remark(note)


@alert_command.command("list")
@index_option
def list_command(location: str) -> int:
    """List the queries that are kept: name, query and how many articles were found, between tabs.

    \b
    dateline alert list
    """
    from search.export.delimited_rows import flat
    from search.kept.alerts import alerts_file, read_alerts

    alerts = read_alerts(alerts_file(location))
    for alert in alerts.values():
        say(f"{alert.name}\t{flat(alert.query)}\t{len(alert.told)}")
    return FOUND if alerts else NOTHING_FOUND


@alert_command.command("remove")
@click.argument("name")
@index_option
def remove_command(name: str, location: str) -> int:
    """Forget the query that is kept under NAME.

    \b
    dateline alert remove kyiv
    """
    from search.kept.alerts import alerts_file, read_alerts, write_alerts
    from search.kept.kept_file import holding

    file = alerts_file(location)
    with holding(file):
        alerts = read_alerts(file)
        if name not in alerts:
            raise DatelineError(f"no alert is called {name}: they are listed by  dateline alert list")
        del alerts[name]
        write_alerts(file, alerts)
    return FOUND


@dataclass(frozen=True, slots=True)
class AlertRun:
    """An alert once it was asked again."""

    alert: "Alert"
    """It has told of what is new."""
    new: Sequence[str]
    """The ids of articles that it had not told of, the newest first."""


@alert_command.command("run")
@click.option("--feed", "feeds", type=click.Path(path_type=Path), metavar="DIR", help="Write DIR/NAME.atom, too.")
@index_option
def run_command(feeds: Path | None, location: str) -> int:
    """Print what is new of each query since it was last run; exits 1 when nothing is.

    \b
    dateline alert run
    dateline alert run --feed ~/feeds
    """
    from search.kept.alerts import alerts_file, read_alerts, with_told, write_alerts
    from search.kept.kept_file import holding
    from search.snapshots import open_engine

    file = alerts_file(location)
    alerts = read_alerts(file)
    if not alerts:
        raise DatelineError("no query is kept: keep one with  dateline alert add NAME QUERY")
    engine, now = open_engine(location), datetime.now(UTC)
    runs = [asked_again(engine, alert, now) for alert in alerts.values()]
    for run in runs:
        if run.new:
            say(drawn(terminal(), lines_of(engine, run)))
        if feeds is not None:
            write_feed(engine, run.alert, feeds, now)
    is_any = any(run.new for run in runs)
    if is_any:
        with holding(file):
            kept = read_alerts(file)  # what others added and removed meanwhile stays so
            told = {run.alert.name: run for run in runs if run.alert.name in kept}
            write_alerts(file, {**kept, **{name: with_told(kept[name], run.new, now) for name, run in told.items()}})
    return FOUND if is_any else NOTHING_FOUND


def asked_again(engine: Engine, alert: "Alert", now: datetime) -> AlertRun:
    """The alert with what it finds now."""
    from search.kept.alerts import found_by, with_told

    new = [id for id in found_by(engine, alert.query, date.today()) if id not in alert.told]
    return AlertRun(with_told(alert, new, now), new)


def lines_of(engine: Engine, run: AlertRun) -> Iterator[Line]:
    """The new articles, as lines."""
    yield ((f"{run.alert.name}: {len(run.new)} new", "title"),)
    for article in engine.fetch(run.new[:MOST_LISTED]):
        told = " · ".join((day(article.published), article.source or "unknown source", article.id))
        yield (f"{INDENT}{article.title}  ", "text"), (told, "aside")
    if len(run.new) > MOST_LISTED:
        yield ((f"{INDENT}and {len(run.new) - MOST_LISTED} more", "aside"),)


def write_feed(engine: Engine, alert: "Alert", folder: Path, now: datetime) -> None:
    """Write the feed of an alert: the articles that it told of last."""
    from search.export.atom_feed import FeedEntry, atom_feed
    from search.kept.alerts import last_told
    from search.kept.kept_file import write_private

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatelineError(f"cannot write to {folder}: {reason(error)}") from error
    told = dict(last_told(alert, IN_A_FEED))
    entries = [FeedEntry(article, told[article.id], link_to(article)) for article in engine.fetch(list(told))]
    updated = max((entry.told for entry in entries), default=now)
    feed = "".join(atom_feed(alert.name, f"{alert.name}: {alert.query}", updated, entries))
    write_private(folder / f"{alert.name}.atom", feed)


def link_to(article: Article) -> str | None:
    """Where an article can be read."""
    return original(article.url, article.path)
