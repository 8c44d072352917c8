"""What Whoosh's own searcher asks about single documents: stored fields, columns, lengths, deletions."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from whoosh.codec import base
from whoosh.columns import ColumnReader

from index.columns.segment import SegmentColumns
from index.schema import SCHEMA, UNDATED
from index.storage.arrays import Array


class ColumnsDocuments(base.PerDocumentReader):  # type: ignore[misc]
    """What is known of each document of a segment."""

    def __init__(self, columns: SegmentColumns, segment: Any) -> None:
        self._columns = columns
        self._segment = segment
        self._lengths: dict[str, Array] = {
            "title": columns.title_lengths,
            "title_form": columns.title_lengths,
            "body": columns.body_lengths,
            "body_form": columns.body_lengths,
        }
        self._values: dict[str, Callable[[int], object]] = {
            "id": lambda number: columns.ids[number],
            "outlet": lambda number: columns.outlets[int(columns.outlet[number])],
            "published": lambda number: published_value(int(columns.first_days[number])),
            "first_day": lambda number: int(columns.first_days[number]),
            "last_day": lambda number: int(columns.last_days[number]),
            "title_length": lambda number: int(columns.title_lengths[number]),
            "body_length": lambda number: int(columns.body_lengths[number]),
        }

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones included."""
        return len(self._columns)

    def doc_count(self) -> int:
        """How many are not deleted."""
        return len(self._columns) - len(self._segment.deleted)

    def has_deletions(self) -> bool:
        """Some are deleted."""
        return bool(self._segment.deleted)

    def is_deleted(self, docnum: int) -> bool:
        """This one is deleted."""
        return docnum in self._segment.deleted

    def deleted_docs(self) -> set[int]:
        """Which are deleted."""
        return set(self._segment.deleted)

    def supports_columns(self) -> bool:
        """It has columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """It has this one."""
        return fieldname in self._values

    def list_columns(self) -> list[str]:
        """The columns it has."""
        return list(self._values)

    def column_reader(self, fieldname: str, column: Any) -> "ValueReader":
        """Reads a column."""
        return ValueReader(self._values[fieldname], len(self._columns))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many words a field has in a document."""
        lengths = self._lengths.get(fieldname)
        return default if lengths is None else int(lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        """How many words a field has in all documents."""
        lengths = self._lengths.get(fieldname)
        return 0 if lengths is None else int(lengths.sum(dtype="i8"))

    def min_field_length(self, fieldname: str) -> int:
        """How many words a field has at least."""
        lengths = self._lengths.get(fieldname)
        return 0 if lengths is None else int(lengths.min(initial=2**31 - 1))

    def max_field_length(self, fieldname: str) -> int:
        """How many words a field has at most."""
        lengths = self._lengths.get(fieldname)
        return 0 if lengths is None else int(lengths.max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, str]:
        """The article, as it was stored."""
        return {"article": self._columns.stored[docnum].decode("utf-8", "surrogatepass")}


def published_value(day: int) -> object:
    """A day as Whoosh's column of dates has it."""
    field = SCHEMA["published"]
    if day == UNDATED:
        return field.column_type.default_value()
    return field.to_column_value(datetime.combine(date.fromordinal(day), time.min))


class ValueReader(ColumnReader):  # type: ignore[misc]
    """A column whose values come from a function."""

    def __init__(self, value: Callable[[int], object], documents: int) -> None:
        self._value = value
        self._doccount = documents

    def __getitem__(self, docnum: int) -> object:
        return self._value(docnum)
