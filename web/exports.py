"""What leaves for other programs: all that a search finds, as files and feeds, and how a question may go on."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import chain, islice

from flask import Flask, Response
from flask import request as http

from search.completion.suggestions import MOST_TYPED, Suggestion, opensearch_object, suggestions
from search.engine import Engine
from search.export.all_matches import AllMatches, RankedArticle
from search.export.atom_feed import FeedEntry, atom_feed
from search.export.export_formats import EXPORT_FORMATS, exported
from search.export.rss_feed import rss_feed
from search.find import answer_to
from search.request import Request
from search.results import Hit
from web.links import Asked, article_url, query_string, results_url
from web.locale.catalogs import gettext, gettext_noop
from web.templating import page
from web.wording import counted

OFFERED = ("csv", "jsonl", "bibtex", "ris", "csl-json")
"""The formats that have an address, by their names in EXPORT_FORMATS."""
BEGUN = 2
"""Pieces made before anything is sent, a head and the first article: what goes wrong there can still be told."""
IN_A_FEED = 50
"""Articles of a feed, the newest first."""
SUGGESTED = {"name": gettext_noop("name"), "outlet": gettext_noop("outlet")}


class PublicMatches(AllMatches):
    """The same for whom the files of this machine do not concern: no article tells its own."""

    def ranked(self) -> Iterator[RankedArticle]:
        """See `AllMatches.ranked`."""
        return (RankedArticle(each.rank, replace(each.article, path="")) for each in super().ranked())

    def hits(self) -> Iterator[Hit]:
        """See `AllMatches.hits`."""
        return (replace(hit, path="") for hit in super().hits())


@dataclass(frozen=True, slots=True)
class Exports:
    """The addresses at which results leave."""

    engine: Callable[[], Engine]
    asked: Callable[[], Asked]
    today: Callable[[], date]
    is_public: bool

    def open_on(self, app: Flask) -> None:
        """Give every format its address."""
        for name in OFFERED:
            ending = EXPORT_FORMATS[name].ending
            app.add_url_rule(f"/search.{ending}", f"export_{name}", self.file_view(name))
            app.add_url_rule(f"/article/<identifier>.{ending}", f"cite_{name}", self.citation_view(name))
        app.add_url_rule("/search.atom", view_func=self.atom)
        app.add_url_rule("/search.rss", view_func=self.rss)
        app.add_url_rule("/opensearch.xml", view_func=self.description)
        app.add_url_rule("/suggest", view_func=self.suggest)

    def file_view(self, name: str) -> Callable[[], Response]:
        """The view of all that is found in one format."""
        return lambda: self.file(name, self.request())

    def citation_view(self, name: str) -> Callable[[str], Response]:
        """The view of one article in one format."""
        return lambda identifier: self.file(name, Request(f"id:{identifier}", copies="all"))

    def request(self) -> Request:
        """What the address asks for: every article, unless copies are to be shown once."""
        asked = self.asked().request
        return asked if "copies" in http.args else replace(asked, copies="all")

    def found(self, request: Request, most: int | None = None) -> AllMatches:
        """Everything that a request finds."""
        engine = self.engine()
        answered = answer_to(engine, replace(request, page=1), self.today())
        return (PublicMatches if self.is_public else AllMatches)(engine, answered, most)

    def file(self, name: str, request: Request) -> Response:
        """All that a request finds, in one format."""
        written = EXPORT_FORMATS[name]
        pieces = exported(self.found(request), name)
        begun = list(islice(pieces, BEGUN))
        response = Response(chain(begun, pieces), content_type=f"{written.media_type}; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="dateline.{written.ending}"'
        return response

    def entries(self) -> list[FeedEntry]:
        """The newest of what is found."""
        articles = self.found(replace(self.request(), order="newest"), IN_A_FEED).articles()
        return [
            FeedEntry(
                article,
                told_on(article.published.last if article.published else None),
                outside(article_url(article.id)),
            )
            for article in islice(articles, IN_A_FEED)
        ]

    def atom(self) -> Response:
        """The newest of what is found, as an Atom feed."""
        asked, entries = self.request(), self.entries()
        updated = max((entry.told for entry in entries), default=told_on(None))
        pieces = atom_feed(query_string(asked), feed_title(asked), updated, entries)
        return Response("".join(pieces), content_type="application/atom+xml; charset=utf-8")

    def rss(self) -> Response:
        """The same as RSS."""
        asked = self.request()
        pieces = rss_feed(feed_title(asked), outside(results_url(asked)), self.entries())
        return Response("".join(pieces), content_type="application/rss+xml; charset=utf-8")

    def description(self) -> Response:
        """What a browser needs to search here from its own box."""
        response = page("opensearch.xml", root=http.host_url.rstrip("/"))
        response.headers["Content-Type"] = "application/opensearchdescription+xml; charset=utf-8"
        return response

    def suggest(self) -> Response:
        """How what is typed may go on, as browsers read it; nothing where nothing is typed."""
        typed = http.args.get("q", "")[:MOST_TYPED]
        found = suggestions(self.engine(), typed)
        told = json.dumps([*opensearch_object(typed, found)[:2], list(map(suggestion_in_words, found))])
        return Response(told, content_type="application/x-suggestions+json; charset=utf-8")


def suggestion_in_words(one: Suggestion) -> str:
    """What a suggestion is, in a few words of the language that the page asks for."""
    kind = "" if one.kind == "word" else gettext(SUGGESTED[one.kind])
    articles = "" if one.total is None else counted(one.total, "article")
    return gettext(", ").join(part for part in (kind, articles) if part)


def outside(path: str) -> str:
    """A path of ours as programs elsewhere ask for it."""
    return http.host_url.rstrip("/") + path


def told_on(day: date | None) -> datetime:
    """The beginning of a day; for a feed, what has no date is from long ago."""
    return datetime.combine(day or date(1970, 1, 1), datetime.min.time(), UTC)


def feed_title(request: Request) -> str:
    """What a feed is called."""
    return f"{request.typed.strip() or 'All articles'} · Dateline"
