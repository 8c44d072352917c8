"""The XML of Factiva: each article with its fields as elements."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.publication_date.metadata_dates import stated_by
from index.readers.markup.marked_text import line_in, named, text_in, tree_in
from index.readers.source import FileSource, Found
from index.readers.vendors.factiva_codes import without_by

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TEXTS = ("leadparagraph", "tailparagraphs")


def read_factiva_xml(source: FileSource) -> Iterator[Found]:
    """The article of each `article` element; one without text is named."""
    root = tree_in(source.whole(), "an export of Factiva")
    elements = [each for each in named(root, "article") if next(named(each, "headline", *TEXTS), None) is not None]
    if not elements:
        raise Unreadable("not an export of Factiva, or a damaged one")
    for number, element in enumerate(elements, 1):
        found = article_in(element, number if len(elements) > 1 else None)
        yield found or Unreadable(f"entry {number}: neither a text nor a title in it")


def article_in(element: "Element", record: int | None) -> RoughArticle | None:
    """The article of an element; None when it has neither a text nor a title."""
    text = "\n".join(filter(None, (text_in(part) for part in named(element, *TEXTS))))
    title = line_in(element, "headline")
    if not text and not title:
        return None
    return RoughArticle(
        text=text,
        title=title,
        published=published_in(element),
        source=line_in(element, "sourcename"),
        author=without_by(line_in(element, "byline")),
        record=record,
        key=key_of(element) if record else None,
    )


def published_in(element: "Element") -> Published | None:
    """When it was published: the date of the element of that name, without its time."""
    stamps = (line_in(each, "date", "publicationdate") for each in named(element, "publicationdate"))
    return next((stated for stamp in stamps if stamp and (stated := stated_by(stamp))), None)


def key_of(element: "Element") -> str | None:
    """What the database calls it: "distdoc:archive/ArchiveDoc::Article/MARC0000…" is of the article MARC0000…."""
    name = line_in(element, "accessionno", "reference")
    return name.rpartition("/")[2] if name else None
