"""The words that stand right beside some names, and seldom elsewhere: lavrov beside sergei and sergey.

It equals the plain algorithm: go through the articles of a sample word by word, count for each name what stands
before and after it, and keep the words of which names have a good share.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from index.columns.postings import PostingList
from index.columns.segment import SegmentColumns
from index.inversion.start_rows import ParagraphRows
from index.storage.arrays import Array, lengths_between, ranges, starts_of

SAMPLED = 20
"""Articles of each segment, spread over all that hold a name, in which it is looked at."""
PIECE = 1_000_000
"""Postings that are looked at together."""

FEW, COMMON_SHARE = 20, 0.05
"""A word that stands in more articles than these few, and in more than this share of all, speaks for no name."""

Side = tuple[bytes, bool]
"""A word, and whether it stands after the name."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem of some segments."""

    text: str
    articles: int
    """How many hold it."""
    places: Mapping[int, int] = field(hash=False, compare=False)
    """Its number in each segment that has it, by the number of the segment."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands beside some stems."""

    beside: Mapping[str, Mapping[Side, float]]
    """How often, about, each word stands beside each stem."""
    counts: Mapping[bytes, int]
    """How often those words stand anywhere."""


def neighbours(segments: Sequence[SegmentColumns], stems: Collection[Stem], share: float) -> Neighbours:
    """What stands beside these stems: words of which, in some segment, one of the stems has such a share."""
    beside: dict[str, Counter[Side]] = defaultdict(Counter)
    counts: Counter[bytes] = Counter()
    for number, segment in enumerate(segments):
        own = sorted((stem.places[number], stem.text) for stem in stems if number in stem.places)
        if own:
            sample = CollocateSample(segment, np.array([place for place, _ in own]))
            found = sample.neighbours(share)
            words = {word: segment.stems[word] for word in np.unique(found.words).tolist()}
            counts.update({text: int(sample.totals[word]) for word, text in words.items()})
            for name, word, is_after, count in found.rows():
                beside[own[name][1]][words[word], is_after] += count  # type: ignore[assignment]  # typeshed wants int
    return Neighbours(beside, counts)


@dataclass(frozen=True, slots=True)
class CollocateCounts:
    """Which word stands beside which name, on which side, and about how often; all int64 but the last, float64."""

    names: Array
    words: Array
    is_after: Array
    counts: Array

    def rows(self) -> Iterator[tuple[int, int, bool, float]]:
        """One after the other."""
        columns = (self.names, self.words, self.is_after.astype(bool), self.counts)
        return zip(*(column.tolist() for column in columns), strict=True)


class CollocateSample:
    """Where some names stand in some articles of a segment."""

    def __init__(self, segment: SegmentColumns, numbers: Array) -> None:
        self._segment = segment
        starts = np.asarray(segment.posting_starts).astype(np.int64)
        lengths = starts[numbers + 1] - starts[numbers]
        sampled = np.minimum(lengths, SAMPLED)
        names = np.repeat(np.arange(len(numbers)), sampled)
        within = ranges(np.zeros(len(numbers), np.int64), sampled)
        rows = starts[numbers][names] + within * lengths[names] // sampled[names]
        found = PostingList(segment, 0, 0, len(segment.documents)).positions(rows)
        documents = segment.documents[rows]
        self._is_read = np.zeros(len(segment), bool)
        self._is_read[documents] = True
        # Every word of the articles that are read has a slot; one is free at each end of an article, and before each
        # paragraph.
        paragraphs = lengths_between(segment.rows(ParagraphRows).starts)
        room = (segment.title_lengths.astype(np.int64) + segment.body_lengths + paragraphs + 3) * self._is_read
        self._first = starts_of(room)[:-1] + 1
        slots = self._first[documents[found.places]] + found.positions
        self._is_name = np.zeros(int(room.sum()) + 1, bool)
        self._is_name[slots] = True
        order = np.argsort(slots)
        self._slots, self._names = slots[order], names[found.places][order]
        self._scale = lengths / sampled
        self._starts = starts
        self.totals = np.zeros(len(starts) - 1, np.int64)
        """How often each stem of the segment stands anywhere; known when its neighbours are."""

    def neighbours(self, share: float) -> CollocateCounts:
        """What stands beside the names, when one of them has such a share of the word."""
        keys = np.concatenate([np.zeros(0, np.int64), *self._keys()])
        keys, counts = np.unique(keys, return_counts=True)
        words, names, is_after = keys >> 33, (keys >> 1) & 0xFFFFFFFF, keys & 1
        about = counts * self._scale[names]
        speaks = np.zeros(len(self.totals), bool)
        speaks[words[about >= share * self.totals[words]]] = True
        kept = speaks[words]
        return CollocateCounts(names[kept], words[kept], is_after[kept], about[kept])

    def _keys(self) -> Iterator[Array]:
        """For each word beside a name: its number << 33 | that of the name << 1 | whether it stands after it."""
        first = before = 0
        stems = len(self._starts) - 1
        while first < stems:
            last = max(first + 1, int(np.searchsorted(self._starts, self._starts[first] + PIECE, side="right")) - 1)
            occurrences = before + starts_of(
                self._segment.counts.between(int(self._starts[first]), int(self._starts[last]))
            )
            yield from self._keys_in(range(first, last), occurrences)
            first, before = last, int(occurrences[-1])

    def _keys_in(self, stems: range, occurrences: Array) -> Iterator[Array]:
        """The same for some stems, when the occurrences of their postings begin there."""
        starts = self._starts[stems.start : stems.stop + 1]
        articles = np.diff(starts)
        self.totals[stems.start : stems.stop] = np.diff(occurrences[starts - starts[0]])
        documents = self._segment.documents[starts[0] : starts[-1]]
        is_rare = articles <= max(FEW, COMMON_SHARE * len(self._is_read))
        postings = np.flatnonzero(self._is_read[documents] & np.repeat(is_rare, articles))
        counts = occurrences[postings + 1] - occurrences[postings]
        positions = self._segment.positions.at(ranges(occurrences[postings], counts))
        slots = np.repeat(self._first[documents[postings]], counts) + positions
        of_stem = np.searchsorted(starts, postings + starts[0], side="right") - 1 + stems.start
        for is_after in (0, 1):
            beside = slots + (-1 if is_after else 1)
            hits = np.flatnonzero(self._is_name[beside])
            names = self._names[np.searchsorted(self._slots, beside[hits])]
            words = of_stem[np.searchsorted(np.cumsum(counts), hits, side="right")]
            yield (words << 33) | (names << 1) | is_after
