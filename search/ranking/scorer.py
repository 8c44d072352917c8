"""How well the documents of one segment match a clause."""

from collections.abc import Mapping
from typing import assert_never

import numpy as np

from index.storage.arrays import Array
from search.bm25f import LeafWeight
from search.query import (
    About,
    And,
    Between,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Leaf,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.ranking.conjunction import all_of
from search.ranking.contributions import Contributions
from search.ranking.disjunction import Disjunction, SingleLeaf
from search.ranking.scored_documents import MOST, Scored, Scores
from search.segment.boolean import matching
from search.segment.intersect import common
from search.segment.segment_reader import NO_DOCUMENTS


def scored(contributions: Contributions, clause: Clause, weights: Mapping[Leaf, LeafWeight]) -> Scored:
    """The live documents that match a clause; `weights` are of its leaves."""
    size = len(contributions.segment.columns)
    if 0 < sum(weight.most for weight in weights.values()) < MOST:
        if is_any_of_leaves(clause):
            own = [contributions.of(leaf, weight) for leaf, weight in weights.items()]
            return Disjunction(own, size) if len(own) > 1 else SingleLeaf(own[0])
        if is_all_of_words(clause):
            return all_of([contributions.of(leaf, weight) for leaf, weight in weights.items()], size)
    documents = matching(contributions.segment, clause)
    return Scores(documents, summed_scores(contributions, weights, documents)) if len(documents) else NO_SCORES


NO_SCORES = Scores(NO_DOCUMENTS, NO_DOCUMENTS)


def is_any_of_leaves(clause: Clause) -> bool:
    """Every document that holds a leaf of the clause matches it."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return True
        case Or(parts):
            return all(map(is_any_of_leaves, parts))
        case And() | Not() | Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return False
        case _:
            assert_never(clause)


def is_all_of_words(clause: Clause) -> bool:
    """It asks for several words, and for nothing else."""
    return isinstance(clause, And) and all(isinstance(part, Word) for part in clause.parts)


def summed_scores(contributions: Contributions, weights: Mapping[Leaf, LeafWeight], documents: Array) -> Array:
    """The scores of live documents, int64 (n,), in whole numbers of UNIT."""
    scores = np.zeros(len(documents), np.int64)
    for leaf, weight in weights.items():
        if isinstance(leaf, Word):
            scores += contributions.of(leaf, weight).at(documents)
            continue
        found = contributions.among(leaf, weight, documents)
        if len(found.documents) == len(documents):
            scores += found.scores
        else:
            scores[common(documents, found.documents, len(contributions.segment.columns))[0]] += found.scores
    return scores
