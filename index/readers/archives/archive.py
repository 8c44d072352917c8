"""Archives and compressed files: each file in them is something to read, within limits; nothing is written."""

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import IO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from index.errors import Unreadable
from index.readers.archives.member_names import MemberNames, is_visible, safe_name
from index.readers.source import STEP_BYTES, Allowance, FileSource, Found
from index.web_page.page_companions import companions_among

DEEPEST = 3
"""Archives in archives; more are a trap."""
HIGHEST_RATIO = 200
"""To one packed byte; text packs to a tenth, and a bomb to a thousandth."""
HARMLESS_BYTES = 4 * 1024 * 1024
"""What may be unpacked at any ratio: a page can be nearly empty."""
LARGEST_WINDOW = 128 * 1024 * 1024
"""What Zstandard may look back on; the strongest setting of its command needs as much."""
LARGEST_INNER_ARCHIVE = 256 * 1024 * 1024
"""A ZIP archive inside another is held in memory."""
LARGEST_DIRECTORY = 128 * 1024 * 1024
"""Of a ZIP archive; it is read into memory whole."""
DAMAGED = (
    *(BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, lzma.LZMAError),
    *(EOFError, NotImplementedError, RuntimeError),
)


class Unpacked(io.RawIOBase):
    """What a packed stream unpacks to; Unreadable once that is more than is allowed, or damaged."""

    def __init__(self, stream: IO[bytes], packed_bytes: Callable[[], int], allowance: Allowance) -> None:
        self.stream = stream
        self.packed_bytes = packed_bytes
        self.allowance = allowance
        self.count = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def tell(self) -> int:
        """How many bytes have been read."""
        return self.count

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        try:
            data = self.stream.read(min(len(buffer), STEP_BYTES))
        except (*DAMAGED, OSError) as error:
            raise Unreadable(f"damaged ({' '.join(str(error).split()).lower()})") from error
        self.count += len(data)
        self.allowance.spend(len(data))
        if self.count > HARMLESS_BYTES and self.count > HIGHEST_RATIO * self.packed_bytes():
            raise Unreadable(f"unpacks to more than {HIGHEST_RATIO} times its size")
        buffer[: len(data)] = data
        return len(data)


def inner(name: str, stream: IO[bytes], packed_bytes: Callable[[], int], outer: FileSource) -> FileSource:
    """What is unpacked from a stream, as a source."""
    if outer.depth >= DEEPEST:
        raise Unreadable(f"in more than {DEEPEST} archives, one in the other")
    unpacked = io.BufferedReader(Unpacked(stream, packed_bytes, outer.allowance), 64 * 1024)
    return replace(outer, name=name, stream=unpacked, place=None, depth=outer.depth + 1)


def read_gzip(source: FileSource) -> Iterator[Found]:
    """The file that was packed with gzip."""
    yield compressed(source, cast(IO[bytes], gzip.GzipFile(fileobj=source.stream)))


def read_bzip2(source: FileSource) -> Iterator[Found]:
    """The file that was packed with bzip2."""
    yield compressed(source, cast(IO[bytes], bz2.BZ2File(source.stream)))


def read_xz(source: FileSource) -> Iterator[Found]:
    """The file that was packed with xz, or with LZMA as it was before."""
    yield compressed(source, cast(IO[bytes], lzma.LZMAFile(cast(IO[bytes], source.stream))))  # noqa: SIM115  opens no file


def read_zstd(source: FileSource) -> Iterator[Found]:
    """The file that was packed with Zstandard."""
    yield compressed(source, cast(IO[bytes], ZstandardStream(source.stream)))


class ZstandardStream:
    """What Zstandard has packed; damage is an OSError, as with Python's own streams."""

    def __init__(self, stream: IO[bytes] | io.BufferedIOBase) -> None:
        # Imported here, because few folders hold such files.
        from zstandard import ZstdDecompressor, ZstdError

        unpacker = ZstdDecompressor(max_window_size=LARGEST_WINDOW)
        self.reader = unpacker.stream_reader(cast(IO[bytes], stream), read_across_frames=True)
        self.damage = ZstdError

    def read(self, count: int) -> bytes:
        """No more than so many of the bytes that come next; none at the end."""
        try:
            return self.reader.read(count)
        except self.damage as error:
            raise OSError(str(error)) from error


def compressed(source: FileSource, stream: IO[bytes]) -> FileSource:
    """The one file in a compressed one, named without the last ending."""
    name = re.sub(r"\.t(?:gz|bz2?|xz|lzma|zst)$", ".tar", source.name, flags=re.IGNORECASE)
    name = name if name != source.name else re.sub(PACKED_ENDING, "", name, flags=re.IGNORECASE)
    return inner(name, stream, source.stream.tell, source)


PACKED_ENDING = r"\.(?:gz|gzip|bz2?|xz|lzma|zst|zstd)$"


def read_zip(source: FileSource) -> Iterator[Found]:
    """Each file of a ZIP archive."""
    yield from members_of_zip(source, is_visible)


def read_wacz(source: FileSource) -> Iterator[Found]:
    """Each web archive in a WACZ file, whose other files are lists of what is in them."""
    yield from members_of_zip(source, re.compile(r"archive/.*\.warc(\.gz)?").fullmatch)


def members_of_zip(source: FileSource, is_wanted: Callable[[str], object]) -> Iterator[Found]:
    """The files of a ZIP archive whose names are wanted."""
    stream = source.stream if source.stream.seekable() else io.BytesIO(source.whole(LARGEST_INNER_ARCHIVE))
    require_small_directory(stream)
    names = MemberNames()
    try:
        with ZipFile(stream) as archive:
            unread = companions_among(safe_name(member.filename) for member in archive.infolist())
            for member in archive.infolist():
                name = safe_name(member.filename)
                if member.is_dir() or not is_wanted(name) or name in unread:
                    continue
                source.allowance.spend_member()
                repeated = names.repeated(name)
                yield Unreadable(repeated) if repeated else member_of_zip(archive, member, name, source)
    except DAMAGED as error:
        raise Unreadable(f"damaged ({' '.join(str(error).split()).lower()})") from error


def require_small_directory(stream: io.BufferedIOBase) -> None:
    """Nothing, when the list of files at the end of a ZIP archive can be held in memory."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - 66_000))
    end = stream.read()
    place = end.rfind(b"PK\x05\x06")
    stream.seek(0)
    directory = int.from_bytes(end[place + 12 : place + 16], "little") if place >= 0 else 0
    if min(directory, size) > LARGEST_DIRECTORY:
        raise Unreadable("holds more than a million files")


def member_of_zip(archive: ZipFile, member: ZipInfo, name: str, source: FileSource) -> Found:
    """A file of the archive, or why it cannot be opened."""
    if member.flag_bits & 1:
        return Unreadable(f"{name}: protected with a password")
    try:
        stream = archive.open(member)
    except (*DAMAGED, OSError) as error:
        return Unreadable(f"{name}: damaged ({' '.join(str(error).split()).lower()})")
    return replace(inner(name.rpartition("/")[2], stream, lambda: member.compress_size, source), place=name)


def read_tar(source: FileSource) -> Iterator[Found]:
    """Each file of a tar archive, in order; memory does not grow with their number."""
    names = MemberNames()
    try:
        with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=SmallHeader) as archive:
            while member := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # else it remembers all of them
                name = safe_name(member.name)
                if not member.isfile() or not is_visible(name):
                    continue
                source.allowance.spend_member()
                if repeated := names.repeated(name):
                    yield Unreadable(repeated)
                    continue
                stream = cast(IO[bytes], archive.extractfile(member))  # of a file, it has one
                packed = partial(int, member.size)
                yield replace(inner(name.rpartition("/")[2], stream, packed, source), place=name)
    except DAMAGED as error:
        raise Unreadable(f"damaged ({' '.join(str(error).split()).lower()})") from error


class SmallHeader(tarfile.TarInfo):
    """The header of a file in a tar archive, which may not be large: it is read into memory."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        """As the library does it, for what is small or no header."""
        if self.type not in tarfile.REGULAR_TYPES and self.size > HARMLESS_BYTES:
            raise tarfile.ReadError("a header of many megabytes")
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]
