"""Any stretch of all matches in their order: deep pages and whole exports, in a few numbers for each match."""

from collections.abc import Sequence

import numpy as np

from index.columns.relations import NONE
from index.storage.arrays import Array, together
from search.query import Copies, Order
from search.ranking.collapse import ORDER, RankedMatch, SegmentMatches, group_of
from search.ranking.top_k import keys


class OrderedMatches:
    """All matches, sorted once; what is read of them is made when it is asked for.

    It equals the plain algorithm: sort all, leave out what another of its group stands before, and cut. Matches with
    the same keys are told apart by id, and so they are read as one run.
    """

    def __init__(self, parts: Sequence[SegmentMatches], order: Order, copies: Copies) -> None:
        self._parts = parts
        self._order: Order = order
        self._copies: Copies = copies
        every = [part.scored.all for part in parts]
        self._first_places = np.cumsum([0, *(len(own.documents) for own in every)])
        days = together(part.segment.relations.first_day[own.documents] for part, own in zip(parts, every, strict=True))
        own_keys = keys(order, together(own.scores for own in every), days)
        self._sequence = np.lexsort((-own_keys.second.astype(np.int64), -own_keys.first.astype(np.int64)))
        self._run_starts = run_starts(own_keys.first[self._sequence], own_keys.second[self._sequence])
        self._groups = together(part.groups(copies) for part in parts)[self._sequence]
        self._leading = self._leaders()
        self._led = np.cumsum(self._leading)

    def __len__(self) -> int:
        """How many there are, those that are shown under others not counted."""
        return int(self._led[-1]) if len(self._led) else 0

    def _leaders(self) -> Array:
        """For each match in order, that no other of its group has better keys: bool (n,), one of each group."""
        leading = np.asarray(self._groups == NONE)
        own, first = np.unique(self._groups, return_index=True)
        leading[first[own != NONE]] = True
        return leading

    def window(self, first: int, last: int) -> list[RankedMatch]:
        """The matches from place `first`, counted from 0, up to place `last`, which is not among them."""
        last = min(last, len(self))
        if first >= last:
            return []
        begin = self._run_starts[np.searchsorted(self._run_starts, self._place_of(first), "right") - 1]
        after = np.searchsorted(self._run_starts, self._place_of(last - 1), "right")
        end = self._run_starts[after] if after < len(self._run_starts) else len(self._sequence)
        skipped = int(self._led[begin - 1]) if begin else 0
        return self._leaders_among(begin, end)[first - skipped : last - skipped]

    def _place_of(self, leader: int) -> int:
        """Where in the order the leader with this number stands."""
        return int(np.searchsorted(self._led, leader + 1))

    def _leaders_among(self, begin: int, end: int) -> list[RankedMatch]:
        """The leaders of whole runs, in order."""
        led = set(self._groups[begin:end][self._leading[begin:end]].tolist())
        leaders: list[RankedMatch] = []
        for each in self._ranked(self._sequence[begin:end]):
            group = group_of(each, self._copies)
            if group in led:
                leaders.append(each)
                led -= {group} - {NONE}
        return leaders

    def _ranked(self, places: Array) -> list[RankedMatch]:
        """The matches at these places among all, sorted."""
        found: list[RankedMatch] = []
        for number, part in enumerate(self._parts):
            start, end = self._first_places[number : number + 2]
            own = np.sort(places[(places >= start) & (places < end)]) - start
            every = part.scored.all
            if len(own):
                found += part.ranked(every.documents[own], every.scores[own], self._order, len(own))
        return sorted(found, key=ORDER)


def run_starts(first: Array, second: Array) -> Array:
    """Where matches begin that have the same keys, of sorted keys, integers (n,): ascending, from 0."""
    if not len(first):
        return np.zeros(0, np.int64)
    differ = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return np.concatenate([np.zeros(1, np.int64), np.flatnonzero(differ) + 1])
