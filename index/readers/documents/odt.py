"""OpenDocument texts, as LibreOffice writes them, packed or flat: one article each."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.documents.zipped_parts import MOST_MARKS, opened_parts, require_small
from index.readers.encodings import without_controls
from index.readers.fields import one_line
from index.readers.source import FileSource

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WHAT = "an OpenDocument text"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
UNREAD = frozenset(
    {f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{TEXT}note", f"{TEXT}table-of-content", f"{TEXT}ruby-text"}
)
"""Comments, what was deleted, and what stands below or before the text."""
WORD = re.compile(r"[^\W_]")
MOST_SPACES = 100


def read_odt(source: FileSource) -> Iterator[RoughArticle]:
    """The one article of an OpenDocument text; Unreadable when it has no text, is encrypted, or is damaged.

    Its dates are those of the file, and are not believed.
    """
    body = text_body(content_of(source.whole()))
    lines = list(lines_of(body))
    text = without_controls("\n".join(line for _, line in lines))
    if not WORD.search(text):
        raise Unreadable("no words in it")
    title = next((line for rank, line in lines if rank == "title" and line.strip()), None)
    yield RoughArticle(text, title=one_line(title))


def content_of(data: bytes) -> bytes:
    """The XML that has the text of a document."""
    if not data.startswith(b"PK"):
        if data.count(b"<") > MOST_MARKS:
            raise Unreadable(f"more than {MOST_MARKS:,} elements")
        return data
    require_small(data, WHAT)
    with opened_parts(data, WHAT) as packed:
        manifest = packed.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in packed.namelist() else b""
        if b"encryption-data" in manifest:
            raise Unreadable("protected with a password")
        return packed.read("content.xml")


def text_body(content: bytes) -> "Element":
    """The element that holds the text; no entity is expanded, and nothing is fetched."""
    # Imported here, because a folder of texts does not need it.
    from lxml import etree

    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"not {WHAT}, or a damaged one") from error
    body: Element | None = root.find(f".//{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable(f"not {WHAT}, or a damaged one")
    return body


def lines_of(element: "Element") -> Iterator[tuple[str, str]]:
    """The paragraphs below an element, in order, each with "title" where it is a heading of the first rank."""
    for child in element:
        if child.tag in UNREAD or not isinstance(child.tag, str):
            continue
        if child.tag in {f"{TEXT}p", f"{TEXT}h"}:
            is_title = child.tag == f"{TEXT}h" and child.get(f"{TEXT}outline-level", "1") == "1"
            yield "title" if is_title or child.get(f"{TEXT}style-name") == "Title" else "", words_of_line(child)
        else:
            yield from lines_of(child)


def words_of_line(element: "Element") -> str:
    """The words of a paragraph, with the spaces and line breaks that have elements of their own."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            pieces.append(" " * min(MOST_SPACES, int(count[:4]) if count.isdecimal() else 1))
        elif child.tag == f"{TEXT}tab":
            pieces.append(" ")
        elif child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        elif isinstance(child.tag, str) and child.tag not in UNREAD:
            pieces.append(words_of_line(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
