"""How the texts of some documents of a segment are divided: title and body, paragraphs, sentences."""

from functools import cached_property

import numpy as np

from index.inversion.start_rows import ParagraphRows, SentenceRows
from index.storage.arrays import Array
from index.storage.multi_valued import DocumentRows
from search.clauses import LEAD_PARAGRAPHS, LEAD_WORDS, Scope
from search.segment.segment_reader import SegmentReader


class TextLayout:
    """Places in documents, int64 (n,), ascending, and in what they lie.

    A place is document << 32 | position. Positions are those of postings only where that is said; all others count
    words, and nothing else: those of the title, and on from there those of the body.
    """

    def __init__(self, segment: SegmentReader, documents: Array) -> None:
        self._segment = segment
        self._documents = documents
        self._bases = documents << 32
        self._titles = segment.columns.title_lengths.take(documents).astype(np.int64)
        self.bodies: Array = self._bases | self._titles
        """Where their bodies begin: int64 (documents,)."""

    def words(self, posted: Array) -> Array:
        """Places of postings as places of words: int64 (n,)."""
        starts, firsts = self._posted_starts
        number = starts.searchsorted(posted, side="right")
        return posted - (number - firsts[self._documents.searchsorted(posted >> 32)])

    def numbers(self, scope: Scope, places: Array) -> Array:
        """The number of the text, paragraph or sentence in which each place lies: int64 (n,)."""
        return {"words": self._texts, "paragraph": self._paragraphs, "sentence": self._sentences}[scope].searchsorted(
            places, side="right"
        )

    def is_in_title(self, places: Array) -> Array:
        """For each place, that it lies in a title: bool (n,)."""
        return np.asarray(places < self.bodies[self._documents.searchsorted(places >> 32)])

    def lead_ends(self, words: int | None) -> Array:
        """Where the beginning of each body, as `search.clauses.Lead` has it, has ended: int64 (documents,)."""
        ends = self.bodies + (LEAD_WORDS if words is None else words)
        if words is None:
            starts = self._segment.columns.rows(ParagraphRows).starts
            counts = starts[self._documents + 1].astype(np.int64) - starts[self._documents]
            longer = (counts >= LEAD_PARAGRAPHS).nonzero()[0]
            behind = self._body_paragraphs[(counts.cumsum() - counts)[longer] + LEAD_PARAGRAPHS - 1]
            ends[longer] = np.minimum(ends[longer], behind)
        return ends

    @cached_property
    def _posted_starts(self) -> tuple[Array, Array]:
        """The places in postings where paragraphs of bodies begin, the first of each, too, int64 (n,), ascending, and
        how many of these come before each document: int64 (documents,)."""
        behind = self._posted(ParagraphRows)
        starts = np.sort(np.concatenate([self.bodies + 1, behind]))
        return starts, starts.searchsorted(self._bases)

    @cached_property
    def _texts(self) -> Array:
        return np.sort(np.concatenate([self._bases, self.bodies]))

    @cached_property
    def _body_paragraphs(self) -> Array:
        """Where paragraphs begin, but for the first of each body."""
        return self.words(self._posted(ParagraphRows))

    @cached_property
    def _paragraphs(self) -> Array:
        return np.sort(np.concatenate([self._texts, self._body_paragraphs]))

    @cached_property
    def _sentences(self) -> Array:
        return np.sort(np.concatenate([self._paragraphs, self.words(self._posted(SentenceRows))]))

    def _posted(self, table: type[DocumentRows]) -> Array:
        """The places in postings of the rows of a table."""
        rows = self._segment.columns.rows(table)
        counts = rows.starts[self._documents + 1].astype(np.int64) - rows.starts[self._documents]
        (first,) = rows.columns().values()
        return np.repeat(self._bases, counts) | first[rows.of(self._documents)].astype(np.int64)
