"""Documents that hold several stems, and where these stand one right after the other.

It equals the plain algorithm: for each document, each position at which the first stem stands, the second right after
it, and so on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array
from search.segment.intersect import common, distinct, in_both
from search.segment.one_of import PlacedWord
from search.segment.segment_reader import SegmentReader


@dataclass(frozen=True, slots=True)
class DocumentsFound:
    """Live documents that hold a leaf, ascending, and how often, words of the title counted as TITLE_WEIGHT."""

    documents: Array
    weights: Array
    """float32"""

    @property
    def nbytes(self) -> int:
        """The bytes that it takes."""
        return self.documents.nbytes + self.weights.nbytes


NOTHING = DocumentsFound(np.zeros(0, np.int64), np.zeros(0, np.float32))


@dataclass(frozen=True, slots=True)
class Together:
    """Live documents that hold several stems, ascending, and where they are among the postings of each stem."""

    documents: Array
    rows: Sequence[Array]


def in_all(shard: SegmentReader, lists: Sequence[PlacedWord]) -> Together:
    """The documents that hold all of these stems: the rarest first, and then only its documents."""
    order = sorted(range(len(lists)), key=lambda number: len(lists[number]))
    documents = lists[order[0]].documents
    rows: dict[int, Array] = {order[0]: np.arange(len(documents))}
    for number in order[1:]:
        places, rows[number] = common(documents, lists[number].documents, len(shard.columns))
        if len(places) < len(documents):
            documents = documents[places]
            rows = {other: own if other == number else own[places] for other, own in rows.items()}
    if not shard.is_whole:
        kept = np.flatnonzero(shard.is_live[documents])
        documents, rows = documents[kept], {number: own[kept] for number, own in rows.items()}
    return Together(documents, [rows[number] for number in range(len(lists))])


def phrase_starts(words: Sequence["Spread"]) -> Array:
    """Where a phrase begins in documents that hold all its words: place of the document << 32 | position, ascending."""
    first, *others = sorted(words, key=lambda word: len(word.word))
    starts = first.starts(np.arange(len(first.rows)))
    for word in others:
        starts = in_both(starts, word.starts(distinct(starts >> 32)))
    return starts


@dataclass(frozen=True, slots=True)
class Spread:
    """A word of a phrase, in the documents that hold all of its words."""

    offset: int
    """How far from the beginning of the phrase it stands."""
    word: PlacedWord
    rows: Array
    """Where those documents are among its own."""

    def starts(self, places: Array) -> Array:
        """Where the phrase would have to begin for this word, in the documents at these places."""
        found = self.word.positions(self.rows[places])
        is_possible = found.positions >= self.offset
        starts = (places[found.places] << 32) | (found.positions - self.offset)
        return np.asarray(starts[is_possible])
