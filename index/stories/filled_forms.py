"""Texts made by filling in a form: the same words around other names and other figures.

A notice of a bond, of a death or of a dividend is like every other one, and tells of something else. What such a text
is about shows in its title: the rarest of its words that come again in the text are names. Two texts are about other
things when none of these of the one stands anywhere in the other, either way. A title that is the same for all, such as
"Deaths", tells nothing.

In samples of the stories of four or more articles in the newswire of 1987, .62 told one story before notices were told
apart and .78 after it; the largest had 105 articles and has 43. Of 30 pairs told apart, 29 were of two events.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.storage.arrays import Array, distinct, starts_of
from index.stories.background_frequencies import BACKGROUND
from index.stories.document_vectors import Corpus, Postings
from index.stories.portions import MOST_WORDS, portions, portions_of_pairs
from index.stories.recurring_titles import Titles, are_numbers
from index.stories.similar_pairs import Pairs

DENSE = 0.04
"""The share of different figures in the words of a text from which on it is a notice: of the pairs of articles that are
alike, both are notices in half of the newswire of 1987, and in one of 130 of that of 2017."""
FEWEST_FIGURES = 3
MOST_FIGURES = 2_000_000
"""Figures of pairs that are looked for at once; about 100 MB."""
OTHER_FIGURES = 0.5
"""The share of the figures of one of two texts in the other up to which these have other figures."""
SHORT = 20
"""Words; a shorter text does not say again what its title has said."""
AS_RARE = float(np.log(3))
"""A word is a name beside the rarest of a title when it is at most three times as common."""
NAMED_ONCE = 0.5
"""The least cosine of two notices of one story of which one alone names what the other is about."""


@dataclass(frozen=True, slots=True)
class Stems:
    """Which stems some articles have: each as one number, the row in the upper and the stem in the lower half."""

    documents: Array
    """The number of the article of each row, ascending: int64 (rows,)."""
    keys: Array
    """Ascending: int64 (stems of all rows,)."""

    def counts(self) -> Array:
        """How many stems each row has: int64 (rows,)."""
        return np.bincount(self.keys >> 32, minlength=len(self.documents))

    def in_common(self, other: "Stems", left: Array, right: Array) -> Array:
        """For each pair of articles, how many stems of the left one the right one has among others.

        All are int64 (pairs,).
        """
        rows = np.searchsorted(self.documents, left)
        starts = starts_of(self.counts())
        lengths = np.diff(starts)[rows]
        pairs = np.repeat(np.arange(len(left)), lengths)
        at = np.repeat(starts[rows] - starts_of(lengths)[:-1], lengths) + np.arange(len(pairs))
        wanted = (np.searchsorted(other.documents, right)[pairs] << 32) | (self.keys[at] & 0xFFFFFFFF)
        places = np.minimum(np.searchsorted(other.keys, wanted), max(len(other.keys) - 1, 0))
        found = other.keys[places] == wanted if len(other.keys) else np.zeros(len(wanted), bool)
        return np.bincount(pairs[found], minlength=len(left))


class FilledForms:
    """Tells notices, and what they are about."""

    def __init__(self, corpus: Corpus, titles: Titles) -> None:
        self._corpus = corpus
        self._titles = titles
        self._names = list(corpus.stem_numbers)

    @cached_property
    def is_notice(self) -> Array:
        """For each article: bool (articles,)."""
        counts = self._figures.counts()
        return np.asarray((counts > 0) & (counts >= DENSE * self._corpus.words))

    def are_filled_in(self, left: Array, right: Array) -> Array:
        """For each pair of articles of which most of one stands in the other, whether the rest makes them two texts.

        Gives bool (pairs,), from two of int64 (pairs,).
        """
        return np.asarray((self.named(left, right) == 0) | self.have_other_figures(left, right))

    def are_apart(self, pairs: Pairs) -> Array:
        """For each pair of articles that are alike, whether they are notices about two things: bool (pairs,)."""
        are_notices = self.is_notice[pairs.left] & self.is_notice[pairs.right]
        named = np.full(len(pairs.left), 2)
        named[are_notices] = self.named(pairs.left[are_notices], pairs.right[are_notices])
        return np.asarray((named == 0) | ((named == 1) & (pairs.cosines < NAMED_ONCE)))

    def named(self, left: Array, right: Array) -> Array:
        """How many of each pair of articles name what the other is about; both where it is not known of one.

        All three are int64 (pairs,).
        """
        parts = portions_of_pairs(self._corpus.words, left, right, MOST_WORDS)
        found = [self._named(left[part], right[part]) for part in parts]
        return np.concatenate([np.zeros(0, np.int64), *found])

    def have_other_figures(self, left: Array, right: Array) -> Array:
        """For each pair of articles, whether both are notices, and most figures of the one are not in the other.

        Gives bool (pairs,), from two of int64 (pairs,).
        """
        counts, found = self._figures.counts(), np.zeros(len(left), bool)
        fewer = np.minimum(counts[left], counts[right])
        maybe = np.flatnonzero(self.is_notice[left] & self.is_notice[right] & (fewer >= FEWEST_FIGURES))
        for part in portions(counts[left[maybe]], MOST_FIGURES):
            some = maybe[part]
            common = self._figures.in_common(self._figures, left[some], right[some])
            found[some] = common <= OTHER_FIGURES * fewer[some]
        return found

    def _named(self, left: Array, right: Array) -> Array:
        documents = distinct(np.concatenate([left, right]))
        found = self._corpus.counts(documents)
        order = np.argsort(keys := keys_of(found))
        stems = Stems(documents, keys[order])
        names = self._names_in_titles(stems, found.weights[order])
        has = names.counts()[np.searchsorted(documents, left)] > 0
        has &= names.counts()[np.searchsorted(documents, right)] > 0
        one, other = names.in_common(stems, left, right), names.in_common(stems, right, left)
        return np.where(has, np.minimum(one, 1) + np.minimum(other, 1), 2)

    def _names_in_titles(self, stems: Stems, counts: Array) -> Stems:
        """Of each title the rarest words that come again."""
        in_titles = np.diff(self._titles.starts)[stems.documents]
        rows = np.repeat(np.arange(len(stems.documents)), in_titles)
        at = np.repeat(self._titles.starts[stems.documents] - starts_of(in_titles)[:-1], in_titles)
        keys = (rows << 32) | self._titles.stems[at + np.arange(len(rows))]
        again = stems.keys[counts >= 2]
        keys = keys[~self._is_common(keys & 0xFFFFFFFF)]
        is_short = self._corpus.column("body_lengths")[stems.documents] < SHORT
        keys = keys[np.isin(keys, again) | is_short[keys >> 32]]
        rarity = self._corpus.idf[keys & 0xFFFFFFFF]
        rarest = np.zeros(len(stems.documents))
        np.maximum.at(rarest, keys >> 32, rarity)
        return Stems(stems.documents, keys[rarity >= rarest[keys >> 32] - AS_RARE])

    def _is_common(self, stems: Array) -> Array:
        """Whether each stem is one that all news have."""
        each, places = np.unique(stems, return_inverse=True)
        return np.array([self._names[stem] in BACKGROUND for stem in each.tolist()], bool)[places]

    @cached_property
    def _figures(self) -> Stems:
        every = np.arange(len(self._corpus))
        return Stems(every, np.sort(keys_of(self._corpus.counts(every, are_numbers(self._names)))))


def keys_of(postings: Postings) -> Array:
    """The row and the stem of each posting as one number: int64 (postings,)."""
    return (postings.rows.astype(np.int64) << 32) | postings.stems
