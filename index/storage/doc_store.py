"""The articles of a segment as texts in compressed blocks; one is read without reading far around it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Lock
from weakref import finalize
from zlib import compress, crc32, decompressobj, error

import numpy as np

from index.storage.arrays import Array, ArrayWriter, checksum_of, compacted, starts_of
from index.storage.background_work import BackgroundWork
from index.storage.regular_file import Damaged, opened

BLOCK_BYTES = 16_384
"""Articles are added to a block until it is this long; twice as much saves 4 % of space, and a read takes .2 ms,
not .1."""
LEVEL = 2
"""Of zlib: level 6 saves 8 % of space and takes three times as long."""

LENGTH = np.dtype("<u4")
"""Of an article, in bytes."""
LARGEST_BLOCK = 1 << 29
"""Bytes of a block, which no article that was read comes near; what claims more was made to fill the memory."""
LARGE_BLOCK = BLOCK_BYTES // 8
"""Bytes of a compressed block from which on it is worth copying as it is."""


class StoredArticles:
    """Reads the articles of one segment by their number; threads may share it.

    It reads rather than maps: where the file is cut short meanwhile, that is an error and not the end of the process.
    `block.starts`, bytes, and `block.first`, numbers of articles, are unsigned (blocks + 1,).
    """

    def __init__(self, path: Path, arrays: Mapping[str, Array]) -> None:
        self._starts = arrays["block.starts"]
        self._first = arrays["block.first"]
        self._path = path
        self._file = opened(path)
        finalize(self, self._file.close)
        self._guard = Lock()
        size = os.fstat(self._file.fileno()).st_size
        if not len(self._starts) or size != self._starts[-1]:
            raise Damaged(f"{path.name} has {size} bytes, not those of its blocks")

    def __getitem__(self, number: int) -> bytes:
        block = int(np.searchsorted(self._first, number, side="right")) - 1
        return self.block(block)[number - int(self._first[block])]

    def block(self, block: int) -> list[bytes]:
        """All articles of a block; raises Damaged and OSError."""
        start, end = int(self._starts[block]), int(self._starts[block + 1])
        count = int(self._first[block + 1]) - int(self._first[block])
        content = self._decompressed(block, self._read(start, end))
        lengths = np.frombuffer(content[: count * LENGTH.itemsize], LENGTH)
        starts = starts_of(lengths) + count * LENGTH.itemsize
        if len(lengths) != count or int(starts[-1]) != len(content):
            raise self._damaged(block, "its articles are not as long as it says")
        return [content[start:end] for start, end in pairwise(starts.tolist())]

    def blocks(self) -> Iterator[tuple[range, bytes]]:
        """Every block: the numbers of its articles, and its bytes as they lie on the disk."""
        starts, first = self._starts.tolist(), self._first.tolist()
        for block in range(len(first) - 1):
            yield range(first[block], first[block + 1]), self._read(starts[block], starts[block + 1])

    def _read(self, start: int, end: int) -> bytes:
        """The bytes of the file from `start` to before `end`."""
        if hasattr(os, "pread"):
            content = os.pread(self._file.fileno(), max(0, end - start), start)
        else:
            with self._guard:
                self._file.seek(start)
                content = self._file.read(max(0, end - start))
        if len(content) != end - start:
            raise Damaged(f"{self._path.name} is cut short")
        return content

    def _decompressed(self, block: int, content: bytes) -> bytes:
        """The bytes of a block, which are checked by zlib."""
        unpacking = decompressobj()
        try:
            found = unpacking.decompress(content, LARGEST_BLOCK)
        except error as damage:
            raise self._damaged(block, str(damage)) from damage
        if not unpacking.eof or unpacking.unused_data:
            raise self._damaged(block, "it does not end where it should")
        return found

    def _damaged(self, block: int, why: str) -> Damaged:
        return Damaged(f"the articles of block {block} of {self._path.name} cannot be read: {why}")

    def __iter__(self) -> Iterator[bytes]:
        for block in range(len(self._first) - 1):
            yield from self.block(block)


Block = tuple[int, bytes]
"""How many articles it has, and its bytes."""
BLOCKS_TOGETHER = 16
"""Blocks that are compressed one after the other in another thread: handing each over alone costs more."""


def compressed(blocks: Sequence[Block]) -> Sequence[Block]:
    """The same blocks, compressed."""
    return [(articles, compress(content, LEVEL)) for articles, content in blocks]


class StoredWriter:
    """Writes articles, one after the other; a block begins with the lengths of its articles."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0
        self._blocks: list[Block] = []
        self._compressing = BackgroundWork(compressed)
        self._starts = [0]
        self._first = [0]
        self._checksum = 0

    def add(self, article: bytes) -> None:
        """One article more."""
        self._waiting.append(article)
        self._waiting_bytes += len(article)
        if self._waiting_bytes >= BLOCK_BYTES:
            self._end_block()
            if len(self._blocks) == BLOCKS_TOGETHER:
                self._write(self._compressing.give(self._blocks))
                self._blocks = []

    def add_block(self, articles: int, block: bytes) -> None:
        """A whole block of another file."""
        self._finish_blocks()
        self._append(articles, block)

    def close(self, arrays: ArrayWriter) -> None:
        """Finish the file, write it down to the disk, and write where its blocks begin."""
        self._finish_blocks()
        self._file.flush()
        os.fsync(self._file.fileno())
        self.abandon()
        arrays.add("block.starts", compacted(np.array(self._starts)))
        arrays.add("block.first", compacted(np.array(self._first)))
        arrays.add("block.checksum", np.array([self._checksum], np.uint32))

    def abandon(self) -> None:
        """Let go of a file that will not be finished."""
        self._compressing.stop()
        self._file.close()

    def _end_block(self) -> None:
        """What waits becomes a block, which is not compressed yet."""
        lengths = np.fromiter(map(len, self._waiting), LENGTH, len(self._waiting))
        self._blocks.append((len(self._waiting), b"".join([lengths.tobytes(), *self._waiting])))
        self._waiting, self._waiting_bytes = [], 0

    def _finish_blocks(self) -> None:
        """Write all that was added."""
        if self._waiting:
            self._end_block()
        self._write([*self._compressing.rest(), compressed(self._blocks)])
        self._blocks = []

    def _write(self, done: Iterable[Sequence["Block"]]) -> None:
        """Write compressed blocks."""
        for blocks in done:
            for articles, block in blocks:
                self._append(articles, block)

    def _append(self, articles: int, block: bytes) -> None:
        self._checksum = crc32(block, self._checksum)
        self._file.write(block)
        self._starts.append(self._starts[-1] + len(block))
        self._first.append(self._first[-1] + articles)


def articles_are_whole(path: Path, arrays: Mapping[str, Array]) -> bool:
    """The file of articles is as it was written. `block.checksum` is uint32 (1,)."""
    with opened(path) as file:
        length = os.fstat(file.fileno()).st_size
        return checksum_of(file, 0, length) == int(arrays["block.checksum"][0])
