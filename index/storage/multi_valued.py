"""Rows of documents: tables of numbers, of which each document has any number of rows."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from index.storage.arrays import Array, ArrayWriter, compacted, lengths_between, ranges, starts_of

TABLES: Mapping[str, tuple[str, ...]] = {
    "print": ("value",),
    "digest": ("value",),
    "mention": ("first_day", "last_day", "start"),
    "line": ("key", "is_removed"),
    "figures": ("outlet", "order"),
    "quote": ("first", "last", "speaker_first", "speaker_last"),
}
"""The columns of each table: the fingerprints of an article; one number for the
whole of its body; the days that its body names, counted as
`date.toordinal` does, and the character at which it does; the outlet of an article whose date is written in figures,
and their order, as `index.publication_date.numeric_dates` counts them; the words of a quotation and those of its
speaker's name, as positions of the first and of the one after the last, both 0 when no speaker is named."""


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows of one table."""

    starts: Array
    """Where the rows of each document begin, and after the last one where all end: (documents + 1,)."""
    columns: Mapping[str, Array]
    """By name, a number for each row, none below 0."""

    def __len__(self) -> int:
        return int(self.starts[-1])

    def of(self, documents: Array) -> Array:
        """The places of the rows of these documents, one document after the other: int64."""
        starts = self.starts[documents].astype(np.int64)
        return ranges(starts, self.starts[documents + 1] - starts)

    def owners(self) -> Array:
        """For each row, the document that it belongs to: int64."""
        return np.repeat(np.arange(len(self.starts) - 1), lengths_between(self.starts))


class RowsBuilder:
    """Gathers the rows of one table, document by document."""

    def __init__(self, table: str) -> None:
        self._columns = {name: array("q") for name in TABLES[table]}
        self._counts = array("q")

    def add(self, rows: Sequence[Sequence[int]]) -> None:
        """The rows of the next document, the columns in the order of the table."""
        self._counts.append(len(rows))
        if not rows:
            return
        for column, values in zip(self._columns.values(), zip(*rows, strict=True), strict=False):
            column.extend(values)

    def finished(self) -> DocumentRows:
        """The rows of all documents."""
        columns = {name: np.array(column, np.int64) for name, column in self._columns.items()}
        return DocumentRows(starts_of(np.array(self._counts, np.int64)), columns)


def rows_in(arrays: Mapping[str, Array], table: str) -> DocumentRows:
    """The rows of a table that `add_rows` wrote; raises KeyError when one is missing."""
    return DocumentRows(arrays[f"{table}.rows"], {name: arrays[f"{table}.{name}"] for name in TABLES[table]})


def add_rows(writer: ArrayWriter, table: str, rows: DocumentRows) -> None:
    """Write the rows of a table."""
    writer.add(f"{table}.rows", compacted(rows.starts))
    for name in TABLES[table]:
        writer.add(f"{table}.{name}", compacted(rows.columns[name]))


def add_joined_rows(writer: ArrayWriter, table: str, parts: Sequence[tuple[DocumentRows, Array]]) -> None:
    """Write the rows of some documents of several tables, each with the numbers of its documents, ascending."""
    counts = [lengths_between(rows.starts)[documents] for rows, documents in parts]
    writer.add(f"{table}.rows", compacted(starts_of(np.concatenate(counts))))
    for name in TABLES[table]:
        columns = [(rows.columns[name], rows.of(documents)) for rows, documents in parts]
        writer.add_pieces(f"{table}.{name}", widest(column.dtype for column, _ in columns), taken(columns))


def widest(dtypes: "Iterable[np.dtype[np.unsignedinteger]]") -> "np.dtype[np.unsignedinteger]":
    """The type that holds the numbers of all of these."""
    return reduce(np.promote_types, dtypes)


def taken(columns: Iterable[tuple[Array, Array]]) -> Iterable[Array]:
    """The values of columns at these places, a column at a time."""
    return (column[places] for column, places in columns)
