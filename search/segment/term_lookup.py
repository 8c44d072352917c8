"""The postings that leaves and places of phrases stand for in one segment."""

from collections.abc import Sequence
from typing import Protocol, assert_never

import numpy as np

from index.columns.postings import FormPostings, Occurrences, PostingList
from index.columns.segment import FormsFound, SegmentColumns
from index.storage.arrays import Array
from search.clauses import Case, FormLeaf, Fuzzy, Place, Prefix, SameStem, Spellings, Wildcard
from search.fuzzy_and_wildcards import certain_start, outline, passing
from search.segment.intersect import in_any
from search.segment.many_postings import ManyPostings
from search.segment.segment_reader import SegmentReader

MOST_POSTINGS = 1_000_000
"""So many postings are looked at for one place of a phrase, those of the most frequent stems first."""
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
        found = within_budget(segment.columns, forms_found(segment.columns, place))
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


def is_cut(columns: SegmentColumns, pattern: FormLeaf) -> bool:
    """Whether a pattern has more postings than are looked at for one place."""
    if len(columns.documents) <= MOST_POSTINGS:
        return False
    found = forms_found(columns, pattern)
    return within_budget(columns, found) is not found


def within_budget(columns: SegmentColumns, found: FormsFound) -> FormsFound:
    """The forms of the most frequent stems, as many as have MOST_POSTINGS; at least of one."""
    stems = np.concatenate([found.whole, np.array([forms.postings.stem for forms in found.partly], np.int64)])
    starts = np.asarray(columns.posting_starts)
    counts = starts[stems + 1].astype(np.int64) - starts[stems]
    if int(counts.sum()) <= MOST_POSTINGS:
        return found
    order = (-counts).argsort(kind="stable")
    is_kept = counts[order].cumsum() <= MOST_POSTINGS
    is_kept[0] = True
    kept = set(stems[order[is_kept]].tolist())
    whole = np.array([stem for stem in found.whole.tolist() if stem in kept], np.int64)
    return FormsFound(whole, [forms for forms in found.partly if forms.postings.stem in kept])


def forms_found(columns: SegmentColumns, leaf: Spellings | FormLeaf) -> FormsFound:
    """The forms that match."""
    match leaf:
        case Spellings(terms=terms):
            numbers = (columns.stems.number(encoded(term)) for term in terms)
            return FormsFound(np.unique([number for number in numbers if number is not None]).astype(np.int64), [])
        case Prefix():
            return columns.forms_beginning(encoded(certain_start(leaf)))
        case Wildcard() | Fuzzy() | SameStem():
            return columns.forms_like(encoded(certain_start(leaf)), outline(leaf), passing(leaf))
        case _:
            assert_never(leaf)


def encoded(text: str) -> bytes:
    """A word as the columns have it."""
    return text.encode("utf-8", "surrogatepass")
