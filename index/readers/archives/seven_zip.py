"""7z archives: each file in them is something to read; all of them are unpacked at once, in memory, within a limit."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.archives.archive import DEEPEST, LARGEST_INNER_ARCHIVE, is_visible, safe_name
from index.readers.source import Allowance, FileSource, Found, in_memory

if TYPE_CHECKING:
    from py7zr import SevenZipFile


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
    except PasswordRequired as error:
        raise Unreadable("protected with a password") from error
    except (MemoryError, Unreadable):
        raise
    except Exception as error:  # the library fails on damaged archives in any way at all
        raise Unreadable("not a 7z archive, or a damaged one") from error
    for name, data in files.items():
        yield in_memory(name.rpartition("/")[2], data, source, place=name, depth=source.depth + 1)


def unpacked_files(archive: "SevenZipFile", allowance: Allowance) -> dict[str, bytes]:
    """The files of an archive by their names, without hidden ones and links."""
    from py7zr.io import Py7zIO, WriterFactory

    class File(Py7zIO):
        """A file that is unpacked; Unreadable where all files together are too many bytes."""

        def __init__(self) -> None:
            self.data = bytearray()

        def write(self, s: bytes | bytearray) -> int:
            allowance.spend(len(s))
            self.data += s
            if sum(len(file.data) for file in files.values()) > LARGEST_INNER_ARCHIVE:
                raise Unreadable(f"unpacks to more than {LARGEST_INNER_ARCHIVE // 1024**2} MiB")
            return len(s)

        def read(self, size: int | None = None) -> bytes:
            return bytes(self.data if size is None else self.data[:size])

        def seek(self, offset: int, whence: int = 0) -> int:
            return offset

        def flush(self) -> None:
            """Nothing waits."""

        def size(self) -> int:
            return len(self.data)

    class Files(WriterFactory):
        """Where files are unpacked to: memory, and nowhere else."""

        def create(self, filename: str) -> Py7zIO:
            allowance.spend_member()
            return files.setdefault(filename, File())

    files: dict[str, File] = {}
    wanted = [
        each.filename for each in archive.list() if not each.is_directory and is_visible(safe_name(each.filename))
    ]
    archive.extract(targets=wanted, factory=Files())
    return {safe_name(name): bytes(file.data) for name, file in files.items()}
