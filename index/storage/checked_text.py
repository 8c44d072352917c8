"""Lines of text in a file, and their checksum in the last one: what was changed is noticed before it is believed."""

from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from zlib import crc32

from index.storage.regular_file import Damaged, opened

END = "crc32 {:08x}\n"
END_BYTES = len(END.format(0))
AT_ONCE = 1 << 20
"""Bytes of a file that are read at once."""
MOST_BYTES, LONGEST_LINE = 1 << 32, 1 << 28
"""Of a file and of a line of it: more than those of ten million files or articles. A file with holes, which takes no
room on a disk, may claim any length, and would fill the memory."""


def write_checked(path: Path, lines: Iterable[str]) -> None:
    """Write lines, none of which holds an end of line, into a file that is not there yet."""
    checksum = 0
    with path.open("xb") as file:
        for line in lines:
            content = line.encode() + b"\n"
            checksum = crc32(content, checksum)
            file.write(content)
        file.write(END.format(checksum).encode())


def checked_lines(path: Path) -> Iterator[str]:
    """The lines that were written, none of them before all are checked; raises Damaged, UnicodeError and OSError."""
    with BufferedReader(opened(path)) as file:
        left = file.seek(0, 2) - END_BYTES
        if left < 0:
            raise Damaged(f"{path.name} is cut short")
        if left > MOST_BYTES:
            raise Damaged(f"{path.name} is longer than any that is written")
        file.seek(0)
        end, checksum = left, 0
        while left and (piece := file.read(min(left, AT_ONCE))):
            checksum, left = crc32(piece, checksum), left - len(piece)
        if file.read() != END.format(checksum).encode():
            raise Damaged(f"{path.name} is not as it was written")
        file.seek(0)
        while end:
            line = file.readline(min(end, LONGEST_LINE))
            end -= len(line)
            if not line.endswith(b"\n"):
                raise Damaged(f"{path.name} has a line that is longer than any that is written")
            yield line.decode().removesuffix("\n")
