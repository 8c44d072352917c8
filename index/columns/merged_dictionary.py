"""The stems and forms of several segments as those of one, and where each segment's own stand among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from index.columns.kept_documents import LiveSegment
from index.storage.arrays import Array, starts_of
from index.storage.doc_values import numbers_of


@dataclass(frozen=True, slots=True)
class Union:
    """The dictionary of the new segment; lists have an entry for each part."""

    stems: Sequence[bytes]
    """Sorted; only those of which a posting is kept."""
    forms: Sequence[bytes]
    """By stem, and sorted within it."""
    form_starts: Array
    """Where the forms of each stem begin, and after the last one where all end: int64 (stems + 1,)."""
    posting_starts: Array
    """Where the postings of each stem begin: int64 (stems + 1,)."""
    places: Sequence[Array]
    """For each stem of the part, its number in the new segment; ascending, so a lost stem shares another's: int64
    (stems of the part,)."""
    postings_before: Sequence[Array]
    """For each stem of the part, how many of its postings come from the parts before: int64 (stems of the part,)."""
    codes: Sequence[Array]
    """For each form of the part, its new code: int64 (forms of the part,)."""

    def stems_in(self, part: int, stems: range) -> range:
        """The stems of a part that are among these of the new segment."""
        start, stop = np.searchsorted(self.places[part], [stems.start, stems.stop])
        return range(int(start), int(stop))


def union(parts: Sequence[LiveSegment], kept: Sequence[Array]) -> Union:
    """The dictionary of these parts, of whose stems so many postings are kept.

    `kept` are int64 (stems of the part,).
    """
    own = [list(part.segment.stems) for part in parts]
    alive: set[bytes] = set()
    for stems, counts in zip(own, kept, strict=True):
        alive.update(stem for stem, count in zip(stems, counts.tolist(), strict=True) if count)
    stems = sorted(alive)
    numbers = {stem: number for number, stem in enumerate(stems)}
    places = [ascending(map(numbers.get, stems)) for stems in own]
    # One more than there are stems: the place of a lost stem is there even when all are lost.
    lengths, before = np.zeros(len(stems) + 1, np.int64), []
    for place, counts in zip(places, kept, strict=True):
        before.append(lengths[place])
        np.add.at(lengths, place, counts)
    forms, form_starts, codes = united_forms(parts, own, numbers)
    return Union(stems, forms, form_starts, starts_of(lengths[:-1]), places, before, codes)


def ascending(numbers: "map[int | None]") -> Array:
    """The numbers, and in place of each that is None the one before it: int64 (n,)."""
    filled = numbers_of(-1 if number is None else number for number in numbers)
    return np.maximum(np.maximum.accumulate(filled), 0) if len(filled) else filled


def united_forms(
    parts: Sequence[LiveSegment], own: Sequence[Sequence[bytes]], numbers: dict[bytes, int]
) -> tuple[Sequence[bytes], Array, Sequence[Array]]:
    """The forms of the new segment, where those of each stem begin, and the new code of each form of each part.

    The starts are int64 (stems + 1,), the codes int64 (forms of the part,).
    """
    of_part: list[list[tuple[int, bytes]]] = []
    for part, stems in zip(parts, own, strict=True):
        forms = list(part.segment.forms)
        starts = part.segment.form_starts.tolist()
        of_part.append(
            [
                (numbers.get(stem, -1), form)
                for stem, (start, end) in zip(stems, pairwise(starts), strict=True)
                for form in forms[start:end]
            ]
        )
    every = sorted({row for rows in of_part for row in rows if row[0] >= 0})
    lengths = np.bincount(numbers_of(stem for stem, _ in every), minlength=len(numbers))
    starts = starts_of(lengths)
    codes = (np.arange(len(every)) - np.repeat(starts[:-1], lengths)).tolist()
    code_of = dict(zip(every, codes, strict=True))
    new_codes = [numbers_of(code_of.get(row, 0) for row in rows) for rows in of_part]
    return [form for _, form in every], starts, new_codes
