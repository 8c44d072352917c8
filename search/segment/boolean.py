"""Which documents of one segment match a clause."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

import numpy as np

from index.columns.annotation_rows import MentionRows
from index.schema import UNDATED, source_key
from index.storage.arrays import Array
from search.query import (
    About,
    And,
    Between,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Said,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.segment.frequencies import held
from search.segment.intersect import common
from search.segment.segment_reader import SegmentReader

NONE = np.zeros(0, np.int64)


def matching(shard: SegmentReader, clause: Clause, within: Array | None = None) -> Array:
    """The live documents that match, ascending; only of those in `within`, if it is given."""
    among = shard.all_live if within is None else within
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | Said() | Speaker():
            return held(shard, clause, within)
        case And(parts):
            return all_of(shard, parts, within)
        case Or(parts):
            return one_of(shard, parts, within)
        case Not(part):
            return without(among, matching(shard, part, within), shard)
        case Source(name):
            return among[has_key(shard, source_key(name))[shard.columns.outlet[among]]]
        case Between(since, until):
            return among[may_be_between(shard, among, since, until)]
        case InStory(id):
            return np.asarray(among[shard.relations.story[among] == shard.story_number(id)])
        case About(first, last):
            return naming(shard, among, first, last)
        case Identified(id):
            document = shard.document(id)
            found = NONE if document is None else np.array([document])
            return found if within is None else within[common(within, found, len(shard.columns))[0]]
        case Everything():
            return among
        case Nothing():
            return NONE
        case _:
            assert_never(clause)


def all_of(shard: SegmentReader, parts: Sequence[Clause], within: Array | None) -> Array:
    """The documents that match every part; the part with the fewest is asked first, and then only about those."""
    for part in sorted(parts, key=lambda part: most(shard, part)):
        within = matching(shard, part, within)
        if not len(within):
            return NONE
    return shard.all_live if within is None else within


def one_of(shard: SegmentReader, parts: Sequence[Clause], within: Array | None) -> Array:
    """The documents that match at least one part."""
    is_found = np.zeros(len(shard.columns), bool)
    for part in parts:
        is_found[matching(shard, part, within)] = True
    return np.flatnonzero(is_found)


def without(documents: Array, others: Array, shard: SegmentReader) -> Array:
    """The documents that are not among the others."""
    is_other = np.zeros(len(shard.columns), bool)
    is_other[others] = True
    return documents[~is_other[documents]]


def has_key(shard: SegmentReader, key: str) -> Array:
    """For each outlet, that its name is the same when it is compared."""
    return np.array([own == key for own in shard.outlet_keys], bool)


def may_be_between(shard: SegmentReader, documents: Array, since: date | None, until: date | None) -> Array:
    """For each document, that it may have been published in these days."""
    first = shard.relations.first_day[documents]
    may_be = first != UNDATED
    if until is not None:
        may_be &= first <= until.toordinal()
    if since is not None:
        may_be &= shard.relations.last_day[documents] >= since.toordinal()
    return np.asarray(may_be)


def naming(shard: SegmentReader, documents: Array, first: date | None, last: date | None) -> Array:
    """Those of the documents whose text names days that lie in these."""
    rows = shard.columns.rows(MentionRows)
    is_named = rows.last_day <= (last or date.max).toordinal()
    if first is not None:
        is_named &= rows.first_day >= first.toordinal()
    names_them = np.zeros(len(shard.columns), bool)
    names_them[np.searchsorted(rows.starts, np.flatnonzero(is_named), side="right") - 1] = True
    return documents[names_them[documents]]


def most(shard: SegmentReader, clause: Clause) -> int:
    """How many documents match at most, as far as that is known without looking."""
    match clause:
        case Word(term=term):
            postings = shard.postings(term)
            return len(postings) if postings is not None else 0
        case Spellings(terms=terms):
            return sum(most(shard, Word(term, term)) for term in terms)
        case Phrase(choices=choices) | Speaker(choices=choices):
            return min((most(shard, Spellings("", terms)) for terms in choices), default=0)
        case Said(part=part):
            return most(shard, part)
        case And(parts):
            return min((most(shard, part) for part in parts), default=len(shard.columns))
        case Or(parts):
            return sum(most(shard, part) for part in parts)
        case Identified():
            return 1
        case Nothing():
            return 0
        case Prefix() | Wildcard() | Fuzzy() | Source() | Between() | About() | InStory() | Everything() | Not():
            return len(shard.columns)
        case _:
            assert_never(clause)
