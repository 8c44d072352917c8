"""Articles as an RSS 2.0 feed, for readers that know no other."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime

from search.export.atom_feed import FeedEntry, element
from search.export.days_known import parts_known


def rss_feed(title: str, link: str, entries: Iterable[FeedEntry]) -> Iterator[str]:
    """The feed in pieces."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">\n<channel>\n'
    yield element("title", title)
    yield element("link", link)
    yield element("description", f"What Dateline finds: {title}")
    for entry in entries:
        yield from item_pieces(entry)
    yield "</channel>\n</rss>\n"


def item_pieces(entry: FeedEntry) -> Iterator[str]:
    """One item; its day is told only where it is one day."""
    yield "<item>\n"
    yield element("title", entry.article.title)
    if entry.link is not None:
        yield element("link", entry.link)
    yield element("guid", entry.article.id).replace("<guid>", '<guid isPermaLink="false">')
    parts = parts_known(entry.article.published) or ()
    if len(parts) == 3:
        yield element("pubDate", format_datetime(datetime(*parts, tzinfo=UTC)))
    yield element("description", entry.article.source or "no outlet")
    yield "</item>\n"
