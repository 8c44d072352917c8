"""The postings of one stem, and those of some of its forms; safe to share by threads, because nothing changes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from index.storage.arrays import Array, ranges, starts_of
from index.storage.count_column import SKIP

if TYPE_CHECKING:
    from index.columns.segment import SegmentColumns


@dataclass(frozen=True, slots=True)
class PostingList:
    """The postings of one stem; a row is the place of a posting among them, from 0 on."""

    segment: "SegmentColumns"
    stem: int
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def nbytes(self) -> int:
        """The bytes of memory that it takes: all that it has is mapped from a file."""
        return 0

    @property
    def documents(self) -> Array:
        """The documents that hold the stem, ascending: unsigned (postings,)."""
        return self.segment.documents[self.start : self.end]

    @property
    def title_rows(self) -> Array:
        """The rows that have words in the title, ascending: unsigned (n,)."""
        starts = self.segment.title_starts
        return self.segment.title_postings[starts[self.stem] : starts[self.stem + 1]]

    def title_counts(self) -> Array:
        """How often the stem stands in the title, for each of `title_rows`: int64 (n,)."""
        starts = self.segment.title_starts
        return self.segment.title_counts.between(starts[self.stem], starts[self.stem + 1])

    @property
    def occurrence_count(self) -> int:
        """How often the stem stands in all documents together."""
        following = self.segment.list_at(self.stem + 1) if self.stem + 1 < len(self.segment.stems) else None
        end = len(self.segment.positions) if following is None else following._first_occurrence()
        return end - self._first_occurrence()

    def counts(self) -> Array:
        """How often the stem stands in each document: int64 (postings,)."""
        return self.segment.counts.between(self.start, self.end)

    def weights(self, title_extra: float) -> Array:
        """The same, with so much more for each time that it stands in the title: float32 (postings,)."""
        segment, starts = self.segment, self.segment.title_starts
        weights = segment.counts.between(self.start, self.end, np.float32)
        first, end = starts[self.stem], starts[self.stem + 1]
        if first < end:
            more = segment.title_counts.between(first, end, np.float32)
            more *= np.float32(title_extra)
            weights[segment.title_postings[first:end]] += more
        return weights

    def counts_at(self, rows: Array, dtype: "type[np.number[Any]]") -> Array:
        """How often the stem stands in the documents of these rows, int64, as numbers of this type. Both are (n,)."""
        return self.segment.counts.at(rows + self.start, dtype)

    def positions(self, rows: Array) -> "Places":
        """Where the stem stands in the documents of these rows, which ascend. They are int64 (n,)."""
        together = self.standing(rows, np.arange(len(rows)) << 32)
        return Places(together >> 32, together & 0xFFFFFFFF)

    def standing(self, rows: Array, base: Array) -> Array:
        """The positions in the documents of these rows, which ascend, each with what `base` has for its row: int64.

        `rows` and `base` are int64 (n,); gives (positions,).
        """
        found = self.occurrences(rows)
        standing = base.repeat(found.counts)
        standing += self.segment.positions.at(found.places)
        return standing

    def occurrences(self, rows: Array) -> "Occurrences":
        """Where the columns have what the stem is in the documents of these rows, which ascend: int64 (n,)."""
        if not len(rows):
            return Occurrences(np.zeros(0, np.int64), np.zeros(0, np.int64))
        return occurrences_at(*self._spans(rows))

    def _spans(self, rows: Array) -> tuple[Array, Array]:
        """How many positions these rows have, and where they begin in the column of positions: int64."""
        if len(rows) * SKIP <= len(self):
            postings = rows.astype(np.int64) + self.start
            return self.segment.counts.at(postings), occurrences_before(self.segment, postings)
        counts = self.counts()
        before = counts.cumsum().take(rows)
        counts = counts.take(rows)
        before -= counts
        before += self._first_occurrence()
        return counts, before

    def _first_occurrence(self) -> int:
        """How many occurrences lie before the first posting."""
        skip = self.start // SKIP
        if skip == len(self.segment.skips):
            return len(self.segment.positions)
        return int(self.segment.skips[skip]) + int(self.segment.counts.between(skip * SKIP, self.start).sum())


def standing_of(segment: "SegmentColumns", postings: Array, base: Array) -> Array:
    """The positions of some postings of any stems, each with what `base` has for its posting: int64 (positions,).

    Postings are their places in the column of all, and they and `base` are int64 (n,).
    """
    if not len(postings):
        return np.zeros(0, np.int64)
    found = occurrences_at(segment.counts.at(postings), occurrences_before(segment, postings))
    standing = base.repeat(found.counts)
    standing += segment.positions.at(found.places)
    return standing


def occurrences_at(counts: Array, before: Array) -> "Occurrences":
    """So many occurrences each from where they begin in the columns: int64 (n,) both."""
    places = (before - counts.cumsum() + counts).repeat(counts)
    places += np.arange(len(places))
    return Occurrences(places, counts)


def occurrences_before(segment: "SegmentColumns", postings: Array) -> Array:
    """How many occurrences lie before each of these postings; both are int64 (n,)."""
    skip = postings // SKIP
    window = skip[:, None] * SKIP + np.arange(SKIP)
    within = window < postings[:, None]
    counts = segment.counts.at(np.minimum(window, len(segment.counts) - 1))
    return np.asarray(segment.skips[skip].astype(np.int64) + (counts * within).sum(axis=1))


@dataclass(frozen=True, slots=True)
class Places:
    """Places in some documents: which of the documents, from 0 on, and the position; sorted by both.

    Both are int64 (n,).
    """

    places: Array
    positions: Array


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Occurrences of a word in some documents, one document after the other."""

    places: Array
    """Their places in the columns of positions and cases: int64 (occurrences,)."""
    counts: Array
    """How many each of the documents has: int64 (documents,)."""


@dataclass(frozen=True, slots=True)
class FormCounts:
    """Where some forms of a stem stand: the rows of its postings, and how often in all and in the title.

    All are int64 (n,).
    """

    rows: Array
    counts: Array
    title_counts: Array


@dataclass(frozen=True, slots=True)
class FormsOfStem:
    """Some of the forms of a stem."""

    postings: PostingList
    codes: Array
    """Which of its forms, from 0 on, ascending: int64 (n,)."""

    def rows(self) -> Array:
        """The rows of the postings where these forms stand: int64 (n,)."""
        if self._is_all:
            return np.arange(len(self.postings))
        codes = self._coded()
        is_found = self._is_one(codes)
        mixed = (codes == most_of(codes)).nonzero()[0]
        if len(mixed):
            is_found[mixed] = self._mixed(self.postings.counts()[mixed])[0] > 0
        return np.asarray(is_found.nonzero()[0])

    def counts(self) -> FormCounts:
        """Where these forms stand."""
        postings = self.postings
        counts = postings.counts()
        titles = np.zeros(len(postings), np.int64)
        titles[postings.title_rows] = postings.title_counts()
        if self._is_all:
            return FormCounts(np.arange(len(postings)), counts, titles)
        codes = self._coded()
        is_found = self._is_one(codes)
        mixed = (codes == most_of(codes)).nonzero()[0]
        if len(mixed):
            counts[mixed], titles[mixed] = self._mixed(counts[mixed])
            is_found[mixed] = counts[mixed] > 0
        rows = is_found.nonzero()[0]
        return FormCounts(rows, counts[rows], titles[rows])

    @property
    def _is_all(self) -> bool:
        """The stem has one form."""
        starts, stem = self.postings.segment.form_starts, self.postings.stem
        return int(starts[stem + 1]) - int(starts[stem]) == 1

    def _coded(self) -> Array:
        """The code of the form of each posting; of those that have several, the highest that there is."""
        first = int(self.postings.segment.coded_starts[self.postings.stem])
        return np.asarray(self.postings.segment.posting_forms[first : first + len(self.postings)])

    def _is_one(self, codes: Array) -> Array:
        """For each code, that it is of one of these forms."""
        is_one = np.zeros(most_of(codes) + 1, bool)
        is_one[self.codes] = True
        return is_one.take(codes)

    def _mixed(self, counts: Array) -> tuple[Array, Array]:
        """How often these forms stand in each posting that has several, in all and in the title."""
        segment = self.postings.segment
        start, end = segment.mixed_starts[self.postings.stem], segment.mixed_starts[self.postings.stem + 1]
        row_counts = segment.mixed_counts.between(start, end)
        owners = owners_of(row_counts, counts)
        chosen = self._is_one(segment.mixed_forms[start:end])
        titles = segment.mixed_titles.between(start, end)
        return (
            np.bincount(owners[chosen], row_counts[chosen], len(counts)).astype(np.int64),
            np.bincount(owners[chosen], titles[chosen], len(counts)).astype(np.int64),
        )


def owners_of(row_counts: Array, counts: Array) -> Array:
    """Which posting each row of forms is of: int64 (rows,).

    The rows of a posting sum up to its count, which is how many rows it has; both are int64, (rows,) and (postings,).
    """
    ends = row_counts.cumsum()
    is_end = np.zeros(int(ends[-1]) + 1 if len(ends) else 1, bool)
    is_end[counts.cumsum()] = True
    is_last = is_end[ends]
    return np.asarray(is_last.cumsum() - is_last)


class FormPostings:
    """The postings of some, not all, of the forms of one stem; a row is the place of a posting among them."""

    def __init__(self, forms: FormsOfStem) -> None:
        postings, segment = forms.postings, forms.postings.segment
        self.segment = segment
        self._postings = postings
        rows = forms.counts().rows
        codes = segment.posting_forms[int(segment.coded_starts[postings.stem]) :][: len(postings)]
        is_mixed = codes == most_of(codes)
        before = starts_of(postings.counts() * is_mixed)[:-1] + int(segment.mixed_occurrence_starts[postings.stem])
        self._rows = rows
        self._first_code = np.where(is_mixed, before, NOT_MIXED)[rows]
        self._is_wanted = np.zeros(most_of(codes) + 1, bool)
        self._is_wanted[forms.codes] = True
        self.documents: Array = postings.documents[rows]

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def nbytes(self) -> int:
        """The bytes of memory that it takes."""
        return self._rows.nbytes + self._first_code.nbytes + self.documents.nbytes

    def standing(self, rows: Array, base: Array) -> Array:
        """See `PostingList`: int64 (positions,). `rows` and `base` are int64 (n,)."""
        found = self.occurrences(rows)
        standing = base.repeat(found.counts)
        standing += self.segment.positions.at(found.places)
        return standing

    def occurrences(self, rows: Array) -> Occurrences:
        """See `PostingList`. `rows` are int64 (n,)."""
        found, first_code = self._postings.occurrences(self._rows[rows]), self._first_code[rows]
        is_mixed = first_code != NOT_MIXED
        if not is_mixed.any():
            return found
        counts = found.counts[is_mixed]
        codes = self.segment.mixed_occurrences[ranges(first_code[is_mixed], counts)]
        is_kept = np.ones(len(found.places), bool)
        is_kept[ranges(starts_of(found.counts)[:-1][is_mixed], counts)] = self._is_wanted[codes]
        left = found.counts.copy()
        left[is_mixed] = np.add.reduceat(self._is_wanted[codes], starts_of(counts)[:-1], dtype=np.int64)
        return Occurrences(found.places[is_kept], left)


NOT_MIXED = -1
"""Stands where a posting has one form, so that its occurrences have no codes."""


def most_of(codes: Array) -> int:
    """The highest number that the type of these unsigned numbers has. They are (n,)."""
    return (1 << 8 * codes.itemsize) - 1
