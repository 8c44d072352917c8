"""Rich Text: one article each, or those of an export."""

import re
from collections.abc import Iterator

from index.errors import Unreadable
from index.readers.encodings import without_controls
from index.readers.source import FileSource, Found
from index.readers.vendors.vendor_exports import articles_of_text

WORD = re.compile(r"[^\W_]")
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
PICTURE = re.compile(rb"[0-9A-Fa-f\r\n]{1000,}")
"""In hexadecimal figures; no text has so many in a row."""
LINK = "HYPERLINK"
"""The library writes the address of a link beside its words, and looks for it in time that grows with the square."""


def read_rtf(source: FileSource) -> Iterator[Found]:
    """The articles of a Rich Text file; Unreadable when it has no text, or is damaged."""
    data = source.whole()
    if b"{\\rtf" not in data[:100]:
        raise Unreadable("not Rich Text")
    # Imported here, because a folder of texts does not need it.
    from striprtf.striprtf import rtf_to_text

    ascii_only = BEYOND_ASCII.sub(lambda byte: b"\\'%02x" % byte[0][0], PICTURE.sub(b"", data)).decode("ascii")
    try:
        text = without_controls(str(rtf_to_text(ascii_only.replace(LINK, "LINK"), errors="replace")))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, OverflowError) as error:
        raise Unreadable("damaged Rich Text") from error
    if not WORD.search(text):
        raise Unreadable("no words in it")
    yield from articles_of_text(text)
