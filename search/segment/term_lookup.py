"""The postings that leaves and places of phrases stand for in one segment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

import numpy as np

from index.columns.postings import FormPostings, PostingList
from index.columns.segment import FormsFound, SegmentColumns
from index.storage.arrays import Array
from search.clauses import Case, FormLeaf, Fuzzy, Place, Prefix, SameStem, Wildcard
from search.fuzzy_and_wildcards import certain_start, outline, passing
from search.segment.intersect import distinct
from search.segment.many_postings import ManyPostings
from search.segment.positional_postings import CasedPostings, PositionalPostings, TermGroup, written_with
from search.segment.segment_reader import SegmentReader
from search.segment.text_scan import Stretches

FEW_STEMS = 8
"""Looking up more stems one by one takes longer than all at once."""


def place_postings(segment: SegmentReader, place: Place, cases: Sequence[Case] = ()) -> PositionalPostings | None:
    """What may stand at a place of a phrase, in all of these cases; None when that stands nowhere."""
    if isinstance(place, tuple):
        lists = [postings for term in dict.fromkeys(place) if (postings := segment.postings(term)) is not None]
        return any_of(lists, cases) if lists else None
    anywhere = replace(place, field=None)
    found = segment.placed_forms.get((anywhere, tuple(cases)), lambda: placed_forms(segment, anywhere, cases))
    return found if len(found) else None


def placed_forms(segment: SegmentReader, leaf: FormLeaf, cases: Sequence[Case]) -> PositionalPostings:
    """The postings of the forms that match, as far as they are looked for, in all of these cases."""
    found = forms_looked_for(segment, leaf)
    if len(found.whole) + len(found.partly) > FEW_STEMS:
        return ManyPostings(segment.columns, found, written_with(cases))
    return any_of(lists_of_forms(segment.columns, found), cases)


def any_of(lists: Sequence[PostingList | FormPostings], cases: Sequence[Case]) -> PositionalPostings:
    """The postings of any of these, in all of these cases."""
    written = written_with(cases)
    terms: Sequence[PositionalPostings]
    terms = lists if written is None else [CasedPostings(each, written) for each in lists]
    return terms[0] if len(terms) == 1 else TermGroup(terms)


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
    """Those of the forms whose stems are the most frequent, as many as have so many postings; at least of one stem.

    A stem that has more by itself is passed over for those that come after it: kept for each of many patterns, such
    stems would cost as much as if nothing were bounded.
    """
    found = stem_postings(columns, forms)
    if int(found.counts.sum()) <= most_postings:
        return forms
    order = (-found.counts).argsort(kind="stable")
    order = order[min(int((found.counts > most_postings).sum()), len(order) - 1) :]
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
