"""Where words stand one right after the other in the documents of one segment.

It equals the plain algorithm: for each document, of the places of the first word, those after which the others stand.
The two rarest words are looked up in the documents that hold both, and each other word only in what is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.columns.arrays import Array
from search.lists import PlacedWord
from search.sorted_lists import common, distinct, in_both


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

    def starts(self, rows: Array, places: Array) -> Array:
        """Where the phrase would have to begin for this word: place << 32 | position, for rows that have places."""
        found = self.word.positions(rows)
        starts = (places << 32).take(found.places)
        starts += found.positions
        starts -= self.offset
        if not self.offset:
            return starts
        return np.asarray(starts[found.positions >= self.offset])


def beginnings(words: Sequence[PlacedWord], within: Array | None, size: int) -> Beginnings:
    """Where words stand in a row, in documents of `within`, if it is given; the segment has `size` documents."""
    first, *others = sorted((Offset(*word) for word in enumerate(words)), key=lambda word: len(word.word))
    documents = first.word.documents
    rows = np.arange(len(documents))
    if within is not None:
        rows = common(within, documents, size)[1]
        documents = documents[rows]
    if not others:
        return beginnings_in(documents, first.starts(rows, np.arange(len(documents))))
    places, other_rows = common(documents, others[0].word.documents, size)
    documents, rows = documents[places], rows[places]
    numbers = np.arange(len(documents))
    starts = in_both(first.starts(rows, numbers), others[0].starts(other_rows, numbers))
    for other in others[1:]:
        left = distinct(starts >> 32)
        places, other_rows = common(documents[left], other.word.documents, size)
        starts = in_both(starts, other.starts(other_rows, left[places]))
    return beginnings_in(documents, starts)


def beginnings_in(documents: Array, starts: Array) -> Beginnings:
    """These starts, place << 32 | position, of which the places are in the documents."""
    return Beginnings(documents.take(starts >> 32), starts & 0xFFFFFFFF)
