"""Notes as Evernote and those that came after it export them (.enex): an article in each that was clipped."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.encodings import without_controls
from index.readers.fields import address
from index.readers.markup.marked_text import line_in
from index.readers.source import FileSource, Found
from index.text.html_text import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read_enex(source: FileSource) -> Iterator[Found]:
    """The article of each note, one by one; the day of a note is that of clipping, and is not believed."""
    # Imported here, because few folders hold notes.
    from lxml import etree

    options = {"resolve_entities": False, "no_network": True, "huge_tree": True, "recover": True}
    number = 0
    try:
        for number, (_, note) in enumerate(etree.iterparse(source.stream, tag="note", **options), 1):
            yield article_of_note(note, number)
            note.clear()
            while note.getprevious() is not None:
                del note.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise Unreadable("not an export of notes, or a damaged one") from error
    if not number:
        raise Unreadable("not an export of notes, or a damaged one")


def article_of_note(note: "Element", number: int) -> Found:
    """The article of a note, or why it has none."""
    content = "".join(note.xpath("./content//text()"))
    text = without_controls(text_of(content[content.find("<en-note") :] if "<en-note" in content else content)).strip()
    title = line_in(note, "title")
    if not text:
        return Unreadable(f"note {number}: no text in it ({title or 'without a title'})")
    return RoughArticle(
        text=text, title=title, author=line_in(note, "author"), url=address(line_in(note, "source-url")), record=number
    )
