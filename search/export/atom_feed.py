"""Articles as an Atom feed (RFC 4287), which feed readers follow."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from index.article import Article
from search.export.author_names import author_names
from search.export.days_known import parts_known

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document of XML 1.0 may hold, escaped or not."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed, and when it was first told."""

    article: Article
    told: datetime
    """In UTC."""
    link: str | None
    """Where it can be read; None where there is no address."""


def atom_feed(name: str, title: str, updated: datetime, entries: Iterable[FeedEntry]) -> Iterator[str]:
    """The feed in pieces; one of the same name is the same feed, whatever stands in it."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield element("id", uuid5(NAMESPACE_URL, f"dateline:feed:{plain(name)}").urn)
    yield element("title", title)
    yield element("updated", moment(updated))
    yield "<author><name>Dateline</name></author>\n"
    for entry in entries:
        yield from entry_pieces(entry)
    yield "</feed>\n"


def entry_pieces(entry: FeedEntry) -> Iterator[str]:
    """One entry; its day is told only where it is one day."""
    article = entry.article
    yield "<entry>\n"
    yield element("id", uuid5(NAMESPACE_URL, f"dateline:article:{plain(article.id)}").urn)
    yield element("title", article.title)
    yield element("updated", moment(entry.told))
    parts = parts_known(article.published) or ()
    if len(parts) == 3:
        yield element("published", moment(datetime(*parts, tzinfo=UTC)))
    for author in author_names(article.author):
        yield f"<author>{element('name', author).strip()}</author>\n"
    if entry.link is not None:
        yield f'<link rel="alternate" href={quoteattr(plain(entry.link))}/>\n'
    yield element("summary", article.source or "unknown source")
    yield "</entry>\n"


def element(name: str, text: str) -> str:
    """An element with a text in it."""
    return f"<{name}>{escape(plain(text))}</{name}>\n"


def plain(text: str) -> str:
    """The text without what XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text)


def moment(when: datetime) -> str:
    """A moment as RFC 3339 writes it."""
    return f"{when.year:04}{when.strftime('-%m-%dT%H:%M:%SZ')}"
