"""The first of many matches, in the order asked for, without sorting all of them."""

from dataclasses import dataclass

import numpy as np

from index.schema import UNDATED
from index.storage.arrays import Array
from search.query import Order

NEVER = -10_000_000
"""Days; before all that can be written down."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What matches are sorted by: the largest first; where they are the same, the second's largest."""

    first: Array
    second: Array


def keys(order: Order, scores: Array, first_days: Array) -> Keys:
    """What matches with these scores and days are sorted by; undated ones come last in an order by date."""
    if order == "relevance":
        return Keys(scores, first_days)
    if order == "newest":
        return Keys(first_days, scores)
    return Keys(np.where(first_days == UNDATED, NEVER, -first_days), scores)


def foremost(keys: Keys, limit: int) -> Array:
    """The places of the first `limit` matches in any order, and of all that have the same keys as the last of them."""
    places = highest(keys.first, limit)
    if len(places) <= limit:
        return places
    # Among those that are the same as the last, the second key decides.
    first = keys.first[places]
    edge = first.min()
    tied, above = places[first == edge], places[first != edge]
    return np.concatenate([above, tied[highest(keys.second[tied], limit - len(above))]])


def highest(values: Array, limit: int) -> Array:
    """The places of the highest `limit` values, and of all that are the same as the last of these: ascending."""
    if len(values) <= limit:
        return np.arange(len(values))
    if limit <= 0:
        return np.zeros(0, np.intp)
    last = np.partition(values, len(values) - limit)[len(values) - limit]
    return np.asarray((values >= last).nonzero()[0])
