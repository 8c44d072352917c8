"""The articles of a generation as vectors: how much each stem tells of each article.

It is the weighting "ltc" of SMART (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988):
logarithm of the term frequency, times the inverse document frequency, normalised by the cosine.

The weight of a stem in an article is (1 + ln of how often it stands there, in title and body) times its idf, and every
vector is one long. Nothing of it is kept on the disk: the postings of the segments say it all, and are read in pieces.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from zlib import crc32

import numpy as np

from index.article import Article
from index.columns.kept_documents import LiveSegment, first_occurrence
from index.columns.story_stems import StemFrequencies
from index.inversion.fingerprints import DigestRows, FingerprintRows
from index.inversion.start_rows import ParagraphRows
from index.storage.arrays import Array, lengths_between, ranges, starts_of
from index.storage.doc_values import sorting
from index.stories.background_frequencies import BACKGROUND, BACKGROUND_ARTICLES, RARE

NO_WORD = -1
"""Stands in the place of a stem where there is no word."""
PIECE = 1_000_000
"""Postings that are looked at together; about 40 MB."""
TELLING = float(np.log(2))
"""The least idf of a stem that counts: one that stands in half of the articles tells nothing of any."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Some postings of some articles. All are (postings,)."""

    stems: Array
    """The number of the stem in the corpus: int32, or int64 when there is none."""
    rows: Array
    """Which of the articles that were asked for: int32, or int64 when there is none."""
    weights: Array
    """How much the stem would weigh in a vector that is not yet one long: float32."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of some articles, each one long: those of the row i are from starts[i] to starts[i + 1].

    `starts` is int64 (articles + 1,), the others are (stems of all,).
    """

    starts: Array
    stems: Array
    """The number of the stem in the corpus: int32 or int64."""
    weights: Array
    """float32 or float64."""


@dataclass(frozen=True, slots=True)
class Sequences:
    """The words of the bodies of some articles, in order, as numbers of stems: int32.

    `starts` is int64 (articles + 1,), `stems` int32 (words,).
    """

    starts: Array
    stems: Array


class Corpus:
    """The articles of some segments without those that are left out; the number of each is its place among all."""

    def __init__(self, segments: Mapping[str, LiveSegment], known: StemFrequencies | None = None) -> None:
        """`segments` by their names; nothing of them is read before it is asked for.

        How rare stems are is what is `known`, where it is given, and else what these articles show.
        """
        self._known = known
        self.segments = segments
        self.parts = list(segments.values())
        self.bases = starts_of(np.array([len(part.kept) for part in self.parts], np.int64))

    def __len__(self) -> int:
        return int(self.bases[-1])

    @property
    def numbers(self) -> Sequence[Array]:
        """For each segment the number of each of its stems among those of all: int32 (its stems,)."""
        return self._numbered[0]

    @property
    def stem_numbers(self) -> Mapping[bytes, int]:
        """The number of each stem, from 0."""
        return self._numbered[1]

    @cached_property
    def _numbered(self) -> tuple[Sequence[Array], Mapping[bytes, int]]:
        return numbered(self.parts)

    @cached_property
    def idf(self) -> Array:
        """How rare each stem is, as `idf` has it, by its number: float64 (stems,)."""
        if self._known is not None:
            return idf(list(self.stem_numbers), self._known.of(self.keys), self._known.articles)
        return idf(list(self.stem_numbers), self._counts, len(self))

    @cached_property
    def _counts(self) -> Array:
        """In how many of these articles each stem stands: int64 (stems,)."""
        counts = np.zeros(len(self.stem_numbers), np.int64)
        for part, numbers in zip(self.parts, self.numbers, strict=True):
            counts[numbers] += frequencies(part)
        return counts

    @cached_property
    def keys(self) -> Array:
        """The CRC-32 of each stem, by its number, by which it is known in every corpus: int64 (stems,)."""
        return np.fromiter(map(crc32, self.stem_numbers), np.int64, len(self.stem_numbers))

    def frequencies(self) -> StemFrequencies:
        """How common stems are, as it is kept for articles that come later."""
        if self._known is not None:
            return self._known
        order = np.argsort(self.keys)
        order = order[self._counts[order] > 1]
        return StemFrequencies(self.keys[order], self._counts[order], len(self))

    @cached_property
    def ids(self) -> list[bytes]:
        """The id of each article."""
        return [id for part in self.parts for id in kept_ids(part)]

    @cached_property
    def ranks(self) -> Array:
        """The place of each article by its id: int64 (articles,)."""
        return np.argsort(sorting(self.ids))

    def stored(self, number: int) -> Article:
        """An article as it is stored."""
        at = int(np.searchsorted(self.bases, number, side="right")) - 1
        part = self.parts[at]
        document = int(part.kept[number - self.bases[at]])
        return part.article(document)

    @cached_property
    def norms(self) -> Array:
        """How long the vector of each article would be: float32 (articles,), none 0."""
        squares = np.zeros(len(self))
        for found in self._postings(np.ones(len(self), bool), self.telling):
            squares += np.bincount(found.rows, found.weights**2, len(self))
        return np.sqrt(np.where(squares > 0, squares, 1.0)).astype(np.float32)

    @cached_property
    def telling(self) -> Array:
        """For each stem, whether it counts: bool (stems,)."""
        return self.idf >= TELLING

    def vectors(self, documents: Array) -> Vectors:
        """The vectors of these articles, in their order, which ascends. They are int64 (n,)."""
        found = self.postings(documents, self.telling)
        order = stable_order(found.rows)
        counts = np.bincount(found.rows, minlength=len(documents))
        return Vectors(starts_of(counts), found.stems[order], found.weights[order])

    def unscaled(self, documents: Array) -> Vectors:
        """The vectors of these articles before they are made one long, by the keys of their stems, ascending in each.

        They are int64 (n,), ascending.
        """
        is_wanted = np.zeros(len(self), bool)
        is_wanted[documents] = True
        found = list(self._postings(is_wanted, self.telling))
        rows, stems = joined([each.rows for each in found]), joined([each.stems for each in found])
        keys = self.keys[stems] if len(stems) else stems
        order = np.argsort((rows.astype(np.int64) << 32) | keys)
        counts = np.bincount(rows, minlength=len(documents))
        return Vectors(starts_of(counts), keys[order], joined([each.weights for each in found])[order])

    def postings(self, documents: Array, is_stem: Array) -> Postings:
        """The postings of some stems in these articles, which ascend, with the weights of vectors that are one long.

        These are int64 (n,), `is_stem` is bool (stems,).
        """
        is_wanted = np.zeros(len(self), bool)
        is_wanted[documents] = True
        found = list(self._postings(is_wanted, is_stem & self.telling))
        rows, weights = joined([each.rows for each in found]), joined([each.weights for each in found])
        return Postings(joined([each.stems for each in found]), rows, weights / self.norms[documents][rows])

    def sequences(self, documents: Array) -> Sequences:
        """The words of the bodies of these articles, in their order, which ascends. They are int64 (n,)."""
        is_wanted = np.zeros(len(self), bool)
        is_wanted[documents] = True
        lengths = self.column("body_lengths")[documents].astype(np.int64)
        # A position is free before each paragraph.
        room = starts_of(lengths + self._paragraphs()[documents])
        stems = np.full(int(room[-1]), NO_WORD, np.int32)
        titles = self.column("title_lengths")[documents].astype(np.int64)
        for rows, places, numbers in self._occurrences(is_wanted):
            own = places - titles[rows] - 1
            is_body = own >= 0
            stems[room[rows[is_body]] + own[is_body]] = numbers[is_body]
        return Sequences(starts_of(lengths), stems[stems != NO_WORD])

    def _paragraphs(self) -> Array:
        """How many paragraphs each body has, but for the first: int64 (articles,)."""
        return joined([lengths_between(part.segment.rows(ParagraphRows).starts)[part.kept] for part in self.parts])

    @cached_property
    def prints(self) -> tuple[Array, Array]:
        """The fingerprints of all articles, and where those of each begin: int64 (articles + 1,) and (prints,)."""
        tables = [part.segment.rows(FingerprintRows) for part in self.parts]
        kept = zip(tables, self.parts, strict=True)
        counts = joined([lengths_between(table.starts)[part.kept] for table, part in kept])
        rows = zip(tables, self.parts, strict=True)
        return starts_of(counts), joined([table.value[table.of(part.kept)].astype(np.int64) for table, part in rows])

    def digests(self) -> Array:
        """One number for the body of each article, as `index.inversion.fingerprints` has it: int64 (articles,)."""
        return joined([part.segment.rows(DigestRows).value[part.kept].astype(np.int64) for part in self.parts])

    @cached_property
    def words(self) -> Array:
        """How many words each article has, title and body: int64 (articles,)."""
        return self.column("title_lengths").astype(np.int64) + self.column("body_lengths")

    def column(self, name: str) -> Array:
        """A column of the documents of all segments, by its name there.

        It is (articles,), of the dtype that it has there: unsigned or int32.
        """
        return joined([np.asarray(getattr(part.segment, name))[part.kept] for part in self.parts])

    def counts(self, documents: Array, is_stem: Array | None = None) -> Postings:
        """How often each stem stands in these articles, which ascend, in place of its weight; or some stems alone.

        These are int64 (n,), `is_stem` is bool (stems,).
        """
        is_wanted = np.zeros(len(self), bool)
        is_wanted[documents] = True
        found = list(self._counted(is_wanted, np.ones(len(self.stem_numbers), bool) if is_stem is None else is_stem))
        return Postings(*(joined([getattr(each, name) for each in found]) for name in ("stems", "rows", "weights")))

    def _postings(self, is_wanted: Array, is_stem: Array) -> Iterator[Postings]:
        """The postings of some stems in some articles."""
        idf = self.idf.astype(np.float32)
        for found in self._counted(is_wanted, is_stem):
            yield Postings(found.stems, found.rows, (1 + np.log(found.weights)) * idf[found.stems])

    def _counted(self, is_wanted: Array, is_stem: Array) -> Iterator[Postings]:
        """The postings of some stems in some articles, with how often the stem stands there: float32."""
        rows = np.cumsum(is_wanted, dtype=np.int32) - np.int32(1)
        for number, part in enumerate(self.parts):
            own = local(part, is_wanted[self.bases[number] : self.bases[number + 1]], False)
            own_rows = local(part, rows[self.bases[number] : self.bases[number + 1]], 0)
            if not own.any():
                continue
            for stems in pieces(part):
                start, end = part.posting_starts[stems.start], part.posting_starts[stems.stop]
                documents = part.segment.documents[start:end]
                numbers = self.numbers[number][stems.start : stems.stop]
                lengths = np.diff(part.posting_starts[stems.start : stems.stop + 1])
                chosen = np.flatnonzero(own[documents] & np.repeat(is_stem[numbers], lengths))
                found = np.repeat(numbers, lengths)[chosen]
                counts = part.segment.counts.between(start, end, np.float32)[chosen]
                yield Postings(found, own_rows[documents[chosen]], counts)

    def _occurrences(self, is_wanted: Array) -> Iterator[tuple[Array, Array, Array]]:
        """Where words stand in some articles: the row, the position and the stem of each."""
        rows = np.cumsum(is_wanted) - 1
        for number, part in enumerate(self.parts):
            own = local(part, is_wanted[self.bases[number] : self.bases[number + 1]], False)
            own_rows = local(part, rows[self.bases[number] : self.bases[number + 1]], 0)
            if not own.any():
                continue
            for stems in pieces(part):
                start, end = int(part.posting_starts[stems.start]), int(part.posting_starts[stems.stop])
                documents = part.segment.documents[start:end]
                chosen = np.flatnonzero(own[documents])
                counts = part.segment.counts.between(start, end)
                before = first_occurrence(part.segment, start) + starts_of(counts)[:-1]
                counts = counts[chosen]
                places = part.segment.positions.at(ranges(before[chosen], counts))
                lengths = np.diff(part.posting_starts[stems.start : stems.stop + 1])
                numbers = np.repeat(self.numbers[number][stems.start : stems.stop], lengths)[chosen]
                yield np.repeat(own_rows[documents[chosen]], counts), places, np.repeat(numbers, counts)


def lengths(vectors: Vectors) -> Array:
    """How many stems each vector has: int64 (vectors,)."""
    return np.diff(vectors.starts)


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


def kept_ids(part: LiveSegment) -> list[bytes]:
    """The ids of the articles that are kept."""
    ids = list(part.segment.ids)
    return [ids[number] for number in part.kept.tolist()]


def numbered(parts: Sequence[LiveSegment]) -> tuple[Sequence[Array], Mapping[bytes, int]]:
    """For each part the number of each of its stems among those of all, int32 (stems,), and these numbers, from 0."""
    numbers: dict[bytes, int] = {}
    found = []
    for part in parts:
        found.append(np.fromiter((numbers.setdefault(stem, len(numbers)) for stem in part.segment.stems), np.int32))
    return found, numbers


def frequencies(part: LiveSegment) -> Array:
    """In how many of its articles each stem of a part stands: int64 (stems of the part,)."""
    if part.is_whole:
        return np.diff(part.posting_starts)
    found = np.zeros(len(part.segment.stems), np.int64)
    for stems in pieces(part):
        starts = part.posting_starts[stems.start : stems.stop + 1]
        kept = part.is_kept[part.segment.documents[starts[0] : starts[-1]]]
        found[stems.start : stems.stop] = np.diff(starts_of(kept)[starts - starts[0]])
    return found


def idf(stems: Sequence[bytes], frequencies: Array, documents: int) -> Array:
    """How rare each stem is: ln of the articles over those with it, the background's added to both: float64.

    The frequencies are int64 (stems,); gives float64 (stems,).
    """
    known = np.fromiter((BACKGROUND.get(stem, RARE) for stem in stems), np.float64, len(stems))
    return np.asarray(np.log((documents + BACKGROUND_ARTICLES) / np.maximum(frequencies + known, 1.0)))


def local(part: LiveSegment, values: Array, otherwise: int | bool) -> Array:
    """The values of the articles that are kept as those of all documents of the part.

    They are bool or integers (articles that are kept,); gives the same dtype (documents,).
    """
    if part.is_whole:
        return values
    every = np.full(len(part.segment), otherwise, values.dtype)
    every[part.kept] = values
    return every


def pieces(part: LiveSegment) -> Iterator[range]:
    """Ranges of its stems with about PIECE postings each."""
    starts, first = part.posting_starts, 0
    while first < len(starts) - 1:
        last = max(first + 1, int(np.searchsorted(starts, starts[first] + PIECE, side="right")) - 1)
        yield range(first, last)
        first = last


def joined(arrays: Sequence[Array]) -> Array:
    """One array of several, all (n,) of any dtype; int64 when there is none."""
    return np.concatenate(arrays) if arrays else np.zeros(0, np.int64)


def stable_order(rows: Array) -> Array:
    """Where the rows stand when they are sorted, equal ones in the order in which they came.

    Gives int64 (n,), from integers (n,).
    """
    # A row and a place are one number to sort, which is several times as fast as a stable sort of the rows.
    keys = np.sort((rows.astype(np.uint64) << np.uint64(32)) | np.arange(len(rows), dtype=np.uint64))
    return (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
