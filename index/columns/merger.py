"""From segments to one: postings are moved in large pieces, and deleted documents are left out.

Every column is written by itself, a range of stems at a time, so that memory does not grow with the segments.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.columns.annotation_rows import TABLES
from index.columns.attribute_columns import add_attributes
from index.columns.entity_columns import add_joined_entities
from index.columns.kept_documents import (
    LiveRows,
    LiveSegment,
    Table,
    kept_postings,
    mixed_occurrences,
    mixed_rows,
    occurrences,
    postings,
    title_rows,
)
from index.columns.merged_dictionary import Union, union
from index.columns.segment import ARTICLES, COLUMNS, SegmentColumns
from index.columns.segment_writer import add_dictionary
from index.inversion.inverter import code_type
from index.storage.arrays import Array, ArrayWriter, compact, compacted, lengths_between, ranges, starts_of
from index.storage.count_column import CountsWriter, Skipping
from index.storage.doc_store import LARGE_BLOCK, StoredWriter
from index.storage.doc_values import Documents, add_documents
from index.storage.multi_valued import add_joined_rows
from index.storage.position_column import PositionsWriter
from index.storage.quarter_column import add_quarters

PIECE = 1_000_000
"""Rows that are moved at once; about 100 MB."""


def merge(segments: Sequence[SegmentColumns], deleted: Sequence[Array], folder: Path, name: str) -> int:
    """Write the documents of these segments, without the deleted ones, as one segment; gives how many they are.

    `deleted` has the numbers of documents of each: int64 (n,), ascending.
    """
    parts = [
        LiveSegment(segment, np.setdiff1d(np.arange(len(segment)), gone))
        for segment, gone in zip(segments, deleted, strict=True)
    ]
    stored = StoredWriter(folder / (name + ARTICLES))
    writer = ArrayWriter(folder / (name + COLUMNS))
    try:
        for part in parts:
            add_stored(stored, part)
        stored.close(writer)
        documents = documents_of(parts)
        add_documents(writer, documents)
        add_attributes(writer, [texts for part in parts for texts in part.segment.attributes.of_documents(part.kept)])
        add_joined_entities(writer, [(part.segment.entities, part.kept) for part in parts])
        for table in TABLES:
            add_joined_rows(writer, table, [(part.segment.rows(table), part.kept) for part in parts])
        Merger(parts, writer, documents.lengths()).add_postings()
        writer.close()
    finally:
        writer.abandon()
        stored.abandon()
    return sum(len(part.kept) for part in parts)


def add_stored(stored: StoredWriter, part: LiveSegment) -> None:
    """Write the articles that are kept."""
    for numbers, block in part.segment.stored.blocks():
        is_kept = part.is_kept[numbers.start : numbers.stop]
        if len(block) >= LARGE_BLOCK and is_kept.all():
            stored.add_block(len(numbers), block)
            continue
        for number in np.flatnonzero(is_kept).tolist():
            stored.add(part.segment.stored[numbers.start + number])


def documents_of(parts: Sequence[LiveSegment]) -> Documents:
    """The columns of all documents that are kept."""
    ids: list[bytes] = []
    outlets: list[bytes] = []
    for part in parts:
        every, names = list(part.segment.ids), list(part.segment.outlets)
        ids += [every[number] for number in part.kept.tolist()]
        outlets += [names[number] for number in part.segment.outlet[part.kept].tolist()]

    def column(of: Callable[[SegmentColumns], Array]) -> Array:
        return np.concatenate([of(part.segment)[part.kept] for part in parts])

    return Documents(
        ids=ids,
        outlets=outlets,
        first_days=column(lambda segment: segment.first_days),
        last_days=column(lambda segment: segment.last_days),
        title_lengths=column(lambda segment: segment.title_lengths),
        body_lengths=column(lambda segment: segment.body_lengths),
    )


Value = Callable[[int, LiveRows], Array]
"""Of the part with this number, what stands in the column for all of these rows, as the new segment has it."""


def posting_counts(_: int, rows: LiveRows) -> Array:
    """How often the stem stands in the document: int64 (rows,)."""
    return rows.part.segment.counts.between(rows.start, rows.end)


def title_counts(_: int, rows: LiveRows) -> Array:
    """How often the stem stands in the title: int64 (rows,)."""
    return rows.part.segment.title_counts.between(rows.start, rows.end)


def mixed_counts(_: int, rows: LiveRows) -> Array:
    """How often the form stands in the document: int64 (rows,)."""
    return rows.part.segment.mixed_counts.between(rows.start, rows.end)


def mixed_titles(_: int, rows: LiveRows) -> Array:
    """How often the form stands in the title: int64 (rows,)."""
    return rows.part.segment.mixed_titles.between(rows.start, rows.end)


def case_values(_: int, rows: LiveRows) -> Array:
    """How many letters of each occurrence are capitals: uint8 (rows,)."""
    return rows.part.segment.cases.between(rows.start, rows.end)


def position_values(_: int, rows: LiveRows) -> Array:
    """The positions themselves: int64 (rows,)."""
    return rows.part.segment.positions.between(rows.start, rows.end)


class Merger:
    """Writes the postings of some parts as those of one segment.

    The lengths of the documents, in words, are int64 (documents that are kept,).
    """

    def __init__(self, parts: Sequence[LiveSegment], writer: ArrayWriter, lengths: Array) -> None:
        self._parts = parts
        self._lengths = lengths
        self._writer = writer
        self._union: Union = union(parts, [kept_postings(part) for part in parts])
        self._bases = starts_of(np.array([len(part.kept) for part in parts]))
        self._code_type = code_type(int(np.diff(self._union.form_starts).max(initial=0)))

    def add_postings(self) -> None:
        """Write stems, forms, postings and positions."""
        add_dictionary(self._writer, self._union.stems, self._union.forms)
        self._writer.add("stem.forms", compacted(self._union.form_starts))
        self._writer.add("stem.postings", compacted(self._union.posting_starts))
        self._add("posting.document", compact(int(self._bases[-1])), postings, self._documents)
        counts = Skipping(self._column(postings, posting_counts))
        CountsWriter(self._writer, "posting.count").add(counts)
        self._writer.add("posting.skip", compacted(counts.skips()))
        PositionsWriter(self._writer, self._lengths).add(self._column(occurrences, position_values))
        add_quarters(self._writer, "occurrence.case", self._column(occurrences, case_values))
        self._add_titles()
        self._add_forms()

    def _add_titles(self) -> None:
        self._add_starts("stem.titles", title_rows)
        most = int(np.diff(self._union.posting_starts).max(initial=0))
        self._add("title.posting", compact(most), title_rows, self._title_postings)
        CountsWriter(self._writer, "title.count").add(self._column(title_rows, title_counts))

    def _add_forms(self) -> None:
        several = np.diff(self._union.form_starts) > 1
        lengths = np.diff(self._union.posting_starts)
        codes = (
            piece[np.repeat(several[stems.start : stems.stop], lengths[stems.start : stems.stop])]
            for stems, piece in zip(self._pieces(), self._column(postings, self._codes), strict=True)
        )
        self._writer.add_pieces("posting.form", self._code_type, codes)
        self._add_starts("stem.mixed", mixed_rows)
        self._add("mixed.form", self._code_type, mixed_rows, self._mixed_forms)
        CountsWriter(self._writer, "mixed.count").add(self._column(mixed_rows, mixed_counts))
        CountsWriter(self._writer, "mixed.title").add(self._column(mixed_rows, mixed_titles))
        self._add_starts("stem.mixed_occurrences", mixed_occurrences)
        self._add("mixed.occurrence", self._code_type, mixed_occurrences, self._mixed_occurrences)

    def _add(self, name: str, dtype: "np.dtype[np.unsignedinteger]", table: Table, value: Value) -> None:
        self._writer.add_pieces(name, dtype, self._column(table, value))

    def _add_starts(self, name: str, table: Table) -> None:
        """Write where the rows of each stem begin."""
        lengths = np.zeros(len(self._union.stems), np.int64)
        for stems in self._pieces():
            for number, part in enumerate(self._parts):
                found = table(part, self._union.stems_in(number, stems))
                np.add.at(lengths, self._union.places[number][found.stems.start : found.stems.stop], found.counts)
        self._writer.add(name, compacted(starts_of(lengths)))

    def _pieces(self) -> Iterator[range]:
        """Ranges of the new stems with about PIECE postings each."""
        starts, first = self._union.posting_starts, 0
        while first < len(self._union.stems):
            last = int(np.searchsorted(starts, starts[first] + PIECE, side="right")) - 1
            last = max(last, first + 1)
            yield range(first, last)
            first = last

    def _column(self, table: Table, value: Value) -> Iterator[Array]:
        """A column of the new segment, in pieces."""
        for stems in self._pieces():
            totals = np.zeros(len(stems), np.int64)
            moved: list[Move] = []
            for number, part in enumerate(self._parts):
                rows = table(part, self._union.stems_in(number, stems))
                places = self._union.places[number][rows.stems.start : rows.stems.stop] - stems.start
                moved.append(Move(rows.kept(value(number, rows)), places, totals[places], rows.counts))
                np.add.at(totals, places, rows.counts)
            yield interleaved(moved, starts_of(totals))
            for part in self._parts:
                part.segment.let_go()

    def _documents(self, number: int, rows: LiveRows) -> Array:
        documents = rows.part.segment.documents[rows.start : rows.end]
        return np.asarray(rows.part.places[documents] + self._bases[number])

    def _title_postings(self, number: int, rows: LiveRows) -> Array:
        """Which postings of the new segment's stem have words in the title."""
        part, stems = rows.part, rows.stems
        own = postings(part, stems)
        if own.is_kept is None:
            before = self._union.postings_before[number][stems.start : stems.stop]
            return np.asarray(part.segment.title_postings[rows.start : rows.end] + np.repeat(before, rows.counts))
        kept_before = starts_of(own.is_kept)
        first = part.posting_starts[stems.start : stems.stop] - own.start
        lengths = lengths_between(part.segment.title_starts[stems.start : stems.stop + 1])
        row = np.repeat(first, lengths) + part.segment.title_postings[rows.start : rows.end]
        shift = self._union.postings_before[number][stems.start : stems.stop] - kept_before[first]
        return np.asarray(kept_before[row] + np.repeat(shift, lengths))

    def _codes(self, number: int, rows: LiveRows) -> Array:
        """The new code of each posting, also of those whose stem had one form in its part."""
        segment, stems = rows.part.segment, rows.stems
        lengths = np.diff(rows.part.posting_starts[stems.start : stems.stop + 1])
        coded = segment.coded_starts[stems.start : stems.stop + 1]
        codes = np.zeros(rows.end - rows.start, np.int64)
        has_code = np.repeat(np.diff(coded) > 0, lengths)
        codes[has_code] = segment.posting_forms[coded[0] : coded[-1]]
        is_mixed = has_code & (codes == np.iinfo(segment.posting_forms.dtype).max)
        codes[is_mixed] = 0
        new = self._union.codes[number][np.repeat(segment.form_starts[stems.start : stems.stop], lengths) + codes]
        new[is_mixed] = np.iinfo(self._code_type).max
        return new

    def _mixed_forms(self, number: int, rows: LiveRows) -> Array:
        segment, stems = rows.part.segment, rows.stems
        lengths = lengths_between(segment.mixed_starts[stems.start : stems.stop + 1])
        first = np.repeat(segment.form_starts[stems.start : stems.stop].astype(np.int64), lengths)
        return self._union.codes[number][first + segment.mixed_forms[rows.start : rows.end]]

    def _mixed_occurrences(self, number: int, rows: LiveRows) -> Array:
        segment, stems = rows.part.segment, rows.stems
        lengths = lengths_between(segment.mixed_occurrence_starts[stems.start : stems.stop + 1])
        first = np.repeat(segment.form_starts[stems.start : stems.stop].astype(np.int64), lengths)
        return self._union.codes[number][first + segment.mixed_occurrences[rows.start : rows.end]]


@dataclass(frozen=True, slots=True)
class Move:
    """Values that go from one part into a piece of a column."""

    values: Array
    """Integers of any dtype, (rows,)."""
    places: Array
    """To which stem of the piece, for each stem of the part: int64 (stems of the part in the piece,), ascending."""
    before: Array
    """How many of that stem come from the parts before: int64 (stems of the part in the piece,)."""
    counts: Array
    """How many of the values are of each stem of the part: int64 (stems of the part in the piece,)."""


def interleaved(moves: Sequence[Move], starts: Array) -> Array:
    """The values of all parts, stem by stem, where those of each stem begin at `starts`.

    The starts are int64 (stems of the piece + 1,); gives integers (rows of all,).
    """
    if len(moves) == 1:
        return moves[0].values
    together = np.empty(int(starts[-1]), np.result_type(*(move.values.dtype for move in moves)))
    for move in moves:
        together[ranges(starts[move.places] + move.before, move.counts)] = move.values
    return together
