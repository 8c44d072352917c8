"""The stems by which articles are compared for stories, as a generation keeps them: nothing of it is worked out twice.

A stem is known by the CRC-32 of its bytes, which is the same in every segment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array, ArrayWriter, compacted, lengths_between, ranges, starts_of, together


@dataclass(frozen=True, slots=True)
class StoryStems:
    """The stems of some documents; the rows of the document i are from starts[i] to starts[i + 1].

    Starts are integers (documents + 1,), stems unsigned or int64 (rows,), ascending in no document.
    """

    heavy_starts: Array
    heavy_stems: Array
    """Those that tell most of it."""
    heavy_weights: Array
    """How much each tells, in parts of 65,535: uint16 (heavy stems,)."""
    telling: Array
    """How many stems tell anything of it, at most 255: uint8 (documents,)."""
    title_starts: Array
    title_stems: Array
    """Those of its title, each once, ascending, without numbers."""

    def of(self, documents: Array) -> "StoryStems":
        """Those of some documents, in their order. They are int64 (n,)."""
        heavy_starts, heavy = rows_of_some(self.heavy_starts, documents)
        title_starts, titles = rows_of_some(self.title_starts, documents)
        return StoryStems(
            heavy_starts,
            self.heavy_stems[heavy],
            self.heavy_weights[heavy],
            self.telling[documents],
            title_starts,
            self.title_stems[titles],
        )


NO_STEMS = StoryStems(
    np.zeros(1, np.int64),
    np.zeros(0, np.int64),
    np.zeros(0, np.uint16),
    np.zeros(0, np.uint8),
    np.zeros(1, np.int64),
    np.zeros(0, np.int64),
)
"""Of no document."""


def rows_of_some(starts: Array, documents: Array) -> tuple[Array, Array]:
    """Where the rows of these documents begin once they stand alone, and their places among all rows.

    `starts` is integers (all documents + 1,), `documents` int64 (n,); gives int64 (n + 1,) and int64 (their rows,).
    """
    counts = lengths_between(starts)[documents]
    return starts_of(counts), ranges(np.asarray(starts)[documents].astype(np.int64), counts)


def all_stems(parts: Sequence[StoryStems]) -> StoryStems:
    """Those of several lots of documents, one after the other."""
    if not parts:
        return NO_STEMS
    return StoryStems(
        starts_of(together(lengths_between(each.heavy_starts) for each in parts)),
        together(each.heavy_stems for each in parts),
        np.concatenate([np.asarray(each.heavy_weights, np.uint16) for each in parts]),
        np.concatenate([np.asarray(each.telling, np.uint8) for each in parts]),
        starts_of(together(lengths_between(each.title_starts) for each in parts)),
        together(each.title_stems for each in parts),
    )


@dataclass(frozen=True, slots=True)
class StemFrequencies:
    """In how many articles each stem stood when stories were last found anew.

    `stems` is integers (stems,), ascending, and so are `counts`; stems of one article are left out.
    """

    stems: Array
    counts: Array
    articles: int
    """How many there were then; 0 when they never were."""

    def of(self, stems: Array) -> Array:
        """The frequency of each of these stems, 1 at least: int64 (n,). They are int64 (n,)."""
        if not len(self.stems):
            return np.ones(len(stems), np.int64)
        at = np.minimum(np.searchsorted(self.stems, stems), len(self.stems) - 1)
        return np.where(self.stems[at] == stems, self.counts[at].astype(np.int64), 1)


NEVER_COUNTED = StemFrequencies(np.zeros(0, np.int64), np.zeros(0, np.int64), 0)


def add_story_stems(writer: ArrayWriter, stems: Mapping[str, StoryStems], frequencies: StemFrequencies) -> None:
    """Write them, by the names of the segments."""
    for name, own in stems.items():
        writer.add(f"{name}.heavy.rows", compacted(own.heavy_starts))
        writer.add(f"{name}.heavy.stem", own.heavy_stems.astype(np.uint32))
        writer.add(f"{name}.heavy.weight", own.heavy_weights.astype(np.uint16))
        writer.add(f"{name}.telling", own.telling.astype(np.uint8))
        writer.add(f"{name}.titled.rows", compacted(own.title_starts))
        writer.add(f"{name}.titled.stem", own.title_stems.astype(np.uint32))
    writer.add("frequency.stem", frequencies.stems.astype(np.uint32))
    writer.add("frequency.count", compacted(frequencies.counts))
    writer.add("frequency.articles", np.array([frequencies.articles], np.int64))


def story_stems_in(arrays: Mapping[str, Array], name: str) -> StoryStems | None:
    """Those of a segment; None when none are known of it. The arrays are unsigned, (n,), of whatever lengths."""
    if f"{name}.telling" not in arrays:
        return None
    names = ("heavy.rows", "heavy.stem", "heavy.weight", "telling", "titled.rows", "titled.stem")
    return StoryStems(*(arrays[f"{name}.{each}"] for each in names))


def frequencies_in(arrays: Mapping[str, Array]) -> StemFrequencies:
    """The frequencies that were written. The arrays are unsigned or int64, (n,)."""
    articles = int(arrays["frequency.articles"][0])
    return StemFrequencies(arrays["frequency.stem"].astype(np.int64), arrays["frequency.count"], articles)
