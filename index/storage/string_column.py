"""A column of texts: their UTF-8 bytes one after the other, and where each begins."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from index.storage.arrays import Array, ArrayWriter, compacted, starts_of

PAGE, PAGES = 64, 4096
"""Of so many texts one is kept in memory once a column has been searched, and of more when they were too many."""


class StringColumn:
    """The texts of one column, as bytes.

    It is read from `.bytes`, uint8 (bytes of all texts,), and `.starts`, unsigned (texts + 1,).
    """

    def __init__(self, arrays: Mapping[str, Array], name: str, order: Sequence[int] | None = None) -> None:
        self.bytes = arrays[f"{name}.bytes"].data
        self.starts = arrays[f"{name}.starts"].data
        self.order = range(len(self)) if order is None else order
        """The numbers of the texts in the order of their bytes, for a column that is to be searched."""
        self._page = max(PAGE, len(self) // PAGES)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> bytes:
        return bytes(self.bytes[self.starts[number] : self.starts[number + 1]])

    def strings(self, numbers: Iterable[int]) -> Iterator[str]:
        """The texts with these numbers, no longer as bytes."""
        content, starts = self.bytes, self.starts
        return (str(content[starts[number] : starts[number + 1]], "utf-8", "surrogatepass") for number in numbers)

    def __iter__(self) -> Iterator[bytes]:
        content = bytes(self.bytes)
        starts = self.starts.tolist()
        return (content[start:end] for start, end in pairwise(starts))

    def maybe_ending(self, numbers: Array, end: bytes) -> Array:
        """Those of the numbers whose text, never empty, may end so: its last byte does: int64 (n,) both."""
        if not end:
            return numbers
        last = np.asarray(self.bytes)[np.asarray(self.starts)[numbers + 1] - 1]
        return np.asarray(numbers[last == end[-1]])

    def maybe_beginning_or_ending(self, numbers: Array, start: bytes, end: bytes) -> Array:
        """Those of the numbers whose text may begin or end so, by the first byte or the last three: int64 (n,) both.

        Neither the texts nor the start are empty.
        """
        content, starts = np.asarray(self.bytes), np.asarray(self.starts)
        ends = starts[numbers + 1].astype(np.int64)
        may_end = np.ones(len(numbers), bool)
        for place, byte in enumerate(reversed(end[-3:]), 1):
            may_end &= content[np.maximum(ends - place, 0)] == byte
        return np.asarray(numbers[may_end | (content[starts[numbers]] == start[0])])

    def lowest(self, wanted: bytes) -> int:
        """How many texts are smaller."""
        first = bisect_left(self._page_ends, wanted) * self._page
        return bisect_left(self.order, wanted, first, min(len(self), first + self._page), key=self.__getitem__)

    @cached_property
    def _page_ends(self) -> list[bytes]:
        """The last text of every page, in order."""
        return [self[number] for number in self.order[self._page - 1 :: self._page]]

    def number(self, wanted: bytes) -> int | None:
        """The number of a text; None when it is not there."""
        place = self.lowest(wanted)
        if place == len(self):
            return None
        number = self.order[place]
        return number if self[number] == wanted else None


def add_texts(writer: ArrayWriter, name: str, texts: Sequence[bytes]) -> None:
    """Write a column of texts."""
    writer.add(f"{name}.bytes", np.frombuffer(b"".join(texts), np.uint8))
    writer.add(f"{name}.starts", compacted(starts_of(lengths_of(texts))))


def lengths_of(texts: Iterable[bytes]) -> Array:
    """The lengths of texts in bytes: int64 (texts,)."""
    return np.fromiter(map(len, texts), np.int64)


def after(start: bytes) -> bytes:
    """The smallest text that is larger than all UTF-8 texts that begin so."""
    return start + b"\xff"
