"""The postings that leaves and places of phrases stand for in one segment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, assert_never

import numpy as np

from index.columns.postings import FormPostings, Occurrences, PostingList
from index.columns.segment import FormsFound, SegmentColumns
from index.storage.arrays import Array
from search.clauses import Case, FormLeaf, Fuzzy, Place, Prefix, SameStem, Wildcard
from search.fuzzy_and_wildcards import certain_start, outline, passing
from search.segment.intersect import distinct, in_any
from search.segment.many_postings import ManyPostings
from search.segment.segment_reader import SegmentReader
from search.segment.text_scan import Stretches

FEW_STEMS = 8
"""Looking up more stems one by one takes longer than all at once."""


class PositionalPostings(Protocol):
    """The documents that hold a word of a phrase, and where it stands in them; a row is the place of a document."""

    def __len__(self) -> int: ...

    @property
    def documents(self) -> Array:
        """The documents, unsigned (n,), ascending."""
        ...

    def standing(self, rows: Array, base: Array) -> Array:
        """The positions in the documents of these rows, in words, each with what `base` has for its row: int64 (m,).

        Rows ascend. So does `base`, by more than any position, and with it what is given.
        """
        ...


class TermGroup:
    """Several stems of which any may stand at a place of a phrase; it equals the postings of them all as one stem."""

    def __init__(self, terms: Sequence[PositionalPostings]) -> None:
        self._terms = terms
        self.documents: Array = in_any([term.documents for term in terms])

    def __len__(self) -> int:
        return len(self.documents)

    def standing(self, rows: Array, base: Array) -> Array:
        """See `PositionalPostings`."""
        wanted = self.documents[rows]
        found: list[Array] = []
        for term in self._terms:
            if not len(term):
                continue
            own = np.minimum(term.documents.searchsorted(wanted), len(term) - 1)
            places = (term.documents.take(own) == wanted).nonzero()[0]
            found.append(term.standing(own[places], base.take(places)))
        standing = np.concatenate(found)
        standing.sort(kind="stable")
        return standing


class CasedPostings:
    """The occurrences of a stem or form that are written with so many capitals; some documents may have none."""

    def __init__(self, postings: PostingList | FormPostings, written: Array) -> None:
        self._postings = postings
        self._written = written
        self.documents: Array = postings.documents

    def __len__(self) -> int:
        return len(self._postings)

    def standing(self, rows: Array, base: Array) -> Array:
        """See `PositionalPostings`."""
        found: Occurrences = self._postings.occurrences(rows)
        columns = self._postings.segment
        is_kept = self._written[columns.cases.at(found.places)]
        return np.asarray(base.repeat(found.counts)[is_kept] + columns.positions.at(found.places[is_kept]))


WRITTEN_WITH: dict[Case, Array] = {
    "none": np.array([True, False, False]),
    "some": np.array([False, True, True]),
    "all": np.array([False, False, True]),
}
"""For each case, whether words are of it that have no capital, some, or nothing else: bool (3,)."""


def written_with(cases: Sequence[Case]) -> Array | None:
    """For each number of capitals, that words with it are of all these cases: bool (3,); None when there are none."""
    return np.logical_and.reduce([WRITTEN_WITH[case] for case in cases]) if cases else None


def place_postings(segment: SegmentReader, place: Place, cases: Sequence[Case] = ()) -> PositionalPostings | None:
    """What may stand at a place of a phrase, in all of these cases; None when that stands nowhere."""
    if not isinstance(place, tuple):
        found = forms_looked_for(segment, place)
        if len(found.whole) + len(found.partly) > FEW_STEMS:
            return ManyPostings(segment.columns, found, written_with(cases))
        lists = lists_of_forms(segment.columns, found)
    else:
        lists = [postings for term in dict.fromkeys(place) if (postings := segment.postings(term)) is not None]
    written = written_with(cases)
    terms: Sequence[PositionalPostings]
    terms = lists if written is None else [CasedPostings(each, written) for each in lists]
    if not terms:
        return None
    return TermGroup(terms) if len(terms) > 1 else terms[0]


def lists_of_forms(columns: SegmentColumns, found: FormsFound) -> list[PostingList | FormPostings]:
    """The postings of these forms, stem by stem."""
    return [*map(columns.list_at, found.whole.tolist()), *map(FormPostings, found.partly)]


def forms_looked_for(segment: SegmentReader, leaf: FormLeaf) -> FormsFound:
    """The forms that match, as far as they are looked for, by stem."""
    numbers = form_numbers(segment, leaf)
    if leaf.most_postings is not None:
        numbers = most_frequent(segment.columns, numbers, int(leaf.most_postings * segment.share))
    return segment.columns.forms_at(numbers)


def form_numbers(segment: SegmentReader, leaf: FormLeaf) -> Array:
    """The numbers of all forms that match, in whichever field, ascending: int64 (n,); those asked for last are kept."""
    anywhere = replace(leaf, field=None, most_postings=None)
    return segment.form_numbers.get(anywhere, lambda: matching_forms(segment, anywhere))


def matching_forms(segment: SegmentReader, leaf: FormLeaf) -> Array:
    """The same, looked up."""
    columns = segment.columns
    match leaf:
        case Prefix(start=start) if leaf.is_open:
            return columns.numbers_beginning(encoded(start))
        case Prefix(start=start):
            return columns.numbers_like(encoded(start), outline(leaf), passing(leaf))
        case Wildcard(pattern=pattern):
            begin = encoded(certain_start(leaf))
            among = columns.numbers_beginning(begin) if begin else columns.form_outlines.fitting(outline(leaf))
            if len(among) < SCANNED:
                return columns.numbers_like(begin, outline(leaf), passing(leaf))
            whole = segment.form_scan.whole
            return among[segment.form_scan.like(pattern, Stretches(whole.begins[among], whole.ends[among]))]
        case Fuzzy() | SameStem():
            return columns.numbers_like(encoded(certain_start(leaf)), outline(leaf), passing(leaf))
        case _:
            assert_never(leaf)


SCANNED = 10_000
"""Looking at so many forms one by one takes longer than looking through the bytes of them all."""


@dataclass(frozen=True, slots=True)
class StemPostings:
    """Stems, and how many postings each has; both int64 (n,)."""

    stems: Array
    counts: Array


def stem_postings(columns: SegmentColumns, forms: Array) -> StemPostings:
    """The stems of some forms, whose numbers ascend."""
    stems = distinct(columns.stems_at(forms))
    starts = np.asarray(columns.posting_starts)
    return StemPostings(stems, starts[stems + 1].astype(np.int64) - starts[stems])


def most_frequent(columns: SegmentColumns, forms: Array, most_postings: int) -> Array:
    """Those of the forms whose stems are the most frequent, as many as have so many postings; at least of one stem."""
    found = stem_postings(columns, forms)
    if int(found.counts.sum()) <= most_postings:
        return forms
    order = (-found.counts).argsort(kind="stable")
    is_kept = found.counts[order].cumsum() <= most_postings
    is_kept[0] = True
    is_frequent = np.zeros(len(columns.stems), bool)
    is_frequent[found.stems[order[is_kept]]] = True
    return np.asarray(forms[is_frequent[columns.stems_at(forms)]])


def whole_stems(columns: SegmentColumns, terms: Sequence[str]) -> FormsFound:
    """All forms of these stems, as far as they stand anywhere."""
    numbers = (columns.stems.number(encoded(term)) for term in terms)
    return FormsFound(np.unique([number for number in numbers if number is not None]).astype(np.int64), [])


def encoded(text: str) -> bytes:
    """A word as the columns have it."""
    return text.encode("utf-8", "surrogatepass")
