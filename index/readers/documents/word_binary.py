"""Documents of Word before 2007 (.doc): one article each.

After [MS-DOC], sections 2.4.1 and 2.5: the text lies in pieces of the main stream, which a table in another stream puts
in order; documents of Word 6 and 95 have it in one.
"""

import io
import re
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.encodings import without_controls
from index.readers.source import FileSource

if TYPE_CHECKING:
    from olefile import OleFileIO

DAMAGED_DOC = "not a Word document, or a damaged one"
MAGIC, MAGIC_BEFORE_97 = 0xA5EC, 0xA5DC
FIRST_OF_WORD_97 = 101
"""Version numbers (nFib); earlier ones have no table of pieces that all of them keep."""
ENCRYPTED, USES_SECOND_TABLE = 0x0100, 0x0200
MOST_CHARACTERS = 4 * 1024 * 1024
WORD = re.compile(r"[^\W_]")
CODE, RESULT, END = "\x13", "\x14", "\x15"
"""The marks of a field: what tells Word to put an address or a page number there, then what it has put there."""
UNSEEN = re.compile("[\x00-\x06\x08\x0e-\x1d]")
BREAKS = str.maketrans(
    {"\r": "\n", "\x07": "\n", "\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\x1f": "\u00ad", "\xa0": " "}
)


def read_doc(source: FileSource) -> Iterator[RoughArticle]:
    """The one article of an old Word document; Unreadable when it has no text, is encrypted, or is damaged."""
    # Imported here, because few folders hold such documents.
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(source.whole())) as streams:
            main = stream_of(streams, "WordDocument")
            text = words_in(main, streams)
    except (OSError, struct.error, IndexError, ValueError, TypeError, KeyError) as error:
        raise Unreadable(DAMAGED_DOC) from error
    text = without_controls(shown_text(text))
    if not WORD.search(text):
        raise Unreadable("no words in it")
    yield RoughArticle(text)


def stream_of(streams: "OleFileIO", name: str) -> bytes:
    """One of the streams in the document."""
    if not streams.exists(name):
        raise Unreadable(DAMAGED_DOC)
    return bytes(streams.openstream(name).read())


def words_in(main: bytes, streams: "OleFileIO") -> str:
    """The text of the document, without notes, headers and comments, which lie behind it."""
    magic, version = struct.unpack_from("<HH", main, 0)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if magic not in {MAGIC, MAGIC_BEFORE_97}:
        raise Unreadable(DAMAGED_DOC)
    if flags & ENCRYPTED:
        raise Unreadable("protected with a password")
    if version < FIRST_OF_WORD_97:
        first, end = struct.unpack_from("<II", main, 0x18)
        return main[first:end].decode("cp1252", "replace")
    (length,) = struct.unpack_from("<i", main, 0x4C)
    offset, size = struct.unpack_from("<II", main, 0x01A2)
    table = stream_of(streams, "1Table" if flags & USES_SECOND_TABLE else "0Table")
    pieces = pieces_of(main, table[offset : offset + size])
    return "".join(pieces)[: min(max(0, length), MOST_CHARACTERS)]


def pieces_of(main: bytes, table: bytes) -> Iterator[str]:
    """The pieces of the text, in order, as the table says where they lie; no more than the text can be long."""
    place = 0
    while table[place : place + 1] == b"\x01":  # how pieces are formatted
        place += 3 + struct.unpack_from("<H", table, place + 1)[0]
    if table[place : place + 1] != b"\x02":
        raise Unreadable(DAMAGED_DOC)
    (size,) = struct.unpack_from("<I", table, place + 1)
    pieces = table[place + 5 : place + 5 + size]
    count = (len(pieces) - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", pieces, 0)
    left = MOST_CHARACTERS
    for number in range(count):
        (at,) = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * number + 2)
        length = min(starts[number + 1] - starts[number], left)
        if length <= 0:
            continue
        left -= length
        if at & 0x40000000:
            first = (at & 0x3FFFFFFF) // 2
            yield main[first : first + length].decode("cp1252", "replace")
        else:
            yield main[at : at + 2 * length].decode("utf-16-le", "replace")


def shown_text(text: str) -> str:
    """The text as its readers see it: paragraphs and cells on lines, fields by their results."""
    pieces: list[str] = []
    is_code: list[bool] = []  # of each field that has begun, one in the other
    hidden = 0
    for piece in re.split(f"([{CODE}{RESULT}{END}])", text):
        if piece == CODE:
            is_code.append(True)
            hidden += 1
        elif piece in {RESULT, END} and is_code:
            hidden -= is_code.pop()
            is_code += [False] if piece == RESULT else []
        elif not hidden:
            pieces.append(piece)
    return UNSEEN.sub("", "".join(pieces).translate(BREAKS))
