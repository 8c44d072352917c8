"""EPUB: an article in each chapter that has one, as news readers and read-it-later services export them."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from index.article import Published
from index.errors import Unreadable
from index.front_matter.written_dates import dates_in
from index.readers.documents.zipped_parts import opened_parts
from index.readers.fields import one_line
from index.readers.pages.html import read_html
from index.readers.source import LARGEST_FILE_BYTES, FileSource, Found, in_memory

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WHAT = "an EPUB book"
LARGEST_PART = 4 * 1024 * 1024
MOST_CHAPTERS = 5000
FEWEST_CHARACTERS = 120
"""Beside links; a cover, a list of what is in the book and a title page have fewer."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What a book that is an issue of a paper says of all that is in it: its title is that of the paper, and a day."""

    outlet: str | None = None
    published: Published | None = None


def read_epub(source: FileSource) -> Iterator[Found]:
    """The article of each chapter; a chapter that cannot be read is named, and what is no article passed over."""
    data = source.whole()
    left = 4 * LARGEST_FILE_BYTES
    is_empty = True
    with opened_parts(data, WHAT) as packed:
        package_path = package_of(packed)
        package = tree_of(part(packed, package_path))
        issue = issue_of(package)
        for number, path in enumerate(chapters(package, package_path), 1):
            if number > MOST_CHAPTERS:
                raise Unreadable(f"only its first {MOST_CHAPTERS:,} chapters are read")
            try:
                page = part(packed, path)
            except KeyError:
                is_empty = False
                yield Unreadable(f"chapter {number}: {path} is not in the book")
                continue
            left -= len(page)
            if left < 0:
                raise Unreadable(f"unpacks to more than {4 * LARGEST_FILE_BYTES // 1024**2} MiB")
            if is_prose(page):
                is_empty = False
                yield from articles_of_chapter(in_memory("page.xhtml", page, source), issue, number, path)

    if is_empty:
        raise Unreadable("no article in it")


def articles_of_chapter(page: FileSource, issue: Issue, number: int, path: str) -> Iterator[Found]:
    """The article of a chapter, with what the issue says of it where it does not say so itself."""
    try:
        for rough in read_html(page):
            yield replace(
                rough,
                source=rough.source or issue.outlet,
                published=rough.published or issue.published,
                record=number,
                key=path,
            )
    except Unreadable as error:
        yield Unreadable(f"chapter {number}: {error}")


def part(packed: ZipFile, path: str) -> bytes:
    """A part of the book; KeyError where it is not there."""
    if packed.getinfo(path).file_size > LARGEST_PART:
        raise Unreadable(f"a part of it unpacks to more than {LARGEST_PART // 1024**2} MiB")
    return packed.read(path)


def package_of(packed: ZipFile) -> str:
    """The path of the part that lists all others."""
    container = tree_of(part(packed, "META-INF/container.xml"))
    path = next(iter(container.xpath("//*[local-name()='rootfile']/@full-path")), None)
    if path is None:
        raise Unreadable(f"not {WHAT}, or a damaged one")
    return str(path)


def tree_of(data: bytes) -> "Element":
    """The XML of a part; no entity is expanded, and nothing is fetched."""
    from lxml import etree

    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"not {WHAT}, or a damaged one") from error


def chapters(package: "Element", package_path: str) -> list[str]:
    """The paths of the pages of the book, in the order in which they are read, without its table of contents."""
    folder = posixpath.dirname(package_path)
    items = {item.get("id"): item for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")}
    read = [items.get(each.get("idref")) for each in package.xpath("//*[local-name()='spine']/*[@idref]")]
    pages = (item for item in read if item is not None and "nav" not in (item.get("properties") or "").split())
    return list(
        dict.fromkeys(posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "")))) for item in pages)
    )


def issue_of(package: "Element") -> Issue:
    """What the title of the book says, where it has a day: "Gazette [Fri, 11 Nov 2022]"."""
    title = one_line(next(iter(package.xpath("//*[local-name()='metadata']/*[local-name()='title']/text()")), None))
    written = next(iter(dates_in(title)), None) if title else None
    if title is None or written is None or written.days.precision != "day":
        return Issue()
    outlet = BEFORE_DAY.sub("", title[: written.start])
    stated = title[written.start : written.end]
    return Issue(outlet or None, Published(written.days.first, written.days.last, "day", "stated", stated))


BEFORE_DAY = re.compile(r"[\W_]*(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\W*)?\Z")


def is_prose(page: bytes) -> bool:
    """The chapter says more than links and headings do."""
    text = re.sub(rb"(?is)<(a|h[1-6]|style|script|head|title)\b.*?</\1\s*>|<[^>]*>", b" ", page)
    return len(b" ".join(text.split())) >= FEWEST_CHARACTERS
