"""NewsML-G2 and NewsML 1, in which agencies send articles, with their text in NITF, XHTML or plain."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.publication_date.metadata_dates import stated_by
from index.readers.fields import address, one_line
from index.readers.markup.marked_text import line_in, named, text_in, tree_in
from index.readers.markup.nitf import BY, plain_stamp, text_elements
from index.readers.source import FileSource, Found
from index.text.html_text import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DAYS = ("firstcreated", "contentcreated", "versioncreated", "thisrevisioncreated", "sent")
"""The day of the first version is that of publication; later ones are corrections."""


def read_newsml(source: FileSource) -> Iterator[Found]:
    """The article of each item; pictures and items without text are passed over where others have one."""
    root = tree_in(source.whole(), "a NewsML document")
    items = list(named(root, "newsitem"))
    found = [article for number, item in enumerate(items, 1) if (article := article_of_item(item, number, len(items)))]
    if not found:
        raise Unreadable("no article in it")
    yield from found


def article_of_item(item: "Element", number: int, count: int) -> RoughArticle | None:
    """The article of an item; None when it has no text."""
    text = text_of_item(item)
    if not text:
        return None
    byline = line_in(item, "by", "byline", "creator")
    return RoughArticle(
        text=text,
        title=line_in(item, "headline", "hl1", "title"),
        published=published_in_item(item),
        source=provider_of(item),
        author=BY.sub("", byline) if byline else None,
        url=next((url for each in named(item, "link") if (url := address(each.get("href")))), None),
        place=line_in(item, "dateline")
        or next((place for each in named(item, "located") if (place := line_in(each, "name"))), None),
        record=number if count > 1 else None,
        key=item.get("guid") or line_in(item, "newsitemid"),
    )


def text_of_item(item: "Element") -> str:
    """The text of an item, as the first of its forms has it."""
    for content in named(item, "inlinexml", "inlinedata", "datacontent"):
        elements = text_elements(content)
        text = "\n".join(filter(None, map(text_in, elements[:1]))) if elements else text_of("".join(content.itertext()))
        if text.strip():
            return text.strip()
    return ""


def published_in_item(item: "Element") -> Published | None:
    """When its first version was made."""
    stamps = (line_in(item, name) for name in DAYS)
    return next((stated for stamp in stamps if stamp and (stated := stated_by(plain_stamp(stamp)))), None)


def provider_of(item: "Element") -> str | None:
    """Who sends it: by name, or as a code such as "nprov:REUTERS"."""
    for element in named(item, "provider"):
        if name := line_in(element, "name"):
            return name
        party = next((one_line(each.get("FormalName")) for each in named(element, "party")), None)
        code = element.get("literal") or (element.get("qcode") or "").rpartition(":")[2] or party
        if code:
            return one_line(code)
    return line_in(item, "creditline", "creditLine")
