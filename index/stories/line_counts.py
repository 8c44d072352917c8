"""Which lines a site puts under so many different texts that they belong to none of them.

The plain algorithm: of the articles that hold a line, SAMPLE are looked at, spread evenly in the order of time. Two of
them are one text when they lie close in time, and either what they say beside lines that are met often is alike, or
most of both is lines that they share, too long for a footer. What is joined by way of others is one text, too. A line
is repeated when it stands in enough different texts.

It depends on the articles as they came alone: not on what is left out of them by now, nor on when they came.
"""

from dataclasses import dataclass

import numpy as np

from index.analysis import terms
from index.cleaning.repeated_lines import texts_of_lines
from index.columns.repeated_line_counts import LineCounts, fewest_texts, often_met, under_many_beginnings
from index.schema import utf8
from index.storage.arrays import Array, distinct, ranges, starts_of
from index.stories.date_windows import gaps, to_a_month
from index.stories.document_vectors import TELLING, Corpus, Vectors, cosines, idf, lengths
from index.stories.near_duplicates import components
from index.stories.similar_pairs import ENOUGH_STEMS

CLOSE = 7
"""Days that may lie between two articles that are one text."""
SAMPLE = 24
"""Articles of a line that are looked at."""
COPIED = 150
"""Words that two articles have in common from which on these are what they tell: a footer is shorter."""
MOST_OF = 0.5
"""The share of the shorter of the two that these words must be."""
ALIKE = 0.33
"""The least cosine of what two articles say beside such lines from which on they are one text."""


def repeated_keys(corpus: Corpus, lines: LineCounts, asked: Array) -> Array:
    """The keys of the lines of these articles that their sites repeat, ascending.

    Only for the keys that are asked for, which ascend, it is worked out; of the others it stays as it was. Both are
    int64 (n,).
    """
    stay = np.setdiff1d(lines.keys[lines.is_removed], asked)
    often = often_met(lines)
    wanted = np.intersect1d(often, asked)
    if not len(wanted):
        return stay
    first, last = to_a_month(corpus.column("first_days"), corpus.column("last_days"))
    sample = sampled(lines, wanted, first, corpus.ranks)
    left, right = sample.pairs()
    one, other = sample.articles[left], sample.articles[right]
    texts = texts_of(corpus, lines, often, distinct(sample.articles))
    holding = lines.chosen(np.isin(lines.articles, lines.articles[np.isin(lines.keys, wanted)]))
    begun = np.intersect1d(under_many_beginnings(holding, often), wanted)
    is_copy = texts.are_copies(one, other) & ~np.isin(wanted[sample.lines[left]], begun)
    is_one = (gaps(first, last, one, other) <= CLOSE) & (texts.are_alike(one, other) | is_copy)
    joined = components(len(sample.lines), np.stack([left[is_one], right[is_one]]))
    is_first = joined == np.arange(len(joined))
    different = np.bincount(sample.lines[is_first], minlength=len(wanted))
    return np.union1d(stay, np.union1d(wanted[different >= fewest_texts(wanted)], begun))


@dataclass(frozen=True, slots=True)
class LineSample:
    """Articles that hold a line: the numbers of the lines, ascending, and of the articles. Both are int64 (n,)."""

    lines: Array
    articles: Array

    def pairs(self) -> tuple[Array, Array]:
        """The places of every two articles of a line, the smaller one first: int64 (pairs,) both."""
        places = np.arange(len(self.lines))
        found = [(places[:0], places[:0])]
        for distance in range(1, SAMPLE):
            at = places[:-distance][self.lines[distance:] == self.lines[:-distance]]
            found.append((at, at + distance))
        return np.concatenate([left for left, _ in found]), np.concatenate([right for _, right in found])


def sampled(lines: LineCounts, often: Array, days: Array, ranks: Array) -> LineSample:
    """Articles of each of these lines, spread evenly in the order of days and then of ids.

    `often` is int64 (lines,), ascending, `days` and `ranks` are int64 (articles,).
    """
    held = lines.chosen(np.isin(lines.keys, often))
    keys = distinct((np.searchsorted(often, held.keys) << 32) | held.articles)
    line, article = keys >> 32, keys & 0xFFFFFFFF
    article = article[np.lexsort((ranks[article], days[article], line))]
    counts = np.bincount(line, minlength=len(often))
    taken = np.minimum(counts, SAMPLE)
    numbers = np.repeat(np.arange(len(often)), taken)
    steps = np.arange(len(numbers)) - np.repeat(starts_of(taken)[:-1], taken)
    places = steps * (counts - 1)[numbers] // np.maximum(taken - 1, 1)[numbers]
    return LineSample(numbers, article[starts_of(counts)[numbers] + places])


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of some lines: the stems of the line with the key keys[i] are from starts[i] to starts[i + 1].

    `keys` is int64 (lines,), `starts` int64 (lines + 1,).
    """

    keys: Array
    """Ascending."""
    starts: Array
    stems: list[bytes]

    def counts(self, keys: Array) -> Array:
        """How many words the lines with these keys have: int64 (n,), as the keys."""
        return np.diff(self.starts)[np.searchsorted(self.keys, keys)]


def wording(corpus: Corpus, lines: LineCounts, keys: Array) -> Wording:
    """The words of lines with these keys, as the article with the smallest id has them.

    The keys are int64 (n,), ascending.
    """
    known = lines.chosen(np.isin(lines.keys, keys))
    order = np.lexsort((corpus.ranks[known.articles], known.keys))
    keys, firsts = np.unique(known.keys[order], return_index=True)
    first_articles = known.articles[order][firsts]
    texts: dict[int, str] = {}
    for article in distinct(first_articles).tolist():
        own = texts_of_lines(corpus.stored(article))
        texts |= {key: own[key] for key in keys[first_articles == article].tolist()}
    stems = [[utf8(stem) for stem in terms(texts[key])] for key in keys.tolist()]
    starts = starts_of(np.array([len(each) for each in stems], np.int64))
    return Wording(keys, starts, [stem for each in stems for stem in each])


@dataclass(frozen=True, slots=True)
class LineTexts:
    """Some articles, by what they say beside lines that are met often, and by these lines."""

    documents: Array
    """Their numbers, ascending: int64 (texts,)."""
    beside: Vectors
    """What they say beside such lines."""
    shared: Vectors
    """The lines: the square of each weight is how many words the line has."""
    words: Array
    """How many words each has, title and lines that were left out included: int64 (texts,)."""

    def are_alike(self, left: Array, right: Array) -> Array:
        """For each pair of these articles, whether what they say beside such lines is of one story.

        Gives bool (pairs,), from two of int64 (pairs,).
        """
        rows, others = self._rows(left), self._rows(right)
        counts = lengths(self.beside)
        return products(self.beside, rows, others) >= needed(np.minimum(counts[rows], counts[others]))

    def are_copies(self, left: Array, right: Array) -> Array:
        """For each pair of these articles, whether such lines are most of what both say.

        Gives bool (pairs,), from two of int64 (pairs,).
        """
        rows, others = self._rows(left), self._rows(right)
        shared = products(self.shared, rows, others)
        return shared >= np.maximum(MOST_OF * np.minimum(self.words[rows], self.words[others]), COPIED)

    def _rows(self, articles: Array) -> Array:
        return np.searchsorted(self.documents, articles)


def texts_of(corpus: Corpus, lines: LineCounts, often: Array, documents: Array) -> LineTexts:
    """These articles, which ascend, as they came; `often` has the keys of the lines that are met often.

    `often` is int64 (lines,), ascending, `documents` int64 (texts,).
    """
    own = lines.chosen(np.isin(lines.articles, documents))
    is_often = np.isin(own.keys, often)
    words = wording(corpus, lines, distinct(own.keys[is_often | own.is_removed]))
    rows = np.searchsorted(documents, own.articles)
    counts = corpus.column("title_lengths")[documents].astype(np.int64) + corpus.column("body_lengths")[documents]
    np.add.at(counts, rows[own.is_removed], words.counts(own.keys[own.is_removed]))
    held = distinct((rows[is_often] << 32) | np.searchsorted(often, own.keys[is_often]))
    starts, numbers = starts_of(np.bincount(held >> 32, minlength=len(documents))), held & 0xFFFFFFFF
    shared = Vectors(starts, numbers, np.sqrt(words.counts(often[numbers])))
    # Of a line that is met often, what is not left out yet goes; of any other, what is left out comes back.
    changes = np.where(own.is_removed, np.where(is_often, 0, 1), np.where(is_often, -1, 0))
    return LineTexts(
        documents, beside_lines(corpus, documents, words, Changes(rows, own.keys, changes)), shared, counts
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """Lines that are to be added to texts, or to be taken away from them. All are int64 (changes,)."""

    rows: Array
    """The text of each."""
    keys: Array
    times: Array
    """How many times, below 0 for taking away."""


def beside_lines(corpus: Corpus, documents: Array, words: Wording, changes: Changes) -> Vectors:
    """The vectors of these articles with such changes; how rare a stem is, they and the background say alone.

    They are int64 (texts,), ascending.
    """
    found = corpus.counts(documents)
    numbers = dict(corpus.stem_numbers)
    stems = np.array([numbers.setdefault(stem, len(numbers)) for stem in words.stems], np.int64)
    is_change = changes.times != 0
    lengths_of_lines = words.counts(changes.keys[is_change])
    at = ranges(words.starts[np.searchsorted(words.keys, changes.keys[is_change])], lengths_of_lines)
    rows = np.concatenate([found.rows, np.repeat(changes.rows[is_change], lengths_of_lines)])
    keys = (rows.astype(np.int64) << 32) | np.concatenate([found.stems, stems[at]])
    counts = np.concatenate([found.weights, np.repeat(changes.times[is_change], lengths_of_lines)])
    keys, places = np.unique(keys, return_inverse=True)
    counts = np.bincount(places, counts, len(keys))
    keys, counts = keys[counts > 0], counts[counts > 0]
    rows, stems, places = keys >> 32, *np.unique(keys & 0xFFFFFFFF, return_inverse=True)
    names = list(numbers)
    rarity = idf([names[stem] for stem in stems.tolist()], np.bincount(places, minlength=len(stems)), len(documents))
    weights = np.where(rarity >= TELLING, rarity, 0)[places] * (1 + np.log(counts))
    return unit_vectors(rows, places, weights, len(documents))


def unit_vectors(rows: Array, stems: Array, weights: Array, count: int) -> Vectors:
    """So many vectors, each one long, of weights that stand in the order of their rows; those of 0 are left out.

    `rows` and `stems` are int64 (n,), `weights` is float64 (n,).
    """
    rows, stems, weights = rows[weights > 0], stems[weights > 0], weights[weights > 0]
    norms = np.sqrt(np.bincount(rows, weights**2, count))
    starts = starts_of(np.bincount(rows, minlength=count))
    return Vectors(starts, stems, (weights / norms[rows]).astype(np.float32))


def needed(stems: Array) -> Array:
    """The least cosine of two articles that are one text, of which the shorter one has so many stems.

    Gives float64 (n,), from integers (n,).
    """
    return ALIKE * np.maximum(ENOUGH_STEMS / np.maximum(stems, 1), 1)


def products(vectors: Vectors, rows: Array, others: Array) -> Array:
    """The product of the vectors of each pair of rows: float32. The rows are int64 (pairs,); gives float32 (pairs,)."""
    order = np.argsort(rows, kind="stable")
    found = np.zeros(len(rows), np.float32)
    found[order] = cosines(vectors, rows[order], others[order], int(vectors.stems.max(initial=-1)) + 1)
    return found
