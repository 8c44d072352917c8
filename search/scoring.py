"""How well the documents of one segment match a clause."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Protocol

import numpy as np

from index.columns.arrays import Array
from search.matching import NONE, matching
from search.occurrences import common, in_all, occurrences, weights_at
from search.query import (
    And,
    Clause,
    Leaf,
    Or,
    Word,
)
from search.score import saturation
from search.shard import Shard

MANY = 50
"""Documents with a rare word among which there may be enough that score highly."""


class Scored(Protocol):
    """The documents of a segment that match, each with its score."""

    @property
    def total(self) -> int:
        """How many match."""
        ...

    @property
    def all(self) -> "Scores":
        """All of them."""
        ...

    def best(self, limit: int) -> "Scores":
        """At least the `limit` with the highest scores and those that score the same as the last of them."""
        ...


@dataclass(frozen=True, slots=True)
class Scores:
    """Documents that match, ascending, and the score of each."""

    documents: Array
    scores: Array
    """The sum over the distinct leaves, none under Not, that the document holds: float64."""

    @property
    def total(self) -> int:
        """See `Scored`."""
        return len(self.documents)

    @property
    def all(self) -> "Scores":
        """See `Scored`."""
        return self

    def best(self, limit: int) -> "Scores":
        """See `Scored`."""
        return self


@dataclass
class AnyOf:
    """The documents that hold any of some leaves; most are counted, and never looked at one by one."""

    scores: Array
    """Of every document of the segment; 0 of those that do not match: float64."""
    some: Array
    """Documents of which the best score highly."""

    @property
    def total(self) -> int:
        """See `Scored`."""
        return int(np.count_nonzero(self.scores > 0))

    @property
    def all(self) -> Scores:
        """See `Scored`."""
        return self._all

    @cached_property
    def _all(self) -> Scores:
        documents = np.flatnonzero(self.scores > 0)
        return Scores(documents, self.scores[documents])

    def best(self, limit: int) -> Scores:
        """See `Scored`."""
        if not 0 < limit <= len(self.some):
            return self.all
        # So many of them reach this score: none that scores less is among the best of all.
        reached = np.partition(self.scores[self.some], len(self.some) - limit)[len(self.some) - limit]
        documents = np.flatnonzero(self.scores >= reached)
        return Scores(documents, self.scores[documents])


def scored(shard: Shard, clause: Clause, weights: Mapping[Leaf, float]) -> Scored:
    """The live documents that match a clause; `weights` are of its leaves."""
    if is_any_of(clause):
        return any_of(shard, weights)
    if isinstance(clause, And) and is_all_words(clause):
        return all_words(shard, weights)
    documents = matching(shard, clause)
    scores = np.zeros(len(documents))
    for leaf, weight in weights.items():
        found = occurrences(shard, leaf, documents)
        own = weight * saturation(found.weights, shard.norms[found.documents])
        if len(own) == len(documents):
            scores += own
        else:
            scores[common(documents, found.documents, len(shard.columns))[0]] += own
    return Scores(documents, scores)


def is_all_words(clause: And) -> bool:
    """It asks for words, anywhere, and for nothing else."""
    return bool(clause.parts) and all(isinstance(part, Word) and part.field is None for part in clause.parts)


def all_words(shard: Shard, weights: Mapping[Leaf, float]) -> Scores:
    """The documents that hold all of these words, anywhere."""
    lists = [shard.postings(leaf.term) for leaf in weights if isinstance(leaf, Word)]
    present = [postings for postings in lists if postings is not None]
    if not present or len(present) < len(lists):
        return Scores(NONE, np.zeros(0))
    together = in_all(shard, present)
    norms = shard.norms[together.documents]
    scores = np.zeros(len(together.documents))
    for postings, rows, weight in zip(present, together.rows, weights.values(), strict=True):
        scores += weight * saturation(weights_at(postings, rows), norms)
    return Scores(together.documents, scores)


def is_any_of(clause: Clause) -> bool:
    """Every document that holds a leaf of the clause matches it."""
    return isinstance(clause, Leaf) or (isinstance(clause, Or) and all(map(is_any_of, clause.parts)))


def any_of(shard: Shard, weights: Mapping[Leaf, float]) -> Scored:
    """The documents that hold any of these leaves; every leaf that one holds adds to its score."""
    scores = np.zeros(len(shard.columns))
    some, rarest = NONE, 0.0
    for leaf, weight in weights.items():
        own: Shares = shard.kept.get((leaf, weight), partial(shares, shard, leaf, weight))
        if len(weights) == 1:
            return own.alone()
        own.add_to(scores)
        if len(own.documents) > MANY and weight > rarest:
            some, rarest = own.documents, weight
    return AnyOf(scores, some)


def shares(shard: Shard, leaf: Leaf, weight: float) -> "Shares":
    """What a leaf of this weight brings to each document that holds it."""
    found = occurrences(shard, leaf)
    own = saturation(found.weights, shard.norms.take(found.documents))
    own *= weight
    if len(own) * CROWDED < len(shard.columns):
        return Shares(found.documents, own, None)
    every = np.zeros(len(shard.columns))
    every[found.documents] = own
    return Shares(found.documents, own, every)


CROWDED = 6
"""When more than one document in so many holds a leaf, it is faster to add a share, or nothing, to every document."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What a leaf brings to the scores of documents."""

    documents: Array
    own: Array
    """Of each of the documents: float64."""
    every: Array | None
    """Of each document of the segment, 0 where it does not hold the leaf; None when few hold it."""

    @property
    def nbytes(self) -> int:
        """The bytes that it takes."""
        return self.documents.nbytes + self.own.nbytes + (self.every.nbytes if self.every is not None else 0)

    def add_to(self, scores: Array) -> None:
        """Add them to the scores of all documents of the segment."""
        if self.every is not None:
            scores += self.every
        else:
            np.add.at(scores, self.documents.astype(np.intp), self.own)

    def alone(self) -> Scores:
        """The scores when there is nothing else."""
        return Scores(self.documents, self.own)
