"""PDF files: one article each, from the text of their pages."""

import io
import re
from collections.abc import Iterator
from logging import CRITICAL, getLogger
from typing import TYPE_CHECKING

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.documents.print_margins import printed_pages
from index.readers.encodings import without_controls
from index.readers.fields import one_line
from index.readers.source import FileSource
from index.text.line_hyphens import joined_at_line_ends

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500
"""An article is shorter; a book is read so far."""
MOST_CHARACTERS = 4 * 1024 * 1024

WORD = re.compile(r"[^\W_]{2}")
# It reports every oddity of a file that it can still read.
getLogger("pypdf").setLevel(CRITICAL)

LONG_STRING = re.compile(rb"<[0-9A-Fa-f\s]{262144}")
"""In hexadecimal figures; the library needs time that grows with the square of its length."""


def read_pdf(source: FileSource) -> Iterator[RoughArticle]:
    """The one article of a PDF file; Unreadable when it is a scan, is protected, or is damaged."""
    data = source.whole()
    if LONG_STRING.search(data):
        raise Unreadable("holds a string that is longer than any text")
    # Imported here, because a folder of texts does not need it.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PdfReadError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("protected with a password")
        printed = printed_pages(page_texts(reader))
        text = joined_at_line_ends("\n\n".join(printed.texts))
        said = " ".join(text.split()).casefold()
        named, author = facts_of(reader)
        facts = [one_line(fact) if isinstance(fact, str) else None for fact in (named or printed.title, author)]
    except DependencyError as error:
        raise Unreadable("protected with a password") from error
    except (PdfReadError, PyPdfError) as error:
        raise Unreadable(f"not a PDF file, or a damaged one ({' '.join(str(error).split()).lower()})") from error
    # What a program wrote into the file describes the file; it is believed where the text says the same.
    title, author = (fact if fact and fact.casefold() in said else None for fact in facts)
    yield RoughArticle(text, title=title, author=author, url=printed.url)


def facts_of(reader: "PdfReader") -> tuple[object, object]:
    """What the file says is its title and its author."""
    facts = reader.metadata
    return (facts.title, facts.author) if facts else (None, None)


def page_texts(reader: "PdfReader") -> list[str]:
    """The texts of the pages; Unreadable when there is none."""
    texts: list[str] = []
    length = 0
    for page in reader.pages[:MOST_PAGES]:
        texts.append(without_controls(page.extract_text()))
        length += len(texts[-1])
        if length > MOST_CHARACTERS:
            break
    if not any(map(WORD.search, texts)):
        raise Unreadable("a scan: its pages are pictures, without text" if texts else "no pages in it")
    return texts
