"""The articles of a segment as texts in compressed blocks; one is read without reading far around it."""

import mmap
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from zlib import compress, crc32, decompress, error

import numpy as np

from index.storage.arrays import Array, ArrayWriter, Damaged, compacted, let_go, mapped, starts_of
from index.storage.background_work import BackgroundWork

BLOCK_BYTES = 32_768
"""Articles are added to a block until it is this long; twice as much saves 2 % of space and doubles a read."""
LEVEL = 2
"""Of zlib: level 6 saves 8 % of space and takes three times as long."""

LENGTH = np.dtype("<u4")
"""Of an article, in bytes."""
LARGE_BLOCK = BLOCK_BYTES // 8
"""Bytes of a compressed block from which on it is worth copying as it is."""


class StoredArticles:
    """Reads the articles of one segment by their number.

    `block.starts`, bytes, and `block.first`, numbers of articles, are unsigned (blocks + 1,).
    """

    def __init__(self, path: Path, arrays: Mapping[str, Array]) -> None:
        self._starts = arrays["block.starts"]
        self._first = arrays["block.first"]
        self._content: mmap.mmap | bytes = mapped(path)
        if len(self._content) != self._starts[-1]:
            raise Damaged(f"{path.name} has {len(self._content)} bytes, not {self._starts[-1]}")

    def __getitem__(self, number: int) -> bytes:
        block = int(np.searchsorted(self._first, number, side="right")) - 1
        return self.block(block)[number - int(self._first[block])]

    def block(self, block: int) -> list[bytes]:
        """All articles of a block; raises Damaged."""
        try:
            content = decompress(self._content[int(self._starts[block]) : int(self._starts[block + 1])])
        except error as damage:
            raise Damaged(f"the articles of block {block} cannot be read: {damage}") from damage
        count = int(self._first[block + 1] - self._first[block])
        starts = starts_of(np.frombuffer(content, LENGTH, count)) + count * LENGTH.itemsize
        return [content[start:end] for start, end in pairwise(starts.tolist())]

    def blocks(self) -> Iterator[tuple[range, bytes]]:
        """Every block: the numbers of its articles, and its bytes as they lie on the disk."""
        starts, first = self._starts.tolist(), self._first.tolist()
        for block in range(len(first) - 1):
            yield range(first[block], first[block + 1]), self._content[starts[block] : starts[block + 1]]
            if block % BLOCKS_HELD == 0:
                self.let_go()

    def let_go(self) -> None:
        """Give the memory of what was read of them back to the system."""
        let_go(self._content)

    def __iter__(self) -> Iterator[bytes]:
        for block in range(len(self._first) - 1):
            yield from self.block(block)


Block = tuple[int, bytes]
"""How many articles it has, and its bytes."""
BLOCKS_HELD = 1_000
"""Blocks of one file after the other that are read before their memory is given back; about 15 MB."""
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
    return crc32(mapped(path)) == int(arrays["block.checksum"][0])
