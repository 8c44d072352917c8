"""What sorted lists of numbers have in common."""

from collections.abc import Sequence

import numpy as np

from index.storage.arrays import Array, is_new

DENSE = 4
"""Finding one number in a sorted list takes as long as taking so many of the list into a table, or as emptying
BLANK places of one."""
BLANK = 64
SORTED = 16
"""Sorting one number takes as long as looking at so many places of a table."""
MANY, ALIKE = 1_000, 8
"""Of so many numbers, merging them with up to so many times as many others is faster than finding each."""


def common(numbers: Array, others: Array, size: int) -> tuple[Array, Array]:
    """The places of the numbers that are also among the others, and their places there; all are below `size`."""
    if len(numbers) > len(others):
        places, other_places = common(others, numbers, size)
        return other_places, places
    if not len(numbers):
        nothing = np.zeros(0, np.intp)
        return nothing, nothing
    if len(numbers) > len(others) // DENSE + size // BLANK:
        table = np.full(size, -1, np.int32)
        table[others] = np.arange(len(others), dtype=np.int32)
        other_places = table.take(numbers)
        places = (other_places >= 0).nonzero()[0]
        return places, other_places[places]
    wanted = numbers.astype(others.dtype)
    other_places = others.searchsorted(wanted)
    # A place after the last is read as the last, which is another number.
    places = (others.take(other_places, mode="clip") == wanted).nonzero()[0]
    return places, other_places[places]


def in_both(some: Array, others: Array) -> Array:
    """The numbers that are in both, of which each has every number once; both ascending, and so is what is given."""
    if len(some) > len(others):
        some, others = others, some
    if not len(some):
        return some
    if len(some) > MANY and len(some) * ALIKE > len(others):
        # Two sorted runs are merged fast, and what is in both stands there twice.
        together = np.concatenate([some, others])
        together.sort(kind="stable")
        return np.asarray(together[1:][together[1:] == together[:-1]])
    return np.asarray(some[others.take(others.searchsorted(some), mode="clip") == some])


def distinct(ascending: Array) -> Array:
    """Each of the numbers once."""
    return np.asarray(ascending[is_new(ascending)])


def in_any(lists: Sequence[Array]) -> Array:
    """The numbers that are in any of these lists, each of which ascends; ascending."""
    filled = [numbers for numbers in lists if len(numbers)]
    if len(filled) < 2:
        return filled[0] if filled else lists[0]
    size = 1 + max(int(numbers[-1]) for numbers in filled)
    if sum(map(len, filled)) * SORTED < size:
        return distinct(np.sort(np.concatenate(filled)))
    is_in = np.zeros(size, bool)
    for numbers in filled:
        is_in[numbers] = True
    return is_in.nonzero()[0]
