"""Stories out of pairs of articles that are alike: agglomeration by average linkage, among pairs that are alike alone.

Average linkage (group average, UPGMA) is Sokal and Michener, "A statistical method for evaluating systematic
relationships" (1958). Here the pairs are taken in the order of their own cosine, not of that of their stories, and what
two stories may become is limited by days.

The plain algorithm: each article is a story of its own; from the pair that is most alike to the one that is least, the
stories of the two become one, when they may. They may when together they do not last too long, when an article of the
one is, on average over both, alike enough to one of the other, and when no more pairs between them are refused than
are alike: so a chain of articles of which each is like the next does not become a story. What comes out does not depend
on the order in which articles came.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array, ranges
from index.stories.document_vectors import Vectors
from index.stories.similar_pairs import Pairs

AVERAGE = 0.28
"""The least average cosine of the articles of two stories that become one."""
NO_PAIRS = Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
MOST_MEMBERS = 2_000
"""Articles of one story; more are no story, but a flood of pages that are made alike."""


@dataclass(frozen=True, slots=True)
class StoryDays:
    """When the articles were published, as `date.toordinal` counts; 0 where it is not known.

    Both are int64 (articles,).
    """

    first: Array
    last: Array


@dataclass(frozen=True, slots=True)
class Sum:
    """The vectors of the articles of a story, added up.

    `stems` is int32, `weights` float64, both (stems of the story,).
    """

    stems: Array
    weights: Array


class Stories:
    """The stories of some articles, which grow."""

    def __init__(self, known: Array, days: StoryDays, vectors: Vectors, stems: int) -> None:
        """`known` has the number of the story that each article was in before, below 0 for none.

        It is int64 (articles,).
        """
        self._vectors = vectors
        self._spans: list[tuple[int, int]] = list(zip(days.first.tolist(), days.last.tolist(), strict=True))
        self._story = list(range(len(known)))
        self._members = [[number] for number in range(len(known))]
        self._sums: dict[int, Sum] = {}
        self._refused: set[tuple[int, int, int, int]] = set()
        self._scratch = np.zeros(stems)
        self._told_apart: Mapping[int, list[int]] = {}
        self._told_alike: Mapping[int, list[int]] = {}
        self._join_known(known)

    def join(self, pairs: Pairs, longest: Array, refused: Pairs = NO_PAIRS) -> None:
        """Join the stories of these pairs where they may; `longest` has the days that the new story may last.

        It is int64 (pairs,).
        """
        self._told_apart = neighbours(refused)
        of_these = np.isin(pairs.left, refused.left) | np.isin(pairs.right, refused.right)
        of_these |= np.isin(pairs.left, refused.right) | np.isin(pairs.right, refused.left)
        self._told_alike = neighbours(pairs.chosen(of_these))
        order = np.lexsort((pairs.right, pairs.left, -pairs.cosines))
        rows = zip(pairs.left[order].tolist(), pairs.right[order].tolist(), longest[order].tolist(), strict=True)
        for left, right, most_days in rows:
            one, other = self._story[left], self._story[right]
            if one != other and self._may_join(one, other, most_days):
                self._unite(one, other)

    def labels(self) -> Array:
        """A label for each article, the place of one of its story's: int64 (articles,)."""
        return np.array(self._story, np.int64)

    def _join_known(self, known: Array) -> None:
        order = np.argsort(known, kind="stable")
        order = order[known[order] >= 0]
        for one, other in zip(order[:-1].tolist(), order[1:].tolist(), strict=True):
            if known[one] == known[other]:
                self._unite(self._story[one], self._story[other])

    def _may_join(self, one: int, other: int, most_days: int) -> bool:
        sizes = len(self._members[one]), len(self._members[other])
        state = (one, sizes[0], other, sizes[1])
        if sum(sizes) > MOST_MEMBERS or state in self._refused or self._days_of_both(one, other) > most_days:
            return False
        if self._average(one, other) < AVERAGE or self._are_mostly_apart(one, other):
            self._refused.add(state)
            return False
        return True

    def _are_mostly_apart(self, one: int, other: int) -> bool:
        """More pairs between the two are refused than are alike."""
        return self._pairs_between(one, other, self._told_apart) > self._pairs_between(one, other, self._told_alike)

    def _pairs_between(self, one: int, other: int, pairs: Mapping[int, list[int]]) -> int:
        few, many = sorted((one, other), key=lambda story: len(self._members[story]))
        return sum(self._story[each] == many for member in self._members[few] for each in pairs.get(member, ()))

    def _days_of_both(self, one: int, other: int) -> int:
        """The days from the first of their articles to the last; 0 when one has articles without dates alone."""
        left, right = self._spans[one], self._spans[other]
        if not (left[1] and right[1]):
            return 0
        first, last = joined_spans(left, right)
        return last - first

    def _average(self, one: int, other: int) -> float:
        """The average cosine of an article of the one story and one of the other."""
        left, right = self._sum(one), self._sum(other)
        self._scratch[left.stems] = left.weights
        total = float(self._scratch[right.stems] @ right.weights)
        self._scratch[left.stems] = 0
        return total / (len(self._members[one]) * len(self._members[other]))

    def _sum(self, story: int) -> Sum:
        found = self._sums.get(story)
        if found is None:
            found = self._sums[story] = self._summed(np.array(self._members[story]))
        return found

    def _summed(self, members: Array) -> Sum:
        """The vectors of these articles, added up."""
        starts = self._vectors.starts
        at = ranges(starts[members], starts[members + 1] - starts[members])
        stems, places = np.unique(self._vectors.stems[at], return_inverse=True)
        return Sum(stems, np.bincount(places, self._vectors.weights[at], len(stems)))

    def _unite(self, one: int, other: int) -> None:
        """The larger story takes the other in."""
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for member in self._members[other]:
            self._story[member] = one
        self._members[one] += self._members[other]
        self._members[other] = []
        self._spans[one] = joined_spans(self._spans[one], self._spans[other])
        self._sums.pop(one, None)
        self._sums.pop(other, None)


def neighbours(pairs: Pairs) -> Mapping[int, list[int]]:
    """For each article the others that it makes a pair with."""
    found: dict[int, list[int]] = {}
    for left, right in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
        found.setdefault(left, []).append(right)
        found.setdefault(right, []).append(left)
    return found


def joined_spans(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """From the first day of both to the last; the one of them, when the other has no days."""
    if not (one[1] and other[1]):
        return one if one[1] else other
    return min(one[0], other[0]), max(one[1], other[1])
