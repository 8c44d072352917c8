"""The documents of one segment that hold all of some leaves: the rarest first, and then only its documents.

It equals the plain algorithm: of the documents that hold each leaf, add up what the leaves bring.
"""

from collections.abc import Sequence

import numpy as np

from search.ranking.contributions import DenseContributions, LeafContributions
from search.ranking.scored_documents import Scores
from search.segment.intersect import common


def all_of(leaves: Sequence[LeafContributions], size: int) -> Scores:
    """The documents that hold all of these leaves, of which there is at least one."""
    rarest, *others = sorted(leaves, key=len)
    documents, scores = rarest.documents, rarest.scores
    for leaf in others:
        if isinstance(leaf, DenseContributions):
            added = leaf.every.take(documents)
            is_held = added > 0
            if np.count_nonzero(is_held) < len(documents):
                documents, scores, added = documents[is_held], scores[is_held], added[is_held]
        else:
            places, rows = common(documents, leaf.documents, size)
            added = leaf.scores.take(rows)
            if len(places) < len(documents):
                documents, scores = documents[places], scores[places]
        scores = scores + added
    return Scores(documents, scores)
