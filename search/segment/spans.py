"""Spans of words, and which of them are near each other.

It equals the plain algorithm of `search.clauses.Near`: for each span, the nearest other on either side. A place is
row << POSITION_BITS | position, where rows are some documents and positions count words and nothing else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array, is_new

POSITION_BITS = 28
"""Of a place; no text has so many words. With 2¹³ rows and spans of 2²² words, three numbers make one of 64 bits."""
ScopeNumbers = Callable[[Array], Array]
"""For each of these places, int64 (n,), the number of what it lies in, such as its sentence: int64 (n,)."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Where something stands, each once, by the first place and then the last."""

    first: Array
    """The place of its first word: int64 (n,), ascending."""
    last: Array
    """The place of its last word: int64 (n,)."""

    def __len__(self) -> int:
        return len(self.first)

    def where(self, is_kept: Array) -> "Spans":
        """Those of which this is so: bool (n,)."""
        return Spans(self.first[is_kept], self.last[is_kept])

    def by_last(self) -> "Spans":
        """The same, by the last place and then the first."""
        lengths = self.last - self.first
        most = int(lengths.max(initial=0))
        if not most:
            return self
        bits = most.bit_length()
        # Of those with one last place, the longest begins first.
        keys = self.last << bits | (most - lengths)
        keys.sort()
        last = keys >> bits
        return Spans(last - most + (keys & ((1 << bits) - 1)), last)


NO_SPANS = Spans(np.zeros(0, np.int64), np.zeros(0, np.int64))


def in_any_of(parts: Sequence[Spans]) -> Spans:
    """The spans of all parts."""
    filled = [part for part in parts if len(part)]
    if len(filled) < 2:
        return filled[0] if filled else NO_SPANS
    return distinct_spans(
        np.concatenate([part.first for part in filled]), np.concatenate([part.last for part in filled])
    )


def distinct_spans(first: Array, last: Array) -> Spans:
    """Each of the spans with these first and last places once. They are int64 (n,), in any order."""
    bits, keys = packed(first, last)
    keys.sort(kind="stable")
    keys = keys[is_new(keys)]
    first = keys >> bits
    return Spans(first, first + (keys & ((1 << bits) - 1)))


def packed(first: Array, last: Array) -> tuple[int, Array]:
    """One number for each span, in the order of spans: how many bits the length has in it, and the numbers, int64."""
    lengths = last - first
    bits = int(lengths.max(initial=0)).bit_length()
    return bits, first << bits | lengths


@dataclass(frozen=True, slots=True)
class Nearness:
    """When two places are near each other."""

    words: int | None
    """The largest difference of their positions; None is any."""
    numbers: ScopeNumbers
    """Places in what has the same number may be near."""

    def are_near(self, earlier: Array, later: Array) -> Array:
        """For each pair, the later place is near the earlier one: bool (n,). The places are int64 (n,)."""
        if self.words is None:
            return np.asarray(self.numbers(earlier) == self.numbers(later))
        is_near = later - earlier <= self.words
        reached = is_near.nonzero()[0]
        is_near[reached] = self.numbers(earlier[reached]) == self.numbers(later[reached])
        return np.asarray(is_near)

    def in_order(self, some: Spans, others: Spans) -> Spans:
        """From each of some spans to the next other, and to each other from the span before it, where they are near."""
        if not (len(some) and len(others)):
            return NO_SPANS
        following = others.first.searchsorted(some.last, side="right")
        left, following = some.where(following < len(others)), following[following < len(others)]
        is_near = self.are_near(left.last, others.first[following])
        first, last = left.first[is_near], others.last[following[is_near]]
        by_last = some.by_last()
        before = by_last.last.searchsorted(others.first, side="left") - 1
        right, before = others.where(before >= 0), before[before >= 0]
        is_near = self.are_near(by_last.last[before], right.first)
        return distinct_spans(
            np.concatenate([first, by_last.first[before[is_near]]]), np.concatenate([last, right.last[is_near]])
        )

    def around(self, groups: Spans, others: Spans) -> Spans:
        """The groups inside which another stands, near the first or the last word of the group."""
        if not (len(groups) and len(others)):
            return NO_SPANS
        before = groups.first.searchsorted(others.first, side="left") - 1
        inner, before = others.where(before >= 0), before[before >= 0]
        is_near = (groups.last[before] > inner.last) & self.are_near(groups.first[before], inner.first)
        first, last = groups.first[before[is_near]], groups.last[before[is_near]]
        by_last = groups.by_last()
        after = by_last.last.searchsorted(others.last, side="right")
        inner, after = others.where(after < len(groups)), after[after < len(groups)]
        is_near = (by_last.first[after] < inner.first) & self.are_near(inner.last, by_last.last[after])
        return distinct_spans(
            np.concatenate([first, by_last.first[after[is_near]]]), np.concatenate([last, by_last.last[after[is_near]]])
        )

    def alone(self, some: Spans, others: Spans, is_ordered: bool) -> Spans:
        """Those of some spans near which no other stands."""
        return some.where(self.are_alone(some, others, is_ordered))

    def are_alone(self, some: Spans, others: Spans, is_ordered: bool) -> Array:
        """For each of some spans, that no other stands near it: bool (n,)."""
        if not (len(some) and len(others)):
            return np.ones(len(some), bool)
        is_alone = np.asarray(self._overlapping(some, others) == 0)
        following = others.first.searchsorted(some.last, side="right")
        after = others.first.take(following, mode="clip")
        is_alone &= ~((following < len(others)) & self.are_near(some.last, after))
        if not is_ordered:
            lasts = np.sort(others.last)
            before = lasts.searchsorted(some.first, side="left") - 1
            is_alone &= ~((before >= 0) & self.are_near(lasts.take(before, mode="clip"), some.first))
        return is_alone

    def _overlapping(self, some: Spans, others: Spans) -> Array:
        """How many others share a word with each span, but for that span itself: int64 (n,)."""
        begun = others.first.searchsorted(some.last, side="right")
        ended = np.sort(others.last).searchsorted(some.first, side="left")
        return np.asarray(begun - ended - is_among(some, others))


def is_among(some: Spans, others: Spans) -> Array:
    """For each of some spans, that it is one of the others, too: bool (n,)."""
    first, last = np.concatenate([others.first, some.first]), np.concatenate([others.last, some.last])
    keys = packed(first, last)[1]
    own, known = keys[len(others) :], keys[: len(others)]
    return np.asarray(known.take(known.searchsorted(own), mode="clip") == own)
