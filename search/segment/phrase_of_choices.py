"""Where words stand one right after the other in the documents of one segment.

It equals the plain algorithm: for each document, of the places of the first word, those after which the others stand.
The two rarest words are looked up in the documents that hold both, and each other word only in what is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array
from search.segment.intersect import common, distinct, in_both
from search.segment.one_of import PlacedWord


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Where a phrase begins."""

    documents: Array
    """Of each beginning, ascending."""
    positions: Array


@dataclass(frozen=True, slots=True)
class Offset:
    """A word of a phrase, and how far from the beginning of the phrase it stands."""

    offset: int
    word: PlacedWord

    def ends(self, rows: Array, places: Array, last: int) -> Array:
        """Where the last word, at this offset, would have to stand for this one: place << 32 | position, ascending.

        That is never before the beginning of a text, where the first word of the phrase might have to be.
        """
        base = places << 32
        base += last - self.offset
        return self.word.standing(rows, base)


def beginnings(words: Sequence[PlacedWord], within: Array | None, size: int) -> Beginnings:
    """Where words stand in a row, in documents of `within`, if it is given; the segment has `size` documents."""
    first, *others = sorted(map(Offset, range(len(words)), words), key=lambda word: len(word.word))
    last = len(others)
    documents = first.word.documents
    rows = np.arange(len(documents)) if within is None else common(within, documents, size)[1]
    if not others:
        documents = documents[rows]
        return begun(documents, first.ends(rows, np.arange(len(documents)), last), last)
    places, other_rows = common(documents[rows], others[0].word.documents, size)
    rows = rows[places]
    documents = documents[rows]
    numbers = np.arange(len(documents))
    ends = in_both(first.ends(rows, numbers, last), others[0].ends(other_rows, numbers, last))
    for other in others[1:]:
        left = distinct(ends >> 32)
        places, other_rows = common(documents[left], other.word.documents, size)
        ends = in_both(ends, other.ends(other_rows, left[places], last))
    return begun(documents, ends, last)


def begun(documents: Array, ends: Array, last: int) -> Beginnings:
    """Where phrases begin that end `last` words later: place among the documents << 32 | position."""
    return Beginnings(documents.take(ends >> 32), (ends & 0xFFFFFFFF) - last)
