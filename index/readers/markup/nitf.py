"""NITF, in which news agencies and papers keep articles, and the XML of the Reuters Corpus, which is like it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.lexicon.outlet_names import mentions
from index.publication_date.metadata_dates import stated_by
from index.readers.fields import address, one_line
from index.readers.markup.marked_text import line_in, local, named, text_in, tree_in
from index.readers.source import FileSource, Found

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BY = re.compile(r"^\s*by:?\s+", re.IGNORECASE)
STAMP = re.compile(r"(\d{8}T\d{4,6})(?:\.\d+)?([+-]\d{4}|Z)?")


def read_nitf(source: FileSource) -> Iterator[Found]:
    """The article of each `nitf` or `newsitem` element; one without text is named."""
    root = tree_in(source.whole(), "an NITF document")
    documents = [root] if local(root) in {"nitf", "newsitem"} else list(named(root, "nitf", "newsitem"))
    if not documents:
        raise Unreadable("not an NITF document, or a damaged one")
    for number, document in enumerate(documents, 1):
        record = number if len(documents) > 1 else None
        yield article_in(document, record) or Unreadable(f"entry {number}: neither a text nor a title in it")


def article_in(document: "Element", record: int | None = None) -> RoughArticle | None:
    """The article of an element; None when it has neither a text nor a title."""
    text = "\n".join(filter(None, map(text_in, text_elements(document))))
    title = line_in(document, "hl1", "hedline", "headline", "title")
    if not text and not title:
        return None
    byline = line_in(document, "byline")
    return RoughArticle(
        text=text,
        title=title,
        published=published_in(document),
        source=outlet_of(document),
        author=BY.sub("", byline) if byline else None,
        url=next((url for each in named(document, "pubdata") if (url := address(each.get("ex-ref")))), None),
        place=place_in(document),
        record=record,
        key=key_of(document),
    )


def text_elements(document: "Element") -> list["Element"]:
    """Where the text of the article stands."""
    for name in ("body.content", "text", "body"):
        if found := list(named(document, name)):
            return found
    return []


def published_in(document: "Element") -> Published | None:
    """When it was published: the day of issue, of the edition, or of the story."""
    stamps = [each.get("norm") for each in named(document, "date.issue")]
    stamps += [each.get("date.publication") for each in named(document, "pubdata")]
    stamps += [each.get("date") for each in (document,)]
    stamps += [each.get("norm") or "".join(each.itertext()) for each in named(document, "story.date", "date.release")]
    return next((stated for stamp in stamps if stamp and (stated := stated_by(plain_stamp(stamp)))), None)


def plain_stamp(stamp: str) -> str:
    """A moment as other programs write it; "20221111T105300+0200" has no marks between its figures."""
    found = STAMP.fullmatch(stamp.strip())
    if not found:
        return stamp
    figures, zone = found[1], found[2] or ""
    return f"{figures[:4]}-{figures[4:6]}-{figures[6:8]}T{figures[9:11]}:{figures[11:13]}{zone}"


def outlet_of(document: "Element") -> str | None:
    """The paper or agency: as the edition names it, or who holds the rights, or whom the line of rights names."""
    for element in named(document, "pubdata"):
        if name := one_line(element.get("name")):
            return name
    holder = next((one_line(each.get("holder")) for each in named(document, "doc.copyright")), None)
    distributor = line_in(document, "distributor")
    rights = line_in(document, "copyright") or ""
    return holder or distributor or next((mention.outlet for mention in mentions(rights)), None)


def place_in(document: "Element") -> str | None:
    """The place in the dateline, as an element of its own or with the day behind it."""
    for dateline in named(document, "dateline"):
        return line_in(dateline, "location", "city") or one_line("".join(dateline.itertext()))
    return None


def key_of(document: "Element") -> str | None:
    """What the agency calls it."""
    ids = [each.get("id-string") for each in named(document, "doc-id")]
    return next(filter(None, [*ids, document.get("itemid")]), None)
