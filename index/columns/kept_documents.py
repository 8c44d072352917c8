"""The tables of a segment of which some documents are left out: rows that are grouped by stem, and which are kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.article import Article
from index.columns.segment import SegmentColumns
from index.schema import stored_article
from index.storage.arrays import Array, starts_of
from index.storage.count_column import SKIP


@dataclass
class LiveSegment:
    """A segment, and which of its documents are kept: their numbers, int64 (n,), ascending."""

    segment: SegmentColumns
    kept: Array

    @cached_property
    def is_kept(self) -> Array:
        """For each document: bool (documents,)."""
        is_kept = np.zeros(len(self.segment), bool)
        is_kept[self.kept] = True
        return is_kept

    @cached_property
    def is_whole(self) -> bool:
        """All of its documents are kept."""
        return len(self.kept) == len(self.segment)

    @cached_property
    def places(self) -> Array:
        """For each document, how many before it are kept: int64 (documents,)."""
        return np.cumsum(self.is_kept) - self.is_kept

    def article(self, document: int) -> Article:
        """An article of the segment as it is stored, kept or not."""
        return stored_article(self.segment.stored[document].decode("utf-8", "surrogatepass"))

    @cached_property
    def posting_starts(self) -> Array:
        """Where the postings of each stem begin in the segment: int64 (stems + 1,)."""
        return np.asarray(self.segment.posting_starts).astype(np.int64)

    def is_kept_posting(self, start: int, end: int) -> Array | None:
        """For each posting from `start` to before `end`, bool (end - start,); None when all are."""
        return None if self.is_whole else self.is_kept[self.segment.documents[start:end]]


@dataclass(frozen=True, slots=True)
class LiveRows:
    """Rows of a table of a segment, some of which are kept: those of each stem stand together."""

    part: LiveSegment
    stems: range
    """Of the segment; those whose rows they are."""
    start: int
    end: int
    is_kept: Array | None
    """bool (end - start,); None when all are."""
    counts: Array
    """How many of each stem's are kept: int64 (stems,)."""

    def kept(self, values: Array) -> Array:
        """Those of the values of all rows that are kept.

        The values are of any dtype (end - start,); gives the same dtype (sum of counts,).
        """
        return values if self.is_kept is None else values[self.is_kept]


Table = Callable[[LiveSegment, range], LiveRows]


def postings(part: LiveSegment, stems: range) -> LiveRows:
    """The postings of some stems."""
    starts = part.posting_starts[stems.start : stems.stop + 1]
    return rows(part, stems, starts, part.is_kept_posting(int(starts[0]), int(starts[-1])))


def rows(part: LiveSegment, stems: range, starts: Array, is_kept: Array | None) -> LiveRows:
    """Rows that begin at these starts. The starts are int64 (stems + 1,), `is_kept` is bool (rows,)."""
    if is_kept is None:
        return LiveRows(part, stems, int(starts[0]), int(starts[-1]), None, starts[1:] - starts[:-1])
    kept_before = starts_of(is_kept)
    counts = np.diff(kept_before[starts - starts[0]])
    return LiveRows(part, stems, int(starts[0]), int(starts[-1]), is_kept, counts)


def occurrences(part: LiveSegment, stems: range) -> LiveRows:
    """The occurrences of some stems."""
    found = postings(part, stems)
    counts = part.segment.counts.between(found.start, found.end)
    before = int(first_occurrence(part.segment, found.start))
    starts = before + starts_of(counts)[part.posting_starts[stems.start : stems.stop + 1] - found.start]
    return rows(part, stems, starts, None if found.is_kept is None else np.repeat(found.is_kept, counts))


def first_occurrence(segment: SegmentColumns, posting: int) -> int:
    """How many occurrences lie before a posting."""
    skip = posting // SKIP
    if skip >= len(segment.skips):
        return len(segment.positions)
    return int(segment.skips[skip]) + int(segment.counts.between(skip * SKIP, posting).sum())


def title_rows(part: LiveSegment, stems: range) -> LiveRows:
    """The postings with words in the title of some stems."""
    segment = part.segment
    starts = np.asarray(segment.title_starts[stems.start : stems.stop + 1]).astype(np.int64)
    if part.is_whole:
        return rows(part, stems, starts, None)
    of_stem = np.repeat(part.posting_starts[stems.start : stems.stop], np.diff(starts))
    titled = of_stem + segment.title_postings[starts[0] : starts[-1]]
    return rows(part, stems, starts, part.is_kept[segment.documents[titled]])


def mixed_rows(part: LiveSegment, stems: range) -> LiveRows:
    """The rows of forms, of postings with several forms, of some stems."""
    segment, found = part.segment, postings(part, stems)
    starts = np.asarray(segment.mixed_starts[stems.start : stems.stop + 1]).astype(np.int64)
    if found.is_kept is None:
        return rows(part, stems, starts, None)
    is_mixed, counts = mixed_postings(found)
    row_ends = np.cumsum(segment.mixed_counts.between(int(starts[0]), int(starts[-1])))
    owners = np.searchsorted(np.cumsum(counts), row_ends)
    return rows(part, stems, starts, found.is_kept[is_mixed[owners]])


def mixed_occurrences(part: LiveSegment, stems: range) -> LiveRows:
    """The occurrences, in postings with several forms, of some stems."""
    found = postings(part, stems)
    starts = np.asarray(part.segment.mixed_occurrence_starts[stems.start : stems.stop + 1]).astype(np.int64)
    if found.is_kept is None:
        return rows(part, stems, starts, None)
    is_mixed, counts = mixed_postings(found)
    return rows(part, stems, starts, np.repeat(found.is_kept[is_mixed], counts))


def mixed_postings(found: LiveRows) -> tuple[Array, Array]:
    """Which of the postings of some stems have several forms, and how many occurrences these have: int64 (n,) both."""
    segment, stems = found.part.segment, found.stems
    coded = segment.coded_starts[stems.start : stems.stop + 1]
    codes = segment.posting_forms[coded[0] : coded[-1]]
    lengths = np.diff(found.part.posting_starts[stems.start : stems.stop + 1])
    has_codes = np.repeat(np.diff(coded) > 0, lengths)
    is_mixed = np.flatnonzero(has_codes)[codes == np.iinfo(codes.dtype).max]
    return is_mixed, segment.counts.between(found.start, found.end)[is_mixed]


def kept_postings(part: LiveSegment) -> Array:
    """How many postings of each stem are kept: int64 (stems,)."""
    return postings(part, range(len(part.segment.stems))).counts
