"""A column of numbers from 0 to 3, four in a byte: the first in its lowest bits."""

from collections.abc import Iterable, Iterator

import numpy as np

from index.storage.arrays import Array, ArrayWriter

IN_A_BYTE = 4


class Quarters:
    """Reads such a column. The bytes are uint8 (quarters of the numbers, rounded up,)."""

    def __init__(self, packed: Array) -> None:
        self._packed = packed

    def at(self, places: Array) -> Array:
        """The numbers at these places: uint8 (n,). The places are int64 (n,)."""
        numbers = self._packed.take(places >> 2)
        numbers >>= ((places & 3) << 1).astype(np.uint8)
        numbers &= np.uint8(3)
        return np.asarray(numbers)

    def between(self, start: int, end: int) -> Array:
        """The numbers from `start` to before `end`: uint8 (end - start,)."""
        return self.at(np.arange(start, end))


def add_quarters(writer: ArrayWriter, name: str, pieces: Iterable[Array]) -> None:
    """Write such a column. The pieces are integers (n,), from 0 to 3."""
    writer.add_pieces(name, np.dtype(np.uint8), packed_quarters(pieces))


def packed_quarters(pieces: Iterable[Array]) -> Iterator[Array]:
    """The bytes of the numbers, uint8 (m,); what fills no byte begins the next piece. Pieces are integers (n,)."""
    left = np.zeros(0, np.uint8)
    for piece in pieces:
        numbers = np.concatenate([left, piece.astype(np.uint8)])
        whole = len(numbers) // IN_A_BYTE * IN_A_BYTE
        yield in_bytes(numbers[:whole])
        left = numbers[whole:]
    yield in_bytes(np.append(left, np.zeros(-len(left) % IN_A_BYTE, np.uint8)))


def in_bytes(numbers: Array) -> Array:
    """Four of the numbers in each byte: uint8 (n,). They are uint8 (4 * n,)."""
    packed = numbers[::4] | numbers[1::4] << 2 | numbers[2::4] << 4 | numbers[3::4] << 6
    return np.asarray(packed.astype(np.uint8))
