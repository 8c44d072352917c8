"""Rows of documents: tables of numbers, of which each document has any number of rows.

A table is a class: its name on the disk, and a field for each column. Reading, writing and merging go by the class.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import reduce
from typing import ClassVar, Generic, Self, TypeVar

import numpy as np

from index.storage.arrays import Array, ArrayWriter, compacted, lengths_between, ranges, starts_of


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows of one table; what follows `starts` in a table's own class are its columns.

    A column has a number for each row, none below 0: any unsigned type (rows,), where they lie on the disk, or int64.
    """

    table: ClassVar[str]
    """What the arrays of the table are called on the disk."""
    starts: Array
    """Where the rows of each document begin, and after the last one where all end: integers (documents + 1,)."""

    @classmethod
    def of_columns(cls, starts: Array, columns: Iterable[Array]) -> Self:
        """The rows with these columns, in the order of the fields.

        `starts` is integers (documents + 1,), each column (rows,).
        """
        return cls(starts, *columns)

    @classmethod
    def names(cls) -> Sequence[str]:
        """The columns, in the order of the fields."""
        return [field.name for field in fields(cls)][1:]

    def columns(self) -> Mapping[str, Array]:
        """The columns by their names. Each is integers (rows,)."""
        return {name: getattr(self, name) for name in self.names()}

    def __len__(self) -> int:
        return int(self.starts[-1])

    def of(self, documents: Array) -> Array:
        """The places of the rows of these documents, one document after the other: int64 (rows of theirs,).

        `documents` is integers (n,).
        """
        # In 64 bits before anything is added: the number of the last document may be the largest of its type.
        places = documents.astype(np.int64)
        starts = self.starts[places].astype(np.int64)
        return ranges(starts, self.starts[places + 1] - starts)

    def owners(self) -> Array:
        """For each row, the document that it belongs to: int64 (rows,)."""
        return np.repeat(np.arange(len(self.starts) - 1), lengths_between(self.starts))


Rows = TypeVar("Rows", bound=DocumentRows)


class RowsBuilder(Generic[Rows]):
    """Gathers the rows of one table, document by document."""

    def __init__(self, table: type[Rows]) -> None:
        self._table = table
        self._columns = [array("q") for _ in table.names()]
        self._counts = array("q")

    def add(self, rows: Sequence[Sequence[int]]) -> None:
        """The rows of the next document, the columns in the order of the table."""
        self._counts.append(len(rows))
        if not rows:
            return
        for column, values in zip(self._columns, zip(*rows, strict=True), strict=True):
            column.extend(values)

    def finished(self) -> Rows:
        """The rows of all documents; the columns are int64."""
        columns = [np.array(column, np.int64) for column in self._columns]
        return self._table.of_columns(starts_of(np.array(self._counts, np.int64)), columns)


def rows_in(arrays: Mapping[str, Array], table: type[Rows]) -> Rows:
    """The rows of a table that `add_rows` wrote; raises KeyError when a column is missing.

    The arrays lie where they were written: unsigned (documents + 1,) and (rows,).
    """
    return table.of_columns(arrays[f"{table.table}.rows"], [arrays[f"{table.table}.{name}"] for name in table.names()])


def add_rows(writer: ArrayWriter, rows: DocumentRows) -> None:
    """Write the rows of a table."""
    writer.add(f"{rows.table}.rows", compacted(rows.starts))
    for name, column in rows.columns().items():
        writer.add(f"{rows.table}.{name}", compacted(column))


def add_joined_rows(writer: ArrayWriter, table: type[Rows], parts: Sequence[tuple[Rows, Array]]) -> None:
    """Write rows of some documents of several tables of one kind.

    Each comes with the numbers of its documents: integers (n,), ascending.
    """
    counts = [lengths_between(rows.starts)[documents] for rows, documents in parts]
    writer.add(f"{table.table}.rows", compacted(starts_of(np.concatenate(counts))))
    for name in table.names():
        columns = [(rows.columns()[name], rows.of(documents)) for rows, documents in parts]
        writer.add_pieces(f"{table.table}.{name}", widest(column.dtype for column, _ in columns), taken(columns))


def widest(dtypes: "Iterable[np.dtype[np.unsignedinteger]]") -> "np.dtype[np.unsignedinteger]":
    """The type that holds the numbers of all of these."""
    return reduce(np.promote_types, dtypes)


def taken(columns: Iterable[tuple[Array, Array]]) -> Iterable[Array]:
    """The values of columns at these places, a column at a time.

    A column is integers (n,), its places are int64 (m,), and what is taken of it is (m,) of its type.
    """
    return (column[places] for column, places in columns)
