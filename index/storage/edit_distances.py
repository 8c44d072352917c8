"""How many edits make each of many words of one: see `index.text.edit_distance`, which compares two."""

from collections.abc import Sequence

import numpy as np

from index.storage.arrays import Array

TOGETHER = 16_384
"""Words that are compared in one step, to hold its memory to some megabytes."""


def distances(one: str, others: Sequence[str]) -> Array:
    """How many edits make each of the others of the one, where no pair of letters is edited twice: int16 (others,).

    The rows of the table are filled as in Wagner and Fischer (1974), each for all the others at once.
    """
    steps = range(0, len(others), TOGETHER)
    found = [distances_together(one, others[first : first + TOGETHER]) for first in steps]
    return np.concatenate([np.zeros(0, np.int16), *found])


def distances_together(one: str, others: Sequence[str]) -> Array:
    """The same of no more than fit into memory; the others are not empty: int16 (others,)."""
    lengths = np.fromiter(map(len, others), np.int64, len(others))
    longest = max(1, int(lengths.max()))
    letters = np.array(others, f"U{longest}").view(np.uint32).reshape(len(others), longest)
    places = np.arange(longest + 1, dtype=np.int16)
    earlier = before = row = np.broadcast_to(places, (len(others), longest + 1))
    for place, letter in enumerate(map(ord, one), 1):
        is_other = letters != letter
        earlier, before, row = before, row, np.empty((len(others), longest + 1), np.int16)
        row[:, 0] = place
        np.minimum(before[:, :-1] + is_other, before[:, 1:] + 1, out=row[:, 1:])
        if place > 1:
            is_turned = ~is_other[:, :-1] & (letters[:, 1:] == ord(one[place - 2]))
            np.minimum(row[:, 2:], earlier[:, :-2] + 1, out=row[:, 2:], where=is_turned)
        # One letter more costs one more than the best so far: in every row, the least of all before it.
        row -= places
        np.minimum.accumulate(row, axis=1, out=row)
        row += places
    return np.asarray(row[np.arange(len(others)), lengths])
