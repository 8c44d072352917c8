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


def read_rtf(source: FileSource) -> Iterator[Found]:
    """The articles of a Rich Text file; Unreadable when it has no text, or is damaged."""
    data = source.whole()
    if b"{\\rtf" not in data[:100]:
        raise Unreadable("not Rich Text")
    # Imported here, because a folder of texts does not need it.
    from striprtf.striprtf import rtf_to_text

    ascii_only = BEYOND_ASCII.sub(lambda byte: b"\\'%02x" % byte[0][0], PICTURE.sub(b"", data)).decode("ascii")
    require_small_font_table(ascii_only)
    try:
        text = str(rtf_to_text(without_links(ascii_only), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, OverflowError) as error:
        raise Unreadable("damaged Rich Text") from error
    text = without_controls(text)
    if not WORD.search(text):
        raise Unreadable("no words in it")
    yield from articles_of_text(text)


def without_links(text: str) -> str:
    """The same, in which the library sees no links: it would write their addresses beside their words.

    It looks for them in time that grows with the square of the length of a line.
    """
    return text.replace("\\fldinst{", "\\fldinst {")


LARGEST_FONT_TABLE, MOST_FONTS = 256 * 1024, 4_000
BRACE = re.compile(r"[{}]")


def require_small_font_table(text: str) -> None:
    """Nothing, when the table of fonts ends where such tables do; the library searches it for each font anew."""
    start = text.find("\\fonttbl")
    if start < 0:
        return
    depth = 1
    for brace in BRACE.finditer(text, start, start + LARGEST_FONT_TABLE):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            if text.count("\\f", start, brace.start()) > 3 * MOST_FONTS:
                raise Unreadable(f"more than {MOST_FONTS:,} fonts")
            return
    raise Unreadable("damaged Rich Text")
