"""The postings of several stems and forms of one segment, gathered by a few operations of numpy.

It equals the plain algorithm: one stem after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.columns.postings import FormsOfStem, most_of, owners_of
from index.columns.segment import SegmentColumns
from index.storage.arrays import Array, lengths_between, ranges, starts_of
from search.bm25f import TITLE_WEIGHT, weighted
from search.clauses import Field

RUNS = 16
"""Gathering the postings of many stems one by one takes as long as looking up so many stretches of the segment."""
STEMS = 3
"""Gathering the forms of so many stems one by one takes longer than all at once."""
TITLE_EXTRA = TITLE_WEIGHT - weighted(0, 1)
"""What a word counts more for standing in the title."""


@dataclass(frozen=True, slots=True)
class PostingRows:
    """Postings of several stems."""

    documents: Array
    """In any order: intp."""
    counts: Array
    """How often a word stands there: float64."""
    titled: Array
    """The places of postings with words in the title, each once; there may be others among them."""
    title_counts: Array
    """How often it stands in the title, for each of these."""

    def worth(self, field: Field | None) -> Array:
        """How often, words of the title counted as TITLE_WEIGHT, in one field or in both: float64."""
        if field == "title":
            worth = np.zeros(len(self.counts))
            worth[self.titled] = TITLE_WEIGHT * self.title_counts
            return worth
        worth = self.counts.copy()
        worth[self.titled] += (TITLE_EXTRA if field is None else -1) * self.title_counts
        return worth


def rows_of_stems(columns: SegmentColumns, stems: Array) -> list[PostingRows]:
    """All postings of these stems, of which there is at least one, ascending."""
    gaps = (stems[1:] - stems[:-1] > 1).nonzero()[0].tolist()
    if len(gaps) < RUNS:
        firsts, lasts = [0, *(gap + 1 for gap in gaps)], [*gaps, len(stems) - 1]
        runs = zip(firsts, lasts, strict=True)
        return [rows_of_run(columns, stems.item(first), stems.item(last) + 1) for first, last in runs]
    postings, title_rows = spans(columns.posting_starts, stems), spans(columns.title_starts, stems)
    # A row of the titles says which posting of its stem it belongs to.
    titled = starts_of(postings.lengths)[:-1].repeat(title_rows.lengths) + columns.title_postings[title_rows.places]
    documents = columns.documents[postings.places].astype(np.intp)
    counts = columns.counts.at(postings.places, np.float64)
    return [PostingRows(documents, counts, titled, columns.title_counts.at(title_rows.places))]


def rows_of_run(columns: SegmentColumns, first: int, end: int) -> PostingRows:
    """All postings of the stems from `first` to before `end`, which lie together."""
    starts = np.asarray(columns.posting_starts)[first : end + 1].astype(np.int64)
    title_starts = np.asarray(columns.title_starts)[first : end + 1].astype(np.int64)
    low, high = starts.item(0), starts.item(-1)
    title_low, title_high = title_starts.item(0), title_starts.item(-1)
    titled = (starts[:-1] - low).repeat(lengths_between(title_starts))
    titled += columns.title_postings[title_low:title_high]
    documents, counts = columns.documents[low:high].astype(np.intp), columns.counts.between(low, high, np.float64)
    return PostingRows(documents, counts, titled, columns.title_counts.between(title_low, title_high))


def rows_of_forms(columns: SegmentColumns, parts: Sequence[FormsOfStem]) -> list[PostingRows]:
    """The postings of some forms of stems, of each stem not of all its forms."""
    return [rows_of_few(part) for part in parts] if len(parts) < STEMS else [rows_of_many(columns, parts)]


def rows_of_few(forms: FormsOfStem) -> PostingRows:
    """The postings of some forms of one stem."""
    found = forms.counts()
    documents = forms.postings.documents[found.rows].astype(np.intp)
    return PostingRows(documents, found.counts.astype(float), np.arange(len(documents)), found.title_counts)


def rows_of_many(columns: SegmentColumns, parts: Sequence[FormsOfStem]) -> PostingRows:
    """The postings of some forms of many stems, of each stem not of all its forms."""
    stems = np.array([part.postings.stem for part in parts])
    postings = spans(columns.posting_starts, stems)
    counts, titles = columns.counts.at(postings.places), np.zeros(len(postings.places), np.int64)
    title_rows = spans(columns.title_starts, stems)
    own = starts_of(postings.lengths)[:-1].repeat(title_rows.lengths)
    titles[own + columns.title_postings[title_rows.places]] = columns.title_counts.at(title_rows.places)
    wanted = WantedForms(columns, stems, parts)
    codes = columns.posting_forms[ranges(columns.coded_starts[stems], postings.lengths)]
    is_found = wanted.are(codes, postings.lengths)
    mixed = (codes == most_of(codes)).nonzero()[0]
    if len(mixed):
        rows = spans(columns.mixed_starts, stems)
        row_counts = columns.mixed_counts.at(rows.places)
        owners = owners_of(row_counts, counts[mixed])
        row_counts *= (is_wanted := wanted.are(columns.mixed_forms[rows.places], rows.lengths))
        counts[mixed] = np.bincount(owners, row_counts, len(mixed))
        titles[mixed] = np.bincount(owners, columns.mixed_titles.at(rows.places) * is_wanted, len(mixed))
        is_found[mixed] = counts[mixed] > 0
    found = is_found.nonzero()[0]
    documents = columns.documents[postings.places[found]].astype(np.intp)
    return PostingRows(documents, counts[found].astype(float), np.arange(len(found)), titles[found])


@dataclass(frozen=True, slots=True)
class TermSpans:
    """What belongs to some stems in a column."""

    places: Array
    """Its places, stem by stem: int64."""
    lengths: Array
    """How many places each stem has: int64."""


def spans(starts: Array | memoryview, stems: Array) -> TermSpans:
    """What belongs to these stems, where `starts` says at which place each stem begins."""
    every = np.asarray(starts)
    first = every[stems].astype(np.int64)
    lengths = every[stems + 1] - first
    return TermSpans(ranges(first, lengths), lengths)


class WantedForms:
    """Which forms of some stems are wanted."""

    def __init__(self, columns: SegmentColumns, stems: Array, parts: Sequence[FormsOfStem]) -> None:
        self._widths = columns.form_starts[stems + 1].astype(np.int64) - columns.form_starts[stems]
        # One place more for each stem stands for several forms at once, which are not looked at here.
        starts = starts_of(self._widths + 1)
        self._starts = starts[:-1]
        self._is_wanted = np.zeros(starts[-1], bool)
        for start, part in zip(starts.tolist(), parts, strict=False):
            self._is_wanted[part.codes + start] = True

    def are(self, codes: Array, lengths: Array) -> Array:
        """For each of the codes, so many of each stem, that it is of a form that is wanted."""
        return self.of(codes, np.arange(len(self._widths)).repeat(lengths))

    def of(self, codes: Array, slots: Array) -> Array:
        """The same, where each code is of the stem at this place among them: int64 (n,)."""
        at = np.minimum(codes, self._widths.take(slots))
        at += self._starts.take(slots)
        return np.asarray(self._is_wanted.take(at))
