"""Whoosh's way into a segment: with this codec `whoosh.index.open_dir` opens the folder, and its Searcher answers.

Whoosh writes the paths of ColumnsSegment and of the fields' classes into every table of contents: moving or renaming
one makes every index outdated.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.matching import ListMatcher, NullMatcher
from whoosh.reading import TermInfo, TermNotFound

from index.columns.segment import SegmentColumns
from index.columns.whoosh_documents import ColumnsDocuments
from index.columns.whoosh_fields import Fields, TermPlace
from index.storage.arrays import Array

# Whoosh has no types: its classes are Any to the checker, and so is what they pass to ours.


class ColumnsSegment(base.Segment):  # type: ignore[misc]
    """What the table of contents says of a segment: its name, how many documents it has, which are deleted."""

    def __init__(self, indexname: str, documents: int = 0) -> None:
        super().__init__(indexname)
        self.documents = documents
        self.deleted: set[int] = set()

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "deleted": self.deleted_array().tobytes()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.deleted = set(np.frombuffer(state["deleted"], "<i8").tolist())

    def deleted_array(self) -> Array:
        """The numbers of the deleted documents, ascending: int64 (n,)."""
        return np.array(sorted(self.deleted), "<i8")

    def codec(self) -> "ColumnsCodec":
        """What reads it."""
        return ColumnsCodec()

    def doc_count_all(self) -> int:
        """How many documents it has, deleted ones included."""
        return self.documents

    def deleted_count(self) -> int:
        """How many of them are deleted."""
        return len(self.deleted)

    def deleted_docs(self) -> set[int]:
        """Which are deleted."""
        return self.deleted

    def is_deleted(self, docnum: int) -> bool:
        """This one is deleted."""
        return docnum in self.deleted

    def should_assemble(self) -> bool:
        """Its files stay apart, so that they can be mapped into memory."""
        return False


class ColumnsCodec(base.Codec):  # type: ignore[misc]
    """Opens what Whoosh reads a segment with."""

    def __init__(self) -> None:
        self._columns: SegmentColumns | None = None

    def columns(self, storage: Any, segment: ColumnsSegment) -> SegmentColumns:
        """The columns of a segment, opened once."""
        if self._columns is None:
            self._columns = SegmentColumns(Path(storage.folder), segment.segment_id())
        return self._columns

    def terms_reader(self, storage: Any, segment: ColumnsSegment) -> "ColumnsTerms":
        """The terms of every field."""
        return ColumnsTerms(Fields(self.columns(storage, segment)))

    def per_document_reader(self, storage: Any, segment: ColumnsSegment) -> "ColumnsDocuments":
        """What is known of each document."""
        return ColumnsDocuments(self.columns(storage, segment), segment)

    def new_segment(self, storage: Any, indexname: str) -> ColumnsSegment:
        """A segment without documents."""
        return ColumnsSegment(indexname)


class ColumnsTerms(base.TermsReader):  # type: ignore[misc]
    """The terms of a segment."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return len(self._fields.standing(*term).documents) > 0

    def cursor(self, fieldname: str, fieldobj: Any) -> "ColumnsCursor":
        """A way to walk through the terms of a field."""
        return ColumnsCursor(self, fieldname, list(self._fields.terms(fieldname)), fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms, sorted by field and text."""
        return ((field, text) for field in self._fields.names() for text in self._fields.terms(field))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms of a field from this one on."""
        return ((fieldname, text) for text in self._fields.terms_from(fieldname, prefix))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """All terms, with what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The terms of a field from this one on, with what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What Whoosh's scorers want to know of a term; raises KeyError when it stands nowhere."""
        standing = self._fields.standing(fieldname, text)
        if not len(standing.documents):
            raise KeyError((fieldname, text))
        return TermInfo(
            weight=float(standing.counts.sum()),
            df=len(standing.documents),
            minlength=1,
            maxlength=2**31 - 1,
            maxweight=float(standing.counts.max()),
            minid=int(standing.documents[0]),
            maxid=int(standing.documents[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> int:
        """How often a term stands in all documents."""
        return int(self._fields.standing(fieldname, text).counts.sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many documents hold a term."""
        return len(self._fields.standing(fieldname, text).documents)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Walks through the documents that hold a term."""
        standing = self._fields.standing(fieldname, text)
        if not len(standing.documents):
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        return ColumnsMatcher(standing, format_, scorer, (fieldname, text))

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return self._fields.names()


class ColumnsCursor(base.FieldCursor):  # type: ignore[misc]
    """Walks through the terms of a field, as Whoosh's automata do."""

    def __init__(self, terms: ColumnsTerms, field: str, texts: list[bytes], fieldobj: Any) -> None:
        self._terms = terms
        self._field = field
        self._texts = [fieldobj.from_bytes(text) for text in texts]
        self._bytes = texts
        self._at = 0

    def is_valid(self) -> bool:
        """It stands at a term."""
        return self._at < len(self._texts)

    def first(self) -> str | None:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, string: bytes) -> str | None:
        """Go to the first term that is not before this one."""
        wanted = string if isinstance(string, bytes) else string.encode()
        while self._at < len(self._bytes) and self._bytes[self._at] < wanted:
            self._at += 1
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The term; None after the last one."""
        return self._texts[self._at] if self.is_valid() else None

    def term_info(self) -> TermInfo:
        """What is known of the term."""
        return self._terms.term_info(self._field, self._bytes[self._at])


class ColumnsMatcher(ListMatcher):  # type: ignore[misc]
    """Walks through the documents that hold a term."""

    def __init__(self, standing: TermPlace, format_: Any, scorer: Any, term: tuple[str, bytes]) -> None:
        super().__init__(standing.documents.tolist(), standing.counts.tolist(), None, format_, scorer, term=term)
        self._standing = standing

    def copy(self) -> "ColumnsMatcher":
        """Another that stands at the same document."""
        twin = ColumnsMatcher(self._standing, self._format, self._scorer, self._term)
        twin._i = self._i
        return twin

    def replace(self, minquality: float = 0) -> Any:
        """Itself, or nothing when it has come to its end."""
        return self if self.is_active() else NullMatcher()

    def supports_block_quality(self) -> bool:
        """Whoosh may not skip: it is here to be right."""
        return False

    def value(self) -> bytes:
        """The posting as Whoosh's format writes it."""
        if self._standing.positions is not None:
            return bytes(self._format.encode(self._standing.positions(self._i)))
        return int(self._weights[self._i]).to_bytes(4, "big")

    def value_as(self, astype: str) -> Any:
        """The posting in this shape."""
        if astype == "positions" and self._standing.positions is not None:
            return self._standing.positions(self._i)
        return self._format.decode_as(astype, self.value())

    def all_items(self) -> Iterator[tuple[int, bytes]]:
        """All documents, each with its posting."""
        while self.is_active():
            yield self.id(), self.value()
            self.next()
