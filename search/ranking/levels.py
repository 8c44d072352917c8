"""The documents of one segment in levels: those that match more of some clauses come first, whatever they score.

It equals the plain algorithm: count for each document that matches how many of the clauses it matches, and sort by that
and then by score.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.storage.arrays import Array
from search.bm25f import LeafWeight
from search.clauses import And, Clause, Leaf
from search.ranking.contributions import Contributions
from search.ranking.scored_documents import Scored, Scores
from search.ranking.scorer import scored, summed
from search.segment.boolean import matching

LEVEL = 2**40
"""In whole numbers of UNIT; more than any score, so that a score with its level added sorts by level and then score."""


@dataclass
class Levels:
    """The documents that match a clause, sorted by how many of some parts they match."""

    contributions: Contributions
    clause: Clause
    parts: Sequence[Clause]
    """At least one."""
    weights: Mapping[Leaf, LeafWeight]
    """Of the leaves of the clause and of the parts."""
    within: Array | None = None
    """The live documents that are looked at, ascending; None is all."""

    @property
    def total(self) -> int:
        """See `search.ranking.scored_documents.Scored`."""
        return self._every.total

    @property
    def all(self) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        return self._all

    def best(self, limit: int) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        return self.whole if self.whole.total >= limit else self.all

    @cached_property
    def whole(self) -> Scores:
        """Those that match all parts."""
        segment = self.contributions.segment
        documents = scored(self.contributions, And(tuple(self.parts)), self.weights, self.within).all.documents
        own = summed(self.contributions, self.clause, self.weights, matching(segment, self.clause, documents))
        return Scores(own.documents, own.scores + len(self.parts) * LEVEL)

    @cached_property
    def _every(self) -> Scored:
        return scored(self.contributions, self.clause, self.weights, self.within)

    @cached_property
    def _all(self) -> Scores:
        every = self._every.all
        counts = np.zeros(len(self.contributions.segment.columns), np.int64)
        for part in self.parts:
            counts[matching(self.contributions.segment, part, every.documents)] += 1
        return Scores(every.documents, every.scores + counts[every.documents] * LEVEL)
