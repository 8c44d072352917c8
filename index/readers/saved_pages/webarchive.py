"""Web archives of Safari: a page and what belongs to it, in a property list."""

import plistlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.parsers.expat import ExpatError

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.fields import address
from index.readers.pages.html import read_html
from index.readers.source import FileSource, in_memory

DAMAGED_LIST = (
    *(plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError, IndexError),
    *(AttributeError, OverflowError, RecursionError),
)


def read_webarchive(source: FileSource) -> Iterator[RoughArticle]:
    """The one article of the page; frames and pictures are not read."""
    try:
        archive = plistlib.loads(source.whole())
    except DAMAGED_LIST as error:
        raise Unreadable("not a web archive of Safari, or a damaged one") from error
    main = archive.get("WebMainResource") if isinstance(archive, Mapping) else None
    page = main.get("WebResourceData") if isinstance(main, Mapping) else None
    if not isinstance(main, Mapping) or not isinstance(page, bytes):
        raise Unreadable("no page in it")
    for rough in read_html(in_memory("page.html", in_utf8(page, main.get("WebResourceTextEncodingName")), source)):
        yield replace(rough, url=rough.url or address(main.get("WebResourceURL")))


def in_utf8(page: bytes, encoding: object) -> bytes:
    """The page in UTF-8, where the archive says in which encoding it is; as it is otherwise."""
    try:
        return page.decode(encoding).encode() if isinstance(encoding, str) and encoding else page
    except (LookupError, ValueError):
        return page
