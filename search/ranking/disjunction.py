"""The documents of one segment that hold any of some leaves, and the best of them without looking at the others.

It equals the plain algorithm: add up what the leaves bring to every document, count those above 0, and sort them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np

from index.storage.arrays import Array
from search.ranking.contributions import DenseContributions, LeafContributions, SparseContributions
from search.ranking.scored_documents import Scores
from search.segment.intersect import in_any

LARGE = 200_000
"""Documents of a segment from which on it is worth the time to find out which can be passed over."""
FEW = 16
"""When no more than one document in so many is left, each is looked at by itself."""


@dataclass(frozen=True, slots=True)
class SingleLeaf:
    """The documents that hold one leaf."""

    leaf: LeafContributions

    @property
    def total(self) -> int:
        """See `search.ranking.scored_documents.Scored`."""
        return len(self.leaf)

    @property
    def all(self) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        return Scores(self.leaf.documents, self.leaf.scores)

    def best(self, limit: int) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        if isinstance(self.leaf, SparseContributions) or not 0 < limit <= len(self.leaf.leading):
            return self.all
        documents = self.leaf.reaching(self.leaf.every.item(self.leaf.leading.item(-limit)))
        return Scores(documents, self.leaf.at(documents))


@dataclass
class Disjunction:
    """The documents that hold any of these leaves, of which there is at least one."""

    leaves: Sequence[LeafContributions]
    size: int
    """How many documents the segment has."""

    @property
    def total(self) -> int:
        """See `search.ranking.scored_documents.Scored`."""
        return int(np.count_nonzero(self._is_found() if self._is_large() else self._every > 0))

    @property
    def all(self) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        return self._all

    @cached_property
    def _all(self) -> Scores:
        documents = (self._every > 0).nonzero()[0]
        return Scores(documents, self._every[documents])

    def best(self, limit: int) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        some = max(self.leaves, key=lambda leaf: leaf.most if len(leaf) >= limit else -1).leading
        if not 0 < limit <= len(some):
            return self.all
        least = self._reached(some, limit)
        if self._is_large():
            lists = self._reaching(least)
            if sum(map(len, lists)) * FEW < self.size:
                documents = in_any(lists)
                return Scores(documents, self._at(documents))
        documents = (self._every >= least).nonzero()[0]
        return Scores(documents, self._every[documents])

    def _is_large(self) -> bool:
        return self.size >= LARGE

    @cached_property
    def _every(self) -> Array:
        """The score of each document of the segment, 0 where it does not match."""
        common = [leaf.every for leaf in self.leaves if isinstance(leaf, DenseContributions)]
        scores: Array = common[0].copy() if common else np.zeros(self.size, np.int32)
        for every in common[1:]:
            scores += every
        for leaf in self.leaves:
            if isinstance(leaf, SparseContributions):
                # Faster by half than  scores[documents] += leaf.scores.
                np.add.at(scores, leaf.documents.astype(np.intp), leaf.scores)
        return scores

    def _reached(self, some: Array, limit: int) -> int:
        """What `limit` of some documents reach."""
        scores = self._at(some) if self._is_large() else self._every.take(some)
        return int(np.partition(scores, len(scores) - limit)[len(scores) - limit])

    def _reaching(self, least: int) -> list[Array]:
        """Lists of documents: every document with at least this score is in one.

        With the leaves in the order of what they bring at most, a document that holds none of those before a leaf
        gets no more than what that leaf brings to it, and the most that those after it bring (MaxScore, of Turtle and
        Flood, 1995).
        """
        rest = sum(leaf.most for leaf in self.leaves)
        lists: list[Array] = []
        for leaf in sorted(self.leaves, key=lambda leaf: -leaf.most):
            if rest < least:
                break
            rest -= leaf.most
            lists.append(leaf.reaching(least - rest))
        return lists

    def _is_found(self) -> Array:
        """For each document of the segment, that it holds any of the leaves."""
        bits = [leaf.held_bits for leaf in self.leaves if isinstance(leaf, DenseContributions)]
        if bits:
            is_found = np.unpackbits(reduce(np.bitwise_or, bits), count=self.size).view(bool)
        else:
            is_found = np.zeros(self.size, bool)
        for leaf in self.leaves:
            if isinstance(leaf, SparseContributions):
                is_found[leaf.documents.astype(np.intp)] = True
        return is_found

    def _at(self, documents: Array) -> Array:
        """The scores of these documents."""
        scores = np.zeros(len(documents), np.int32)
        for leaf in self.leaves:
            scores += leaf.at(documents)
        return scores
