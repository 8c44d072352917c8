"""The parts of a document that is a ZIP archive, held to what a document may be before any library unpacks it."""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile, ZipFile, ZipInfo

from index.errors import Unreadable
from index.readers.source import LARGEST_FILE_BYTES

DAMAGED_ZIP = (BadZipFile, ValueError, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error)
LARGEST_UNPACKED = 4 * LARGEST_FILE_BYTES
"""Of all parts that are no pictures."""
MOST_MARKS = 400_000
"""Of XML; a page of a document has 500."""


def require_small(data: bytes, what: str, most_marks: int = MOST_MARKS) -> None:
    """Nothing, when the document stays small when it is unpacked; Unreadable when not, or when it is not `what`.

    Each part is unpacked once, no further than the size that the archive states, and its checksum compared: a library
    that believes the size can rely on it.
    """
    with opened_parts(data, what) as packed:
        parts = [member for member in packed.infolist() if not is_picture(member)]
        if sum(member.file_size for member in parts) > LARGEST_UNPACKED:
            raise Unreadable(f"unpacks to more than {LARGEST_UNPACKED // 1024**2} MiB")
        marks = sum(packed.read(member).count(b"<") for member in parts if is_markup(member))
    if marks > most_marks:
        raise Unreadable(f"more than {most_marks:,} elements")


@contextmanager
def opened_parts(data: bytes, what: str) -> Iterator[ZipFile]:
    """The archive; Unreadable where it is damaged, or where what is asked of it is not there."""
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            yield packed
    except (*DAMAGED_ZIP, KeyError) as error:
        raise Unreadable(f"not {what}, or a damaged one") from error


def is_picture(member: ZipInfo) -> bool:
    """It is packed as it is, and called a picture: it grows no further than the document is large."""
    return PICTURE.search(member.filename) is not None and member.file_size <= 2 * member.compress_size


PICTURE = re.compile(r"\.(?:jpe?g|png|gif|tiff?|emf|wmf|webp|mp4|mp3|bmp|heic)$", re.IGNORECASE)


def is_markup(member: ZipInfo) -> bool:
    """It is a part that libraries take apart."""
    return member.filename.lower().endswith((".xml", ".rels"))
