"""How like in meaning articles are to a query, by the vectors that were made of them when they were indexed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.meaning.article_vectors import SegmentVectors
from index.meaning.encoder import Encoder, cosines
from index.storage.arrays import Array, ranges
from search.clause_walks import words_typed
from search.clauses import Clause

REMEMBERED = 256
"""Queries whose direction is remembered."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What tells how like the documents of each segment are to one query."""

    direction: Array
    """Of the query: int8 (dimensions,)."""
    segments: Mapping[str, SegmentVectors]
    """By the name of the segment."""

    def of(self, segment: str, documents: Sequence[int]) -> Array:
        """For each document of a segment how like its most like passage is, 0 to 1: float64 (n,)."""
        own = self.segments[segment]
        numbers = np.asarray(documents)
        starts, ends = (own.starts[at].astype(np.int64) for at in (numbers, numbers + 1))
        found = np.zeros(len(numbers))
        owners = np.repeat(np.arange(len(numbers)), ends - starts)
        np.maximum.at(found, owners, cosines(own.directions[ranges(starts, ends - starts)], self.direction))
        return found


class Meanings:
    """The vectors of the articles of an index, with the encoder that made them; safe to share by threads."""

    def __init__(self, encoder: Encoder, segments: Mapping[str, SegmentVectors]) -> None:
        self._segments = segments
        self._direction = lru_cache(REMEMBERED)(encoder.direction)

    def likeness(self, clause: Clause) -> Likeness | None:
        """What tells how like articles are to the words of a query; None when it has none."""
        typed = " ".join(words_typed(clause))
        return Likeness(self._direction(typed), self._segments) if typed else None
