"""Rows of documents: what was gathered is read back, and merging carries it over."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.columns.annotation_rows import MentionRows
from index.storage.arrays import Array, ArrayWriter, mapped_arrays
from index.storage.multi_valued import RowsBuilder, add_joined_rows, add_rows, rows_in

Gathered = list[list[tuple[int, int, int]]]

gathered = st.lists(st.lists(st.tuples(*[st.integers(0, 800_000)] * 3), max_size=3), max_size=5)


def built(documents: Gathered) -> MentionRows:
    builder = RowsBuilder(MentionRows)
    for rows in documents:
        builder.add(rows)
    return builder.finished()


def listed(rows: MentionRows) -> Gathered:
    found = zip(*(column.tolist() for column in rows.columns().values()), strict=True)
    flat = [(first, last, start) for first, last, start in found]
    starts = rows.starts.tolist()
    return [flat[start:end] for start, end in pairwise(starts)]


def kept_numbers(documents: Gathered) -> Array:
    return np.arange(0, len(documents), 2)


@given(gathered)
def test_rows_are_read_as_they_were_written(documents: Gathered) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows"
        writer = ArrayWriter(path)
        add_rows(writer, built(documents))
        writer.close()
        assert listed(rows_in(mapped_arrays(path), MentionRows)) == documents


@given(gathered, gathered)
def test_joining_keeps_the_rows_of_the_documents_that_are_kept(some: Gathered, others: Gathered) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows"
        writer = ArrayWriter(path)
        parts = [(built(documents), kept_numbers(documents)) for documents in (some, others)]
        add_joined_rows(writer, MentionRows, parts)
        writer.close()
        assert listed(rows_in(mapped_arrays(path), MentionRows)) == some[::2] + others[::2]


def test_it_knows_the_rows_of_some_documents_and_the_document_of_each_row() -> None:
    rows = built([[(1, 1, 0), (2, 3, 9)], [], [(5, 5, 4)]])
    assert rows.of(np.array([0, 2])).tolist() == [0, 1, 2]
    assert rows.of(np.array([1])).tolist() == []
    assert rows.owners().tolist() == [0, 0, 2]
    assert len(rows) == 3


def test_the_last_document_keeps_its_rows_whatever_the_type_of_its_number() -> None:
    starts = np.append(np.zeros(65_536, np.uint32), np.uint32(2))
    values = np.arange(2, dtype=np.uint32)
    rows = MentionRows(starts, *(values for _ in MentionRows.names()))
    assert rows.of(np.array([65_535], np.uint16)).tolist() == [0, 1]
