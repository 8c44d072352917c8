"""What a segment holds, read where it lies; safe to share by threads, because nothing in it changes."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from index.columns.annotation_rows import TABLES
from index.columns.attribute_columns import AttributeColumns
from index.columns.entity_columns import EntityColumns
from index.columns.postings import FormsOfStem, PostingList
from index.storage.arrays import (
    Array,
    arrays_of,
    is_new,
    let_go,
    mapped,
    mapped_arrays,
    starts_of,
    wrong_arrays,
)
from index.storage.count_column import Counts
from index.storage.doc_store import StoredArticles, articles_are_whole
from index.storage.multi_valued import Rows, rows_in
from index.storage.position_column import Positions
from index.storage.quarter_column import Quarters
from index.storage.regular_file import Damaged
from index.storage.string_column import StringColumn, after
from index.storage.term_signatures import Outline, Outlines

ARTICLES, COLUMNS = ".articles", ".columns"
"""What the names of the files of a segment end with."""

FormsTest = Callable[[Sequence[str]], Array]
"""Tells of many forms at once which of them pass: bool (forms,)."""


class SegmentColumns:
    """The columns of one segment; raises Damaged, and OSError when a file is missing."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        try:
            self._content = mapped(folder / (name + COLUMNS))
            self.arrays = arrays = arrays_of(folder / (name + COLUMNS), self._content)
            self.stored = StoredArticles(folder / (name + ARTICLES), arrays)
            self.ids = StringColumn(arrays, "id", arrays["id.order"].data)
            self.outlets = StringColumn(arrays, "outlet")
            self.outlet, self.first_days = arrays["document.outlet"], arrays["document.first_day"]
            self.last_days = arrays["document.last_day"]
            self.attributes = AttributeColumns(arrays)
            self.entities = EntityColumns(arrays)
            self.title_lengths, self.body_lengths = arrays["document.title_length"], arrays["document.body_length"]
            self.stems, self.forms = (
                StringColumn(arrays, "stem"),
                StringColumn(arrays, "form", arrays["form.order"].data),
            )
            self.form_starts = arrays["stem.forms"]
            self.posting_starts = arrays["stem.postings"].data
            self.documents, self.counts = arrays["posting.document"], Counts(arrays, "posting.count")
            self.skips, self.positions = arrays["posting.skip"], Positions(arrays)
            self.title_starts = arrays["stem.titles"].data
            self.title_postings, self.title_counts = arrays["title.posting"], Counts(arrays, "title.count")
            self.posting_forms, self.mixed_starts = arrays["posting.form"], arrays["stem.mixed"].data
            self.mixed_forms, self.mixed_counts = arrays["mixed.form"], Counts(arrays, "mixed.count")
            self.mixed_titles = Counts(arrays, "mixed.title")
            self.cases = Quarters(arrays["occurrence.case"])
            self.mixed_occurrence_starts = arrays["stem.mixed_occurrences"].data
            self.mixed_occurrences = arrays["mixed.occurrence"]
            for table in TABLES:
                rows_in(arrays, table)  # they are all there
        except KeyError as error:
            raise Damaged(f"{name}{COLUMNS} has no {error}") from error

    def __len__(self) -> int:
        return len(self.ids)

    def let_go(self) -> None:
        """Give the memory of what was read of it back to the system."""
        let_go(self._content)

    def document(self, id: bytes) -> int | None:
        """The number of the document with this id; None when there is none."""
        return self.ids.number(id)

    def rows(self, table: type[Rows]) -> Rows:
        """The rows of a table of TABLES."""
        return rows_in(self.arrays, table)

    def list_of(self, stem: bytes) -> PostingList | None:
        """The postings of a stem; None when it stands nowhere."""
        number = self.stems.number(stem)
        return None if number is None else self.list_at(number)

    def list_at(self, number: int) -> PostingList:
        """The postings of the stem with this number."""
        return PostingList(self, number, self.posting_starts[number], self.posting_starts[number + 1])

    def stem_of(self, form: bytes) -> bytes | None:
        """The stem of a form; None when the form stands nowhere."""
        number = self.forms.number(form)
        return None if number is None else self.stems[bisect_right(self.form_starts.data, number) - 1]

    def articles_like(self, start: bytes, outline: Outline, are_like: FormsTest) -> Iterator[tuple[str, Array]]:
        """The forms that begin so and pass the test, and the documents of each, unsigned (n,)."""
        return self._documents_of(self.numbers_like(start, outline, are_like))

    def frequent_like(self, outline: Outline, are_like: FormsTest, fewest: int) -> list[str]:
        """The forms that pass the test, each fits the outline, and that so many documents may hold, deleted or not."""
        forms = self._maybe_like(self.form_outlines.fitting(outline), outline)
        starts, stems = np.asarray(self.posting_starts), self.stems_at(forms)
        every = list(self.forms.strings(forms[starts[stems + 1] - starts[stems] >= fewest].tolist()))
        return [form for form, is_like in zip(every, are_like(every), strict=True) if is_like]

    def articles_of(self, form: bytes) -> Iterator[tuple[str, Array]]:
        """A form, where it stands in any, and its documents, unsigned (n,)."""
        number = self.forms.number(form)
        return self._documents_of(np.array([] if number is None else [number], np.int64))

    def articles_beginning(self, start: bytes, most: int) -> Iterator[tuple[str, Array]]:
        """Forms that begin so, of the most frequent stems so many, with the documents of each, unsigned (n,)."""
        numbers = self.numbers_beginning(start)
        stems = np.searchsorted(np.asarray(self.form_starts), numbers, side="right") - 1
        starts = np.asarray(self.posting_starts).astype(np.int64)
        order = np.argsort(starts[stems] - starts[stems + 1], kind="stable")[:most]
        return self._documents_of(numbers[order])

    def _documents_of(self, numbers: Array) -> Iterator[tuple[str, Array]]:
        """The forms with these numbers, and the documents of each."""
        for number in numbers.tolist():
            stem = bisect_right(self.form_starts.data, number) - 1
            codes = np.array([number - int(self.form_starts[stem])])
            postings = self.list_at(stem)
            (form,) = self.forms.strings([number])
            yield form, postings.documents[FormsOfStem(postings, codes).rows()]

    def numbers_like(self, start: bytes, outline: Outline, are_like: FormsTest) -> Array:
        """The numbers of the forms that begin so and pass the test: int64 (n,), ascending; each fits the outline."""
        forms = self.numbers_beginning(start) if start else self.form_outlines.fitting(outline)
        forms = self._maybe_like(forms, outline)
        return np.asarray(forms[are_like(list(self.forms.strings(forms.tolist())))])

    def _maybe_like(self, forms: Array, outline: Outline) -> Array:
        """Those of the forms that may begin and end as the outline says: int64 (n,) both."""
        end, first, otherwise = (
            text.encode("utf-8", "surrogatepass") for text in (outline.end, outline.first, outline.otherwise)
        )
        forms = self.forms.maybe_ending(forms, end)
        return self.forms.maybe_beginning_or_ending(forms, first, otherwise) if first else forms

    @cached_property
    def form_outlines(self) -> Outlines:
        """The outlines of all forms."""
        return Outlines(self.forms)

    def numbers_beginning(self, start: bytes) -> Array:
        """The numbers of the forms that begin so: int64 (n,), ascending."""
        low, high = self.forms.lowest(start), self.forms.lowest(after(start))
        forms = self.arrays["form.order"][low:high].astype(np.int64)
        forms.sort()
        return forms

    def stems_at(self, forms: Array) -> Array:
        """The numbers of the stems of forms, of which the numbers ascend: int64 (forms,), ascending."""
        if len(forms) > MANY_FORMS:
            return self._stems_of_forms.take(forms)
        # In the type of the column, which would be turned into that of the forms otherwise, all of it.
        return self.form_starts.searchsorted(forms.astype(self.form_starts.dtype), side="right") - 1

    @cached_property
    def _stems_of_forms(self) -> Array:
        """The number of the stem of each form: int64 (forms,)."""
        starts = self.form_starts.astype(np.int64)
        return np.arange(len(starts) - 1).repeat(np.diff(starts))

    def forms_at(self, forms: Array) -> "FormsFound":
        """Forms by stem; their numbers ascend: int64 (n,)."""
        stems = self.stems_at(forms)
        first = is_new(stems).nonzero()[0]
        found, counts = stems[first], np.append(first[1:], len(stems)) - first
        codes = forms - self.form_starts[stems]
        is_whole = counts == self.form_starts[found + 1] - self.form_starts[found]
        if is_whole.all():
            return FormsFound(found, [])
        partly = zip(found[~is_whole].tolist(), first[~is_whole].tolist(), counts[~is_whole].tolist(), strict=True)
        return FormsFound(
            found[is_whole],
            [FormsOfStem(self.list_at(stem), codes[start : start + count]) for stem, start, count in partly],
        )

    @cached_property
    def coded_starts(self) -> Array:
        """Where the codes of the postings of each stem begin, int64 (stems + 1,): those with one form have none."""
        lengths = np.diff(np.asarray(self.posting_starts).astype(np.int64))
        return starts_of(lengths * (np.diff(self.form_starts.astype(np.int64)) > 1))


MANY_FORMS = 2_000
"""Looking up the stems of more forms one by one takes longer than having those of all forms at hand."""


@dataclass(frozen=True, slots=True)
class FormsFound:
    """Some forms, by stem."""

    whole: Array
    """The numbers of stems of which it is all forms: int64 (n,), ascending."""
    partly: Sequence[FormsOfStem]


def wrong_parts(folder: Path, name: str) -> Sequence[str]:
    """What of a segment is not as it was written; empty when all of it is; raises Damaged and OSError."""
    wrong = wrong_arrays(folder / (name + COLUMNS))
    arrays = mapped_arrays(folder / (name + COLUMNS))
    if not articles_are_whole(folder / (name + ARTICLES), arrays):
        wrong.append("articles")
    return wrong
