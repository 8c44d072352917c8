"""What a reader reads: a file, or a member of an archive, opened once and read from its beginning within limits."""

import errno
import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from index.article import RoughArticle
from index.errors import CannotOpen, Unreadable

LARGEST_FILE_BYTES = 32 * 1024 * 1024
"""What is read in one piece; a larger text is a log or an archive, not an article."""
LARGEST_WITH_PICTURES = 256 * 1024 * 1024
"""The same of what holds pictures, which are most of a large one, and are not looked at; what is made of the rest is
held to the memory that a file may take."""

STEP_BYTES = 256 * 1024

HEAD_BYTES = 4096
"""How much of a file is looked at to tell its kind."""

NO_FIELDS: Mapping[str, str] = {}


@dataclass(slots=True)
class Allowance:
    """What the archives in one file may still unpack; the same for all that are nested in it."""

    bytes_left: int = 16 * 1024**3
    members_left: int = 1_000_000

    def spend(self, count: int) -> None:
        """Count unpacked bytes; raises Unreadable when they are too many."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise Unreadable("unpacks to more than 16 GiB")

    def spend_member(self) -> None:
        """Count a member; raises Unreadable when there are too many."""
        self.members_left -= 1
        if self.members_left < 0:
            raise Unreadable("holds more than a million files")


@dataclass(frozen=True, slots=True)
class FileSource:
    """Something to read: its name, whose ending tells its kind, and its bytes."""

    name: str
    stream: io.BufferedIOBase
    fields: Mapping[str, str] = field(default_factory=lambda: NO_FIELDS)
    """Where tables and JSON keep what: "body" -> "content"; what is not named is recognised."""
    place: str | None = None
    """Its path within an archive; None when it is not one of several files."""
    url: str | None = None
    """Where it was fetched from; None when that is not known."""
    charset: str | None = None
    """The encoding that a server or a mail names for it; None when none is named."""
    record: int | None = None
    """Its number among the records of a file; None when it is a file."""
    key: str | None = None
    """What names it among the records of its file, where its number changes when others come; None otherwise."""
    reads_scans: bool = False
    """The words on pictures of pages are to be read, too."""
    largest_bytes: int = LARGEST_FILE_BYTES
    """What is read of it in one piece."""
    depth: int = 0
    """How many archives it is in."""
    allowance: Allowance = field(default_factory=Allowance)

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        if isinstance(self.stream, io.BufferedReader):
            return self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        head = self.stream.read(HEAD_BYTES)
        self.stream.seek(0)
        return head

    def whole(self, limit: int | None = None) -> bytes:
        """All of its bytes; raises Unreadable when they are none, or more than the limit, or than `largest_bytes`."""
        if isinstance(self.stream, io.BytesIO) and self.stream.tell() == 0:
            data = self.stream.getvalue()
            self.stream.seek(0, io.SEEK_END)
        else:
            data = self._read(limit or self.largest_bytes)
        if len(data) > (limit or self.largest_bytes):
            raise too_large(limit or self.largest_bytes)
        if not data:
            raise Unreadable("empty file")
        return data

    def _read(self, limit: int) -> bytes:
        """The bytes that come next, up to their end; raises Unreadable when they are more than the limit."""
        data = bytearray()
        # In steps, because a buffered stream sets aside as much memory as it is asked for.
        while step := self.stream.read(STEP_BYTES):
            data += step
            if len(data) > limit:
                raise too_large(limit)
        return bytes(data)


def too_large(limit: int) -> Unreadable:
    """What to say of something that is read in one piece, and has more bytes than that."""
    return Unreadable(f"larger than {limit // (1024 * 1024)} MiB")


Found = RoughArticle | Unreadable | FileSource
"""What a reader finds: an article, a record that cannot be read (its message names it), or something else to read.

Such a Source must be read before the next thing is asked for.
"""

Reader = Callable[[FileSource], Iterator[Found]]
"""One for each kind of file; raises Unreadable when the rest of the source cannot be read."""


@contextmanager
def opened(
    path: Path, fields: Mapping[str, str] = NO_FIELDS, *, reads_scans: bool = False, inode: int = 0
) -> Iterator[FileSource]:
    """A regular file as a source; raises Unreadable when it cannot be opened, or is no regular file.

    Where it is not the file of this inode any more, which was found there, no link is followed to the one that is.
    """
    try:
        # Without blocking, because opening a pipe would wait for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable("not a regular file")
            if inode not in (0, status.st_ino) and not is_at(path, status):
                raise CannotOpen("a link was put in its place")
            yield FileSource(path.name, file, fields, reads_scans=reads_scans)
    except IsADirectoryError as error:
        raise Unreadable("not a regular file") from error
    except (OSError, ValueError) as error:
        raise cannot_open(error) from error


def is_at(path: Path, status: os.stat_result) -> bool:
    """The file with this status is reached by the path, which is absolute, without a link."""
    return os.path.samestat(path.lstat(), status) and path.parent == path.parent.resolve()


NAMES_OF_PASSING = "EACCES EPERM EIO EMFILE ENFILE ENOMEM ENXIO ENODEV ESTALE ETIMEDOUT ENOTCONN EHOSTDOWN EREMOTEIO"
PASSING = frozenset(getattr(errno, name) for name in NAMES_OF_PASSING.split() if hasattr(errno, name))
"""Why a file cannot be read now, though it may be later without having changed: above all, its disk is away."""


def cannot_open(error: OSError | ValueError) -> Unreadable:
    """What is wrong with a file that the system does not let be read, and whether that may pass."""
    kind = CannotOpen if getattr(error, "errno", None) in PASSING else Unreadable
    return kind(why_not_open(error))


def why_not_open(error: OSError | ValueError) -> str:
    """A few words for the reader of the report."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "cannot be opened"


def in_memory(name: str, data: bytes, outer: FileSource, **known: object) -> FileSource:
    """A part of another source that is held in memory."""
    inherited = {
        "fields": outer.fields,
        "reads_scans": outer.reads_scans,
        "depth": outer.depth,
        "allowance": outer.allowance,
    }
    values: dict[str, object] = {**inherited, "largest_bytes": outer.largest_bytes, **known}
    return FileSource(name, io.BytesIO(data), **values)  # type: ignore[arg-type]
