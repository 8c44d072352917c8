"""A column of counts that are nearly always small: one byte each, and the few large ones apart."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from index.storage.arrays import Array, ArrayWriter, compacted, starts_of

LARGE = 255
"""Stands where the count is this or more, and is found among the large ones."""


SKIP = 64
"""Postings between two places where the number of occurrences so far is written down."""


class Counts:
    """The counts of one column.

    It is read from three arrays, as `CountsWriter` writes them: `.small`, uint8 (n,), and of those that are LARGE or
    more `.large_at`, their places, and `.large`, both unsigned (m,).
    """

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        self.small = arrays[f"{name}.small"]
        self.large_at = arrays[f"{name}.large_at"]
        self.large = arrays[f"{name}.large"]
        self._large_places = self.large_at.data

    def __len__(self) -> int:
        return len(self.small)

    def between(self, start: int, end: int, dtype: "type[np.number[Any]]" = np.int64) -> Array:
        """The counts from `start` to before `end`, as numbers of this type.

        Gives int64 (end - start,), unless another type is asked for.
        """
        counts = self.small[start:end].astype(dtype)
        places = self._large_places
        first = bisect_left(places, start)
        if first < len(places) and places[first] < end:
            last = bisect_left(places, end, first)
            counts[self.large_at[first:last].astype(np.int64) - start] = self.large[first:last]
        return counts

    def at(self, rows: Array, dtype: "type[np.number[Any]]" = np.int64) -> Array:
        """The counts at these places, as numbers of this type, in the shape of `rows`.

        The places are int64, (n,) or (n, m); gives int64 of their shape, unless another type is asked for.
        """
        small = self.small.take(rows)
        counts: Array = small.astype(dtype)
        is_large = small == LARGE
        if np.count_nonzero(is_large):
            counts[is_large] = self.large[self.large_at.searchsorted(rows[is_large].astype(self.large_at.dtype))]
        return counts


class CountsWriter:
    """Writes a column of counts that comes in pieces."""

    def __init__(self, writer: ArrayWriter, name: str) -> None:
        self._writer = writer
        self._name = name
        self._large_at: list[Array] = []
        self._large: list[Array] = []

    def add(self, pieces: Iterable[Array]) -> None:
        """Write all of it. The pieces are integers (n,), none below 0."""
        self._writer.add_pieces(f"{self._name}.small", np.dtype(np.uint8), self._small(pieces))
        nothing = np.zeros(0, np.int64)
        self._writer.add(f"{self._name}.large_at", compacted(np.concatenate([nothing, *self._large_at])))
        self._writer.add(f"{self._name}.large", compacted(np.concatenate([nothing, *self._large])))

    def _small(self, pieces: Iterable[Array]) -> Iterable[Array]:
        done = 0
        for piece in pieces:
            at = np.flatnonzero(piece >= LARGE)
            self._large_at.append(at + done)
            self._large.append(piece[at])
            done += len(piece)
            yield np.minimum(piece, LARGE)


class Skipping:
    """Passes counts on, and keeps how many occurrences lie before every SKIP-th posting.

    The pieces are integers (n,).
    """

    def __init__(self, pieces: Iterable[Array]) -> None:
        self._pieces = pieces
        self._skips: list[Array] = []

    def __iter__(self) -> Iterator[Array]:
        postings = total = 0
        for counts in self._pieces:
            before = total + starts_of(counts)
            self._skips.append(before[:-1][-postings % SKIP :: SKIP])
            postings, total = postings + len(counts), int(before[-1])
            yield counts

    def skips(self) -> Array:
        """For the pieces that were passed on: int64 (ceil(postings / SKIP),)."""
        return np.concatenate([np.zeros(0, np.int64), *self._skips])
