"""The heavy stems of articles: the few that tell most of each, by which articles are compared.

They are the vectors of `document_vectors` cut down to their HEAVIEST stems and made one long again: static pruning by
document, of Carmel et al., "Static index pruning for information retrieval systems" (2001).
"""

from dataclasses import dataclass

import numpy as np

from index.columns.story_stems import StoryStems
from index.storage.arrays import Array, ranges, starts_of
from index.stories.document_vectors import Corpus, Vectors, lengths
from index.stories.portions import MOST_WORDS, portions
from index.stories.recurring_titles import titles_of

HEAVIEST = 32
"""Stems of an article that are kept; 40 and 48 find no better stories."""
DAMPING = 0.8
"""The power of the weights of heavy stems: without it the one or two rarest names decide alone, and events of the same
people are told apart worse."""
FULL_WEIGHT = 65_535.0
"""The weight 1 as it is kept, in 16 bits."""
MOST_WEIGHT = 1_024.0
"""More than any stem weighs before a vector is made one long: 450, in one of 10⁹ articles 10⁹ times."""
LIGHTEST, MOST_PLACES = (1 << 24) - 1, (1 << 20) - 1
"""A weight in 24 bits, and a place in an article in 20: in one with more stems, the last of them are not looked at."""
MOST_COUNTED = 255
"""Stems that are counted: an article with so many is not short."""


@dataclass(frozen=True, slots=True)
class HeavyStems:
    """The heavy stems of some articles: those of the article i are from starts[i] to starts[i + 1].

    `starts` is int64 (articles + 1,), `stems` int64 and `weights` uint16, both (heavy stems,), `counts` int64
    (articles,).
    """

    starts: Array
    stems: Array
    """By their keys, as `Corpus.keys` has them, each once in an article."""
    weights: Array
    """In parts of FULL_WEIGHT."""
    counts: Array
    """How many stems each article has that tell anything."""

    def of(self, articles: Array) -> "HeavyStems":
        """Those of some articles, in their order. They are int64 (n,)."""
        sizes = np.diff(self.starts)[articles]
        at = ranges(self.starts[articles], sizes)
        return HeavyStems(starts_of(sizes), self.stems[at], self.weights[at], self.counts[articles])

    def owners(self) -> Array:
        """For each heavy stem, the article that it is of: int64 (heavy stems,)."""
        return np.repeat(np.arange(len(self.counts)), np.diff(self.starts))


def heavy_stems(corpus: Corpus) -> HeavyStems:
    """The heavy stems of all articles."""
    every = np.arange(len(corpus))
    batches = [heaviest(corpus.unscaled(every[portion])) for portion in portions(corpus.words, MOST_WORDS)]
    return HeavyStems(
        starts_of(np.concatenate([np.zeros(0, np.int64), *(np.diff(each.starts) for each in batches)])),
        np.concatenate([np.zeros(0, np.int64), *(each.stems for each in batches)]),
        np.concatenate([np.zeros(0, np.uint16), *(each.weights for each in batches)]),
        np.concatenate([np.zeros(0, np.int64), *(each.counts for each in batches)]),
    )


def story_stems(corpus: Corpus) -> StoryStems:
    """The stems by which all articles are compared, as they are kept."""
    heavy, titles = heavy_stems(corpus), titles_of(corpus, corpus.keys)
    counts = np.minimum(heavy.counts, MOST_COUNTED).astype(np.uint8)
    return StoryStems(heavy.starts, heavy.stems, heavy.weights, counts, titles.starts, titles.stems)


def as_kept(stems: StoryStems) -> HeavyStems:
    """The heavy stems among those that are kept."""
    counts = stems.telling.astype(np.int64)
    starts = np.asarray(stems.heavy_starts).astype(np.int64)
    return HeavyStems(starts, stems.heavy_stems.astype(np.int64), stems.heavy_weights, counts)


def heaviest(vectors: Vectors) -> HeavyStems:
    """The heaviest stems of each vector, which need not be one long; of those that weigh the same, the first."""
    counts = lengths(vectors)
    rows = np.repeat(np.arange(len(counts)), counts)
    # A row, a weight and a place are one number to sort, which is several times as fast as sorting by each in turn.
    places = np.arange(len(rows)) - np.repeat(vectors.starts[:-1], counts)
    lightness = np.rint((1 - vectors.weights.astype(np.float64) / MOST_WEIGHT) * LIGHTEST).astype(np.int64)
    lightness[places > MOST_PLACES] = LIGHTEST
    keys = np.sort((rows << 44) | (lightness << 20) | np.minimum(places, MOST_PLACES))
    kept = np.sort((keys & MOST_PLACES)[places < HEAVIEST] + vectors.starts[keys[places < HEAVIEST] >> 44])
    weights = vectors.weights[kept].astype(np.float64) ** DAMPING
    squares = np.bincount(rows[kept], weights**2, len(counts))
    parts = np.rint(weights / np.sqrt(squares)[rows[kept]] * FULL_WEIGHT)
    starts = starts_of(np.minimum(counts, HEAVIEST))
    return HeavyStems(starts, vectors.stems[kept].astype(np.int64), parts.astype(np.uint16), counts)
