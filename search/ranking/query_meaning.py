"""How like in meaning the first articles are to a query, and to each other, by the vectors of the index."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.meaning.encoder import Encoder, cosines
from index.storage.arrays import Array
from search.bm25f import MEANING, MEANING_OF_FEW_WORDS, NEAREST, NEIGHBOURS
from search.clause_walks import words_typed
from search.query import Query
from search.ranking.scored_documents import UNIT

REMEMBERED = 256
"""Queries whose direction is remembered."""


@dataclass(frozen=True, slots=True)
class AddedForMeaning:
    """What is added to the scores of some articles, int64 (n,) both, in whole numbers of UNIT."""

    meaning: Array
    """For being like the query."""
    neighbours: Array
    """For what those have that are most like them."""


@dataclass(frozen=True, slots=True)
class QueryMeaning:
    """What a query means, beside what the documents of each segment do."""

    direction: Array
    """Of the query: int8 (dimensions,)."""
    segments: Mapping[str, Array]
    """By the name of the segment, the direction of each document: int8 (documents, dimensions)."""
    weight: float
    """How much it counts, as `search.bm25f.MEANING`."""

    def added(self, documents: Sequence[tuple[str, int]], scores: Array) -> AddedForMeaning:
        """What is added to the scores of documents, each given by its segment and number, the first one first.

        The scores are int64 (n,), in whole numbers of UNIT; there is at least one.
        """
        directions = np.stack([self.segments[segment][document] for segment, document in documents])
        like = np.maximum(cosines(directions, self.direction[None, :])[:, 0], 0.0)
        most = self.weight * np.sqrt((scores.max() - scores.min()) * UNIT)
        meaning = np.rint(like * (most / UNIT)).astype(np.int64)
        return AddedForMeaning(meaning, of_neighbours(directions, scores + meaning))


def of_neighbours(directions: Array, scores: Array) -> Array:
    """A share of the mean score of those that are most like each one: int64 (n,).

    The directions are int8 (n, dimensions), the scores int64 (n,).
    """
    count = min(NEAREST, len(scores) - 1)
    if not count:
        return np.zeros_like(scores)
    likes = cosines(directions, directions)
    np.fill_diagonal(likes, -2.0)  # nobody is a neighbour of itself
    nearest = np.argsort(-likes, axis=1, kind="stable")[:, :count]
    return np.asarray(np.rint(scores[nearest].sum(axis=1) * (NEIGHBOURS / count)).astype(np.int64))


class Meanings:
    """The vectors of the articles of an index, and the encoder that made them; safe to share by threads.

    They are int8 (documents, dimensions), by the name of the segment.
    """

    def __init__(self, encoder: Encoder, segments: Mapping[str, Array]) -> None:
        self._segments = segments
        self._direction = lru_cache(REMEMBERED)(encoder.direction)

    def of_query(self, query: Query) -> QueryMeaning | None:
        """What the words of a query mean; None when it has none."""
        typed = " ".join(words_typed(query.clause))
        weight = MEANING_OF_FEW_WORDS if query.few_words else MEANING
        return QueryMeaning(self._direction(typed), self._segments, weight) if typed else None
