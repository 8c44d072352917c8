"""Exports of Europresse (Eureka): a page with an element for each article, whose parts are told by their classes."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.front_matter.written_dates import dates_in
from index.readers.vendors.vendor_record import VendorRecord

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MARK = re.compile(r"\bDocPublicationName\b|\btitreArticleVisu\b")
NUMBER = re.compile(r"·(\d{4})(\d\d)(\d\d)·")
"""The day in the number of a document: news·20221111·LM·5f2."""
NO_NAME = re.compile(r"(?:journal|source)\s*:\s*|\s*\((?:réf\. )?(?:site web|web site)[^)]{0,40}\)", re.IGNORECASE)
"""What stands beside the name of an outlet."""


def is_europresse(html: str) -> bool:
    """The page is such an export."""
    return MARK.search(html) is not None


def europresse_articles(html: str) -> list[VendorRecord]:
    """The articles of such a page."""
    # Imported here, because few pages are such exports.
    from lxml.html import document_fromstring

    page = document_fromstring(html)
    articles = page.xpath("//article[not(.//article)]") or [page]
    return [record for article in articles if (record := record_of(article))]


def record_of(article: "HtmlElement") -> VendorRecord | None:
    """The article in this element; None where it has no headline or no text."""
    title = first_text(article, "titreArticleVisu") or first_text(article, "titreArticle")
    text = "\n".join(paragraphs_of(article))
    if not title or not text:
        return None
    heads = [words for name in ("DocHeader", "DocPublicationDate") for words in texts(article, name)]
    number = first_text(article, "publiC-lblNodoc")
    written = [line[found.start : found.end] for line in heads for found in dates_in(line[:300])]
    stamped = NUMBER.search(number or "")
    return VendorRecord(
        body=text,
        title=title,
        day=next(iter(written), "-".join(stamped.groups()) if stamped else None),
        outlet=NO_NAME.sub("", first_text(article, "DocPublicationName") or "").strip() or None,
        author=first_text(article, "docAuthors") or first_text(article, "sm-margin-bottomNews"),
        key=number,
    )


def texts(article: "HtmlElement", name: str) -> Iterator[str]:
    """What each element of a class says, on one line."""
    for element in article.find_class(name):
        if words := " ".join(element.text_content().split()):
            yield words


def first_text(article: "HtmlElement", name: str) -> str | None:
    """What the first element of a class says; None where there is none."""
    return next(texts(article, name), None)


def paragraphs_of(article: "HtmlElement") -> Iterator[str]:
    """The paragraphs of the text; a text without elements for them is one."""
    for name in ("docOcurrContainer", "DocText"):
        for text in article.find_class(name):
            paragraphs = text.xpath(".//p[not(.//p)]") or [text]
            yield from filter(None, (" ".join(each.text_content().split()) for each in paragraphs))
            return
