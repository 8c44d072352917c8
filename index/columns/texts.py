"""A column of texts: their UTF-8 bytes one after the other, and where each begins."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from index.columns.arrays import Array, ArrayWriter, compacted, starts_of

PAGE = 64
"""Texts of which one is kept in memory once a sorted column has been searched."""


class Texts:
    """The texts of one column, as bytes."""

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        self.bytes = arrays[f"{name}.bytes"].data
        self.starts = arrays[f"{name}.starts"].data

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
        """Those of the numbers whose text, never empty, may end so: its last byte does."""
        if not end:
            return numbers
        last = np.asarray(self.bytes)[np.asarray(self.starts)[numbers + 1] - 1]
        return np.asarray(numbers[last == end[-1]])

    def lowest(self, wanted: bytes, order: Sequence[int] | None = None) -> int:
        """How many texts are smaller, when they are sorted, or when they are sorted in this order."""
        if order is not None:
            return bisect_left(order, wanted, key=self.__getitem__)
        first = bisect_left(self._page_ends, wanted) * PAGE
        return bisect_left(self, wanted, first, min(len(self), first + PAGE))

    @cached_property
    def _page_ends(self) -> list[bytes]:
        """The last text of every page of sorted texts."""
        return [self[number] for number in range(PAGE - 1, len(self), PAGE)]

    def number(self, wanted: bytes) -> int | None:
        """The number of a text among sorted ones; None when it is not there."""
        number = self.lowest(wanted)
        return number if number < len(self) and self[number] == wanted else None


def add_texts(writer: ArrayWriter, name: str, texts: Sequence[bytes]) -> None:
    """Write a column of texts."""
    writer.add(f"{name}.bytes", np.frombuffer(b"".join(texts), np.uint8))
    writer.add(f"{name}.starts", compacted(starts_of(lengths_of(texts))))


def lengths_of(texts: Iterable[bytes]) -> Array:
    """The lengths of texts in bytes: int64."""
    return np.fromiter(map(len, texts), np.int64)


def after(start: bytes) -> bytes:
    """The smallest text that is larger than all UTF-8 texts that begin so."""
    return start + b"\xff"
