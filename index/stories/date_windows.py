"""Which articles may tell the same story as far as their dates say: the order of time, and the window of each in it."""

from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array
from index.stories.similar_pairs import DateWindows

APART = 5
"""Days that may lie between two articles that make a story more alike."""
VAGUE = 31
"""Days of a date from which on it is taken for none: a year says little about a week."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Some articles in the order of time; those without a date come last. All are int64 (articles,)."""

    order: Array
    """The number of the article at each place."""
    first: Array
    """The first and the last day of the article at each place; 0 for none."""
    last: Array
    dated: int
    """How many have a date."""

    def whole(self) -> DateWindows:
        """The windows in which every two articles that may be compared meet once."""
        places = np.arange(len(self.order))
        after = np.searchsorted(self.first[: self.dated], self.last[: self.dated] + APART, side="right")
        return DateWindows(
            places,
            np.concatenate([places[: self.dated] + 1, np.zeros(len(places) - self.dated, np.int64)]),
            np.concatenate([after, places[self.dated :]]),
        )

    def around(self, places: Array) -> list[DateWindows]:
        """The windows in which the articles at these places meet all that they may be compared with, and some more.

        They are int64 (n,).
        """
        dated, undated = places[places < self.dated], places[places >= self.dated]
        days, end = self.first[: self.dated], len(self.order)
        before = np.searchsorted(days, self.first[dated] - APART - VAGUE)
        after = np.searchsorted(days, self.last[dated] + APART, side="right")
        return [
            DateWindows(dated, before, after),
            DateWindows(dated, np.full(len(dated), self.dated), np.full(len(dated), end)),
            DateWindows(undated, np.zeros(len(undated), np.int64), np.full(len(undated), end)),
        ]

    def days_between(self, left: Array, right: Array) -> Array:
        """How many days lie between the articles of each pair of places; 0 where one has no date.

        All are int64 (pairs,).
        """
        return gaps(self.first, self.last, left, right)


def to_a_month(first: Array, last: Array) -> tuple[Array, Array]:
    """First and last days, 0 where there is none or where they lie too far apart to say when: int64.

    They are int32 or int64, (articles,).
    """
    first, last = first.astype(np.int64), last.astype(np.int64)
    is_dated = (first > 0) & (last - first < VAGUE)
    return np.where(is_dated, first, 0), np.where(is_dated, last, 0)


def gaps(first: Array, last: Array, left: Array, right: Array) -> Array:
    """How many days lie between the articles of each pair; 0 where one has no date.

    `first` and `last` are int64 (articles,), `left` and `right` int64 (pairs,); gives int64 (pairs,).
    """
    apart = np.maximum(first[right] - last[left], first[left] - last[right])
    return np.where((first[left] > 0) & (first[right] > 0), np.maximum(apart, 0), 0)


def timeline(first: Array, last: Array, ranks: Array, chosen: Array) -> Timeline:
    """These articles in the order of time; those of one day in the order of `ranks`.

    Days and ranks are integers (articles,), the chosen ones int64 (n,), ascending.
    """
    first, last = (days[chosen] for days in to_a_month(first, last))
    order = np.lexsort((ranks[chosen], first, first == 0))
    return Timeline(chosen[order], first[order], last[order], int((first > 0).sum()))
