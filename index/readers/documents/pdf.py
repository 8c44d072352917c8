"""PDF files: one article each, from the text of their pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.documents.line_flow import PrintedLine, flowing
from index.readers.documents.page_layout import MOST_LINES, MOST_PIECES, Box, around, columns
from index.readers.documents.page_margins import without_margins
from index.readers.documents.scans import NOT_ASKED, texts_of_scans
from index.readers.encodings import without_controls
from index.readers.fields import address, one_line
from index.readers.source import FileSource
from index.readers.vendors.vendor_exports import taken_apart
from index.text.line_hyphens import joined_at_line_ends

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 5000
"""An export of a thousand articles has fewer; a longer file is read so far, and says so."""
MOST_CHARACTERS = 16 * 1024 * 1024
"""Of all pages; an article may have half of it, an export all."""
BAD_PASSWORD = 4
"""FPDF_ERR_PASSWORD of PDFium."""

DIVIDED = re.compile("[\ufffe\x02]")
"""What PDFium gives for a hyphen at the end of a line, and for the end of that line."""
WORD = re.compile(r"[^\W_]{2}")


def read_pdf(source: FileSource) -> Iterator[RoughArticle]:
    """The article of a PDF file, or those of an export; Unreadable when it is a scan, is protected, or is damaged."""
    data = source.whole()
    # Imported here, because a folder of texts does not need it.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        try:
            yield from articles_in_pages(document, source)
        finally:
            document.close()
    except PdfiumError as error:
        if getattr(error, "err_code", None) == BAD_PASSWORD:
            raise Unreadable("protected with a password") from error
        raise Unreadable("not a PDF file, or a damaged one") from error


def articles_in_pages(document: "PdfDocument", source: FileSource) -> Iterator[RoughArticle]:
    """The article of an open file, or those of an export."""
    texts, doubts = texts_of_pages(document)
    if not any(map(WORD.search, texts)):
        read = texts_of_scans_asked(document, source)
        texts, doubts = read, (BY_SIGHT, *cut(len(read), document))
    printed = without_margins([page.split("\n") for page in texts])
    text = joined_at_line_ends(joined_pages(printed.pages))
    apart = taken_apart(FLOWS.sub("\n", text))
    if apart.articles:
        yield from (replace(article, doubts=doubts) for article in apart.articles)
        return
    text = FLOWS.sub(" ", text)
    said = " ".join(text.split()).casefold()
    # What a program wrote into the file describes the file; it is believed where the text says the same.
    stated = document.get_metadata_dict()
    facts = [one_line(printed.title), one_line(stated.get("Title")), one_line(stated.get("Author"))]
    print_title, title, author = (fact if fact and fact.casefold() in said else None for fact in facts)
    doubts = (*doubts, *filter(None, [apart.doubt]))
    yield RoughArticle(text, title=title or print_title, author=author, url=address(printed.address), doubts=doubts)


FLOWS = re.compile(r"(?<=\S) \n(?=\S)")
"""Where a line goes on in the next one."""
BY_SIGHT = "read from pictures of its pages by tesseract"


def texts_of_scans_asked(document: "PdfDocument", source: FileSource) -> list[str]:
    """What stands on the pictures of pages without text; Unreadable when nobody asked for it, or it cannot be read."""
    if not len(document):
        raise Unreadable("no pages in it")
    if not source.reads_scans:
        raise Unreadable(NOT_ASKED)
    return texts_of_scans(document, MOST_PAGES)


def texts_of_pages(document: "PdfDocument") -> tuple[list[str], tuple[str, ...]]:
    """The text of each page, which may have none, and what of the file is left out."""
    from pypdfium2 import PdfiumError

    texts: list[str] = []
    damaged: list[str] = []
    length = 0
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            words = page.get_textpage()
        except PdfiumError:  # one page of a damaged file; the others may be read
            damaged.append(f"{number + 1:,}")
            texts.append("")
            continue
        texts.append(without_controls(DIVIDED.sub("-\n", text_of_page(words))))
        words.close()
        page.close()
        length += len(texts[-1])
        if length > MOST_CHARACTERS:
            break
    doubts = cut(len(texts), document)
    if damaged:
        some = ", ".join(damaged[:MOST_NAMED]) + (" and others" if len(damaged) > MOST_NAMED else "")
        doubts = (*doubts, f"damaged pages are left out: {some}")
    return texts, doubts


MOST_NAMED = 10
"""Damaged pages."""


def cut(pages: int, document: "PdfDocument") -> tuple[str, ...]:
    """That only so many pages are read, where the file has more."""
    return (f"only the first pages are read: {pages:,} of {len(document):,}",) if pages < len(document) else ()


def text_of_page(words: "PdfTextPage") -> str:
    """The text of a page, as the file has it in order, or column by column where it has columns."""
    count = min(words.count_rects(), MOST_PIECES + 1)
    ordered = columns([Box(*words.get_rect(number)) for number in range(count)])
    if ordered is None:
        return text_in_order(words)
    lines = (
        PrintedLine(words.get_text_bounded(line.left, line.bottom, line.right, line.top), line) for line in ordered
    )
    return "\n".join(flowing([*lines]))


def text_in_order(words: "PdfTextPage") -> str:
    """The text of a page as the file has it in order; lines that go on in the next one have a space at the end."""
    text = str(words.get_text_range())
    if len(text) != words.count_chars() or len(text) > MOST_PLACED:
        return text  # places of letters are asked for by their number
    lines = [place_of_line(words, found) for found in LINE.finditer(text)]
    return "\n".join(flowing(lines)) if len(lines) <= MOST_LINES else text


LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")
MOST_PLACED = 100_000
"""Characters of a page."""


def place_of_line(words: "PdfTextPage", line: re.Match[str]) -> PrintedLine:
    """A line, with the place that its first and last letter have, and the height of their font."""
    start = line.start() + len(line[0]) - len(line[0].lstrip())
    end = max(start, line.start() + len(DIVIDED.sub("", line[0]).rstrip()) - 1)
    boxes = [Box(*words.get_charbox(min(place, line.end() - 1), loose=True)) for place in (start, end)]
    return PrintedLine(DIVIDED.sub("-", line[0]), around(*boxes))


def joined_pages(pages: Sequence[Sequence[str]]) -> str:
    """The lines of all pages, with a blank line between two pages unless a sentence goes on from one to the other."""
    joined: list[str] = []
    for page in filter(None, ("\n".join(lines).strip() for lines in pages)):
        end = joined[-1][-1] if joined else "."
        goes_on = end not in '.!?:;”"' and (page[0].islower() or end in "-,")
        joined += [" \n" if goes_on else "\n\n", page]
    return "".join(joined[1:])
