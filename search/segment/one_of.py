"""Where one of several stems stands, as if they were one word: what a phrase may ask for at one of its places."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from index.columns.postings import Places
from index.storage.arrays import Array


class PlacedWord(Protocol):
    """The documents that hold a word, and where it stands in them."""

    def __len__(self) -> int: ...

    @property
    def documents(self) -> Array:
        """The documents, ascending."""
        ...

    def positions(self, rows: Array) -> Places:
        """Where the word stands in the documents of these rows, which ascend."""
        ...

    def standing(self, rows: Array, base: Array) -> Array:
        """The same positions, in order, each with what `base` has for its row added to it: int64."""
        ...


class OneOfWords:
    """Several words as one; it equals `PlacedWord` over the sorted union of what they hold."""

    def __init__(self, words: Sequence[PlacedWord]) -> None:
        self._words = words
        self.documents: Array = np.unique(np.concatenate([word.documents for word in words]))

    def __len__(self) -> int:
        return len(self.documents)

    def positions(self, rows: Array) -> Places:
        """See `PlacedWord`."""
        wanted = self.documents[rows]
        together = np.sort(np.concatenate([places_and_positions(word, wanted) for word in self._words]))
        return Places(together >> 32, together & 0xFFFFFFFF)

    def standing(self, rows: Array, base: Array) -> Array:
        """See `PlacedWord`."""
        found = self.positions(rows)
        return np.asarray(base.take(found.places) + found.positions)


def places_and_positions(word: PlacedWord, wanted: Array) -> Array:
    """Which of the wanted documents << 32 | where the word stands in it: int64."""
    documents = word.documents
    rows = np.minimum(np.searchsorted(documents, wanted.astype(documents.dtype)), len(documents) - 1)
    places = np.flatnonzero(documents[rows] == wanted)
    found = word.positions(rows[places])
    return np.asarray((places[found.places].astype(np.int64) << 32) | found.positions)


def one_word(words: Sequence[PlacedWord]) -> PlacedWord | None:
    """The words as one; None when there is none."""
    return OneOfWords(words) if len(words) > 1 else words[0] if words else None
