"""The documents of one segment that hold all of some leaves: the rarest first, and then only its documents.

It equals the plain algorithm: of the documents that hold each leaf, add up the shares.
"""

from collections.abc import Sequence

import numpy as np

from search.ranking.contributions import CommonShares, Shares
from search.ranking.scored_documents import Scores
from search.segment.intersect import common


def all_of(shares: Sequence[Shares], size: int) -> Scores:
    """The documents that hold all of the leaves with these shares, of which there is at least one."""
    rarest, *others = sorted(shares, key=len)
    documents, scores = rarest.documents, rarest.own
    for own in others:
        if isinstance(own, CommonShares):
            added = own.every.take(documents)
            is_held = added > 0
            if np.count_nonzero(is_held) < len(documents):
                documents, scores, added = documents[is_held], scores[is_held], added[is_held]
        else:
            places, rows = common(documents, own.documents, size)
            added = own.own.take(rows)
            if len(places) < len(documents):
                documents, scores = documents[places], scores[places]
        scores = scores + added
    return Scores(documents, scores)
