"""Pairs of articles that are alike: found by the stems that tell most of an article, judged by all of them.

The plain algorithm: for every two articles that may be compared, the cosine of their vectors, where it is LINK or more.
Finding them is quicker: the heavy stems of an article are looked up among the articles of its window of time, and those
that share enough of their weight are judged by their whole vectors. What is summed up to find them is a part of the
cosine, never more than it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from index.storage.arrays import Array, distinct, ranges, starts_of
from index.stories.document_vectors import Corpus, Vectors, joined, stable_order

LINK = 0.33
"""The least cosine of two articles of one story: below it, the subject is the same, but often not the event."""
ENOUGH_STEMS = 20
"""In articles with fewer stems, a few common ones are much of the vector, and so many times more is needed: "qtly div
22 cts, pay April 1" is like every other dividend. Without it, those of the newswire of 1987 become stories of 300."""
HEAVY = 1.0
"""How much of the average square of its weights a stem must have to be looked up: a third of the stems do."""
WORTH_JUDGING = 0.17
"""The least part of the cosine that is worth judging the whole."""
MOST_SHARING = 3_000
"""A stem that more articles of a window share is not looked up there: it finds everything, and tells little."""
BATCH = 30_000
"""Articles that are looked up together; their vectors take about 60 MB."""
CELLS = 8_000_000
"""Sums that are kept at once while looking up; 64 MB."""
PLACE, WEIGHT = np.uint64(40), np.uint64(16)
"""Bits below the stem, and below the place, of a posting as one number: 24 bits for each, and 16 for the weight."""
FULL_WEIGHT = 65_535.0
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

    `left` and `right` are int64, `cosines` float32, all (pairs,).
    """

    left: Array
    right: Array
    cosines: Array

    def chosen(self, which: Array) -> "Pairs":
        """Some of them. `which` is bool (pairs,), or places, int64 (n,)."""
        return Pairs(self.left[which], self.right[which], self.cosines[which])


@dataclass(frozen=True, slots=True)
class Heavy:
    """The heavy stems of some articles: for each, which article it is of, the stem and its weight.

    `articles` is int64, `stems` int32 or int64, `weights` float64, all (heavy stems,).
    """

    articles: Array
    stems: Array
    weights: Array


def alike(corpus: Corpus, order: Array, windows: Sequence[DateWindows]) -> Pairs:
    """The pairs of articles whose cosine is enough for one story; `order` has the number of the article at each place.

    A pair may come more than once. `order` is int64 (places,).
    """
    batches = [each.batch(start) for each in windows for start in range(0, len(each.articles), BATCH)]
    found = [judged(corpus, order, *candidates(corpus, order, batch)) for batch in batches]
    return Pairs(
        joined([pairs.left for pairs in found]),
        joined([pairs.right for pairs in found]),
        joined([pairs.cosines for pairs in found]),
    )


def judged(corpus: Corpus, order: Array, left: Array, right: Array) -> Pairs:
    """Those of these pairs whose cosine is LINK or more.

    `order` is int64 (places,), `left` and `right` are places, int64 (pairs,).
    """
    documents = distinct(order[np.concatenate([left, right])])
    vectors = corpus.vectors(documents)
    rows, others = np.searchsorted(documents, order[left]), np.searchsorted(documents, order[right])
    by_row = np.argsort(rows, kind="stable")
    values = np.zeros(len(left), np.float32)
    values[by_row] = cosines(vectors, rows[by_row], others[by_row], len(corpus.idf))
    shorter = np.minimum(lengths(vectors)[rows], lengths(vectors)[others])
    is_alike = values >= needed(shorter)
    return Pairs(left[is_alike], right[is_alike], values[is_alike])


def lengths(vectors: Vectors) -> Array:
    """How many stems each vector has: int64 (vectors,)."""
    return np.diff(vectors.starts)


def needed(stems: Array) -> Array:
    """The least cosine of two articles of one story, of which the shorter one has so many stems.

    Gives float64 (n,), from integers (n,).
    """
    return LINK * np.maximum(ENOUGH_STEMS / np.maximum(stems, 1), 1)


def cosines(vectors: Vectors, rows: Array, others: Array, stems: int) -> Array:
    """The cosine of each pair of rows, those of one row standing together: float32.

    The rows are int64 (pairs,); gives float32 (pairs,).
    """
    stem_counts = lengths(vectors)
    values = np.zeros(len(rows), np.float32)
    own = np.zeros(stems, np.float32)
    begins = np.flatnonzero(np.diff(rows, prepend=-1, append=-1))
    for begin, end in pairwise(begins.tolist()):
        start, stop = vectors.starts[rows[begin]], vectors.starts[rows[begin] + 1]
        own[vectors.stems[start:stop]] = vectors.weights[start:stop]
        counts = stem_counts[others[begin:end]]
        at = ranges(vectors.starts[others[begin:end]], counts)
        products = np.append(own[vectors.stems[at]] * vectors.weights[at], np.float32(0))
        sums = np.add.reduceat(products, starts_of(counts)[:-1])
        values[begin:end] = np.where(counts > 0, sums, 0)
        own[vectors.stems[start:stop]] = 0
    return values


def candidates(corpus: Corpus, order: Array, windows: DateWindows) -> tuple[Array, Array]:
    """The pairs that share enough of the heavy stems of one of the two, as places, smaller one first.

    Both are int64 (pairs,).
    """
    documents = np.sort(order[windows.articles])
    vectors = corpus.vectors(documents)
    tasks = np.argsort(order[windows.articles])
    heavy = heavy_stems(vectors, tasks)
    base, end = int(windows.first.min(initial=0)), int(windows.last.max(initial=0))
    is_heavy = np.zeros(len(corpus.idf), bool)
    is_heavy[heavy.stems] = True
    numbers = np.cumsum(is_heavy) - 1
    keys = posting_keys(corpus, order[base:end], is_heavy, numbers)
    lookups = Lookups(windows, Heavy(heavy.articles, numbers[heavy.stems], heavy.weights), keys, base)
    found = [lookups.found(block) for block in blocks(windows)]
    return unique_pairs(joined([left for left, _ in found]), joined([right for _, right in found]))


@dataclass(frozen=True, slots=True)
class Lookups:
    """What is needed to look up the heavy stems of articles in their windows."""

    windows: DateWindows
    heavy: Heavy
    """The articles are places in `windows`; the stems are numbered as in `keys`, and ascend."""
    keys: Array
    """As `posting_keys` has them: uint64 (postings,), ascending."""
    base: int
    """The place of the article that is the first in `keys`."""

    def found(self, block: slice) -> tuple[Array, Array]:
        """The articles of a block of windows and others that share enough with them: places of the two.

        Both are int64 (pairs,).
        """
        first, last = self.windows.first[block], self.windows.last[block]
        low, width = int(first.min()), int(last.max() - first.min())
        # In the order of stems, so that what is looked up lies close to what was looked up before.
        at = np.flatnonzero((self.heavy.articles >= block.start) & (self.heavy.articles < block.stop))
        task = self.heavy.articles[at] - block.start
        stems = self.heavy.stems[at].astype(np.uint64) << PLACE
        begins = np.searchsorted(self.keys, stems | ((first[task] - self.base).astype(np.uint64) << WEIGHT))
        counts = np.searchsorted(self.keys, stems | ((last[task] - self.base).astype(np.uint64) << WEIGHT)) - begins
        counts[(counts > MOST_SHARING) | (counts < 0)] = 0
        shared = self.keys[ranges(begins, counts)]
        places = ((shared >> WEIGHT) & PLACES).astype(np.int64) + (self.base - low)
        products = (shared & WEIGHTS) * np.repeat(self.heavy.weights[at] / FULL_WEIGHT, counts)
        sums = np.bincount(np.repeat(task * width, counts) + places, products, len(first) * width)
        cells = np.flatnonzero(sums >= WORTH_JUDGING)
        return self.windows.articles[block][cells // max(width, 1)], cells % max(width, 1) + low


def heavy_stems(vectors: Vectors, articles: Array) -> Heavy:
    """The heavy stems of the vectors, which are of these articles; by stem. The articles are int64 (vectors,)."""
    rows = np.repeat(np.arange(len(articles)), lengths(vectors))
    chosen = np.flatnonzero(vectors.weights.astype(np.float64) ** 2 * lengths(vectors)[rows] >= HEAVY)
    chosen = chosen[stable_order(vectors.stems[chosen])]
    return Heavy(articles[rows[chosen]], vectors.stems[chosen], vectors.weights[chosen].astype(np.float64))


def posting_keys(corpus: Corpus, documents: Array, is_stem: Array, numbers: Array) -> Array:
    """The postings of some stems in some articles, by stem and then place among them: uint64, ascending.

    `documents` is int64 (places,), `is_stem` bool (stems,), `numbers` int64 (stems,); gives uint64 (postings,).
    """
    place = np.argsort(documents).astype(np.uint64)
    postings = corpus.postings(np.sort(documents), is_stem)
    keys = numbers[postings.stems].astype(np.uint64) << PLACE
    keys |= place[postings.rows] << WEIGHT
    keys |= np.minimum(postings.weights * FULL_WEIGHT, FULL_WEIGHT).astype(np.uint64)
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


def unique_pairs(left: Array, right: Array) -> tuple[Array, Array]:
    """Each pair once, the smaller place first; without pairs of an article with itself.

    All are int64 (pairs,), what is given and what comes out.
    """
    keys = distinct((np.minimum(left, right) << 32) | np.maximum(left, right))
    keys = keys[(keys >> 32) != (keys & 0xFFFFFFFF)]
    return keys >> 32, keys & 0xFFFFFFFF
