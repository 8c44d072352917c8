"""Many arrays in one file: written one after the other, read where they lie, each with a checksum."""

import json
import mmap
import os
import struct
from collections.abc import Iterable, Mapping
from io import FileIO
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.storage.regular_file import Damaged, opened

Array = NDArray[Any]
"""An array of one dimension."""

ALIGNMENT = 64
"""Bytes; a line of the cache, and more than any number needs."""
END = struct.Struct("<QQI12s")
"""What a file ends with: where the table of its arrays begins, its length and checksum, and the mark."""
MARK = b"dateline 1\n\0"
TYPES = frozenset({"|u1", "<u2", "<u4", "<u8", "<i4", "<i8"})
"""Of numbers; a table that names another one was not written here."""
AT_ONCE = 1 << 20
"""Bytes of an array that are read at once to be checked."""


class ArrayWriter:
    """Writes arrays to a new file; nothing can be read before it is closed."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        self._table: dict[str, tuple[str, int, int, int]] = {}

    def add(self, name: str, array: Array) -> None:
        """Write one array, of any dtype, (n,)."""
        self.add_pieces(name, array.dtype, [array])

    def add_pieces(self, name: str, dtype: "np.dtype[Any]", pieces: Iterable[Array]) -> None:
        """Write one array that comes in pieces, each turned into this type of number.

        The pieces are (n,) of whatever length, and of any dtype that fits.
        """
        self._file.write(bytes(-self._file.tell() % ALIGNMENT))
        start, checksum, length = self._file.tell(), 0, 0
        for piece in pieces:
            content = np.ascontiguousarray(piece, dtype)
            checksum = crc32(content.data, checksum)
            self._file.write(content.data)
            length += len(content)
        self._table[name] = (dtype.newbyteorder("<").str, start, length, checksum)

    def close(self) -> None:
        """Finish the file, and write it down to the disk."""
        start = self._file.tell()
        table = json.dumps(self._table).encode()
        self._file.write(table)
        self._file.write(END.pack(start, len(table), crc32(table), MARK))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Let go of a file that will not be finished."""
        self._file.close()


def mapped_arrays(path: Path) -> Mapping[str, Array]:
    """The arrays of a file, read-only, where they lie; raises Damaged, and OSError when there is no such file.

    Each is (n,), of the dtype that it was written with: unsigned, int32 or int64.
    """
    return arrays_of(path, mapped(path))


def arrays_of(path: Path, content: mmap.mmap | bytes) -> Mapping[str, Array]:
    """The arrays in the mapped bytes of a file: unsigned, int32 or int64, (n,), as they were written."""
    return {
        name: np.frombuffer(content, np.dtype(dtype), length, start)
        for name, (dtype, start, length, _) in table_of(path, content).items()
    }


def let_go(content: mmap.mmap | bytes) -> None:
    """Give the memory of mapped bytes back to the system, where it can be told so; they are read again when needed."""
    if isinstance(content, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        content.madvise(mmap.MADV_DONTNEED)


def wrong_arrays(path: Path) -> list[str]:
    """The names of the arrays that are not as they were written; raises Damaged when the table itself is not.

    It reads rather than maps, so that a disk that fails is told as OSError.
    """
    table = table_of(path, mapped(path))
    with opened(path) as file:
        return [
            name
            for name, (dtype, start, length, checksum) in table.items()
            if checksum_of(file, start, length * np.dtype(dtype).itemsize) != checksum
        ]


def checksum_of(file: FileIO, start: int, length: int) -> int:
    """The CRC-32 of so many bytes of a file, as far as it has them."""
    file.seek(start)
    checksum = 0
    while length and (piece := file.read(min(length, AT_ONCE))):
        checksum, length = crc32(piece, checksum), length - len(piece)
    return checksum


def mapped(path: Path) -> mmap.mmap | bytes:
    """The bytes of a file, where they lie; raises Damaged and OSError."""
    with opened(path) as file:
        if not os.fstat(file.fileno()).st_size:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def table_of(path: Path, content: mmap.mmap | bytes) -> dict[str, tuple[str, int, int, int]]:
    """The type, start, length and checksum of each array, by its name; every array lies in the file."""
    if len(content) < END.size or content[-len(MARK) :] != MARK:
        raise Damaged(f"{path.name} is cut short")
    start, length, checksum, _ = END.unpack(content[-END.size :])
    table = content[start : start + length]
    if start + length + END.size != len(content) or crc32(table) != checksum:
        raise Damaged(f"{path.name} has no table of its arrays")
    rows = {name: (str(row[0]), int(row[1]), int(row[2]), int(row[3])) for name, row in json.loads(table).items()}
    for name, (dtype, first, count, _) in rows.items():
        if dtype not in TYPES or not 0 <= first <= first + count * int(dtype[-1]) <= start:
            raise Damaged(f"{path.name} says of {name} what cannot be")
    return rows


def distinct(values: Array) -> Array:
    """Each of these integers (n,) once, ascending: (m,) of the same dtype."""
    # Sorting is several times as fast as the hash table of np.unique.
    ordered = np.sort(values)
    return ordered[is_new(ordered)]


def is_new(ascending: Array) -> Array:
    """For each of these integers (n,), which are sorted, that the one before it is another: bool (n,)."""
    is_new = np.ones(len(ascending), bool)
    np.not_equal(ascending[1:], ascending[:-1], out=is_new[1:])
    return is_new


def compact(largest: int) -> "np.dtype[Any]":
    """The smallest unsigned type that holds this number."""
    return np.min_scalar_type(largest)


def compacted(values: Array) -> Array:
    """The same numbers, none below 0, in the smallest unsigned type that holds them all.

    Integers (n,); gives unsigned (n,).
    """
    return values.astype(compact(int(values.max()) if len(values) else 0))


def ranges(starts: Array, lengths: Array) -> Array:
    """The numbers of all ranges, one after the other: int64; starts 5 and 9, lengths 2 and 3 give 5 6 9 10 11.

    `starts` and `lengths` are integers (n,); gives (their sum,).
    """
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total, dtype=np.int64)


def starts_of(lengths: Array) -> Array:
    """Where each of these lengths begins, and after the last one where all end: int64 (n + 1,).

    The lengths are integers, or bool, (n,).
    """
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def lengths_between(starts: Array | memoryview) -> Array:
    """What lies between each of these starts and the next: int64 (n - 1,). The starts are integers (n,)."""
    numbers = np.asarray(starts).astype(np.int64)
    return np.asarray(numbers[1:] - numbers[:-1])


def together(arrays: Iterable[Array]) -> Array:
    """Whole numbers of several arrays, or of none, one after the other: int64 (n,)."""
    return np.concatenate([np.zeros(0, np.int64), *arrays])
