"""How well the documents of one segment match a clause."""

from collections.abc import Mapping
from typing import assert_never

import numpy as np

from index.storage.arrays import Array
from search.bm25f import LeafWeight
from search.clause_walks import times_asked
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Leaf,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
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


def scored(
    contributions: Contributions, clause: Clause, weights: Mapping[Leaf, LeafWeight], within: Array | None = None
) -> Scored:
    """The live documents that match a clause; `weights` are of its leaves, each as often as it counts.

    Where `within` is given, they are only of these live documents.
    """
    if within is not None:
        return summed(contributions, clause, weights, matching(contributions.segment, clause, within))
    size, times = len(contributions.segment.columns), times_asked(clause)
    if 0 < sum(weights[leaf].most * count for leaf, count in times.items()) < MOST:
        if is_any_of_leaves(clause):
            own = [contributions.of(leaf, weights[leaf]) for leaf in times.elements()]
            return Disjunction(own, size) if len(own) > 1 else SingleLeaf(own[0])
        if is_all_of_words(clause):
            return all_of([contributions.of(leaf, weights[leaf]) for leaf in times], size)
    return summed(contributions, clause, weights, matching(contributions.segment, clause))


def summed(
    contributions: Contributions, clause: Clause, weights: Mapping[Leaf, LeafWeight], documents: Array
) -> Scores:
    """These live documents, ascending, with their scores by the clause."""
    if not len(documents):
        return NO_SCORES
    return Scores(documents, summed_scores(contributions, times_asked(clause), weights, documents))


NO_SCORES = Scores(NO_DOCUMENTS, NO_DOCUMENTS)


def is_any_of_leaves(clause: Clause) -> bool:
    """Every document that holds a leaf of the clause matches it."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return True
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return True
        case Or(parts):
            return all(map(is_any_of_leaves, parts))
        case And() | Not() | Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return False
        case Attribute() | Length():
            return False
        case _:
            assert_never(clause)


def is_all_of_words(clause: Clause) -> bool:
    """It asks for several words, and for nothing else."""
    return isinstance(clause, And) and all(isinstance(part, Word) for part in clause.parts)


def summed_scores(
    contributions: Contributions, times: Mapping[Leaf, int], weights: Mapping[Leaf, LeafWeight], documents: Array
) -> Array:
    """The scores of live documents, which ascend, int64 (n,), in whole numbers of UNIT."""
    scores = np.zeros(len(documents), np.int64)
    for leaf, count in times.items():
        if isinstance(leaf, Word):
            contributions.of(leaf, weights[leaf]).add_to(scores, documents, count)
            continue
        found = contributions.among(leaf, weights[leaf], documents)
        own = found.scores.astype(np.int64) * count
        if len(found.documents) == len(documents):
            scores += own
        else:
            scores[common(documents, found.documents, len(contributions.segment.columns))[0]] += own
    return scores
