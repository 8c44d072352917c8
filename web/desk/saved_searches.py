"""Searches that are kept, as `dateline alert` keeps them, and what each finds that it had not found before."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flask import Flask, Response
from werkzeug.exceptions import NotFound

from index.article import Article
from search.chosen_values import choices, narrowed
from search.clause_walks import conjunction
from search.clauses import And, Everything
from search.engine import Engine
from search.kept.alerts import Alert, alerts_file, found_by, new_name, read_alerts, with_told, write_alerts
from search.kept.kept_file import Remembered, holding, marks_of
from search.language.lexer import MAX_LENGTH
from search.language.serializer import written
from search.likeness.like_reading import read_for
from search.request import Request
from web.desk.form_token import FormToken
from web.links import SAVED, Asked, export_url, results_url, rooted
from web.templating import page, sent_to

NEWS_LISTED = 10
"""Articles that are new, of each search; the results have the others."""
MOST_ASKED = 50
"""Searches that are asked again for one page."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that is kept, and what it finds now."""

    name: str
    query: str
    url: str
    feed: str
    total: int
    new: int
    news: tuple[Article, ...]
    """The newest of those that are new."""


class SavedSearches:
    """The searches of whoever owns the index."""

    def __init__(
        self,
        engine: Callable[[], Engine],
        asked: Callable[[], Asked],
        today: Callable[[], date],
        location: str,
        token: FormToken,
    ) -> None:
        self.engine = engine
        self.asked = asked
        self.today = today
        self.token = token
        self.file = alerts_file(location)
        self.remembered = Remembered(self.file, read_alerts)
        self.kept: tuple[object, tuple[SavedSearch, ...]] | None = None  # with what they were asked of

    def open_on(self, app: Flask) -> None:
        """Give the forms and the page their addresses."""
        app.jinja_env.globals["saved_searches"] = self.searches
        app.add_url_rule(SAVED, "saved", self.listed)
        app.add_url_rule(SAVED, "save", self.save, methods=["POST"])
        app.add_url_rule(f"{SAVED}/<name>/seen", "seen", self.seen, methods=["POST"])
        app.add_url_rule(f"{SAVED}/<name>/remove", "remove", self.remove, methods=["POST"])

    def searches(self) -> tuple[SavedSearch, ...]:
        """Each search with what it finds, asked once of each generation."""
        engine = self.engine()
        key = engine.generation, marks_of(self.file), self.today()
        if self.kept is None or self.kept[0] != key:
            every = list(self.remembered.content().values())[:MOST_ASKED]
            self.kept = key, tuple(asked_now(engine, alert, self.today()) for alert in every)
        return self.kept[1]

    def listed(self) -> Response:
        """All searches that are kept, those with news first."""
        every = sorted(self.searches(), key=lambda search: -bool(search.new))
        return page("saved.html", searches=every, saved=rooted(SAVED))

    def save(self) -> Response:
        """Keep the search that the form names; what it finds by now is not new."""
        self.token.require()
        request = self.asked().request
        engine = self.engine()
        query = query_of(engine, request, self.today())
        with holding(self.file):
            alerts = read_alerts(self.file)
            if all(alert.query != query for alert in alerts.values()):
                name = new_name(name_for(request.typed.strip() or query, alerts), alerts)
                known = list(found_by(engine, query, self.today()))
                write_alerts(self.file, {**alerts, name: with_told(Alert(name, query), known, datetime.now(UTC))})
        return sent_to(rooted(SAVED))

    def seen(self, name: str) -> Response:
        """Count nothing that a search finds by now as new any more."""
        self.token.require()
        with holding(self.file):
            alerts = read_alerts(self.file)
            alert = known(alerts, name)
            found = found_by(self.engine(), alert.query, self.today())
            new = [id for id in found if id not in alert.told]
            write_alerts(self.file, {**alerts, name: with_told(alert, new, datetime.now(UTC))})
        return sent_to(rooted(SAVED))

    def remove(self, name: str) -> Response:
        """Keep a search no longer."""
        self.token.require()
        with holding(self.file):
            alerts = read_alerts(self.file)
            known(alerts, name)
            write_alerts(self.file, {other: alert for other, alert in alerts.items() if other != name})
        return sent_to(rooted(SAVED))


def known(alerts: dict[str, Alert], name: str) -> Alert:
    """The search of this name; raises NotFound."""
    if name not in alerts:
        raise NotFound
    return alerts[name]


def asked_now(engine: Engine, alert: Alert, today: date) -> SavedSearch:
    """A search with what it finds now."""
    found = list(found_by(engine, alert.query, today))
    new = [id for id in found if id not in alert.told]
    request = Request(alert.query, "newest", words="all")
    return SavedSearch(
        name=alert.name,
        query=alert.query,
        url=results_url(request),
        feed=export_url("atom", request),
        total=len(found),
        new=len(new),
        news=tuple(engine.fetch(new[:NEWS_LISTED])),
    )


def query_of(engine: Engine, request: Request, today: date) -> str:
    """The query that asks for the words of a request and for what was chosen beside them."""
    typed = request.typed.strip()[:MAX_LENGTH]
    if request.syntax not in (None, "native") or read_for(engine, typed, today, request.syntax).syntax != "native":
        return written(narrowed(read_for(engine, typed, today, request.syntax).clause, request))
    if not choices(request) and not request.since and not request.until:
        return typed
    around = narrowed(Everything(), request)
    parts = around.parts[1:] if isinstance(around, And) else (around,)
    chosen = written(conjunction(parts))
    return f"({typed}) AND {chosen}" if typed else chosen


def name_for(query: str, others: Sequence[str] | dict[str, Alert]) -> str:
    """A name for a search, of its words, that no other has."""
    words = re.findall(r"\w+", query)
    name = "-".join(words)[:LONGEST_NAME].strip("-") or "everything"
    numbered = (f"{name}-{number}" if number > 1 else name for number in range(1, len(others) + 2))
    return next(each for each in numbered if each not in others)
