"""What a leaf of a query brings to the scores of the documents of one segment, ready to be added up."""

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from index.storage.arrays import Array
from search.bm25f import saturation
from search.query import Leaf, Word
from search.ranking.scored_documents import UNIT
from search.segment.frequencies import occurrences
from search.segment.segment_reader import SegmentReader

CROWDED = 16
"""When more than one document in so many holds a leaf, its share is kept for every document of the segment."""
LEADING = 100
"""Documents with the highest shares of a leaf that are remembered."""
OVERHEAD = 8 * LEADING + 200
"""Bytes of shares beside their arrays."""


@dataclass(frozen=True)
class RareShares:
    """What a leaf brings that few documents hold."""

    documents: Array
    """Live documents that hold the leaf, ascending."""
    own: Array
    """The share of each of the documents: int32, above 0."""
    most: int
    """What the leaf brings at most."""
    nbytes: int
    """The bytes that it takes, beside those of the index."""

    def __len__(self) -> int:
        return len(self.documents)

    @cached_property
    def leading(self) -> Array:
        """The LEADING documents with the highest shares, or all when they are fewer, the highest last: intp."""
        return self.documents[highest_rows(self.own)].astype(np.intp)

    def at(self, documents: Array) -> Array:
        """What it brings to each of these documents, 0 where they do not hold the leaf: int32."""
        if not len(self.documents):
            return np.zeros(len(documents), np.int32)
        wanted = documents.astype(self.documents.dtype)
        rows = self.documents.searchsorted(wanted)
        # A row after the last is read as the last, which is another document.
        return np.asarray(self.own.take(rows, mode="clip") * (self.documents.take(rows, mode="clip") == wanted))

    def reaching(self, least: int) -> Array:
        """The documents to which it brings at least so much, ascending."""
        return self.documents if least <= 0 else self.documents[self.own >= least]


@dataclass(frozen=True)
class CommonShares:
    """What a leaf brings that many documents hold: the same as RareShares, faster and larger."""

    documents: Array
    every: Array
    """The share of each document of the segment, 0 where it does not hold the leaf: int32."""
    most: int
    nbytes: int

    def __len__(self) -> int:
        return len(self.documents)

    @property
    def own(self) -> Array:
        """See `RareShares`."""
        return self.every.take(self.documents)

    @cached_property
    def held_bits(self) -> Array:
        """For each document of the segment, a bit that says whether it holds the leaf: uint8."""
        return np.packbits(self.every > 0)

    @cached_property
    def leading(self) -> Array:
        """See `RareShares`."""
        return self.documents[highest_rows(self.own)].astype(np.intp)

    def at(self, documents: Array) -> Array:
        """See `RareShares`."""
        return self.every.take(documents)

    def reaching(self, least: int) -> Array:
        """See `RareShares`."""
        return self.documents if least <= 0 else (self.every >= least).nonzero()[0]


Shares = RareShares | CommonShares


def highest_rows(own: Array) -> Array:
    """The places of the LEADING highest shares, the highest last."""
    if len(own) <= LEADING:
        return own.argsort()
    rows = np.argpartition(own, len(own) - LEADING)[len(own) - LEADING :]
    return np.asarray(rows[own[rows].argsort()])


def shares(shard: SegmentReader, leaf: Leaf, weight: float) -> Shares:
    """What a leaf of this weight brings to each live document that holds it; a leaf always has the same weight."""
    key = (leaf.term, leaf.field) if isinstance(leaf, Word) else ("shares", leaf)
    found: Shares = shard.kept.get(key, partial(new_shares, shard, leaf, weight))
    return found


def new_shares(shard: SegmentReader, leaf: Leaf, weight: float) -> Shares:
    """The same, worked out now."""
    found, size = occurrences(shard, leaf), len(shard.columns)
    documents, at = found.documents, found.documents.astype(np.intp)  # once, for both uses as an index
    own = share(found.weights, shard.norms.take(at), weight)
    most = int(np.maximum.reduce(own, initial=0))
    nbytes = OVERHEAD + (documents.nbytes if documents.flags.owndata else 0)
    if len(own) * CROWDED < size:
        return RareShares(documents, own, most, nbytes + own.nbytes)
    every = np.zeros(size, np.int32)
    every[at] = own
    return CommonShares(documents, every, most, nbytes + every.nbytes + size // 8)


def share(weighted_counts: Array, norms: Array, weight: float) -> Array:
    """What a leaf of this weight brings to documents that hold it so often: int32, above 0."""
    own = saturation(weighted_counts, norms)
    own *= np.float32(weight / UNIT)
    return np.ceil(own, out=own).astype(np.int32)
