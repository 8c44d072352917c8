"""What stands inside quotations, and in those of one person, in one segment: array algebra over its columns.

It equals the plain algorithm: for each live document, and each of its quotations whose speaker's name holds all stems
of the name asked for, count the leaf between the quotation marks.
"""

import numpy as np

from index.inversion.quotation_rows import QuotationRows
from index.storage.arrays import Array
from search.clauses import Said, Speaker
from search.segment.intersect import common, distinct
from search.segment.phrase import documents_with_all, phrase_positions, phrase_words
from search.segment.segment_reader import NO_DOCUMENTS, NOWHERE, LeafFrequencies, SegmentReader


def said(segment: SegmentReader, leaf: Said, within: Array | None) -> LeafFrequencies:
    """How often a word or phrase stands inside quotations; only in live documents of `within`, if it is given."""
    words = phrase_words(segment, leaf.places)
    if not words:
        return NOWHERE
    rows = None if leaf.speaker is None else quotation_rows(segment, leaf.speaker)
    found = phrase_positions(words, quoting_documents(segment, rows, within), len(segment.columns))
    spans = QuotationSpans(segment, distinct(found.documents).astype(np.int64), rows)
    is_said = spans.hold(found.keys(), len(words))
    documents, counts = np.unique(found.documents[is_said], return_counts=True)
    return LeafFrequencies(documents, counts.astype(np.float32))


def quoting_documents(segment: SegmentReader, rows: Array | None, within: Array | None) -> Array | None:
    """The live documents of these quotations and of `within`, as far as both are given; None is every document."""
    if rows is None:
        return segment.scope(within)
    documents = distinct(owners(segment, rows))
    return documents if within is None else within[common(within, documents, len(segment.columns))[0]]


def quoting(segment: SegmentReader, speaker: Speaker, within: Array | None) -> LeafFrequencies:
    """Who quotes somebody of this name, and how often; only in documents of `within`, if it is given."""
    documents, counts = np.unique(owners(segment, quotation_rows(segment, speaker)), return_counts=True)
    if within is not None:
        places, own = common(within, documents, len(segment.columns))
        documents, counts = within[places], counts[own]
    return LeafFrequencies(documents, counts.astype(np.float32))


def quotation_rows(segment: SegmentReader, speaker: Speaker) -> Array:
    """The quotations of live documents whose speaker's name holds all stems of this one: rows, int64, ascending."""
    return segment.quotation_rows.get(speaker, lambda: spoken_by(segment, speaker))


def spoken_by(segment: SegmentReader, speaker: Speaker) -> Array:
    """The same, looked up."""
    words = phrase_words(segment, speaker.choices)
    if not words:
        return NO_DOCUMENTS
    documents = segment.live(documents_with_all(words, len(segment.columns))).astype(np.int64)
    table = segment.columns.rows(QuotationRows)
    rows = table.of(documents)
    bases = document_bases(segment, documents)
    first = bases | table.speaker_first[rows].astype(np.int64)
    last = bases | table.speaker_last[rows].astype(np.int64)
    is_named = last > first
    for word in words:
        keys = phrase_positions([word], documents, len(segment.columns)).keys()
        found = keys.searchsorted(first)
        is_named &= np.append(keys, np.iinfo(np.int64).max)[found] < last
    return np.asarray(rows[is_named])


def document_bases(segment: SegmentReader, documents: Array) -> Array:
    """For each quotation of these documents, int64 (n,), its document << 32: int64 (m,)."""
    starts = segment.columns.rows(QuotationRows).starts
    counts = starts[documents + 1].astype(np.int64) - starts[documents]
    return np.repeat(documents << 32, counts)


def owners(segment: SegmentReader, rows: Array) -> Array:
    """The documents in which these quotations stand: int64 (n,), ascending as the rows do."""
    return np.searchsorted(segment.columns.rows(QuotationRows).starts, rows, side="right") - 1


class QuotationSpans:
    """Where the quotations of some documents begin and end: document << 32 | position, in words: int64, ascending."""

    def __init__(self, segment: SegmentReader, documents: Array, chosen: Array | None) -> None:
        table = segment.columns.rows(QuotationRows)
        rows = table.of(documents)
        bases = document_bases(segment, documents)
        self.first = bases | table.first[rows].astype(np.int64)
        self.last = bases | table.last[rows].astype(np.int64)
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
