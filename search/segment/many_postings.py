"""The postings of many stems and forms at once, with their positions: array algebra over the columns of a segment.

It equals the postings of each, one after the other.
"""

from dataclasses import dataclass

import numpy as np

from index.columns.postings import most_of
from index.columns.segment import FormsFound, SegmentColumns
from index.storage.arrays import Array, is_new, ranges, starts_of
from index.storage.count_column import SKIP
from search.segment.multi_term import WantedForms, spans

STEMS_AT_ONCE = 4_096
"""Stems whose first occurrences are looked up in one step, to hold its memory to some megabytes."""
NO_CODES = -1
"""Stands where all occurrences of a posting are wanted."""


@dataclass(frozen=True, slots=True)
class PostingColumns:
    """Some postings. All are int64 (postings,)."""

    documents: Array
    counts: Array
    """How many occurrences each has."""
    first: Array
    """Where these begin in the columns of positions and cases."""
    first_code: Array
    """Where their codes begin, if only some of them are wanted; or else NO_CODES."""
    slots: Array
    """Which of the stems that are wanted in part it is of, from 0 on; 0 for those of all others."""

    def at(self, places: Array) -> "PostingColumns":
        """The postings at these places: int64 (n,)."""
        columns = (self.documents, self.counts, self.first, self.first_code, self.slots)
        return PostingColumns(*(column[places] for column in columns))


class ManyPostings:
    """The documents that hold any of some forms, and where these stand; a few documents may hold none after all."""

    def __init__(self, columns: SegmentColumns, found: FormsFound, written: Array | None) -> None:
        """`written` says of each number of capitals whether words with it are wanted, bool (3,); None is all."""
        self._columns = columns
        self._written = written
        partly = np.array([forms.postings.stem for forms in found.partly], np.int64)
        self._wanted = WantedForms(columns, partly, found.partly)
        parts = [whole_postings(columns, found.whole), self._partly_postings(partly)]
        every = PostingColumns(*(np.concatenate([getattr(part, name) for part in parts]) for name in COLUMNS))
        self._postings = every.at(every.documents.argsort(kind="stable"))
        self._starts = np.append(is_new(self._postings.documents).nonzero()[0], len(self._postings.documents))
        self.documents: Array = self._postings.documents[self._starts[:-1]]

    def __len__(self) -> int:
        return len(self.documents)

    def standing(self, rows: Array, base: Array) -> Array:
        """See `search.segment.positional_postings.PositionalPostings`."""
        lengths = self._starts[rows + 1] - self._starts[rows]
        found = self._postings.at(ranges(self._starts[rows], lengths))
        places = ranges(found.first, found.counts)
        is_kept = self._are_wanted(found)
        if self._written is not None:
            is_kept &= self._written[self._columns.cases.at(places)]
        standing = base.repeat(lengths).repeat(found.counts)[is_kept]
        standing += self._columns.positions.at(places[is_kept])
        standing.sort(kind="stable")
        return standing

    @property
    def nbytes(self) -> int:
        """See `search.segment.positional_postings.PositionalPostings`."""
        columns: list[Array] = [getattr(self._postings, name) for name in COLUMNS]
        return self.documents.nbytes + self._starts.nbytes + sum(column.nbytes for column in columns)

    def _are_wanted(self, found: PostingColumns) -> Array:
        """For each occurrence of these postings, that it is of a form that is wanted."""
        coded = (found.first_code != NO_CODES).nonzero()[0]
        are_wanted = np.ones(int(found.counts.sum()), bool)
        counts = found.counts[coded]
        codes = self._columns.mixed_occurrences[ranges(found.first_code[coded], counts)]
        are_wanted[ranges(starts_of(found.counts)[:-1][coded], counts)] = self._wanted.of(
            codes, found.slots[coded].repeat(counts)
        )
        return are_wanted

    def _partly_postings(self, stems: Array) -> PostingColumns:
        """The postings of stems of which some forms are wanted, as far as they may hold one of these."""
        every = whole_postings(self._columns, stems)
        starts = np.asarray(self._columns.posting_starts)
        lengths = starts[stems + 1].astype(np.int64) - starts[stems]
        codes = self._columns.posting_forms[ranges(self._columns.coded_starts[stems], lengths)]
        is_mixed = codes == most_of(codes)
        mixed_before = starts_of(every.counts * is_mixed)
        own = mixed_before[starts_of(lengths)[:-1]]
        first_code = mixed_before[:-1] + np.repeat(
            np.asarray(self._columns.mixed_occurrence_starts)[stems].astype(np.int64) - own, lengths
        )
        slots = np.arange(len(stems)).repeat(lengths)
        may_hold = is_mixed | self._wanted.are(codes, lengths)
        found = PostingColumns(
            every.documents, every.counts, every.first, np.where(is_mixed, first_code, NO_CODES), slots
        )
        return found.at(may_hold.nonzero()[0])


COLUMNS = ("documents", "counts", "first", "first_code", "slots")


def whole_postings(columns: SegmentColumns, stems: Array) -> PostingColumns:
    """All postings of these stems. They are int64 (n,)."""
    postings = spans(columns.posting_starts, stems)
    counts = columns.counts.at(postings.places)
    before = starts_of(counts)
    own = before[starts_of(postings.lengths)[:-1]]
    first = before[:-1] + np.repeat(first_occurrences(columns, stems) - own, postings.lengths)
    documents = columns.documents[postings.places].astype(np.int64)
    return PostingColumns(documents, counts, first, np.full(len(counts), NO_CODES), np.zeros(len(counts), np.int64))


def first_occurrences(columns: SegmentColumns, stems: Array) -> Array:
    """Where the occurrences of each of these stems begin in the columns: int64 (n,)."""
    postings = np.asarray(columns.posting_starts)[stems].astype(np.int64)
    found = [np.zeros(0, np.int64)]
    for start in range(0, len(postings), STEMS_AT_ONCE):
        piece = postings[start : start + STEMS_AT_ONCE]
        skip = piece // SKIP
        window = skip[:, None] * SKIP + np.arange(SKIP)
        counts = columns.counts.at(np.minimum(window, len(columns.counts) - 1)) * (window < piece[:, None])
        found.append(columns.skips[skip].astype(np.int64) + counts.sum(axis=1))
    return np.concatenate(found)
