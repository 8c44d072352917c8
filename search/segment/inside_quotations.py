"""What stands inside quotations, and in those of one person, in one segment: array algebra over its columns.

It equals the plain algorithm: for each live document, and each of its quotations whose speaker's name holds all stems
of the name asked for, count the leaf between the quotation marks.
"""

from collections.abc import Sequence

import numpy as np

from index.inversion.quotation_rows import QuotationRows
from index.storage.arrays import Array
from search.query import Said, Speaker
from search.segment.intersect import common
from search.segment.one_of import PlacedWord, one_word
from search.segment.phrase import NOTHING, DocumentsFound, Spread, Together, in_all, phrase_starts
from search.segment.segment_reader import SegmentReader


def said(shard: SegmentReader, leaf: Said, within: Array | None) -> DocumentsFound:
    """Where a word or phrase stands inside quotations; only in documents of `within`, if it is given."""
    rows = None if leaf.speaker is None else rows_of(shard, leaf.speaker)
    words = words_of(shard, leaf.choices)
    together = in_all(shard, words) if words else Together(NOTHING.documents, [])
    for chosen in (within, None if rows is None else documents_of(shard, rows)):
        if chosen is not None:
            together = only(shard, together, chosen)
    if not len(together.documents):
        return NOTHING
    placed = enumerate(zip(words, together.rows, strict=True))
    starts = phrase_starts([Spread(offset, *word) for offset, word in placed])
    spans = QuotationSpans(shard, together.documents, rows)
    counts = np.bincount(starts[spans.hold(starts, len(words))] >> 32, minlength=len(together.documents))
    places = np.flatnonzero(counts)
    return DocumentsFound(together.documents[places], counts[places].astype(np.float32))


def quoting(shard: SegmentReader, speaker: Speaker, within: Array | None) -> DocumentsFound:
    """Who quotes somebody of this name, and how often; only in documents of `within`, if it is given."""
    documents, counts = np.unique(owners(shard, rows_of(shard, speaker)), return_counts=True)
    if within is not None:
        places, own = common(within, documents, len(shard.columns))
        documents, counts = within[places], counts[own]
    return DocumentsFound(documents, counts.astype(np.float32))


def words_of(shard: SegmentReader, choices: Sequence[Sequence[str]]) -> list[PlacedWord]:
    """For each place of a phrase or name, the stems that may stand there as one word; empty when one has none."""
    lists = ([found for term in terms if (found := shard.postings(term)) is not None] for terms in choices)
    words = [word for found in lists if (word := one_word(found)) is not None]
    return words if len(words) == len(choices) else []


def only(shard: SegmentReader, together: Together, chosen: Array) -> Together:
    """The same in these documents only, which ascend."""
    places = common(chosen, together.documents, len(shard.columns))[1]
    return Together(together.documents[places], [rows[places] for rows in together.rows])


def rows_of(shard: SegmentReader, speaker: Speaker) -> Array:
    """The quotations whose speaker's name holds all stems of this one, in live documents: rows, ascending."""
    rows: Array = shard.kept.get(speaker, lambda: spoken_by(shard, speaker))
    return rows


def spoken_by(shard: SegmentReader, speaker: Speaker) -> Array:
    """The same, looked up."""
    words = words_of(shard, speaker.choices)
    if not words:
        return NOTHING.documents
    together = in_all(shard, words)
    table = shard.columns.rows(QuotationRows)
    rows = table.of(together.documents)
    places = np.repeat(np.arange(len(together.documents)), counts_of(shard, together.documents)) << 32
    first = places | table.speaker_first[rows].astype(np.int64)
    last = places | table.speaker_last[rows].astype(np.int64)
    is_named = last > first
    for word, own in zip(words, together.rows, strict=True):
        if len(own):
            keys = phrase_starts([Spread(0, word, own)])
            found = np.searchsorted(keys, first)
            keys = np.append(keys, np.iinfo(np.int64).max)
            is_named &= keys[found] < last
    return np.asarray(rows[is_named])


def counts_of(shard: SegmentReader, documents: Array) -> Array:
    """How many quotations each of these documents has."""
    starts = shard.columns.rows(QuotationRows).starts
    return np.asarray(starts[documents + 1].astype(np.int64) - starts[documents])


def owners(shard: SegmentReader, rows: Array) -> Array:
    """The documents in which these quotations stand."""
    return np.searchsorted(shard.columns.rows(QuotationRows).starts, rows, side="right") - 1


def documents_of(shard: SegmentReader, rows: Array) -> Array:
    """The documents in which these quotations stand, each once, ascending."""
    return np.unique(owners(shard, rows))


class QuotationSpans:
    """Where the quotations of some documents begin and end: place of the document << 32 | position."""

    def __init__(self, shard: SegmentReader, documents: Array, chosen: Array | None) -> None:
        table = shard.columns.rows(QuotationRows)
        rows = table.of(documents)
        places = np.repeat(np.arange(len(documents)), counts_of(shard, documents)) << 32
        self.first = places | table.first[rows].astype(np.int64)
        self.last = places | table.last[rows].astype(np.int64)
        if chosen is not None:
            is_chosen = np.isin(rows, chosen, assume_unique=True)
            self.first, self.last = self.first[is_chosen], self.last[is_chosen]

    def hold(self, starts: Array, words: int) -> Array:
        """For each of these places, ascending, that so many words from there on stand in one quotation."""
        if not len(self.first):
            return np.zeros(len(starts), bool)
        # Quotations without a word begin where the next one does, and the last that begins there has the words.
        span = np.searchsorted(self.first, starts, side="right") - 1
        return np.asarray((span >= 0) & (starts + words <= self.last[span]))
