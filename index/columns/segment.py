"""What a segment holds, read where it lies; safe to share by threads, because nothing in it changes."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from index.columns.arrays import (
    Array,
    Damaged,
    arrays_of,
    let_go,
    mapped,
    mapped_arrays,
    starts_of,
    wrong_arrays,
)
from index.columns.counts import SKIP, Counts
from index.columns.outlines import Outline, Outlines
from index.columns.positions import Positions
from index.columns.rows import TABLES, DocumentRows, rows_in
from index.columns.stored import StoredArticles, articles_are_whole
from index.columns.texts import Texts, after

ARTICLES, COLUMNS = ".articles", ".columns"
"""What the names of the files of a segment end with."""


class SegmentColumns:
    """The columns of one segment; raises Damaged, and OSError when a file is missing."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        try:
            self._content = mapped(folder / (name + COLUMNS))
            self.arrays = arrays = arrays_of(folder / (name + COLUMNS), self._content)
            self.stored = StoredArticles(folder / (name + ARTICLES), arrays)
            self.ids = Texts(arrays, "id")
            self.outlets = Texts(arrays, "outlet")
            self.outlet, self.first_days = arrays["document.outlet"], arrays["document.first_day"]
            self.last_days = arrays["document.last_day"]
            self.title_lengths, self.body_lengths = arrays["document.title_length"], arrays["document.body_length"]
            self.stems, self.forms = Texts(arrays, "stem"), Texts(arrays, "form")
            self.form_starts, self.form_order = arrays["stem.forms"], arrays["form.order"].data
            self.posting_starts = arrays["stem.postings"].data
            self.documents, self.counts = arrays["posting.document"], Counts(arrays, "posting.count")
            self.skips, self.positions = arrays["posting.skip"], Positions(arrays)
            self.title_starts = arrays["stem.titles"].data
            self.title_postings, self.title_counts = arrays["title.posting"], Counts(arrays, "title.count")
            self.posting_forms, self.mixed_starts = arrays["posting.form"], arrays["stem.mixed"].data
            self.mixed_forms, self.mixed_counts = arrays["mixed.form"], Counts(arrays, "mixed.count")
            self.mixed_titles = Counts(arrays, "mixed.title")
            self._rows = {table: rows_in(arrays, table) for table in TABLES}
        except KeyError as error:
            raise Damaged(f"{name}{COLUMNS} has no {error}") from error

    def __len__(self) -> int:
        return len(self.ids)

    def let_go(self) -> None:
        """Give the memory of what was read of it back to the system."""
        let_go(self._content)
        self.stored.let_go()

    def document(self, id: bytes) -> int | None:
        """The number of the document with this id; None when there is none."""
        order = self.arrays["id.order"].data
        place = self.ids.lowest(id, order)
        return order[place] if place < len(order) and self.ids[order[place]] == id else None

    def rows(self, table: str) -> DocumentRows:
        """The rows of a table of TABLES."""
        return self._rows[table]

    def list_of(self, stem: bytes) -> "PostingList | None":
        """The postings of a stem; None when it stands nowhere."""
        number = self.stems.number(stem)
        return None if number is None else self.list_at(number)

    def list_at(self, number: int) -> "PostingList":
        """The postings of the stem with this number."""
        return PostingList(self, number, self.posting_starts[number], self.posting_starts[number + 1])

    def stem_of(self, form: bytes) -> bytes | None:
        """The stem of a form; None when the form stands nowhere."""
        place = self.forms.lowest(form, self.form_order)
        if place == len(self.forms) or self.forms[self.form_order[place]] != form:
            return None
        return self.stems[bisect_right(self.form_starts.data, self.form_order[place]) - 1]

    def forms_beginning(self, start: bytes) -> "FormsFound":
        """The forms that begin so, by stem."""
        return self._by_stem(self._numbers_beginning(start))

    def forms_like(self, start: bytes, outline: Outline, is_like: Callable[[str], bool]) -> "FormsFound":
        """The forms that begin so and pass the test, by stem; each of them fits the outline."""
        forms = self._numbers_beginning(start) if start else self.form_outlines.fitting(outline)
        forms = self.forms.maybe_ending(forms, outline.end.encode("utf-8", "surrogatepass"))
        return self._by_stem(forms[np.fromiter(map(is_like, self.forms.strings(forms.tolist())), bool, len(forms))])

    @cached_property
    def form_outlines(self) -> Outlines:
        """The outlines of all forms."""
        return Outlines(self.forms)

    def _numbers_beginning(self, start: bytes) -> Array:
        """The numbers of the forms that begin so: int64, ascending."""
        low, high = self.forms.lowest(start, self.form_order), self.forms.lowest(after(start), self.form_order)
        return np.sort(np.asarray(self.form_order[low:high]).astype(np.int64))

    def _by_stem(self, forms: Array) -> "FormsFound":
        """Forms, of which the numbers ascend, by stem."""
        # In the type of the column, which would be turned into that of the forms otherwise, all of it.
        stems = self.form_starts.searchsorted(forms.astype(self.form_starts.dtype), side="right") - 1
        first = np.diff(stems, prepend=-1).nonzero()[0]
        found, counts = stems[first], np.diff(first, append=len(stems))
        codes = forms - self.form_starts[stems]
        is_whole = counts == self.form_starts[found + 1] - self.form_starts[found]
        partly = zip(found[~is_whole].tolist(), first[~is_whole].tolist(), counts[~is_whole].tolist(), strict=True)
        return FormsFound(
            found[is_whole],
            [FormsOfStem(self.list_at(stem), codes[start : start + count]) for stem, start, count in partly],
        )

    @cached_property
    def coded_starts(self) -> Array:
        """Where the codes of the postings of each stem begin: int64; only stems with several forms have any."""
        lengths = np.diff(np.asarray(self.posting_starts).astype(np.int64))
        return starts_of(lengths * (np.diff(self.form_starts.astype(np.int64)) > 1))


@dataclass(frozen=True, slots=True)
class PostingList:
    """The postings of one stem; a row is the place of a posting among them, from 0 on."""

    segment: SegmentColumns
    stem: int
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def documents(self) -> Array:
        """The documents that hold the stem, ascending."""
        return self.segment.documents[self.start : self.end]

    @property
    def title_rows(self) -> Array:
        """The rows that have words in the title, ascending."""
        starts = self.segment.title_starts
        return self.segment.title_postings[starts[self.stem] : starts[self.stem + 1]]

    def title_counts(self) -> Array:
        """How often the stem stands in the title, for each of `title_rows`: int64."""
        starts = self.segment.title_starts
        return self.segment.title_counts.between(starts[self.stem], starts[self.stem + 1])

    def counts(self) -> Array:
        """How often the stem stands in each document: int64."""
        return self.segment.counts.between(self.start, self.end)

    def weights(self) -> Array:
        """The same, to be added to: float32."""
        return self.segment.counts.between(self.start, self.end, np.float32)

    def counts_at(self, rows: Array) -> Array:
        """How often the stem stands in the documents of these rows: int64."""
        return self.segment.counts.at(rows.astype(np.int64) + self.start)

    def positions(self, rows: Array) -> "Places":
        """Where the stem stands in the documents of these rows, which ascend."""
        if not len(rows):
            nothing = np.zeros(0, np.int64)
            return Places(nothing, nothing)
        counts, before = self._spans(rows)
        ends = np.cumsum(counts)
        before -= ends
        before += counts
        places = np.arange(len(rows)).repeat(counts)
        before = before.take(places)
        before += np.arange(len(places))
        return Places(places, self.segment.positions.at(before))

    def _spans(self, rows: Array) -> tuple[Array, Array]:
        """How many positions these rows have, and where they begin in the column of positions: int64."""
        if len(rows) * SKIP <= len(self):
            postings = rows.astype(np.int64) + self.start
            return self.segment.counts.at(postings), self._occurrences_before(postings)
        counts = self.counts()
        ends = np.cumsum(counts)
        ends += self._first_occurrence()
        counts = counts.take(rows)
        return counts, ends.take(rows) - counts

    def _first_occurrence(self) -> int:
        """How many occurrences lie before the first posting."""
        skip = self.start // SKIP
        if skip == len(self.segment.skips):
            return len(self.segment.positions)
        return int(self.segment.skips[skip]) + int(self.segment.counts.between(skip * SKIP, self.start).sum())

    def _occurrences_before(self, postings: Array) -> Array:
        skip = postings // SKIP
        window = skip[:, None] * SKIP + np.arange(SKIP)
        within = window < postings[:, None]
        counts = self.segment.counts.at(np.minimum(window, len(self.segment.counts) - 1))
        return np.asarray(self.segment.skips[skip].astype(np.int64) + (counts * within).sum(axis=1))


@dataclass(frozen=True, slots=True)
class Places:
    """Places in some documents: which of the documents, from 0 on, and the position; sorted by both."""

    places: Array
    positions: Array


@dataclass(frozen=True, slots=True)
class FormCounts:
    """Where some forms of a stem stand: the rows of its postings, and how often in all and in the title."""

    rows: Array
    counts: Array
    title_counts: Array


@dataclass(frozen=True, slots=True)
class FormsOfStem:
    """Some of the forms of a stem."""

    postings: PostingList
    codes: Array
    """Which of its forms, from 0 on, ascending."""

    def counts(self) -> FormCounts:
        """Where these forms stand."""
        postings, segment = self.postings, self.postings.segment
        counts = postings.counts()
        titles = np.zeros(len(postings), np.int64)
        titles[postings.title_rows] = postings.title_counts()
        if int(segment.form_starts[postings.stem + 1]) - int(segment.form_starts[postings.stem]) == 1:
            return FormCounts(np.arange(len(postings)), counts, titles)
        first = int(segment.coded_starts[postings.stem])
        codes = segment.posting_forms[first : first + len(postings)]
        is_found = self._is_one(codes)
        mixed = (codes == most_of(codes)).nonzero()[0]
        if len(mixed):
            counts[mixed], titles[mixed] = self._mixed(counts[mixed])
            is_found[mixed] = counts[mixed] > 0
        rows = is_found.nonzero()[0]
        return FormCounts(rows, counts[rows], titles[rows])

    def _is_one(self, codes: Array) -> Array:
        """For each code, that it is of one of these forms."""
        is_one = np.zeros(most_of(codes) + 1, bool)
        is_one[self.codes] = True
        return is_one.take(codes)

    def _mixed(self, counts: Array) -> tuple[Array, Array]:
        """How often these forms stand in each posting that has several, in all and in the title."""
        segment = self.postings.segment
        start, end = segment.mixed_starts[self.postings.stem], segment.mixed_starts[self.postings.stem + 1]
        row_counts = segment.mixed_counts.between(start, end)
        # The rows of a posting sum up to its count: that is how many rows it has.
        owners = np.searchsorted(np.cumsum(counts), np.cumsum(row_counts))
        chosen = self._is_one(segment.mixed_forms[start:end])
        titles = segment.mixed_titles.between(start, end)
        return (
            np.bincount(owners[chosen], row_counts[chosen], len(counts)).astype(np.int64),
            np.bincount(owners[chosen], titles[chosen], len(counts)).astype(np.int64),
        )


def most_of(codes: Array) -> int:
    """The highest number that the type of these unsigned numbers has."""
    return (1 << 8 * codes.itemsize) - 1


@dataclass(frozen=True, slots=True)
class FormsFound:
    """Some forms, by stem."""

    whole: Array
    """The numbers of stems of which it is all forms: int64, ascending."""
    partly: Sequence[FormsOfStem]


def wrong_parts(folder: Path, name: str) -> Sequence[str]:
    """What of a segment is not as it was written; empty when all of it is; raises Damaged and OSError."""
    wrong = wrong_arrays(folder / (name + COLUMNS))
    arrays = mapped_arrays(folder / (name + COLUMNS))
    if not articles_are_whole(folder / (name + ARTICLES), arrays):
        wrong.append("articles")
    return wrong
