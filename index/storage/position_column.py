"""The column of positions, packed: nearly all are below 4,095 and take 12 bits, and the few others stand apart.

Two positions lie together: the low byte of each, and then, byte by byte, four more bits of each. Where articles are
long there are eight or more such bits.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from index.storage.arrays import Array, ArrayWriter, compacted

MOST_FAR = 1 / 16
"""The share of the positions that may stand apart; each takes as much room as four more bits of sixteen."""
MOST_STEPS = 6
"""Positions never have more bits than 8 + 4 * 6."""


class Positions:
    """Reads the positions of a segment by their places in the column.

    `position.pairs` is uint8 (pairs * (2 + steps),), `position.far_at` and `position.far`, those that stand apart,
    unsigned (m,), and `position.shape` has the length and the steps, int64 (2,).
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._pairs = arrays["position.pairs"]
        self._far_at, self._far = arrays["position.far_at"], arrays["position.far"]
        self._length, self._steps = (int(number) for number in arrays["position.shape"])

    def __len__(self) -> int:
        return self._length

    def between(self, start: int, end: int) -> Array:
        """The positions from `start` to before `end`: int64 (end - start,)."""
        width = 2 + self._steps
        first = start // 2
        pairs = self._pairs[first * width : (end + 1) // 2 * width].reshape(-1, width)
        found = pairs[:, :2].astype(np.int64)
        for step in range(self._steps):
            found[:, 0] |= (pairs[:, 2 + step] & np.uint8(15)).astype(np.int64) << (8 + 4 * step)
            found[:, 1] |= (pairs[:, 2 + step] >> np.uint8(4)).astype(np.int64) << (8 + 4 * step)
        positions = found.reshape(-1)[start - 2 * first : end - 2 * first]
        if len(self._far_at):
            low, high = np.searchsorted(self._far_at, [start, end])
            positions[self._far_at[low:high].astype(np.int64) - start] = self._far[low:high]
        return positions

    def at(self, places: Array) -> Array:
        """The positions at these places: int64 (n,), as the places."""
        odd = places & 1
        pairs = places >> 1
        pairs *= 2 + self._steps
        positions: Array = self._pairs.take(pairs + odd).astype(np.int64)
        shift = (odd << 2).astype(np.uint8)
        for step in range(self._steps):
            four = self._pairs.take(pairs + (2 + step))
            four >>= shift
            four &= np.uint8(15)
            positions += four.astype(np.int64) << (8 + 4 * step)
        if len(self._far_at):
            far = (positions == limit(self._steps)).nonzero()[0]
            if len(far):
                # In the type of the column, which would be turned into that of the places otherwise, all of it.
                positions[far] = self._far[self._far_at.searchsorted(places[far].astype(self._far_at.dtype))]
        return positions


def limit(steps: int) -> int:
    """The lowest position that stands apart when others have so many times four bits beside a byte."""
    return (1 << (8 + 4 * steps)) - 1


def steps_for(lengths: Array) -> int:
    """How many times four bits the positions take beside a byte, in articles of so many words.

    The lengths are integers (documents,).
    """
    words = int(lengths.sum())
    steps = 1
    while steps < MOST_STEPS and int(np.maximum(lengths + 1 - limit(steps), 0).sum()) > MOST_FAR * words:
        steps += 1
    return steps


class PositionsWriter:
    """Writes the column of positions of articles that have these lengths. The lengths are integers (documents,)."""

    def __init__(self, writer: ArrayWriter, lengths: Array) -> None:
        self._writer = writer
        self._steps = steps_for(lengths)
        self._length = 0
        self._far_at: list[Array] = []
        self._far: list[Array] = []

    def add(self, pieces: Iterable[Array]) -> None:
        """Write all of it. The pieces are integers (n,), none below 0."""
        self._writer.add_pieces("position.pairs", np.dtype(np.uint8), self._pairs(pieces))
        nothing = np.zeros(0, np.int64)
        self._writer.add("position.far_at", compacted(np.concatenate([nothing, *self._far_at])))
        self._writer.add("position.far", compacted(np.concatenate([nothing, *self._far])))
        self._writer.add("position.shape", np.array([self._length, self._steps], np.int64))

    def _pairs(self, pieces: Iterable[Array]) -> Iterator[Array]:
        """The pairs of the positions; one that is left over begins the next piece."""
        left = np.zeros(0, np.uint32)
        for piece in pieces:
            positions = piece.astype(np.uint32)
            far = np.flatnonzero(positions >= limit(self._steps))
            self._far_at.append(far + self._length)
            self._far.append(positions[far])
            self._length += len(positions)
            near = np.concatenate([left, np.minimum(positions, limit(self._steps))])
            even = len(near) // 2 * 2
            yield packed(near[:even], self._steps)
            left = near[even:]
        yield packed(np.append(left, np.zeros(len(left), np.uint32)), self._steps)


def packed(positions: Array, steps: int) -> Array:
    """Pairs of positions, one after the other: uint8.

    The positions are uint32 (2 * pairs,); gives (pairs * (2 + steps),).
    """
    pairs = np.empty((len(positions) // 2, 2 + steps), np.uint8)
    first, second = positions[::2], positions[1::2]
    pairs[:, 0], pairs[:, 1] = first & 255, second & 255
    for step in range(steps):
        shift = np.uint32(8 + 4 * step)
        pairs[:, 2 + step] = (first >> shift & 15) | (second >> shift & 15) << np.uint32(4)
    return pairs.reshape(-1)
