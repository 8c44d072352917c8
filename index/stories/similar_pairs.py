"""Pairs of articles that are alike, by the stems that tell most of each.

The plain algorithm: for every two articles that may be compared, the cosine of their heavy stems, less where one of the
two is short, where it is WORTH_COUNTING or more. The heavy stems of an article are looked up among those of the
articles of its window of time, and what is summed up so is the cosine itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array, distinct, ranges
from index.stories.document_vectors import joined
from index.stories.heavy_stems import FULL_WEIGHT, HeavyStems
from index.stories.portions import portions

ENOUGH_STEMS = 20
"""In articles with fewer stems, a few common ones are much of the vector, and so their cosines count for less: "qtly
div 22 cts, pay April 1" is like every other dividend."""
WORTH_COUNTING = 0.04
"""The least cosine that is not taken for 0."""
DECIMALS = 6
"""Of a cosine: it is the same in whatever order its parts were added."""
MOST_SHARING = 3_000
"""A stem that more articles of a window share is not looked up there: it finds everything, and tells little."""
BATCH = 30_000
"""Articles that are looked up together."""
FEWEST_PAIRS, PAIRS_OF_AN_ARTICLE = 2_000_000, 150
"""Pairs that are kept, and as many for each article where that is more: of 50,000 articles of the news, 108 each."""
CELLS = 8_000_000
"""Sums that are kept at once while looking up; 64 MB."""
MOST_LOOKED_UP = 4_000_000
"""Postings of heavy stems that are looked up at once; about 200 MB."""
PLACE, WEIGHT = np.uint64(40), np.uint64(16)
"""Bits below the stem, and below the place, of a heavy stem as one number: 24 bits for each, and 16 for the weight."""
PLACES, WEIGHTS = np.uint64(0xFFFFFF), np.uint64(0xFFFF)


@dataclass(frozen=True, slots=True)
class DateWindows:
    """Which articles are compared: each of `articles` with those from `first` to before `last`.

    All are places in the order of time, int64 (articles,).
    """

    articles: Array
    first: Array
    last: Array

    def batch(self, start: int) -> "DateWindows":
        """BATCH of them, from `start` on."""
        chosen = slice(start, start + BATCH)
        return DateWindows(self.articles[chosen], self.first[chosen], self.last[chosen])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles, by their places in the order of time.

    `left` and `right` are int64, `cosines` float64, all (pairs,).
    """

    left: Array
    right: Array
    cosines: Array

    def chosen(self, which: Array) -> "Pairs":
        """Some of them. `which` is bool (pairs,), or places, int64 (n,)."""
        return Pairs(self.left[which], self.right[which], self.cosines[which])


def alike(heavy: HeavyStems, windows: Sequence[DateWindows]) -> Pairs:
    """The pairs of articles that are worth counting, each once; those in `heavy` stand in the order of time."""
    kept = StrongestPairs(max(FEWEST_PAIRS, PAIRS_OF_AN_ARTICLE * len(heavy.counts)))
    batches = (each.batch(start) for each in windows for start in range(0, len(each.articles), BATCH))
    for batch in batches:
        for pairs in pairs_in(heavy, batch):
            kept.add(pairs)
    return kept.pairs()


class StrongestPairs:
    """The pairs of the highest cosines, no more than fit into memory: of a flood of pages that are made alike, some."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._least = 0.0
        self._keys: list[Array] = []
        self._cosines: list[Array] = []
        self._count = 0

    def add(self, found: Pairs) -> None:
        """Some pairs more; one may have come before, and an article with itself is none."""
        chosen = np.flatnonzero((found.left != found.right) & (found.cosines > self._least))
        left, right = found.left[chosen], found.right[chosen]
        self._keys.append((np.minimum(left, right) << 32) | np.maximum(left, right))
        self._cosines.append(found.cosines[chosen])
        self._count += len(chosen)
        if self._count > self._most:
            self._thin_out()

    def pairs(self) -> Pairs:
        """Each of them once, in the order of their articles."""
        self._unite()
        (keys,), (cosines,) = self._keys, self._cosines
        return Pairs(keys >> 32, keys & 0xFFFFFFFF, cosines)

    def _thin_out(self) -> None:
        """Let go of the weaker half, where there are too many different ones, and of all as weak from here on."""
        self._unite()
        if self._count <= self._most // 2:
            return
        (keys,), (cosines,) = self._keys, self._cosines
        self._least = float(np.partition(cosines, len(cosines) // 2)[len(cosines) // 2])
        is_stronger = cosines > self._least
        self._keys, self._cosines = [keys[is_stronger]], [cosines[is_stronger]]
        self._count = len(self._keys[0])

    def _unite(self) -> None:
        keys, cosines = joined(self._keys), np.concatenate([np.zeros(0), *self._cosines])
        self._keys, self._cosines = [], []
        keys, first = np.unique(keys, return_index=True)
        self._keys, self._cosines, self._count = [keys], [cosines[first]], len(keys)


def judged(heavy: HeavyStems, left: Array, right: Array) -> Pairs:
    """Each of these pairs with its cosine. The two are int64 (pairs,)."""
    one, other = heavy.of(left), heavy.of(right)
    keys = np.concatenate([(each.owners() << 32) | each.stems for each in (one, other)])
    order = np.argsort(keys, kind="stable")
    weights = np.concatenate([one.weights, other.weights])[order] / FULL_WEIGHT
    both = np.flatnonzero(np.diff(keys[order]) == 0)
    sums = np.bincount(keys[order][both] >> 32, weights[both] * weights[both + 1], len(left))
    return Pairs(left, right, np.round(sums * shortness(one.counts, other.counts), DECIMALS))


def shortness(one: Array, other: Array) -> Array:
    """How much the cosine of two articles counts that have so many stems: float64 (n,), from two of int64 (n,)."""
    return np.minimum(np.minimum(one, other) / ENOUGH_STEMS, 1) ** 2


def pairs_in(heavy: HeavyStems, windows: DateWindows) -> Iterator[Pairs]:
    """The pairs of articles of these windows and others in them; a pair may come twice, and an article with itself."""
    base, end = int(windows.first.min(initial=0)), int(windows.last.max(initial=0))
    own = heavy.of(windows.articles)
    stems = distinct(own.stems)
    pool = heavy.of(np.arange(base, end))
    lookups = Lookups(heavy, windows, own.of(np.arange(len(windows.articles))), posting_keys(pool, stems), base, stems)
    for block in blocks(windows):
        yield lookups.found(block)


@dataclass(frozen=True, slots=True)
class Lookups:
    """What is needed to look up the heavy stems of articles in their windows."""

    heavy: HeavyStems
    windows: DateWindows
    own: HeavyStems
    """Those of the articles of the windows."""
    keys: Array
    """As `posting_keys` has them: uint64 (postings,), ascending."""
    base: int
    """The place of the article that is the first in `keys`."""
    stems: Array
    """The numbers of the stems in `keys`: int64 (stems,), ascending."""

    def found(self, block: slice) -> Pairs:
        """The pairs of the articles of a block of windows."""
        first, last = self.windows.first[block], self.windows.last[block]
        low, width = int(first.min()), int(last.max() - first.min())
        at = np.arange(int(self.own.starts[block.start]), int(self.own.starts[block.stop]))
        # In the order of stems, so that what is looked up lies close to what was looked up before.
        at = at[np.argsort(self.own.stems[at], kind="stable")]
        task = np.searchsorted(self.own.starts, at, side="right") - 1 - block.start
        stems = np.searchsorted(self.stems, self.own.stems[at]).astype(np.uint64) << PLACE
        begins = np.searchsorted(self.keys, stems | ((first[task] - self.base).astype(np.uint64) << WEIGHT))
        counts = np.searchsorted(self.keys, stems | ((last[task] - self.base).astype(np.uint64) << WEIGHT)) - begins
        counts[(counts > MOST_SHARING) | (counts < 0)] = 0
        sums = np.zeros(len(first) * width)
        for part in portions(counts, MOST_LOOKED_UP):
            shared = self.keys[ranges(begins[part], counts[part])]
            places = ((shared >> WEIGHT) & PLACES).astype(np.int64) + (self.base - low)
            products = (shared & WEIGHTS) * np.repeat(self.own.weights[at[part]] / FULL_WEIGHT**2, counts[part])
            sums += np.bincount(np.repeat(task[part] * width, counts[part]) + places, products, len(sums))
        cells = np.flatnonzero(sums >= WORTH_COUNTING)
        left, right = self.windows.articles[block][cells // max(width, 1)], cells % max(width, 1) + low
        values = np.round(sums[cells] * shortness(self.heavy.counts[left], self.heavy.counts[right]), DECIMALS)
        return Pairs(left, right, values).chosen(values >= WORTH_COUNTING)


def posting_keys(heavy: HeavyStems, stems: Array) -> Array:
    """Which articles have these stems, which ascend, by stem and then article: uint64, ascending.

    `stems` is int64 (stems,); gives uint64 (postings,).
    """
    numbers = np.minimum(np.searchsorted(stems, heavy.stems), max(len(stems) - 1, 0))
    at = np.flatnonzero(stems[numbers] == heavy.stems) if len(stems) else np.zeros(0, np.int64)
    keys = numbers[at].astype(np.uint64) << PLACE
    keys |= heavy.owners()[at].astype(np.uint64) << WEIGHT
    keys |= heavy.weights[at].astype(np.uint64)
    keys.sort()
    return keys


def blocks(windows: DateWindows) -> Iterator[slice]:
    """Slices of the windows, each with so many that their sums are no more than CELLS."""
    start = 0
    while start < len(windows.articles):
        # As many as fit when they are as wide as the first few; halved until they do.
        count = min(2_000, len(windows.articles) - start)
        while count > 1 and count * span(windows, start, start + count) > CELLS:
            count //= 2
        yield slice(start, start + count)
        start += count


def span(windows: DateWindows, start: int, stop: int) -> int:
    """From the first to the last place of the windows of a slice."""
    return int(windows.last[start:stop].max() - windows.first[start:stop].min())


def unique(pairs: Pairs) -> Pairs:
    """Each of these pairs once, in their order."""
    keys, first = np.unique((pairs.left << 32) | pairs.right, return_index=True)
    return Pairs(keys >> 32, keys & 0xFFFFFFFF, pairs.cosines[first])
