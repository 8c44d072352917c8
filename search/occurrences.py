"""Where the words of a query stand in one segment: array algebra over its columns.

It equals the plain algorithm: for each live document, count the leaf in the title and in the body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np

from index.columns.arrays import Array
from index.columns.segment import PostingList
from search.query import Leaf, Phrase, Prefix, Word
from search.score import TITLE_WEIGHT, weighted
from search.shard import Shard

DENSE = 24
"""Finding one document in a sorted list takes as long as taking in so many of the list into a table."""
TITLE_EXTRA = TITLE_WEIGHT - weighted(0, 1)
"""What a word counts more for standing in the title."""


@dataclass(frozen=True, slots=True)
class Found:
    """Live documents that hold a leaf, ascending, and how often, words of the title counted as TITLE_WEIGHT."""

    documents: Array
    weights: Array
    """float64"""


NOTHING = Found(np.zeros(0, np.int64), np.zeros(0))


def held(shard: Shard, leaf: Leaf, within: Array | None = None) -> Array:
    """The live documents that hold a leaf, ascending; only of those in `within`, if it is given."""
    if isinstance(leaf, Word) and leaf.field is None:
        found = shard.postings(leaf.term)
        if found is None:
            return NOTHING.documents
        if within is None:
            return shard.live(found.documents)
        return within[common(within, found.documents, len(shard.columns))[0]]
    return occurrences(shard, leaf, within).documents


def occurrences(shard: Shard, leaf: Leaf, within: Array | None = None) -> Found:
    """Where a leaf stands; only in the documents of `within`, live ones, if it is given."""
    match leaf:
        case Word(term=term, field=field):
            postings = shard.postings(term)
            return NOTHING if postings is None else in_field(shard, postings, field, within)
        case Prefix():
            return restricted(shard, beginning(shard, leaf), within)
        case Phrase():
            return in_a_row(shard, leaf, within)
        case _:
            assert_never(leaf)


def article_counts(shard: Shard, leaf: Leaf) -> list[int]:
    """How many live articles hold each word of a leaf."""
    match leaf:
        case Phrase(terms=terms, field=field):
            return [len(held(shard, Word(term, term, field))) for term in terms]
        case Word() | Prefix():
            return [len(held(shard, leaf))]
        case _:
            assert_never(leaf)


def encoded(text: str) -> bytes:
    """A word as the columns have it."""
    return text.encode("utf-8", "surrogatepass")


def common(documents: Array, others: Array, size: int) -> tuple[Array, Array]:
    """The places of the documents that are also among the others, and their places there; all are below `size`."""
    if len(documents) > len(others):
        places, other_places = common(others, documents, size)
        return other_places, places
    if len(documents) * DENSE > len(others):
        table = np.full(size, -1, np.int32)
        table[others] = np.arange(len(others), dtype=np.int32)
        other_places = table[documents]
        places = np.flatnonzero(other_places >= 0)
        return places, other_places[places]
    wanted = documents.astype(others.dtype)
    other_places = np.searchsorted(others, wanted)
    if len(others):
        np.minimum(other_places, len(others) - 1, out=other_places)
    places = np.flatnonzero(others[other_places] == wanted)
    return places, other_places[places]


def restricted(shard: Shard, found: Found, within: Array | None) -> Found:
    """What was found, in live documents, and only in those of `within`, if it is given."""
    if within is not None:
        places, rows = common(within, found.documents, len(shard.columns))
        return Found(within[places], found.weights[rows])
    if shard.is_whole:
        return found
    is_live = shard.is_live[found.documents]
    return Found(found.documents[is_live], found.weights[is_live])


def in_field(shard: Shard, postings: PostingList, field: str | None, within: Array | None) -> Found:
    """Where a stem stands, anywhere or in one field."""
    if field == "title":
        found = Found(postings.documents[postings.title_rows], TITLE_WEIGHT * postings.title_counts())
        return restricted(shard, found, within)
    if field is None and within is not None:
        places, rows = common(within, postings.documents, len(shard.columns))
        return Found(within[places], weights_at(postings, rows))
    weights = postings.weights()
    if field is None:
        weights[postings.title_rows] += TITLE_EXTRA * postings.title_counts()
        return restricted(shard, Found(postings.documents, weights), within)
    weights[postings.title_rows] -= postings.title_counts()
    rows = np.flatnonzero(weights)
    return restricted(shard, Found(postings.documents[rows], weights[rows]), within)


def weights_at(postings: PostingList, rows: Array) -> Array:
    """How often a stem stands in the documents of these rows, title words counted as TITLE_WEIGHT: float64."""
    weights = postings.counts_at(rows).astype(np.float64)
    titled = postings.title_rows
    if len(titled):
        wanted = rows.astype(titled.dtype)
        places = np.minimum(np.searchsorted(titled, wanted), len(titled) - 1)
        is_titled = titled[places] == wanted
        if is_titled.any():
            weights[is_titled] += TITLE_EXTRA * postings.title_counts()[places[is_titled]]
    return weights


def beginning(shard: Shard, prefix: Prefix) -> Found:
    """Where forms that begin so stand, deleted documents included."""
    stems = shard.columns.forms_beginning(encoded(prefix.start))
    documents, weights = [], []
    for forms in stems:
        counts = forms.counts()
        if prefix.field is None:
            own = weighted(1, 0) * counts.title_counts + (counts.counts - counts.title_counts)
        elif prefix.field == "title":
            own = TITLE_WEIGHT * counts.title_counts
        else:
            own = counts.counts - counts.title_counts
        documents.append(forms.postings.documents[counts.rows])
        weights.append(own)
    if not stems:
        return NOTHING
    total = np.bincount(np.concatenate(documents), np.concatenate(weights), len(shard.columns))
    found = np.flatnonzero(total)
    return Found(found, total[found])


def in_a_row(shard: Shard, phrase: Phrase, within: Array | None) -> Found:
    """Where the stems of a phrase stand one right after the other: only documents that hold all are looked into."""
    lists = [shard.postings(term) for term in phrase.terms]
    words = [(offset, postings) for offset, postings in enumerate(lists) if postings is not None]
    if not words or len(words) < len(lists):
        return NOTHING
    by_size = sorted((postings for _, postings in words), key=len)
    documents = shard.live(by_size[0].documents) if within is None else within
    for postings in by_size if within is not None else by_size[1:]:
        documents = documents[common(documents, postings.documents, len(shard.columns))[0]]
    starts = phrase_starts(shard, words, documents)
    places, positions = starts >> 32, starts & 0xFFFFFFFF
    is_title = positions < shard.columns.title_lengths[documents[places]]
    if phrase.field is not None:
        chosen = is_title if phrase.field == "title" else ~is_title
        places, is_title = places[chosen], is_title[chosen]
    worth = np.where(is_title, weighted(1, 0), weighted(0, 1))
    weights = np.bincount(places, worth, len(documents))
    rows = np.flatnonzero(weights)
    return Found(documents[rows], weights[rows])


def phrase_starts(shard: Shard, words: Sequence[tuple[int, PostingList]], documents: Array) -> Array:
    """Where a phrase begins in documents that hold all its words: place of the document << 32 | position, ascending.

    `words` are the distances of words from the beginning, and their postings.
    """
    spread = [
        Spread(offset, postings, common(documents, postings.documents, len(shard.columns))[1])
        for offset, postings in words
    ]
    spread.sort(key=lambda word: len(word.postings))
    starts = spread[0].starts(np.arange(len(documents)))
    for word in spread[1:]:
        starts = in_both(starts, word.starts(np.unique(starts >> 32)))
    return starts


@dataclass(frozen=True, slots=True)
class Spread:
    """A word of a phrase, in the documents that hold all of its words."""

    offset: int
    """How far from the beginning of the phrase it stands."""
    postings: PostingList
    rows: Array
    """Where those documents are among its postings."""

    def starts(self, places: Array) -> Array:
        """Where the phrase would have to begin for this word, in the documents at these places."""
        found = self.postings.positions(self.rows[places])
        is_possible = found.positions >= self.offset
        return ((places[found.places] << 32) | (found.positions - self.offset))[is_possible]


def in_both(some: Array, others: Array) -> Array:
    """The numbers that are in both; both ascending, and so is what is given."""
    if len(some) > len(others):
        some, others = others, some
    if not len(some):
        return some
    places = np.minimum(np.searchsorted(others, some), len(others) - 1)
    return some[others[places] == some]
