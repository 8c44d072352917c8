"""Postings with positions: of one stem or form, of several of which any may stand at a place, of words in some case."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from index.columns.postings import FormPostings, Occurrences, PostingList
from index.storage.arrays import Array
from search.clauses import Case
from search.segment.intersect import in_any


class PositionalPostings(Protocol):
    """The documents that hold a word of a phrase, and where it stands in them; a row is the place of a document."""

    def __len__(self) -> int: ...

    @property
    def documents(self) -> Array:
        """The documents, unsigned (n,), ascending."""
        ...

    def standing(self, rows: Array, base: Array) -> Array:
        """The positions in the documents of these rows, in words, each with what `base` has for its row: int64 (m,).

        Rows ascend. So does `base`, by more than any position, and with it what is given.
        """
        ...

    @property
    def nbytes(self) -> int:
        """The bytes of memory that it takes, what is mapped from files not counted."""
        ...


class TermGroup:
    """Several stems of which any may stand at a place of a phrase; it equals the postings of them all as one stem."""

    def __init__(self, terms: Sequence[PositionalPostings]) -> None:
        self._terms = terms
        self.documents: Array = in_any([np.zeros(0, np.int64), *(term.documents for term in terms)])

    def __len__(self) -> int:
        return len(self.documents)

    def standing(self, rows: Array, base: Array) -> Array:
        """See `PositionalPostings`."""
        wanted = self.documents[rows]
        found: list[Array] = []
        for term in self._terms:
            if not len(term):
                continue
            own = np.minimum(term.documents.searchsorted(wanted), len(term) - 1)
            places = (term.documents.take(own) == wanted).nonzero()[0]
            found.append(term.standing(own[places], base.take(places)))
        standing = np.concatenate(found)
        standing.sort(kind="stable")
        return standing

    @property
    def nbytes(self) -> int:
        """See `PositionalPostings`."""
        return self.documents.nbytes + sum(term.nbytes for term in self._terms)


class CasedPostings:
    """The occurrences of a stem or form that are written with so many capitals; some documents may have none."""

    def __init__(self, postings: PostingList | FormPostings, written: Array) -> None:
        self._postings = postings
        self._written = written
        self.documents: Array = postings.documents

    def __len__(self) -> int:
        return len(self._postings)

    def standing(self, rows: Array, base: Array) -> Array:
        """See `PositionalPostings`."""
        found: Occurrences = self._postings.occurrences(rows)
        columns = self._postings.segment
        is_kept = self._written[columns.cases.at(found.places)]
        return np.asarray(base.repeat(found.counts)[is_kept] + columns.positions.at(found.places[is_kept]))

    @property
    def nbytes(self) -> int:
        """See `PositionalPostings`."""
        return self._postings.nbytes


WRITTEN_WITH: dict[Case, Array] = {
    "none": np.array([True, False, False]),
    "some": np.array([False, True, True]),
    "all": np.array([False, False, True]),
}
"""For each case, whether words are of it that have no capital, some, or nothing else: bool (3,)."""


def written_with(cases: Sequence[Case]) -> Array | None:
    """For each number of capitals, that words with it are of all these cases: bool (3,); None when there are none."""
    return np.logical_and.reduce([WRITTEN_WITH[case] for case in cases]) if cases else None
