"""Web pages: the article without the page around it, and what the markup says of it."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from logging import CRITICAL, getLogger
from typing import TYPE_CHECKING

from index.article import RoughArticle
from index.errors import Unreadable
from index.publication_date.page_dates import PageDays, days_of_page
from index.readers.encodings import DecodedText, decoded_text, without_controls
from index.readers.fields import address, one_line
from index.readers.pages.page_exports import articles_of_export
from index.readers.source import FileSource
from index.web_page.embedded_text import embedded_text, is_more_of
from index.web_page.hidden_parts import leave_out_hidden_parts
from index.web_page.page_headline import page_headline
from index.web_page.passed_over import with_lists_between
from index.web_page.saved_address import leave_out_bars_of_archives, own_site_name, saved_address
from index.web_page.side_parts import leave_out_side_parts
from index.web_page.site_name import site_name
from index.web_page.split_article import joined_containers
from index.web_page.structured_data import told_by_article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LATEST = "2100-12-31"
"""htmldate would else ask the clock; a page from tomorrow is one from another time zone."""


def read_html(source: FileSource) -> Iterator[RoughArticle]:
    """The article of a web page, or those of an export; Unreadable when no text stands out as one."""
    read = decoded_page(without_pictures(source.whole()), source.charset)
    html = whole_page(without_endless_tags(read.text))
    exported = articles_of_export(html)
    doubts = (*read.doubts, *filter(None, [exported.doubt]))
    for article in exported.articles or [article_of_page(html)]:
        yield replace(article, doubts=doubts) if doubts else article


def article_of_page(html: str) -> RoughArticle:
    """The one article of a web page."""
    # Imported here, because a folder of texts does not need them, and they take a while.
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    silence_libraries()
    page = load_html(html)
    if page is None:
        raise Unreadable("not a web page")
    if SNAPSHOT_TITLE.search(page.findtext(".//title") or ""):
        raise Unreadable("what an archive shows of a page that it has saved, and not that page")
    saved_at = saved_address(html)
    if leave_out_bars_of_archives(page):
        html = markup_of(page)
    facts = extract_metadata(page, date_config={"original_date": True, "extensive_search": False, "max_date": LATEST})
    days = days_of_article(page, html, facts.date)
    title = page_headline(page, facts.title)
    outlet = site_name(page, one_line(own_site_name(one_line(facts.sitename), facts.url)), title)
    embedded = embedded_text(page)
    leave_out_hidden_parts(page)
    text = with_lists_between(page, article_text(page, embedded))
    if not text:
        raise Unreadable("no article in this web page")
    return RoughArticle(
        text=without_controls(text),
        title=one_line(title),
        published=days.published,
        changed=days.changed,
        source=one_line(outlet),
        author=one_line((facts.author or "").replace("; ", ", ")) or one_line(told_by_article(page, "author")),
        url=address(facts.url) or address(saved_at),
    )


def days_of_article(page: "HtmlElement", html: str, by_htmldate: str | None) -> PageDays:
    """The days that the page states of its article, and none that stand beside it."""
    alone = deepcopy(page)
    if leave_out_side_parts(alone):
        return days_of_page(alone, markup_of(alone), by_htmldate)
    return days_of_page(page, html, by_htmldate)


def markup_of(page: "HtmlElement") -> str:
    """The markup of a tree."""
    from lxml.html import tostring

    return str(tostring(page, encoding="unicode"))


SNAPSHOT_TITLE = re.compile(r"\bArchiveBox\b")
"""The page of an archive on which its copies of another page are listed."""


def without_pictures(data: bytes) -> bytes:
    """The bytes of a page without the pictures that are written into it, which are most of one that a program saved."""
    return WRITTEN_PICTURE.sub(b"data:,", data) if len(data) > SMALL_BYTES else data


SMALL_BYTES = 1024 * 1024
WRITTEN_PICTURE = re.compile(rb"data:[\w/+.;=-]{1,100};base64,[A-Za-z0-9+/=]{1000,}")


def whole_page(html: str) -> str:
    """The page; a piece of one, as readers of pages save it, stands in a page of its own."""
    is_piece = TAG.search(html) and not PAGE_TAG.search(html)
    return f"<html><body>{html}</body></html>" if is_piece else html


TAG = re.compile(r"<[A-Za-z]")
PAGE_TAG = re.compile(r"<(?:html|head|body|!doctype)\b", re.IGNORECASE)

SHORTEST_WHOLE = 1200
"""Characters; where less is found, the slower way of looking may find more. On all pages of ext_trafilatura it takes
segments F1 from .917 to .922, on those of ext_readability text F1 from .895 to .912."""


def article_text(page: "HtmlElement", embedded: str | None) -> str:
    """The text of the article: as it stands in the page, or as the page has it for its scripts, where that is more."""
    text = text_found(page, is_fast=True)
    if text and joined_containers(page, text):
        text = text_found(page, is_fast=True)
    if embedded and is_more_of(embedded, text):
        return embedded
    if len(text) >= SHORTEST_WHOLE or (embedded and is_more_of(text, embedded, times=0.8)):
        return text
    return text_found(page, is_fast=False) or text


def text_found(page: "HtmlElement", *, is_fast: bool) -> str:
    """What trafilatura takes for the text of the article; empty when it finds none."""
    from trafilatura import bare_extraction

    # A copy, because it takes the tree apart.
    text = getattr(bare_extraction(deepcopy(page), fast=is_fast, include_comments=False), "text", None)
    return text if isinstance(text, str) else ""


def without_endless_tags(html: str) -> str:
    """The page with nothing but its name in a tag that has more attributes than any; libxml2 compares each with all."""
    return LONG_TAG.sub(lambda tag: f"<{tag[1]}>" if tag[2].count("=") + tag[2].count(" ") > 2_000 else tag[0], html)


LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,30})([^<>]{4000,})>?")


@cache
def silence_libraries() -> None:
    """Once in a process: they report what they could not find, which we do ourselves.

    Not before trafilatura is imported, which sets the level of htmldate.
    """
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        getLogger(name).setLevel(CRITICAL)


DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]{3,30})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]{3,30})""",
    re.IGNORECASE,
)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def decoded_page(data: bytes, charset: str | None = None) -> DecodedText:
    """The page as text, and what is in doubt: UTF-8 if it is that, else as the server, the page or its bytes say."""
    declared = DECLARED.search(data[:4096])
    label = (declared[1] or declared[2]).decode() if declared else None
    # Of what is text already, no encoding may be declared: libxml2 refuses it.
    read = decoded_text(data, charset, label)
    return replace(read, text=DECLARATION.sub("", read.text))
