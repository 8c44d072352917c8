"""How well the documents of one segment match a clause."""

from collections.abc import Mapping

import numpy as np

from index.storage.arrays import Array
from search.query import And, Clause, Leaf, Or, Word
from search.ranking.conjunction import all_of
from search.ranking.contributions import share, shares
from search.ranking.disjunction import Alone, AnyOf
from search.ranking.scored_documents import MOST, Scored, Scores
from search.segment.boolean import NONE, matching
from search.segment.frequencies import occurrences
from search.segment.intersect import common
from search.segment.segment_reader import SegmentReader


def scored(shard: SegmentReader, clause: Clause, weights: Mapping[Leaf, float]) -> Scored:
    """The live documents that match a clause; `weights` are of its leaves."""
    if not 0 < sum(weights.values()) < MOST:
        documents = matching(shard, clause)
        return Scores(documents, added_up(shard, weights, documents))
    if is_any_of(clause):
        own = [shares(shard, leaf, weight) for leaf, weight in weights.items()]
        return AnyOf(own, len(shard.columns)) if len(own) > 1 else Alone(own[0])
    if is_all_of_words(clause):
        return all_of([shares(shard, leaf, weight) for leaf, weight in weights.items()], len(shard.columns))
    documents = matching(shard, clause)
    return Scores(documents, added_up(shard, weights, documents)) if len(documents) else NO_SCORES


NO_SCORES = Scores(NONE, NONE)


def is_any_of(clause: Clause) -> bool:
    """Every document that holds a leaf of the clause matches it."""
    return isinstance(clause, Leaf) or (isinstance(clause, Or) and all(map(is_any_of, clause.parts)))


def is_all_of_words(clause: Clause) -> bool:
    """It asks for several words, and for nothing else."""
    return isinstance(clause, And) and all(isinstance(part, Word) for part in clause.parts)


def added_up(shard: SegmentReader, weights: Mapping[Leaf, float], documents: Array) -> Array:
    """The scores of documents: int64."""
    scores = np.zeros(len(documents), np.int64)
    for leaf, weight in weights.items():
        if isinstance(leaf, Word):
            scores += shares(shard, leaf, weight).at(documents)
            continue
        found = occurrences(shard, leaf, documents)
        own = share(found.weights, shard.norms.take(found.documents), weight)
        if len(own) == len(documents):
            scores += own
        else:
            scores[common(documents, found.documents, len(shard.columns))[0]] += own
    return scores
