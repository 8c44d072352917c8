"""What reads web pages: Dateline, and the libraries that others use, as they are used alone."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from index.article import Article
from index.ingest.extract import articles_in
from index.readers.pages.html import decoded_page
from tests.extraction.page_measures import Page, PageRead
from tests.relevance.collections import collection

PageReader = Callable[[Path], PageRead | None]


def dateline(file: Path) -> PageRead | None:
    """What Dateline reads of a page that is one article."""
    found = list(articles_in(file))
    if len(found) != 1 or not isinstance(article := found[0], Article):
        return None
    day = article.published.first.isoformat() if article.published else None
    return PageRead(article.title, article.body, article.author or "", day)


def trafilatura(file: Path, *, is_fast: bool) -> PageRead | None:
    """What trafilatura reads of a page, its days by htmldate, which it asks itself."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    page = decoded_page(file.read_bytes()).text
    found = bare_extraction(page, with_metadata=True, include_comments=False, fast=is_fast)
    if not isinstance(found, Document):
        return None
    return PageRead(found.title or "", found.text or "", found.author or "", day_of(page))


def day_of(page: str) -> str | None:
    """The day that htmldate alone gives a page: of its publication, not of its last change."""
    from htmldate import find_date

    latest = datetime.now(UTC).strftime("%Y-%m-%d")
    return find_date(page, original_date=True, extensive_search=True, max_date=latest)


def pages(name: str, reader: PageReader, every: int = 1) -> Iterator[Page]:
    """Every so-manieth page of a collection, read; skips the test when there is none."""
    folder = collection(name)
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()[::every]:
        gold = json.loads(line)
        yield Page(gold, reader(folder / gold["file"]))


READERS: dict[str, PageReader] = {
    "dateline": dateline,
    "trafilatura, htmldate": lambda file: trafilatura(file, is_fast=False),
    "trafilatura (fast), htmldate": lambda file: trafilatura(file, is_fast=True),
}
