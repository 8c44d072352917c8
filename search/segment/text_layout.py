"""How the texts of some documents of a segment are divided: title and body, paragraphs, sentences."""

from functools import cached_property

import numpy as np

from index.inversion.start_rows import ParagraphRows, SentenceRows
from index.storage.arrays import Array
from index.storage.multi_valued import DocumentRows
from search.clauses import LEAD_PARAGRAPHS, LEAD_WORDS, Scope
from search.segment.segment_reader import SegmentReader
from search.segment.spans import POSITION_BITS


class TextLayout:
    """Places in documents, int64 (n,), ascending, and in what they lie.

    A place is row << POSITION_BITS | position, where a row is the place of a document among these. Positions are those
    of postings only where that is said; all others count words, and nothing else: those of the title, and on from there
    those of the body.
    """

    def __init__(self, segment: SegmentReader, documents: Array) -> None:
        self._segment = segment
        self._documents = documents
        self._bases = np.arange(len(documents)) << POSITION_BITS
        self._titles = segment.columns.title_lengths.take(documents).astype(np.int64)
        self._bodies = self._bases | self._titles

    def words(self, posted: Array) -> Array:
        """Places of postings as places of words: int64 (n,)."""
        starts, before = self._posted_starts
        if len(starts) > len(self._documents):
            return np.asarray(posted - (starts.searchsorted(posted, side="right") - before[posted >> POSITION_BITS]))
        return np.asarray(posted - ((posted & POSITION) > self._titles[posted >> POSITION_BITS]))

    def numbers(self, scope: Scope, places: Array) -> Array:
        """The number of the text, paragraph or sentence in which each place lies: int64 (n,)."""
        if scope == "words":
            return np.asarray((places >> POSITION_BITS) << 1 | self.is_in_title(places))
        borders = self._paragraphs if scope == "paragraph" else self._sentences
        return borders.searchsorted(places, side="right")

    def is_in_title(self, places: Array) -> Array:
        """For each place, that it lies in a title: bool (n,)."""
        return np.asarray((places & POSITION) < self._titles[places >> POSITION_BITS])

    def lead_ends(self, words: int | None) -> Array:
        """Where the beginning of each body, as `search.clauses.Lead` has it, has ended: int64 (documents,)."""
        ends = self._bodies + (LEAD_WORDS if words is None else words)
        if words is None:
            counts = self._counts(ParagraphRows)
            longer = (counts >= LEAD_PARAGRAPHS).nonzero()[0]
            behind = self._body_paragraphs[(counts.cumsum() - counts)[longer] + LEAD_PARAGRAPHS - 1]
            ends[longer] = np.minimum(ends[longer], behind)
        return ends

    @cached_property
    def _posted_starts(self) -> tuple[Array, Array]:
        """The places in postings where paragraphs of bodies begin, the first of each, too, int64 (n,), ascending, and
        how many of these come before each document: int64 (documents,)."""
        starts = np.concatenate([self._bodies + 1, self._posted(ParagraphRows)])
        starts.sort(kind="stable")
        counts = self._counts(ParagraphRows) + 1
        return starts, counts.cumsum() - counts

    @cached_property
    def _body_paragraphs(self) -> Array:
        """Where paragraphs begin, but for the first of each body."""
        return self.words(self._posted(ParagraphRows))

    @cached_property
    def _paragraphs(self) -> Array:
        return np.sort(np.concatenate([self._bases, self._bodies, self._body_paragraphs]))

    @cached_property
    def _sentences(self) -> Array:
        return np.sort(np.concatenate([self._paragraphs, self.words(self._posted(SentenceRows))]))

    def _posted(self, table: type[DocumentRows]) -> Array:
        """The places in postings of the rows of a table."""
        rows = self._segment.columns.rows(table)
        (first,) = rows.columns().values()
        return np.repeat(self._bases, self._counts(table)) | first[rows.of(self._documents)].astype(np.int64)

    def _counts(self, table: type[DocumentRows]) -> Array:
        """How many rows of a table each document has: int64 (documents,)."""
        starts = self._segment.columns.rows(table).starts
        return np.asarray(starts[self._documents + 1].astype(np.int64) - starts[self._documents])


POSITION = (1 << POSITION_BITS) - 1
"""The bits of a place that are the position."""
