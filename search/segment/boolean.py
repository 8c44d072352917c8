"""Which documents of one segment match a clause."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

import numpy as np

from index.columns.annotation_rows import MentionRows
from index.schema import UNDATED, source_key
from index.storage.arrays import Array
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    Place,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.segment.attribute_filters import has_attribute
from search.segment.frequencies import holding
from search.segment.intersect import common
from search.segment.segment_reader import NO_DOCUMENTS, SegmentReader


def matching(segment: SegmentReader, clause: Clause, within: Array | None = None) -> Array:
    """The live documents that match, ascending; only of those in `within`, if it is given."""
    among = segment.all_live if within is None else within
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return holding(segment, clause, within)
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return holding(segment, clause, within)
        case And(parts):
            return intersection(segment, parts, within)
        case Or(parts):
            return union(segment, parts, within)
        case Not(part):
            return difference(among, matching(segment, part, within), segment)
        case Source(name):
            return among[has_key(segment, source_key(name))[segment.columns.outlet[among]]]
        case Attribute():
            return among[has_attribute(segment, clause)[among]]
        case Length(least, most):
            return among[is_as_long(segment, among, least, most)]
        case Between(since, until):
            return among[may_be_between(segment, among, since, until)]
        case InStory(id):
            return np.asarray(among[segment.relations.story[among] == segment.story_number(id)])
        case About(first, last):
            return naming_days(segment, among, first, last)
        case Identified(id):
            document = segment.document(id)
            found = NO_DOCUMENTS if document is None else np.array([document])
            return found if within is None else within[common(within, found, len(segment.columns))[0]]
        case Everything():
            return among
        case Nothing():
            return NO_DOCUMENTS
        case _:
            assert_never(clause)


def intersection(segment: SegmentReader, parts: Sequence[Clause], within: Array | None) -> Array:
    """The documents that match every part; the part with the fewest is asked first, and then only about those."""
    for part in sorted(parts, key=lambda part: most_matches(segment, part)):
        within = matching(segment, part, within)
        if not len(within):
            return NO_DOCUMENTS
    return segment.all_live if within is None else within


def union(segment: SegmentReader, parts: Sequence[Clause], within: Array | None) -> Array:
    """The documents that match at least one part."""
    is_found = np.zeros(len(segment.columns), bool)
    for part in parts:
        is_found[matching(segment, part, within)] = True
    return np.flatnonzero(is_found)


def difference(documents: Array, others: Array, segment: SegmentReader) -> Array:
    """The documents that are not among the others."""
    is_other = np.zeros(len(segment.columns), bool)
    is_other[others] = True
    return documents[~is_other[documents]]


def has_key(segment: SegmentReader, key: str) -> Array:
    """For each outlet, that its name is the same when it is compared."""
    return np.array([own == key for own in segment.outlet_keys], bool)


def is_as_long(segment: SegmentReader, documents: Array, least: int | None, most: int | None) -> Array:
    """For each document, that its text has so many words."""
    lengths = segment.columns.body_lengths[documents]
    is_so = np.ones(len(documents), bool)
    if least is not None:
        is_so &= lengths >= least
    if most is not None:
        is_so &= lengths <= most
    return is_so


def may_be_between(segment: SegmentReader, documents: Array, since: date | None, until: date | None) -> Array:
    """For each document, that it may have been published in these days."""
    first = segment.relations.first_day[documents]
    may_be = first != UNDATED
    if until is not None:
        may_be &= first <= until.toordinal()
    if since is not None:
        may_be &= segment.relations.last_day[documents] >= since.toordinal()
    return np.asarray(may_be)


def naming_days(segment: SegmentReader, documents: Array, first: date | None, last: date | None) -> Array:
    """Those of the documents whose text names days that lie in these."""
    rows = segment.columns.rows(MentionRows)
    is_named = rows.last_day <= (last or date.max).toordinal()
    if first is not None:
        is_named &= rows.first_day >= first.toordinal()
    names_them = np.zeros(len(segment.columns), bool)
    names_them[np.searchsorted(rows.starts, np.flatnonzero(is_named), side="right") - 1] = True
    return documents[names_them[documents]]


def most_matches(segment: SegmentReader, clause: Clause) -> int:
    """How many documents match at most, as far as that is known without looking."""
    match clause:
        case Word(term=term, ring=ring):
            return most_with_any(segment, (term, *ring))
        case Spellings(terms=terms, runs=runs, ring=ring):
            in_a_row = (min((most_with_any(segment, (term,)) for term in run), default=0) for run in runs)
            return most_with_any(segment, (*terms, *ring)) + sum(in_a_row)
        case Phrase(places=places):
            return min((most_at(segment, place) for place in places), default=0)
        case Speaker(choices=choices):
            return min((most_with_any(segment, terms) for terms in choices), default=0)
        case Near(parts):
            return min((most_matches(segment, part) for part in parts), default=0)
        case NotNear(part=part) | AtLeast(part=part) | Lead(part=part) | Cased(part=part):
            return most_matches(segment, part)
        case Said(part=part):
            return most_matches(segment, part)
        case And(parts):
            return min((most_matches(segment, part) for part in parts), default=len(segment.columns))
        case Or(parts):
            return sum(most_matches(segment, part) for part in parts)
        case Identified():
            return 1
        case Nothing():
            return 0
        case Prefix() | Wildcard() | Fuzzy() | SameStem():
            return len(segment.columns)
        case Source() | Between() | About() | InStory() | Everything() | Not():
            return len(segment.columns)
        case Attribute() | Length():
            return len(segment.columns)
        case _:
            assert_never(clause)


def most_at(segment: SegmentReader, place: Place) -> int:
    """How many documents hold what may stand at a place of a phrase at most, as far as that is known."""
    return most_with_any(segment, place) if isinstance(place, tuple) else len(segment.columns)


def most_with_any(segment: SegmentReader, terms: Sequence[str]) -> int:
    """How many documents hold any of these terms at most."""
    return sum(len(postings) for term in terms if (postings := segment.postings(term)) is not None)
