"""What a leaf of a query brings to the scores of the documents of one segment, ready to be added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from index.storage.arrays import Array
from search.bm25f import FAMILY_SHARE, RING_SHARE, Collection, LeafWeight, saturation
from search.clauses import Field, Leaf, Spellings, Word
from search.ranking.scored_documents import UNIT, Scores
from search.segment.cache import ByteCache
from search.segment.frequencies import article_counts, leaf_frequencies
from search.segment.intersect import common
from search.segment.segment_reader import LeafFrequencies, SegmentReader

CROWDED = 16
"""When more than one document in so many holds a leaf, what it brings is kept for every document of the segment."""
LEADING = 100
"""Documents to which a leaf brings most that are remembered."""
OVERHEAD = 8 * LEADING + 200
"""Bytes beside the arrays."""

FEWER = 2
"""A list that has so many times fewer documents than are scored is looked up among these, and not these in it."""


@dataclass(frozen=True)
class SparseContributions:
    """What a leaf brings that few documents hold."""

    documents: Array
    """Live documents that hold the leaf: integers (n,), ascending."""
    scores: Array
    """What it brings to each of them, in whole numbers of UNIT: int32 (n,), above 0."""
    most: int
    """What the leaf brings at most."""
    nbytes: int
    """The bytes that it takes, beside those of the index."""

    def __len__(self) -> int:
        return len(self.documents)

    @cached_property
    def leading(self) -> Array:
        """The LEADING documents to which it brings most, or all when they are fewer, the highest last: intp."""
        return self.documents[highest_rows(self.scores)].astype(np.intp)

    def at(self, documents: Array) -> Array:
        """What it brings to each of these documents, 0 where they do not hold the leaf: int32."""
        if not len(self.documents):
            return np.zeros(len(documents), np.int32)
        wanted = documents.astype(self.documents.dtype)
        rows = self.documents.searchsorted(wanted)
        # A row after the last is read as the last, which is another document.
        return np.asarray(self.scores.take(rows, mode="clip") * (self.documents.take(rows, mode="clip") == wanted))

    def add_to(self, scores: Array, documents: Array, times: int) -> None:
        """Add what it brings to each of these documents, so many times, to their scores; documents ascend.

        Both are integers (n,). The shorter list is looked up in the longer one.
        """
        if len(self.documents) * FEWER > len(documents):
            scores += self.at(documents).astype(np.int64) * times
            return
        wanted = self.documents.astype(documents.dtype)
        rows = documents.searchsorted(wanted)
        is_there = documents.take(rows, mode="clip") == wanted
        scores[rows[is_there]] += self.scores[is_there].astype(np.int64) * times

    def reaching(self, least: int) -> Array:
        """The documents to which it brings at least so much, ascending."""
        return self.documents if least <= 0 else self.documents[self.scores >= least]


@dataclass(frozen=True)
class DenseContributions:
    """What a leaf brings that many documents hold: the same as SparseContributions, faster and larger."""

    documents: Array
    every: Array
    """What it brings to each document of the segment, 0 where that does not hold the leaf: int32."""
    most: int
    nbytes: int

    def __len__(self) -> int:
        return len(self.documents)

    @property
    def scores(self) -> Array:
        """See `SparseContributions`."""
        return self.every.take(self.documents)

    @cached_property
    def held_bits(self) -> Array:
        """For each document of the segment, a bit that says whether it holds the leaf: uint8."""
        return np.packbits(self.every > 0)

    @cached_property
    def leading(self) -> Array:
        """See `SparseContributions`."""
        return self.documents[highest_rows(self.scores)].astype(np.intp)

    def at(self, documents: Array) -> Array:
        """See `SparseContributions`."""
        return self.every.take(documents)

    def add_to(self, scores: Array, documents: Array, times: int) -> None:
        """See `SparseContributions`."""
        scores += self.at(documents).astype(np.int64) * times

    def reaching(self, least: int) -> Array:
        """See `SparseContributions`."""
        return self.documents if least <= 0 else (self.every >= least).nonzero()[0]


LeafContributions = SparseContributions | DenseContributions


def highest_rows(scores: Array) -> Array:
    """The places of the LEADING highest scores, the highest last."""
    if len(scores) <= LEADING:
        return scores.argsort()
    rows = np.argpartition(scores, len(scores) - LEADING)[len(scores) - LEADING :]
    return np.asarray(rows[scores[rows].argsort()])


LeafKey = Leaf | tuple[str, Field | None, tuple[str, ...]]
"""A word is known by its term, field and ring, because it brings the same however it was typed."""


class Contributions:
    """What leaves bring to the documents of one segment; the last ones are kept. Safe to share by threads."""

    def __init__(self, segment: SegmentReader, collection: Collection) -> None:
        self.segment = segment
        self.norms = collection.norms(segment.lengths).astype(np.float32)
        """How much each document is held back for its length: float32 (documents,)."""
        self._kept: ByteCache[LeafKey, LeafContributions] = ByteCache(segment.budget)

    def of(self, leaf: Leaf, weight: LeafWeight) -> LeafContributions:
        """What a leaf of this weight brings to each live document that holds it; a leaf always has the same weight."""
        key = (leaf.term, leaf.field, leaf.ring) if isinstance(leaf, Word) else leaf
        return self._kept.get(key, partial(self._worked_out, leaf, weight))

    def _worked_out(self, leaf: Leaf, weight: LeafWeight) -> LeafContributions:
        found, size = self.among(leaf, weight, None), len(self.segment.columns)
        documents, scores = found.documents, found.scores
        most = int(np.maximum.reduce(scores, initial=0))
        nbytes = OVERHEAD + (documents.nbytes if documents.flags.owndata else 0)
        if len(scores) * CROWDED < size:
            return SparseContributions(documents, scores, most, nbytes + scores.nbytes)
        every = np.zeros(size, np.int32)
        every[documents] = scores
        return DenseContributions(documents, every, most, nbytes + every.nbytes + size // 8)

    def among(self, leaf: Leaf, weight: LeafWeight, documents: Array | None) -> Scores:
        """The same, not kept, and asked only of these live documents, if they are given."""
        found = leaf_frequencies(self.segment, leaf, documents)
        scores = self._brought(found, weight.whole)
        if weight.family and isinstance(leaf, Word | Spellings):
            own = leaf_frequencies(self.segment, leaf.family, documents)
            places, rows = common(found.documents, own.documents, len(self.segment.columns))
            scores[places] += self._brought(own, weight.family).take(rows)
        return Scores(found.documents, scores)

    def _brought(self, found: LeafFrequencies, weight: float) -> Array:
        """What a leaf of this weight brings to the documents in which it was found: int32."""
        return contribution(found.weighted_counts, self.norms.take(found.documents), weight)


def contribution(weighted_counts: Array, norms: Array, weight: float) -> Array:
    """What a leaf of this weight brings to documents that hold it so often: int32, above 0."""
    scores = saturation(weighted_counts, norms)
    scores *= np.float32(weight / UNIT)
    return np.ceil(scores, out=scores).astype(np.int32)


def leaf_weight(
    segments: Sequence[SegmentReader], collection: Collection, leaf: Leaf, looked_at: Sequence[Array] | None = None
) -> LeafWeight:
    """What a leaf brings at most, from how many articles hold it; as far as those of each segment tell, if given."""
    everywhere: Sequence[Array | None] = [None] * len(segments)
    among = looked_at or everywhere

    def rarity(leaf: Leaf) -> float:
        own = [article_counts(each, leaf, within) for each, within in zip(segments, among, strict=True)]
        counts = zip(*own, strict=True)
        return collection.inverse_frequency(map(sum, counts))

    if isinstance(leaf, Word | Spellings) and leaf.ring:
        return LeafWeight(RING_SHARE * rarity(leaf.in_one), FAMILY_SHARE * rarity(leaf.family))
    return LeafWeight(rarity(leaf))
