"""What Whoosh's own searcher asks of a segment: the terms of every field, and where each stands."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

import numpy as np

from index.columns.postings import FormsOfStem, PostingList
from index.columns.segment import SegmentColumns
from index.schema import SCHEMA, UNDATED, source_key
from index.storage.arrays import Array


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Where a term of one field stands."""

    documents: Array
    """Ascending: unsigned or int64 (n,)."""
    counts: Array
    """How often, in each document: int64 (n,)."""
    positions: Callable[[int], list[int]] | None = None
    """Its positions in the document of a row, from the beginning of the field; None in fields without positions."""


NOWHERE = TermPlace(np.zeros(0, np.int64), np.zeros(0, np.int64))


class Fields:
    """The fields of one segment as Whoosh knows them. What is not kept as postings is found in the columns."""

    def __init__(self, segment: SegmentColumns) -> None:
        self._segment = segment
        self._standing: dict[str, Callable[[bytes], TermPlace]] = {
            "body": lambda text: self._word(text, "body"),
            "body_form": lambda text: self._form(text, "body"),
            "id": self._id,
            "published": lambda text: listed(self._days.get(text)),
            "source": lambda text: listed(self._sources.get(text)),
            "title": lambda text: self._word(text, "title"),
            "title_form": lambda text: self._form(text, "title"),
        }

    def names(self) -> list[str]:
        """The fields that have terms, sorted."""
        return list(self._standing)

    def standing(self, field: str, text: bytes) -> TermPlace:
        """Where a term stands; NOWHERE when it is not a term of the field."""
        return self._standing[field](text) if field in self._standing else NOWHERE

    def terms(self, field: str) -> Iterator[bytes]:
        """The terms of a field, sorted."""
        return (text for text in self._texts(field) if len(self.standing(field, text).documents))

    def terms_from(self, field: str, start: bytes) -> Iterator[bytes]:
        """The terms of a field from this one on."""
        texts = self._texts(field)
        return (text for text in texts[bisect_left(texts, start) :] if len(self.standing(field, text).documents))

    def _texts(self, field: str) -> Sequence[bytes]:
        """What may be a term of the field, sorted."""
        match field:
            case "title" | "body":
                return self._stems
            case "title_form" | "body_form":
                return self._forms
            case "id":
                return sorted(self._segment.ids)
            case "published":
                return sorted(self._days)
            case "source":
                return sorted(self._sources)
            case _:
                return []

    @cached_property
    def _stems(self) -> list[bytes]:
        return list(self._segment.stems)

    @cached_property
    def _forms(self) -> list[bytes]:
        return sorted(self._segment.forms)

    @cached_property
    def _sources(self) -> dict[bytes, list[int]]:
        """The documents of each outlet, by its key."""
        keys = [source_key(name.decode()).encode() if name else b"" for name in self._segment.outlets]
        found: dict[bytes, list[int]] = {}
        for document, outlet in enumerate(self._segment.outlet.tolist()):
            if keys[outlet]:
                found.setdefault(keys[outlet], []).append(document)
        return found

    @cached_property
    def _days(self) -> dict[bytes, list[int]]:
        """The documents by the terms that Whoosh makes of their first day."""
        found: dict[bytes, list[int]] = {}
        for day in np.unique(self._segment.first_days).tolist():
            if day != UNDATED:
                documents = np.flatnonzero(self._segment.first_days == day).tolist()
                for text, *_ in SCHEMA["published"].index(datetime.combine(date.fromordinal(day), time.min)):
                    found.setdefault(text, []).extend(documents)
        return {text: sorted(documents) for text, documents in found.items()}

    def _id(self, text: bytes) -> TermPlace:
        document = self._segment.document(text)
        return listed(None if document is None else [document])

    def _word(self, text: bytes, field: str) -> TermPlace:
        found = self._segment.list_of(text)
        if found is None:
            return NOWHERE
        rows, counts = found.title_rows.astype(np.int64), found.title_counts()
        if field == "body":
            counts = found.counts()
            counts[rows] -= found.title_counts()
            rows = np.flatnonzero(counts)
            counts = counts[rows]
        return TermPlace(found.documents[rows], counts, lambda row: places_in_field(found, int(rows[row]), field))

    def _form(self, text: bytes, field: str) -> TermPlace:
        stem = self._segment.stem_of(text)
        found = self._segment.list_of(stem) if stem is not None else None
        if found is None:
            return NOWHERE
        first = int(self._segment.form_starts[found.stem])
        number = self._segment.forms.order[self._segment.forms.lowest(text)]
        form = FormsOfStem(found, np.array([number - first])).counts()
        counts = form.title_counts if field == "title" else form.counts - form.title_counts
        rows = np.flatnonzero(counts)
        return TermPlace(found.documents[form.rows[rows]], counts[rows])


def listed(documents: Sequence[int] | None) -> TermPlace:
    """A term that stands once in each of these documents."""
    if documents is None:
        return NOWHERE
    return TermPlace(np.array(documents), np.ones(len(documents), np.int64))


def places_in_field(found: PostingList, row: int, field: str) -> list[int]:
    """The positions of a stem in one document, from the beginning of the title or of the body."""
    positions = found.positions(np.array([row])).positions
    title_length = int(found.segment.title_lengths[found.documents[row]])
    if field == "title":
        return [int(place) for place in positions[positions < title_length]]
    return [int(place) for place in positions[positions > title_length] - title_length - 1]
