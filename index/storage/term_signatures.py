"""The outline of each text of a column, its length and its letters: most texts that are not wanted are known by it."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np

from index.storage.arrays import Array, starts_of
from index.storage.string_column import StringColumn

TOGETHER = 65_536
"""Texts that are outlined in one step, to hold its memory to some megabytes."""

LENGTHS = 256
"""How many lengths there are; a length is a byte."""

LETTERS = np.zeros(256, np.uint64)
"""For each byte that begins a character, a bit; some rarer characters share one. Other bytes have none."""
LETTERS[:128] = 1 << 63
LETTERS[list(b"abcdefghijklmnopqrstuvwxyz0123456789'.")] = 1 << np.arange(38, dtype=np.uint64)
LETTERS[0xC0:] = 1 << (38 + np.arange(64, dtype=np.uint64) % 25)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the texts have that are wanted."""

    letters: str
    """Their letters,"""
    missing: int
    """of which so many may not be there."""
    others: int | None
    """How many other letters there may be; None is any number."""
    shortest: int
    """Characters."""
    longest: int | None
    """Characters; None is any number."""
    end: str = ""
    """What they end with."""
    first: str = ""
    """What they begin with, perhaps nothing,"""
    otherwise: str = ""
    """or else what they end with."""


class Outlines:
    """The outlines of a column, of which no text is empty, in the order of their lengths; 12 bytes for each text."""

    def __init__(self, texts: StringColumn) -> None:
        starts = np.asarray(texts.starts).astype(np.int64)
        content = np.asarray(texts.bytes)
        lengths = np.zeros(len(texts), np.uint8)
        letters = np.zeros(len(texts), np.uint64)
        for first in range(0, len(texts), TOGETHER):
            places = starts[first : first + TOGETHER + 1]
            own = LETTERS[content[places[0] : places[-1]]]
            begin = places[:-1] - places[0]
            letters[first : first + TOGETHER] = np.bitwise_or.reduceat(own, begin)
            lengths[first : first + TOGETHER] = np.add.reduceat((own != 0).astype(np.uint8), begin)
        self._order = lengths.argsort(kind="stable").astype(np.int32)
        self._letters = letters[self._order]
        self._starts = starts_of(np.bincount(lengths, minlength=LENGTHS)).tolist()

    def fitting(self, outline: Outline) -> Array:
        """The numbers of the texts that fit, ascending: int64 (n,); every text that is wanted is among them."""
        low = self._starts[min(max(outline.shortest, 0), LENGTHS)]
        high = self._starts[LENGTHS if outline.longest is None else min(outline.longest + 1, LENGTHS)]
        letters, own = letters_of(outline.letters), self._letters[low:high]
        fits = is_at_most(letters & ~own, outline.missing).nonzero()[0]
        if outline.others is not None:
            fits = fits[is_at_most(own[fits] & ~letters, outline.others)]
        return np.sort(self._order[low:high][fits]).astype(np.int64)


def letters_of(text: str) -> np.uint64:
    """The bits of the letters of a text."""
    bits = LETTERS[list(text.encode("utf-8", "surrogatepass"))].tolist()
    return np.uint64(reduce(or_, bits, 0))


def is_at_most(bits: Array, count: int) -> Array:
    """For each number, that it has no more than so many bits. The numbers are uint64 (n,); gives bool (n,)."""
    for _ in range(count):
        bits = bits & (bits - np.uint64(1))  # without its lowest bit
    has_none: Array = bits == 0
    return has_none
