"""Saved queries, and which articles each of them has told of: a small JSON file beside an index."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from index.errors import DatelineError
from search.engine import Engine
from search.export.all_matches import AllMatches
from search.find import answer_to
from search.kept.kept_file import MOST_BYTES, beside, text_kept, write_private
from search.request import Request

NAME = re.compile(r"\w[\w.-]{0,59}")
VERSION = 1


@dataclass(frozen=True, slots=True)
class Alert:
    """A query that is asked again and again."""

    name: str
    query: str
    told: Mapping[str, str] = field(default_factory=dict)
    """When each article was first found by it, in UTC as RFC 3339 writes it, by the article's id."""


def alerts_file(location: str) -> Path:
    """Where the alerts of an index are; raises as `beside` does."""
    return beside(location, "alerts")


def read_alerts(file: Path) -> dict[str, Alert]:
    """The alerts by their names, in the order in which they were made; raises DatelineError when they are damaged."""
    try:
        text = text_kept(file)
        alerts = [] if text is None else [alert_from(each) for each in parsed(text)["alerts"]]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise DatelineError(f"{file} is damaged: mend it, or remove it and add the alerts again") from error
    return {alert.name: alert for alert in alerts}


def parsed(text: str) -> dict[str, list[dict[str, object]]]:
    """The JSON of alerts; raises ValueError, also for what would take a gigabyte: lists within lists and the like."""
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise ValueError("no alerts")
    found: dict[str, list[dict[str, object]]] = json.loads(text)
    return found


MOST_BRACKETS = 100_000
"""There are two for each alert, and those of queries."""


def alert_from(kept: Mapping[str, object]) -> Alert:
    """An alert as it was kept; raises ValueError, TypeError and KeyError."""
    name, query, told = kept["name"], kept["query"], kept["told"]
    if (
        not isinstance(name, str)
        or not isinstance(query, str)
        or not isinstance(told, dict)
        or not NAME.fullmatch(name)
    ):
        raise ValueError("no alert")
    moments = {str(id): str(when) for id, when in told.items()}
    for when in moments.values():
        moment_of(when)
    return Alert(name, query, moments)


def write_alerts(file: Path, alerts: Mapping[str, Alert]) -> None:
    """Replace the alerts at once; raises DatelineError."""
    kept = [{"name": each.name, "query": each.query, "told": dict(each.told)} for each in alerts.values()]
    text = json.dumps({"version": VERSION, "alerts": kept}, ensure_ascii=False, indent=1) + "\n"
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise DatelineError(f"cannot write {file}: its alerts told of too many articles; remove one and add it again")
    write_private(file, text)


def new_name(name: str, alerts: Mapping[str, Alert]) -> str:
    """The name for another alert; raises DatelineError when it cannot be had."""
    if not NAME.fullmatch(name):
        raise DatelineError(f"{name!r} is no name for an alert: use letters, figures, - and _, at most 60")
    if name in alerts:
        raise DatelineError(f"there is an alert {name} already: remove it with  dateline alert remove {name}")
    return name


def found_by(engine: Engine, query: str, today: date) -> Iterator[str]:
    """The ids of all articles that have all that a query asks for, the newest first."""
    request = Request(query, "newest", size=1, copies="all", words="all")
    return AllMatches(engine, answer_to(engine, request, today)).ids()


def with_told(alert: Alert, ids: Sequence[str], now: datetime) -> Alert:
    """The alert once it has told of these articles."""
    return Alert(alert.name, alert.query, {**alert.told, **dict.fromkeys(ids, written(now))})


def last_told(alert: Alert, most: int) -> list[tuple[str, datetime]]:
    """The ids of the articles that it told of last, and when."""
    last = sorted(alert.told.items(), key=lambda told: told[1], reverse=True)[:most]
    return [(id, moment_of(when)) for id, when in last]


def written(moment: datetime) -> str:
    """A moment to the second, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(kept: str) -> datetime:
    """The moment that was written; raises ValueError."""
    return datetime.strptime(kept, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
