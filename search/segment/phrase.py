"""Where the words of a phrase stand one right after the other in the documents of one segment.

At each place of a phrase one of several stems, or of the forms of a pattern, may stand. It equals the plain algorithm:
for each document, each position at which a word for the first place stands, one for the second right after it, and so
on; before each paragraph a position is free, so that no phrase crosses its border. The two rarest words are looked up
in the documents that hold both, and each other word only in what is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array
from search.clauses import Case, Place
from search.segment.intersect import common, distinct, in_both
from search.segment.positional_postings import PositionalPostings
from search.segment.segment_reader import SegmentReader
from search.segment.term_lookup import place_postings


def phrase_words(
    segment: SegmentReader, places: Sequence[Place], cases: Sequence[Case] = ()
) -> list[PositionalPostings]:
    """For each place of a phrase, what may stand there; empty when for one of them there is none anywhere."""
    found: dict[Place, PositionalPostings] = {}
    for place in dict.fromkeys(places):
        postings = place_postings(segment, place, cases)
        if postings is None:
            return []
        found[place] = postings
    return [found[place] for place in places]


@dataclass(frozen=True, slots=True)
class PhrasePositions:
    """Where a phrase begins: one row for each time that it stands anywhere, ascending by both columns."""

    documents: Array
    """Unsigned (n,)."""
    positions: Array
    """Of its first word in the document, in words: int64 (n,)."""

    def keys(self) -> Array:
        """Document << 32 | position: int64 (n,), ascending."""
        return np.asarray((self.documents.astype(np.int64) << 32) | self.positions)


@dataclass(frozen=True, slots=True)
class PhraseWord:
    """A word of a phrase, and how many words from its first it stands."""

    offset: int
    postings: PositionalPostings

    def phrase_ends(self, rows: Array, places: Array, last: int) -> Array:
        """Where the last word, at this offset, would have to stand for this one: place << 32 | position, ascending.

        That is never before the beginning of a text, where the first word of the phrase might have to be.
        """
        base = places << 32
        base += last - self.offset
        return self.postings.standing(rows, base)


def phrase_positions(words: Sequence[PositionalPostings], within: Array | None, size: int) -> PhrasePositions:
    """Where words stand in a row, in documents of `within`, if it is given; the segment has `size` documents."""
    first, *others = sorted(map(PhraseWord, range(len(words)), words), key=lambda word: len(word.postings))
    last = len(others)
    documents = first.postings.documents
    rows = np.arange(len(documents)) if within is None else common(within, documents, size)[1]
    if not others:
        documents = documents[rows]
        return begun(documents, first.phrase_ends(rows, np.arange(len(documents)), last), last)
    places, other_rows = common(documents[rows], others[0].postings.documents, size)
    rows = rows[places]
    documents = documents[rows]
    numbers = np.arange(len(documents))
    ends = in_both(first.phrase_ends(rows, numbers, last), others[0].phrase_ends(other_rows, numbers, last))
    for other in others[1:]:
        left = distinct(ends >> 32)
        places, other_rows = common(documents[left], other.postings.documents, size)
        ends = in_both(ends, other.phrase_ends(other_rows, left[places], last))
    return begun(documents, ends, last)


def begun(documents: Array, ends: Array, last: int) -> PhrasePositions:
    """Phrases whose last word, `last` words after the first, stands at place among the documents << 32 | position."""
    return PhrasePositions(documents.take(ends >> 32), (ends & 0xFFFFFFFF) - last)


def documents_with_all(words: Sequence[PositionalPostings], size: int) -> Array:
    """The documents that hold all of these words, in any order: the rarest first, and then only its documents."""
    rarest, *others = sorted(words, key=len)
    documents = rarest.documents
    for other in others:
        documents = documents[common(documents, other.documents, size)[0]]
    return documents
