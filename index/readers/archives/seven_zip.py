"""7z archives: each file in them is something to read; all of them are unpacked at once, in memory, within a limit."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.archives.archive import DEEPEST, LARGEST_INNER_ARCHIVE
from index.readers.archives.member_names import MemberNames, is_visible, safe_name
from index.readers.source import Allowance, FileSource, Found, in_memory
from index.web_page.page_companions import companions_among

if TYPE_CHECKING:
    from py7zr import SevenZipFile
    from py7zr.io import WriterFactory


def read_seven_zip(source: FileSource) -> Iterator[Found]:
    """Each file of a 7z archive; Unreadable when it is damaged, protected, or unpacks to too much."""
    # Imported here, because few folders hold such archives.
    from py7zr import SevenZipFile
    from py7zr.exceptions import PasswordRequired

    if source.depth >= DEEPEST:
        raise Unreadable(f"in more than {DEEPEST} archives, one in the other")
    stream = io.BytesIO(source.whole(LARGEST_INNER_ARCHIVE))
    try:
        with SevenZipFile(stream) as archive:
            files = unpacked_files(archive, source.allowance)
            unread = companions_among(name for name, _ in files)
    except PasswordRequired as error:
        raise Unreadable("protected with a password") from error
    except (MemoryError, Unreadable):
        raise
    except Exception as error:  # the library fails on damaged archives in any way at all
        raise Unreadable("not a 7z archive, or a damaged one") from error
    names = MemberNames()
    for name, data in files:
        if name in unread:
            continue
        if repeated := names.repeated(name):
            yield Unreadable(repeated)
            continue
        yield in_memory(name.rpartition("/")[2], data, source, place=name, depth=source.depth + 1)


def unpacked_files(archive: "SevenZipFile", allowance: Allowance) -> list[tuple[str, bytes]]:
    """The files of an archive with their names, without hidden ones and links."""
    kept: dict[str, io.BytesIO] = {}
    wanted = [
        each.filename for each in archive.list() if not each.is_directory and is_visible(safe_name(each.filename))
    ]
    archive.extract(targets=wanted, factory=memory_for(kept, allowance))
    return [(safe_name(name), data.getvalue()) for name, data in kept.items()]


def memory_for(kept: dict[str, io.BytesIO], allowance: Allowance) -> "WriterFactory":
    """Where files are unpacked to: memory, and nowhere else; Unreadable once they are too many bytes together."""
    from py7zr.io import Py7zIO, WriterFactory

    class UnpackedFile(Py7zIO):
        """One of the files."""

        def __init__(self, data: io.BytesIO) -> None:
            self.data = data

        def write(self, s: bytes | bytearray) -> int:
            allowance.spend(len(s))
            if len(s) + sum(data.tell() for data in kept.values()) > LARGEST_INNER_ARCHIVE:
                raise Unreadable(f"unpacks to more than {LARGEST_INNER_ARCHIVE // 1024**2} MiB")
            return self.data.write(s)

        def read(self, size: int | None = None) -> bytes:
            return self.data.getvalue()[:size]

        def seek(self, offset: int, whence: int = 0) -> int:
            return self.data.tell()

        def flush(self) -> None: ...

        def size(self) -> int:
            return self.data.tell()

    class UnpackedFiles(WriterFactory):
        """All of them."""

        def create(self, filename: str) -> Py7zIO:
            allowance.spend_member()
            return UnpackedFile(kept.setdefault(filename, io.BytesIO()))

    return UnpackedFiles()
