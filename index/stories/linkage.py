"""Stories out of pairs of articles that are alike: agglomeration by average linkage, within days.

Average linkage (group average, UPGMA) is Sokal and Michener, "A statistical method for evaluating systematic
relationships" (1958). Pairs that are not told count 0, so a story stops growing by itself.

The plain algorithm: each article is a story of its own. Two stories become one where each is the one to which the other
is most alike, on average over all pairs of their articles, as long as that is enough for stories of their size and
together they do not last too long. At the end a small story is none where it is less alike than so small a one must
be. Joining stories that are nearest to each other, all at once, gives what joining the nearest of all, one by
one, does, but where titles recur (Murtagh, "A survey of recent advances in hierarchical clustering algorithms", 1983).
What comes out does not depend on the order in which articles came.
"""

from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array
from index.stories.near_duplicates import components
from index.stories.similar_pairs import Pairs

LINK = 0.165
"""The least cosine of two articles that become a story, or of an article that joins one, on average."""
FOR_TWICE_AS_MANY = 0.03
"""How much more it must be each time that the smaller of two stories has twice as many articles: what a few articles
have in common may be chance, what many do is their event. Two earthquakes become one story without it: of 66 events,
33 pairs of a kind, .89 is found with it and .85 without (B-cubed F1)."""
LEAST_MEAN = {2: 0.32, 3: 0.28, 4: 0.26, 5: 0.24}
"""The least average of a story of so many articles: the fewer there are, the likelier chance made them alike.
Of pairs that were read, none of 11 below .30 was one event, and 25 of 26 above .36 were."""
LONGEST = 10
"""Days from the first to the last article of a story. Of stories of more than five that were read, 71 of 83 of up to
eight days told one event, and 5 of 27 of nine and more."""
LONGEST_RECURRING = 2
"""The same for articles whose titles recur, such as daily reports from the markets."""
MOST_MEMBERS = 2_000
"""Articles of one story; more are no story, but a flood of pages that are made alike."""
NO_DAY = 1 << 40
"""The first day of what has none: later than all others."""
ORDINARY, RECURRING, COPY = range(3)
"""Kinds of pairs: of articles whose titles recur, and of which one stands nearly whole in the other."""


@dataclass(frozen=True, slots=True)
class StoryDays:
    """When the articles were published, as `date.toordinal` counts; 0 where it is not known.

    Both are int64 (articles,).
    """

    first: Array
    last: Array


@dataclass(frozen=True, slots=True)
class StoryLinks:
    """What lies between two stories each: the sums of the cosines of their pairs.

    `left` and `right` are the least articles of the two, int64, the sums float64, all (stories alike,).
    """

    left: Array
    right: Array
    every: Array
    recurring: Array
    """Of pairs that are RECURRING alone."""
    copies: Array
    """Of pairs that are a COPY alone."""

    def chosen(self, which: Array) -> "StoryLinks":
        """Some of them. `which` is bool, (stories alike,)."""
        return StoryLinks(*(getattr(self, name)[which] for name in self.__slots__))

    def renamed(self, names: Array) -> "StoryLinks":
        """The same when stories have become one: `names` has the new number of each, int64 (articles,)."""
        left, right = names[self.left], names[self.right]
        keys = (np.minimum(left, right) << 32) | np.maximum(left, right)
        order = np.argsort(keys, kind="stable")
        order = order[(left != right)[order]]
        begins = np.flatnonzero(np.diff(keys[order], prepend=-1))
        sums = [np.add.reduceat(each[order], begins) if len(order) else each[order] for each in self._sums()]
        return StoryLinks(keys[order][begins] >> 32, keys[order][begins] & 0xFFFFFFFF, *sums)

    def _sums(self) -> tuple[Array, Array, Array]:
        return self.every, self.recurring, self.copies


class Stories:
    """The stories of some articles, which grow; each is called by the least of its articles."""

    def __init__(self, days: StoryDays) -> None:
        self._story = np.arange(len(days.first))
        self._sizes = np.ones(len(days.first), np.int64)
        self._first = np.where(days.first > 0, days.first, NO_DAY)
        self._last = np.where(days.first > 0, days.last, 0)

    def join(self, pairs: Pairs, kinds: Array) -> Array:
        """Join the stories of these pairs as far as they go, and give the label of each article: int64 (articles,).

        The pairs are different ones, the smaller article on the left; `kinds` has the kind of each: int64 (pairs,).
        """
        within = components(len(self._story), np.stack([pairs.left, pairs.right])[:, pairs.cosines >= LINK])
        is_within = within[pairs.left] == within[pairs.right]
        pairs, kinds = pairs.chosen(is_within), kinds[is_within]
        of_kind = (np.where(kinds == kind, pairs.cosines, 0) for kind in (RECURRING, COPY))
        between = StoryLinks(pairs.left, pairs.right, pairs.cosines, *of_kind)
        while len((nearest := self._nearest(between)).left):
            names = self._united(nearest)
            between = between.renamed(names)
        return self._without_loose(pairs)

    def _nearest(self, between: StoryLinks) -> Pairs:
        """The stories that are nearest to each other, and may become one."""
        may = self._may_join(between)
        left, right = between.left[may], between.right[may]
        average = between.every[may] / (self._sizes[left] * self._sizes[right])
        one, other = np.concatenate([left, right]), np.concatenate([right, left])
        twice = np.concatenate([average, average])
        # Of several that are as near, the pair with the least articles: both sides choose alike.
        order = np.lexsort((np.maximum(one, other), np.minimum(one, other), -twice, one))
        begins = np.flatnonzero(np.diff(one[order], prepend=-1))
        nearest = np.full(len(self._story), -1)
        nearest[one[order][begins]] = other[order][begins]
        is_mutual = (nearest[left] == right) & (nearest[right] == left)
        return Pairs(left[is_mutual], right[is_mutual], average[is_mutual])

    def _may_join(self, between: StoryLinks) -> Array:
        """For each two stories, whether they may become one: bool (stories alike,)."""
        left, right = between.left, between.right
        sizes = self._sizes[left], self._sizes[right]
        days = np.maximum(self._last[left], self._last[right]) - np.minimum(self._first[left], self._first[right])
        longest = np.where(between.recurring * 2 >= between.every, LONGEST_RECURRING, LONGEST)
        may_last = (days <= longest) | (between.copies > 0)
        needed = LINK + FOR_TWICE_AS_MANY * np.log2(np.minimum(*sizes))
        are_alike = between.every >= needed * (sizes[0] * sizes[1])
        return np.asarray(may_last & are_alike & (sizes[0] + sizes[1] <= MOST_MEMBERS))

    def _united(self, pairs: Pairs) -> Array:
        """The new name of each story, by its old one: int64 (articles,)."""
        names = np.arange(len(self._story))
        names[pairs.right] = pairs.left
        self._story = names[self._story]
        self._sizes[pairs.left] += self._sizes[pairs.right]
        self._first[pairs.left] = np.minimum(self._first[pairs.left], self._first[pairs.right])
        self._last[pairs.left] = np.maximum(self._last[pairs.left], self._last[pairs.right])
        return names

    def _without_loose(self, pairs: Pairs) -> Array:
        """The label of each article, its own where its story is none: int64 (articles,)."""
        story = self._story
        is_inside = story[pairs.left] == story[pairs.right]
        sums = np.bincount(story[pairs.left[is_inside]], pairs.cosines[is_inside], len(story))
        sizes = np.bincount(story, minlength=len(story))
        is_loose = np.zeros(len(story), bool)
        for size, least in LEAST_MEAN.items():
            is_loose |= (sizes == size) & (sums < least * (size * (size - 1) // 2))
        return np.where(is_loose[story], np.arange(len(story)), story)
