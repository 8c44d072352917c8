"""What stands in XML: its tree, read without trust, and the text of an element, a line for each paragraph."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.encodings import without_controls
from index.readers.fields import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_MARKS = 2_000_000
ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
DECLARATION = re.compile(rb"<!DOCTYPE[^\[>]{0,1000}(?:\[.{0,100000}?\]\s*)?>", re.DOTALL)
"""Of entities and of what else the type of a document may bring; nothing of it is needed to read one."""
BLOCKS = frozenset(
    str.split(
        "p h1 h2 h3 h4 h5 h6 hl1 hl2 li ul ol dl dt dd div tr td th table block blockquote bq pre br hr section"
        " paragraph"
    )
)
UNREAD = frozenset({"media", "media-caption", "media-producer", "script", "style", "note", "tagline.ignored"})


def tree_in(data: bytes, what: str) -> "Element":
    """The tree of an XML document; Unreadable when it is none. No entity is expanded but those of HTML."""
    # Imported here, because a folder of texts does not need it.
    from lxml import etree

    if data.count(b"<") > MOST_MARKS:
        raise Unreadable(f"more than {MOST_MARKS:,} elements")
    known = ENTITY.sub(numeric, DECLARATION.sub(b"", data, count=1))
    try:
        root = etree.fromstring(known, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"not {what}, or a damaged one") from error
    if root is None:
        raise Unreadable(f"not {what}, or a damaged one")
    return root


def numeric(entity: re.Match[bytes]) -> bytes:
    """A named character as its number, which every parser knows; as it is where HTML has no such name."""
    characters = html5.get(entity[1].decode("ascii") + ";")
    return "".join(f"&#{ord(character)};" for character in characters).encode() if characters else entity[0]


def local(element: "Element") -> str:
    """The name of an element without its namespace, in small letters; "" of comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def named(element: "Element", *names: str) -> Iterator["Element"]:
    """The elements below that have one of these names, in order."""
    return (each for each in element.iter() if local(each) in names)


def line_in(element: "Element", *names: str) -> str | None:
    """The text of the first element with one of these names that has any, those asked first before others."""
    lines = (one_line(" ".join("".join(each.itertext()).split())) for name in names for each in named(element, name))
    return next((line for line in lines if line), None)


def text_in(element: "Element") -> str:
    """The text of an element, a line for each paragraph, without what belongs to pictures."""
    pieces: list[str] = []
    collect(element, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return without_controls("\n".join(line for line in lines if line))


def collect(element: "Element", pieces: list[str]) -> None:
    """Add the text of an element, with a line end around each paragraph; white space within one means nothing."""
    pieces.append(flat(element.text))
    for child in element:
        name = local(child)
        mark = "\n" if name in BLOCKS else ""
        pieces.append(mark)
        if name and name not in UNREAD:
            collect(child, pieces)
        pieces += [mark, flat(child.tail)]


def flat(text: str | None) -> str:
    """A text without line ends."""
    return re.sub(r"\s*\n\s*", " ", text or "")
