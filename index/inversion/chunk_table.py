"""The chunks of many texts as numbers, found by a few operations of numpy for about a million bytes at once.

A chunk is what stands between two spaces, without the marks at its ends. It equals, for each chunk in turn, looking
its bytes up in a dictionary, and asking for a new number when they are not there.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array

SPACE = 32
MARKS = np.zeros(256, bool)
MARKS[list(b"'.,")] = True
"""At the ends of a chunk they belong to no word."""
MOST_MARKS = 3
"""Marks that are left out at one end of a chunk; a chunk with more of them is just one more to know."""
WORD_BYTES = 8
"""Bytes that are looked at as one number."""
PADDING = b" " * (2 * WORD_BYTES)
"""What texts must end with, so that a number can be read wherever a chunk begins, and one after it."""
LOWEST_BYTES = np.array([(1 << (8 * count)) - 1 for count in range(WORD_BYTES + 1)], np.uint64)
"""What keeps so many bytes of a number."""
SCATTER = np.uint64(0x9E3779B97F4A7C15)
SCATTER_HIGH = np.uint64(0xC2B2AE3D27D4EB4F)
"""Odd numbers whose bits look random: 2**64 by the golden ratio, and a prime of xxHash."""
SLOT_BITS = 20
"""Of the table: 1,048,576 slots, 20 MB."""


@dataclass(frozen=True, slots=True)
class Chunks:
    """The chunks of some texts, in order."""

    starts: Array
    """Where each begins in the bytes: int64 (chunks,)."""
    numbers: Array
    """Of the chunks: int32 (chunks,)."""


class ChunkTable:
    """Knows the numbers of chunks; `new_number` gives one to a chunk that is met for the first time.

    Chunks of up to 16 bytes are two numbers, and lie in a slot that these point to, or in its neighbour. Where both
    are taken, and for longer chunks, a dictionary is asked.
    """

    def __init__(self, new_number: Callable[[bytes], int]) -> None:
        self._new_number = new_number
        self._numbers: dict[bytes, int] = {}
        self._slot_low = np.zeros(1 << SLOT_BITS, np.uint64)
        self._slot_high = np.zeros(1 << SLOT_BITS, np.uint64)
        self._slot_number = np.zeros(1 << SLOT_BITS, np.int32)

    def __len__(self) -> int:
        return len(self._numbers)

    def chunks(self, content: bytes) -> Chunks:
        """The chunks of bytes that end with PADDING, and of which no other than SPACE stands for white space."""
        starts, ends = bounds(np.frombuffer(content, np.uint8))
        lengths = ends - starts
        low, high = eight_bytes(content, starts, lengths)
        slots = slots_of(low, high)
        numbers, is_known = self._looked_up(slots, low, high)
        is_short = lengths <= 2 * WORD_BYTES
        missing = np.flatnonzero(~(is_known & is_short))
        if len(missing):
            # The neighbour: its number differs in the last bit.
            numbers[missing], is_known = self._looked_up(slots[missing] ^ 1, low[missing], high[missing])
            missing = missing[~(is_known & is_short[missing])]
            spans = zip(starts[missing].tolist(), ends[missing].tolist(), strict=True)
            numbers[missing] = [self.number(content[start:end]) for start, end in spans]
            short = missing[is_short[missing]]
            for beside in (0, 1):
                self._enter(slots[short] ^ beside, low[short], high[short], numbers[short])
        return Chunks(starts, numbers)

    def _looked_up(self, slots: Array, low: Array, high: Array) -> tuple[Array, Array]:
        """The numbers in these slots, and whether it is these chunks that are there."""
        is_known = self._slot_low[slots] == low
        is_known &= self._slot_high[slots] == high
        return self._slot_number[slots], is_known

    def number(self, chunk: bytes) -> int:
        """The number of any chunk."""
        number = self._numbers.get(chunk)
        if number is None:
            number = self._numbers[chunk] = self._new_number(chunk)
        return number

    def known_number(self, chunk: bytes) -> int | None:
        """The number of a chunk; None when it was not met."""
        return self._numbers.get(chunk)

    def _enter(self, slots: Array, low: Array, high: Array, numbers: Array) -> None:
        """Put chunks into those of these slots that are free; no chunk is 0, because it has a byte that is not."""
        slots, first = np.unique(slots, return_index=True)
        is_free = self._slot_low[slots] == 0
        slots, first = slots[is_free], first[is_free]
        self._slot_low[slots], self._slot_high[slots] = low[first], high[first]
        self._slot_number[slots] = numbers[first]


def bounds(letters: Array) -> tuple[Array, Array]:
    """Where the chunks begin and end: int64 (chunks,) both; the letters are uint8 (bytes,)."""
    spaces = np.flatnonzero(letters == SPACE)
    starts = np.empty(len(spaces) + 1, np.int64)
    starts[0] = 0
    np.add(spaces, 1, out=starts[1:])
    ends = np.append(spaces, len(letters))
    # Where nothing is between two spaces, a space is what is looked at here.
    ending = np.flatnonzero(MARKS[letters[ends - 1]])
    beginning = np.flatnonzero(MARKS[letters[starts[:-1]]])
    for _ in range(MOST_MARKS):
        ends[ending] -= 1
        ending = ending[(ends[ending] > starts[ending]) & MARKS[letters[ends[ending] - 1]]]
    for _ in range(MOST_MARKS):
        beginning = beginning[(ends[beginning] > starts[beginning]) & MARKS[letters[starts[beginning]]]]
        starts[beginning] += 1
    at = np.flatnonzero(ends > starts)
    return starts[at], ends[at]


def eight_bytes(content: bytes, starts: Array, lengths: Array) -> tuple[Array, Array]:
    """The first eight bytes of each chunk as a number, and those after them; 0 stands for what it does not have.

    `starts` and `lengths` are int64 (chunks,); both are uint64 (chunks,).
    """
    numbers: Array = np.ndarray((len(content) - WORD_BYTES + 1,), "<u8", content, 0, (1,))
    low = numbers[starts] & LOWEST_BYTES[np.minimum(lengths, WORD_BYTES)]
    high = np.zeros(len(starts), np.uint64)
    long = np.flatnonzero(lengths > WORD_BYTES)
    high[long] = numbers[starts[long] + WORD_BYTES]
    high[long] &= LOWEST_BYTES[np.minimum(lengths[long] - WORD_BYTES, WORD_BYTES)]
    return low, high


def slots_of(low: Array, high: Array) -> Array:
    """The slot that each chunk points to: int64 (chunks,), from uint64 (chunks,) and uint64 (chunks,)."""
    mixed = low * SCATTER
    long = np.flatnonzero(high)
    mixed[long] = (mixed[long] ^ high[long] * SCATTER_HIGH) * SCATTER
    mixed >>= np.uint64(64 - SLOT_BITS)
    return np.asarray(mixed.astype(np.int64))
