"""Web pages: the article without the page around it, and what the markup says of it."""

import re
from collections.abc import Iterator
from datetime import date
from logging import CRITICAL, getLogger

from index.article import Published, RoughArticle
from index.date_lines import published_by_line
from index.errors import Unreadable
from index.readers.encodings import decoded, without_controls
from index.readers.fields import address, one_line
from index.readers.markup import text_of
from index.readers.page_dates import as_written, published_on, settled
from index.readers.source import Source

LATEST = "2100-12-31"
"""htmldate would else ask the clock; a page from tomorrow is one from another time zone."""


def read_html(source: Source) -> Iterator[RoughArticle]:
    """The one article of a web page; Unreadable when no text stands out as one."""
    html = page_text(source.whole())
    # Imported here, because a folder of texts does not need them, and they take a while.
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    # They report what they could not find, which we do ourselves.
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        getLogger(name).setLevel(CRITICAL)
    page = load_html(html)
    if page is None:
        raise Unreadable("not a web page")
    facts = extract_metadata(page, date_config={"original_date": True, "extensive_search": False, "max_date": LATEST})
    published = published_on(page) or published_by_htmldate(facts.date, html) or published_by_text(html)
    text = getattr(bare_extraction(page, fast=True, include_comments=False), "text", None)
    if not isinstance(text, str) or not text:
        raise Unreadable("no article in this web page")
    yield RoughArticle(
        text=without_controls(text),
        title=one_line(facts.title),
        published=published and settled(published, html),
        source=one_line(facts.sitename),
        author=one_line((facts.author or "").replace("; ", ", ")),
        url=address(facts.url),
    )


def published_by_htmldate(found: str | None, html: str) -> Published | None:
    """The day that htmldate found, if the page shows it; months and years it fills up to their first day."""
    return as_written(date.fromisoformat(found), html) if found else None


def published_by_text(html: str) -> Published | None:
    """The day that a line of the page states to its readers, though no markup says what it is."""
    return published_by_line(text_of(html).split("\n"))


DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})""", re.IGNORECASE)


def page_text(data: bytes) -> str:
    """The page as text: in UTF-8 if it is that, else in the encoding that it declares, else as any text."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared := DECLARED.search(data[:4096]):
        try:
            return data.decode(declared[1].decode(), errors="replace")
        except LookupError:
            pass
    return decoded(data)
