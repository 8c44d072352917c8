"""The first of many matches, in the order asked for, without sorting all of them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from index.columns.arrays import Array
from index.schema import UNDATED
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


@dataclass(frozen=True, slots=True)
class Choice:
    """A match that may be among the first, and what it is sorted by."""

    place: int
    """Among the matches."""
    first: float
    second: float
    id: str

    @property
    def key(self) -> tuple[float, float, str]:
        """The smallest is the first."""
        return -self.first, -self.second, self.id


def foremost(keys: Keys, limit: int, id: Callable[[int], str]) -> list[Choice]:
    """The first `limit` matches, sorted; `id` gives the id of a match, which decides where both keys are the same."""
    places = highest(keys.first, np.arange(len(keys.first)), limit)
    if len(places) > limit:
        # Among those that are the same as the last, the second key decides, and then the id.
        edge = keys.first[places].min()
        tied = places[keys.first[places] == edge]
        above = places[keys.first[places] != edge]
        places = np.concatenate([above, highest(keys.second[tied], tied, limit - len(above))])
    choices = [
        Choice(place, float(keys.first[place]), float(keys.second[place]), id(place)) for place in places.tolist()
    ]
    return sorted(choices, key=lambda choice: choice.key)[:limit]


def highest(values: Array, places: Array, limit: int) -> Array:
    """Those of the places whose values are among the highest `limit`, and all that are the same as the last."""
    if len(values) <= limit:
        return places
    if limit <= 0:
        return places[:0]
    last = np.partition(values, len(values) - limit)[len(values) - limit]
    return np.asarray(places[values >= last])
