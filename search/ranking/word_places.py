"""Where the words of a query stand in a few documents of one segment, all of them read at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.columns.postings import standing_of
from index.storage.arrays import Array
from search.clauses import Leaf, Spellings, Word
from search.segment.segment_reader import SegmentReader

LEAD = 50
"""Words of a body that are its beginning, where news tell what they are about."""


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Where words stand in some documents: each with its other spellings and the words of its ring alike."""

    words: int
    """How many words there are."""
    title_lengths: Array
    """Of the documents, in words: int64 (documents,)."""
    keys: Array
    """(Word * documents + document) << 32 | position, by their places: int64 (n,), ascending."""

    def in_title(self) -> Array:
        """For each word and document, that it stands in the title: bool (words, documents)."""
        return self._counted(self.keys[self._offsets() < 0]) > 0

    def in_lead(self) -> Array:
        """The same, among the first LEAD words of the body."""
        offsets = self._offsets()
        # The body begins one after the end of the title.
        return self._counted(self.keys[(offsets > 0) & (offsets <= LEAD)]) > 0

    def before_next(self) -> Array:
        """For each word and document, how often the next word stands right after it: int64 (words, documents)."""
        next_word = len(self.title_lengths) << 32
        wanted = self.keys + (next_word + 1)
        places = np.minimum(self.keys.searchsorted(wanted), len(self.keys) - 1)
        return self._counted(self.keys[self.keys.take(places) == wanted] if len(self.keys) else self.keys)

    def _offsets(self) -> Array:
        """How far after the end of the title each key is; below 0 in the title."""
        documents = (self.keys >> 32) % len(self.title_lengths)
        return np.asarray((self.keys & 0xFFFFFFFF) - self.title_lengths.take(documents))

    def _counted(self, keys: Array) -> Array:
        """How many of these keys each word has in each document."""
        size = self.words * len(self.title_lengths)
        return np.bincount(keys >> 32, minlength=size).reshape(self.words, len(self.title_lengths))


def words_anywhere(leaves: Sequence[Leaf]) -> list[Word | Spellings]:
    """The leaves that are words wanted anywhere in an article, in the order typed."""
    return [leaf for leaf in leaves if isinstance(leaf, Word | Spellings) and leaf.field is None]


def word_places(segment: SegmentReader, words: Sequence[Word | Spellings], documents: Array) -> WordPlaces:
    """Where words stand in these documents, of which there is at least one: integers (n,), ascending."""
    found, base = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for number, word in enumerate(words):
        own = (word.term,) if isinstance(word, Word) else word.terms
        for term in dict.fromkeys((*own, *word.ring)):
            postings = segment.postings(term)
            if postings is not None:
                column = postings.documents
                wanted = documents.astype(column.dtype)
                rows = np.minimum(column.searchsorted(wanted), len(column) - 1)
                places = (column.take(rows) == wanted).nonzero()[0]
                found.append(rows[places] + int(postings.start))
                base.append(places + number * len(documents))
    keys = standing_of(segment.columns, np.concatenate(found), np.concatenate(base) << 32)
    keys.sort()
    return WordPlaces(len(words), segment.columns.title_lengths.take(documents).astype(np.int64), keys)
