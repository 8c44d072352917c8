"""Word documents: one article each, or those of an export."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.documents.zipped_parts import require_small
from index.readers.encodings import without_controls
from index.readers.fields import one_line
from index.readers.source import FileSource, Found
from index.readers.vendors.vendor_exports import articles_of_text

if TYPE_CHECKING:
    from docx.document import Document

WORD = re.compile(r"[^\W_]")
TITLE_STYLES = frozenset({"title", "heading 1"})


def read_docx(source: FileSource) -> Iterator[Found]:
    """The articles of a Word document; Unreadable when it has no text, or is damaged.

    Its dates are those of the file, and are not believed.
    """
    data = source.whole()
    require_small(data, "a Word document")
    # Imported here, because a folder of texts does not need it.
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        lines = list(lines_of(document))
        title = next((text for style, text in lines if style in TITLE_STYLES and text.strip()), None)
    except MemoryError:
        raise
    except Exception as error:  # the library fails on damaged documents in any way at all
        raise Unreadable("not a Word document, or a damaged one") from error
    text = without_controls("\n".join(text for _, text in lines))
    if not WORD.search(text):
        raise Unreadable("no words in it")
    yield from articles_of_text(text, one_line(title))


def lines_of(document: "Document") -> Iterator[tuple[str, str]]:
    """The paragraphs and the rows of tables, in order, each with the name of its style in small letters."""
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield (block.style.name or "").lower() if block.style else "", block.text
            continue
        # The cells as they are written: the library repeats one as often as it says that it is wide.
        for row in block.rows:
            texts = ("\n".join(part.text for part in cell.p_lst) for cell in row._tr.tc_lst)
            yield "", " ".join(texts)
